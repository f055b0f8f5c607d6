/** White space that is no line end, of every width, breaking or not. */
const SPACES = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;
const LINE_ENDS = /\r\n|[\r\u0085\u2028]/gu;
const PARAGRAPH_ENDS = /[\v\f\u2029]/gu;
/** Soft hyphens, zero-width spaces, invisible operators, marks of direction, byte order marks, annotations: what no reader sees. */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]|[\p{Cc}--\n]/gv;
/** The scripts that are written with joiners. */
const JOINING =
  'Arabic Syriac Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer'
    .split(' ')
    .map((script) => String.raw`\p{Script_Extensions=${script}}`)
    .join('');
const PICTURES = String.raw`\p{Extended_Pictographic}\p{Emoji_Modifier}`;
/**
 * Joiners that join nothing. Between letters of scripts that are written with them and inside emoji they are spelling,
 * and stay.
 */
const STRAY_JOINERS = new RegExp(
  String.raw`(?<![${JOINING}${PICTURES}\uFE0F])[\u200C\u200D]|[\u200C\u200D](?![${JOINING}${PICTURES}])`,
  'gu',
);

/**
 * Text as it is stored, once, before any offset points into it: well-formed, in Unicode’s form C, line ends `\n`, plain
 * spaces and never two, nothing invisible, no control characters, no white space around lines, paragraphs apart by
 * exactly one blank line. Normalizing again changes nothing.
 */
export function normalizeText(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_ENDS, '\n')
    .replace(PARAGRAPH_ENDS, '\n\n')
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINERS, '')
    .normalize('NFC')
    .replace(/ {2,}/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** The same for what is one line: a title, a name. */
export function normalizeLine(text: string): string {
  return normalizeText(text).replace(/\s+/gu, ' ');
}
