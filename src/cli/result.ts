/** Writes a command's result: for people, or with --json for programs. */
export function writeResult(json: boolean | undefined, result: object, text: string): void {
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${text}\n`);
}
