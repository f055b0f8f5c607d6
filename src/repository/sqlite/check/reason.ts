/** Why something stored could not be read, in one line. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${message.replace(/\s+/gu, ' ').replace(/\.$/u, '')}.`;
}
