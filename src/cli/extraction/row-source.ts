import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { addAbortSignal } from 'node:stream';
import { countLines, type Line, linesOf, readable } from './lines.js';

/** What stands for standard input or output in place of a file’s name. */
export const STANDARD = '-';

/** What messages call a file that is read. */
export function inputName(file: string): string {
  return file === STANDARD ? 'standard input' : file;
}

/** The lines of a file or of standard input, until `signal` ends them. Throws an OnRecordError where they cannot be read. */
export function linesIn(file: string, signal?: AbortSignal): AsyncGenerator<Line> {
  const source = file === STANDARD ? process.stdin : createReadStream(file);
  if (signal !== undefined) addAbortSignal(signal, source);
  return linesOf(readable(source, inputName(file)), inputName(file));
}

/** How many lines a file has, where somebody looks on who wants to know; null where it cannot be told. */
export async function totalOf(file: string): Promise<number | null> {
  if (!process.stderr.isTTY || file === STANDARD) return null;
  try {
    return (await stat(file)).isFile() ? await countLines(file) : null;
  } catch {
    return null;
  }
}
