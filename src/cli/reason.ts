/** Why a file could not be used, without its name, which the message has already: of “ENOENT: …, open 'a.txt'” what is before the comma. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'syscall' in error ? error.message.replace(/, [a-z]+(?: '.*)?$/su, '') : error.message;
}
