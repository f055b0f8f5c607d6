/** How a stretch of text looks on a terminal: the numbers of SGR codes (ECMA-48), none for plain text. */
export type Look = readonly number[];

export const PLAIN: Look = [];
export const BOLD: Look = [1];
export const DIM: Look = [2];

/** Dresses text in a look, or leaves it as it is where there are no colours. */
export type Paint = (look: Look, text: string) => string;

/** How text is put on a terminal. */
export interface Page {
  readonly paint: Paint;
  /** In columns. */
  readonly width: number;
}

const ESCAPE = '\u001b[';

export function painter(colour: boolean): Paint {
  if (!colour) return (_, text) => text;
  return (look, text) => (look.length === 0 || text === '' ? text : `${ESCAPE}${look.join(';')}m${text}${ESCAPE}0m`);
}

/**
 * The text with every unit replaced that a terminal would obey or cannot show: control characters, marks that turn the
 * direction of writing, lone surrogates. Its length stays the same, so offsets do too.
 */
export function shownText(text: string): string {
  return text
    .replace(/[\u2028\u2029]/gu, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu, '\ufffd');
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const WIDTHLESS = /[\p{Mn}\p{Me}\u200b-\u200d]/u;

/** How many columns a text takes on a terminal: East Asian wide characters two (UAX 11), combining ones none. */
export function columnsOf(text: string): number {
  if (/^[ -~]*$/u.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : WIDTHLESS.test(character) ? 0 : 1;
  return columns;
}

/** Breaks text into lines of at most `width` columns at its white space; a longer word has a line of its own. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).filter((part) => part !== '')) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
