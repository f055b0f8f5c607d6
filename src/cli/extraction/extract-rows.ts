import { setImmediate } from 'node:timers/promises';
import { type ExtractOptions, extract } from '../../extraction/extract.js';
import { articleRowOf, parseLine } from '../../extraction/rows/article-row.js';
import { extractionRow } from '../../extraction/rows/extraction-row.js';
import { Interrupted, interruptible } from '../interrupted.js';
import { Progress } from '../progress.js';
import { writingStandardOutput } from '../standard-output.js';
import { type Output, writingFile } from './output.js';
import { linesIn, STANDARD, totalOf } from './row-source.js';

/** Where rows come from and go to, and how they are read. */
export interface RowsOptions extends Omit<ExtractOptions, 'published'> {
  readonly input: string;
  readonly output: string;
}

/**
 * Reads articles, one to a line of JSON, and writes what is found in each to a line, in the same order. Holds one article
 * at a time. Throws a RowError at the first line that cannot be used, an Interrupted when it is told to end before; a file
 * that is to be written is then as it was.
 */
export async function extractRows({ input, output, ...options }: RowsOptions): Promise<void> {
  const progress = new Progress(await totalOf(input));
  // Whoever asks for the end is heard before the file is begun: nothing of it stays behind.
  await interruptible((signal) => {
    const work = async (sink: Output) => {
      let done = 0;
      for await (const line of orInterrupted(resultsOf(input, options, signal), signal, () => done)) {
        await sink.write(line);
        progress.show(++done);
      }
    };
    return output === STANDARD ? writingStandardOutput((write) => work({ write })) : writingFile(output, work);
  }).finally(() => progress.end());
}

async function* resultsOf(
  input: string,
  options: Omit<RowsOptions, 'input' | 'output'>,
  signal: AbortSignal,
): AsyncGenerator<string> {
  for await (const { text, place } of linesIn(input, signal)) {
    const row = articleRowOf(parseLine(text, place), place);
    const found = extract(row.text, { ...options, published: row.published });
    yield `${JSON.stringify(extractionRow(row.id, found))}\n`;
    // Reading never waits for anything while a chunk has lines, so that without this no signal would be heard.
    await setImmediate();
    signal.throwIfAborted();
  }
}

/** Passes results on; what is thrown when somebody asked for the end becomes an Interrupted. */
async function* orInterrupted<T>(
  results: AsyncIterable<T>,
  signal: AbortSignal,
  done: () => number,
): AsyncGenerator<T> {
  try {
    yield* results;
  } catch (error) {
    throw signal.aborted ? new Interrupted(`Ended after ${done()} articles; nothing more is written.`) : error;
  }
}
