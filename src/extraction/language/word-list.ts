/** The words of a list that is written with white space between them; `_` stands for a space within an entry. */
export function wordList(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split(/\s+/u)
      .filter(Boolean)
      .map((word) => word.replaceAll('_', ' ')),
  );
}

/** The entries of a list of one entry a line, with fields between semicolons; empty lines are left out. */
export function lineList(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(';').map((field) => field.trim()));
}
