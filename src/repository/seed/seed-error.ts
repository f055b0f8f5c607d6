import { OnRecordError } from '../../domain/errors.js';

/** A seed file that cannot be used. The message begins with the file's path and, where there is one, the line. */
export class SeedError extends OnRecordError {
  readonly path: string;
  readonly line: number | null;

  constructor(path: string, line: number | null, message: string, options?: ErrorOptions) {
    super('BAD_USER_INPUT', `${line === null ? path : `${path}:${line}`}: ${message}`, options);
    this.path = path;
    this.line = line;
  }
}
