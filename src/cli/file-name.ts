import { InvalidArgumentError } from 'commander';

/** Reads a file’s name; throws an InvalidArgumentError where it is empty, as a variable of the shell that is not set leaves it. */
export function readFileName(text: string): string {
  if (text !== '') return text;
  throw new InvalidArgumentError('It takes the name of a file, or - in its place.');
}
