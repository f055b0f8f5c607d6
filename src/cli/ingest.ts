import { Command, InvalidArgumentError, Option } from 'commander';
import type { OnRecordError } from '../domain/errors.js';
import { Batch, type BatchResult } from '../ingest/batch.js';
import { fetchFrom } from '../ingest/fetching/fetch-from.js';
import { Ingest } from '../ingest/ingest-article.js';
import { parsePublished } from '../ingest/published.js';
import type { Known, Published } from '../ingest/source-document.js';
import { SourceReader } from '../ingest/source-reader.js';
import { placesOf, type SourcePlace } from '../ingest/sources.js';
import { Failed } from './failed.js';
import { Interrupted, interruptible } from './interrupted.js';
import { Progress } from './progress.js';
import { addReadingOptions, type Readers, type ReadingOptions, withReaders } from './readers.js';
import { writeStandardOutput } from './standard-output.js';
import { storeOf, storeOption } from './store-option.js';
import { VERSION } from './version.js';

interface IngestCommandOptions extends ReadingOptions {
  readonly publisher?: string;
  readonly publishedAt?: Published;
  readonly title?: string;
  readonly url?: string;
  readonly byline?: string[];
  readonly topic?: string[];
  readonly language?: string;
  readonly json?: boolean;
}

/** How many documents came to what. */
interface Summary {
  created: number;
  revised: number;
  unchanged: number;
  failed: number;
}

/** `onrecord ingest`: takes documents into the store. */
export function ingestCommand(): Command {
  return addReadingOptions(
    new Command('ingest')
      .description(
        'Read articles and store them with who says what in them: files, folders, patterns, addresses, feeds; - is standard input. What is stored already stays as it is. Exits with 1 if any of them could not be stored.',
      )
      .argument('<source...>', 'files, folders, patterns such as news/*.html, addresses, or -')
      .option('--publisher <name>', 'the outlet, whatever the documents say')
      .addOption(
        new Option('--published-at <time>', 'the day or time of publication, whatever they say').argParser(
          readPublished,
        ),
      )
      .option('--title <title>', 'the title, whatever they say')
      .option('--url <address>', 'the address of the article, whatever they say')
      .option('--byline <name...>', 'who wrote it, whatever they say')
      .option('--topic <name...>', 'what it is about, whatever they say')
      .option('--language <tag>', 'the language (BCP 47), whatever they say'),
  )
    .addOption(storeOption())
    .option('--json', 'print what became of each document as a line of JSON')
    .action(async (names: string[], options: IngestCommandOptions, command: Command) => {
      const places = await allPlaces(names);
      await withReaders(storeOf(command), options, (readers) =>
        interruptible((signal) => ingest(places, options, signal, readers)),
      );
    });
}

async function allPlaces(names: readonly string[]): Promise<SourcePlace[]> {
  const places: SourcePlace[] = [];
  for (const name of names) places.push(...(await placesOf(name)));
  return places;
}

async function ingest(
  places: readonly SourcePlace[],
  options: IngestCommandOptions,
  signal: AbortSignal,
  { repository, extractor }: Readers,
): Promise<void> {
  const { json = false } = options;
  const reader = new SourceReader(fetchFrom(process.env, VERSION), repository.sources);
  const batch = new Batch(repository, new Ingest(repository, extractor), reader, {
    ...{ actor: 'onrecord ingest', given: givenIn(options), signal },
    // One is stored while the others are read, and one more waits for the first who is free.
    ahead: options.workers + 2,
  });
  const summary: Summary = { created: 0, revised: 0, unchanged: 0, failed: 0 };
  const progress = new Progress(null);
  for await (const result of batch.run(places)) {
    count(summary, result);
    progress.end();
    await tell(result, json);
    progress.show(summary.created + summary.revised + summary.unchanged + summary.failed);
  }
  progress.end();
  await writeStandardOutput(json ? `${JSON.stringify({ summary })}\n` : `${sentenceOf(summary)}\n`);
  if (signal.aborted) throw new Interrupted('Ended before all was read; run it again for the rest.');
  if (summary.failed > 0) throw new Failed(`${summary.failed} could not be stored.`);
}

function givenIn(options: IngestCommandOptions): Known {
  const { title, publisher, url, byline, topic, language, publishedAt } = options;
  return { title, publisher, url, bylines: byline, topics: topic, language, published: publishedAt };
}

function count(summary: Summary, result: BatchResult): void {
  if (result.outcome === 'FAILED') summary.failed++;
  else if (result.outcome === 'CREATED') summary.created++;
  else if (result.outcome === 'REVISED') summary.revised++;
  else summary.unchanged += 'documents' in result ? result.documents : 1;
}

/** Says what became of a document: once this is read, it is stored. */
async function tell(result: BatchResult, json: boolean): Promise<void> {
  if (json) return writeStandardOutput(`${JSON.stringify(rowOf(result))}\n`);
  if (result.outcome === 'FAILED') {
    process.stderr.write(`onrecord: ${messageOf(result.place, result.error)}\n`);
    return;
  }
  const what = 'articleId' in result ? result.articleId : `${result.documents} articles`;
  await writeStandardOutput(`${result.outcome.toLowerCase()}\t${what}\t${result.place}\n`);
}

function rowOf(result: BatchResult): object {
  if (result.outcome !== 'FAILED') return result;
  const { place, outcome, error } = result;
  return { place, outcome, code: error.code, reason: messageOf(place, error) };
}

/** An error with the place where it arose, which most name already. */
function messageOf(place: string, { message }: OnRecordError): string {
  return message.includes(place) ? message : `${place}: ${message}`;
}

function sentenceOf({ created, revised, unchanged, failed }: Summary): string {
  return `${created} created, ${revised} revised, ${unchanged} unchanged, ${failed} failed.`;
}

function readPublished(text: string): Published {
  const published = parsePublished(text);
  if (published !== null) return published;
  throw new InvalidArgumentError('It takes a day (2031-05-04) or a time (2031-05-04T18:00:00+09:00).');
}
