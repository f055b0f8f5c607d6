import { writeStandardOutput } from './standard-output.js';

/** Writes a command's result: for people, or with --json for programs. Throws an OnRecordError where it cannot be written. */
export function writeResult(json: boolean | undefined, result: object, text: string): Promise<void> {
  return writeStandardOutput(json ? `${JSON.stringify(result)}\n` : `${text}\n`);
}
