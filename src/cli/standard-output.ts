import { OnRecordError } from '../domain/errors.js';
import { reasonOf } from './reason.js';

/**
 * Gives `work` a function that writes to standard output. Whoever reads it may have had enough: then the work ends and nothing
 * is wrong. Throws an OnRecordError where it cannot be written for another reason.
 */
export async function writingStandardOutput(work: (write: (text: string) => Promise<void>) => Promise<void>) {
  const { stdout } = process;
  // The error also comes to whoever writes, below; without a listener it would end the process here.
  const ignore = () => undefined;
  stdout.on('error', ignore);
  try {
    await work(
      (text) =>
        new Promise((resolve, reject) =>
          stdout.write(text, (error) => (error ? reject(new Unwritten(error)) : resolve())),
        ),
    );
  } catch (error) {
    if (!(error instanceof Unwritten)) throw error;
    if (error.code === 'EPIPE') return;
    throw new OnRecordError('BAD_USER_INPUT', `standard output: Cannot be written: ${error.message}`, {
      cause: error.cause,
    });
  } finally {
    stdout.off('error', ignore);
  }
}

/** Writes a text to standard output; throws an OnRecordError where it cannot be written. */
export function writeStandardOutput(text: string): Promise<void> {
  return writingStandardOutput((write) => write(text));
}

/** Why standard output could not be written: told apart from what the work itself throws. */
class Unwritten extends Error {
  readonly code: unknown;

  constructor(cause: Error) {
    super(reasonOf(cause), { cause });
    this.code = 'code' in cause ? cause.code : null;
  }
}
