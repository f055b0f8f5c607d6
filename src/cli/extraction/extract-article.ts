import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Day } from '../../domain/dates.js';
import { OnRecordError } from '../../domain/errors.js';
import { type ExtractOptions, extract } from '../../extraction/extract.js';
import { PUBLICATION_DAYS, publicationDay, RowError } from '../../extraction/rows/article-row.js';
import { extractionRow } from '../../extraction/rows/extraction-row.js';
import { reasonOf } from '../reason.js';
import { writeStandardOutput } from '../standard-output.js';
import { readingView } from './reading-view.js';
import { inputName, STANDARD } from './row-source.js';

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
  const { text, header } = articleOf(await readText(file));
  const found = extract(text, { ...options, published: published ?? publishedIn(header, inputName(file)) });
  if (json) {
    await writeStandardOutput(`${JSON.stringify(extractionRow(file, found))}\n`);
    return;
  }
  const { stdout } = process;
  const colour = stdout.isTTY === true && stdout.hasColors();
  await writeStandardOutput(readingView(text, found, { colour, width: Math.min(stdout.columns || USUAL, WIDEST) }));
}

async function readText(file: string): Promise<string> {
  try {
    const bytes = await (file === STANDARD ? buffer(process.stdin) : readFile(file));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const isEncoding = cause instanceof TypeError && !('syscall' in cause);
    const reason = isEncoding ? 'The file is not UTF-8 text; save it as UTF-8.' : `Cannot be read: ${reasonOf(cause)}`;
    throw new OnRecordError('BAD_USER_INPUT', `${inputName(file)}: ${reason}`, { cause });
  }
}

const FRONT_MATTER = /^---[ \t]*\r?\n(?<header>(?:.*\r?\n)*?)---[ \t]*(?:\r?\n|$)/u;

/** The article in a file’s text, and the lines of the front matter before it, of which the first is the file’s second. */
function articleOf(text: string): { readonly text: string; readonly header: readonly string[] } {
  const front = FRONT_MATTER.exec(text);
  if (front === null) return { text, header: [] };
  return { text: text.slice(front[0].length).trim(), header: (front.groups?.['header'] ?? '').split(/\r?\n/u) };
}

const PUBLISHED = /^published(?:On|At)?:(?<value>.*)$/u;
/** A value of YAML without the white space, quotation marks and comment around it. */
const VALUE = /^\s*(?<quote>["']?)(?<value>.*?)\k<quote>\s*(?:\s#.*)?$/u;
/** YAML also writes a time as in `2031-05-04 18:00:00 +09:00`. */
const SPACE_IN_TIME = /(?<=\d)\s+(?=\d{2}:|[Z+-])/gu;

/** The day of publication in front matter. Throws a RowError where the line that gives it gives no day. */
function publishedIn(header: readonly string[], file: string): Day | null {
  for (const [index, line] of header.entries()) {
    const given = PUBLISHED.exec(line)?.groups?.['value'];
    if (given === undefined) continue;
    const value = VALUE.exec(given)?.groups?.['value'] ?? '';
    if (['', 'null', '~'].includes(value)) continue;
    const day = publicationDay(value.replace(SPACE_IN_TIME, (_, at: number) => (at === 10 ? 'T' : '')));
    if (day !== null) return day;
    throw new RowError({ file, line: index + 2 }, `The line “published” takes ${PUBLICATION_DAYS}, not ${value}.`);
  }
  return null;
}
