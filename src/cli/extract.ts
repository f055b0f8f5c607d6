import { Command, InvalidArgumentError } from 'commander';
import { PUBLICATION_DAYS, publicationDay } from '../extraction/rows/article-row.js';
import { extractArticle } from './extraction/extract-article.js';
import { extractRows } from './extraction/extract-rows.js';
import { STANDARD } from './extraction/row-source.js';
import { readFileName } from './file-name.js';

interface ExtractCommandOptions {
  readonly input?: string;
  readonly output?: string;
  readonly publishedAt?: string;
  readonly accurate?: boolean;
  readonly json?: boolean;
}

/** `onrecord extract`: reads articles and says who says what in them; nothing is stored. */
export function extractCommand(): Command {
  return new Command('extract')
    .description(
      'Read articles: who says what in them, through whom, about whom, with which figures. One FILE is shown for reading; rows of JSON become rows of JSON, as docs/extraction.md describes them. Nothing is stored.',
    )
    .argument('[file]', 'one article, as text or Markdown; - for standard input', readFileName)
    .option('--input <rows>', 'articles, one to a line of JSON (- or left out: standard input)', readFileName)
    .option('--output <rows>', 'where their results go, one to a line (- or left out: standard output)', readFileName)
    .option('--published-at <day>', 'the day of publication of FILE, against which its dates are resolved', readDay)
    .option('--accurate', 'read more slowly and better')
    .option('--json', 'print the results of FILE as a row of JSON')
    .action(async (file: string | undefined, options: ExtractCommandOptions, command: Command) => {
      const { accurate = false, publishedAt: published = null, json = false } = options;
      refuseMixed(file, options, command);
      if (file !== undefined) await extractArticle(file, { published, accurate, json });
      else await extractRows({ input: options.input ?? STANDARD, output: options.output ?? STANDARD, accurate });
    });
}

/** Refuses options of rows with a file, and those of a file without one. */
function refuseMixed(
  file: string | undefined,
  { input, output, publishedAt }: ExtractCommandOptions,
  command: Command,
) {
  if (file !== undefined && (input !== undefined || output !== undefined))
    command.error('error: --input and --output are for rows; one FILE is read alone.');
  if (file === undefined && publishedAt !== undefined)
    command.error('error: --published-at is for one FILE; rows have the field “publishedOn”.');
  if (file === undefined && input === undefined && process.stdin.isTTY)
    command.error('error: name a FILE, or rows with --input, or send rows to standard input.');
}

function readDay(text: string): string {
  const day = publicationDay(text);
  if (day !== null) return day;
  throw new InvalidArgumentError(`It takes ${PUBLICATION_DAYS}.`);
}
