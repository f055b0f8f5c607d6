import { OnRecordError } from '../../domain/errors.js';

/** Turns what the system says of a file into an error that says what to do; gives any other back as it is. */
export function fileError(file: string, error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error;
  const code = String(error.code);
  const reason = REASONS[code] ?? `the system says ${code}`;
  return new OnRecordError(
    code === 'EEXIST' ? 'CONFLICT' : 'STORE_UNAVAILABLE',
    `${file} cannot be written: ${reason}.`,
    {
      cause: error,
    },
  );
}

const REASONS: Readonly<Record<string, string>> = {
  EEXIST: 'there is a file of this name by now; name another, or give --force to replace it',
  ENOENT: 'its folder is not there; make it first',
  ENOTDIR: 'its folder is not there; make it first',
  EACCES: 'its folder is read-only',
  EPERM: 'its folder is read-only',
  EROFS: 'its disk is read-only',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EFBIG: 'the disk is full',
};
