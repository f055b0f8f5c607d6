import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { OnRecordError } from '../../domain/errors.js';
import { type LinePlace, RowError } from '../../extraction/rows/article-row.js';
import { reasonOf } from '../reason.js';

/** A line of text that is not blank, and where it stands. */
export interface Line {
  readonly text: string;
  readonly place: LinePlace;
}

const LINE_FEED = 10;

/**
 * The lines of a stream of UTF-8, as they come. Only a line feed ends a line: JSON may have the other line breaks of
 * Unicode in its strings. Throws a RowError for a line that is not UTF-8.
 */
export async function* linesOf(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let number = 1;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      yield* lineOf([...parts, chunk.subarray(from, end)], { file, line: number });
      parts = [];
      from = end + 1;
      number++;
    }
    parts.push(chunk.subarray(from));
  }
  yield* lineOf(parts, { file, line: number });
}

function* lineOf(parts: readonly Buffer[], place: LinePlace): Generator<Line> {
  const text = decoded(Buffer.concat(parts), place);
  if (text.trim() !== '') yield { text, place };
}

function decoded(bytes: Buffer, place: LinePlace): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RowError(place, 'The line is not UTF-8 text; save the file as UTF-8.');
  }
}

/** Passes a stream on; throws an OnRecordError where it cannot be read. */
export async function* readable(source: Readable, file: string): AsyncGenerator<Buffer> {
  try {
    yield* source;
  } catch (cause) {
    throw new OnRecordError('BAD_USER_INPUT', `${file}: Cannot be read: ${reasonOf(cause)}`, { cause });
  }
}

/** How many lines a file has, without reading them. */
export async function countLines(path: string): Promise<number> {
  let lines = 0;
  let last = LINE_FEED;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) lines++;
    last = chunk.at(-1) ?? last;
  }
  return last === LINE_FEED ? lines : lines + 1;
}
