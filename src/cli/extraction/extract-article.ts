import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Day } from '../../domain/dates.js';
import { OnRecordError } from '../../domain/errors.js';
import { type ExtractOptions, extract } from '../../extraction/extract.js';
import { publicationDay } from '../../extraction/rows/article-row.js';
import { extractionRow } from '../../extraction/rows/extraction-row.js';
import { STANDARD } from './extract-rows.js';
import { readingView } from './reading-view.js';

interface ArticleOptions extends ExtractOptions {
  /** Print the row of the results in place of the view for reading. */
  readonly json: boolean;
}

/** Lines longer than this are hard to read, however wide the terminal is. */
const WIDEST = 100;
/** The width of what is no terminal, or of one that does not tell. */
const USUAL = 80;

/** Reads the article in a file and prints what is found in it. Throws an OnRecordError where the file cannot be read. */
export async function extractArticle(file: string, { json, published, ...options }: ArticleOptions): Promise<void> {
  const { text, day } = articleOf(await readText(file));
  const found = extract(text, { ...options, published: published ?? day });
  if (json) {
    process.stdout.write(`${JSON.stringify(extractionRow(file, found))}\n`);
    return;
  }
  const { stdout } = process;
  const colour = stdout.isTTY === true && stdout.hasColors();
  process.stdout.write(readingView(text, found, { colour, width: Math.min(stdout.columns || USUAL, WIDEST) }));
}

async function readText(file: string): Promise<string> {
  try {
    const bytes = await (file === STANDARD ? buffer(process.stdin) : readFile(file));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const isEncoding = cause instanceof TypeError && !('syscall' in cause);
    const reason = isEncoding ? 'The file is not UTF-8 text; save it as UTF-8.' : `Cannot be read: ${String(cause)}`;
    throw new OnRecordError('BAD_USER_INPUT', `${file === STANDARD ? 'standard input' : file}: ${reason}`, { cause });
  }
}

const FRONT_MATTER = /^---[ \t]*\r?\n(?<header>(?:.*\r?\n)*?)---[ \t]*(?:\r?\n|$)/u;
const PUBLISHED = /^published(?:On|At)?:[ \t]*["']?(?<when>[^\s"']+)/mu;

/** The article in a file’s text: without front matter, of which the day of publication is taken. */
function articleOf(text: string): { readonly text: string; readonly day: Day | null } {
  const front = FRONT_MATTER.exec(text);
  if (front === null) return { text, day: null };
  const when = PUBLISHED.exec(front.groups?.['header'] ?? '')?.groups?.['when'];
  return { text: text.slice(front[0].length).trim(), day: when === undefined ? null : publicationDay(when) };
}
