/** A line of a report is at most this long, in characters. */
const LONGEST = 160;

/** Text on one line, without its end where it is long. */
export function shortened(text: string): string {
  const line = text.replace(/\s+$/u, '').replace(/[\r\n\u2028\u2029]+/gu, ' ¶ ');
  const characters = [...line];
  return characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
