import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeLine, normalizeText } from '../../../src/ingest/normalize-text.js';

/** Characters that normalizing has to do with, far more often than chance would have them. */
const awkward = fc.constantFrom(
  ...[
    ' ',
    '  ',
    '\n',
    '\n\n\n',
    '\r\n',
    '\r',
    '\t',
    '\v',
    '\f',
    '\u0085',
    '\u2028',
    '\u2029',
    '\u00A0',
    '\u202F',
    '\u3000',
    '\u00AD',
    '\u200B',
    '\u200C',
    '\u200D',
    '\u200E',
    '\u202E',
    '\u2066',
    '\uFEFF',
    '\u0000',
    '\u0007',
    '\u009F',
    '\uD800',
    '\uDC00',
    'e\u0301',
    '\u0301',
    'ب',
    'क',
    '्',
    '👩',
    '👍🏽',
    '\u212B',
    '\uFFFE',
    'a',
  ],
);
const anyText = fc
  .array(fc.oneof(awkward, fc.string({ unit: 'binary' })), { maxLength: 40 })
  .map((parts) => parts.join(''));

test('normalizing twice is normalizing once', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = normalizeText(text);
      expect(normalizeText(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});

test('nothing is left that a reader cannot see, and no white space but single spaces, line ends and blank lines', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const normal = normalizeText(text);
      expect(normal).not.toMatch(/[\p{Cc}--\n]|[\u00AD\u200B\u200E\u200F\u2028-\u202F\u2060-\u206F\uFEFF\u00A0]/v);
      expect(normal).not.toMatch(/ {2}| \n|\n |\n{3}|^\s|\s$/u);
      expect(normal.isWellFormed()).toBe(true);
      expect(normal.normalize('NFC')).toBe(normal);
    }),
    { numRuns: 2000 },
  );
});

test('a line has no line ends', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(normalizeLine(text)).not.toMatch(/\n| {2}/u);
    }),
  );
});

test.each([
  ['soft hyphens are taken out', 'Stadt\u00ADwerke', 'Stadtwerke'],
  ['no-break spaces become spaces', '9,5\u00A0% of 90\u202F000', '9,5 % of 90 000'],
  ['letters and their accents become one', 'Mu\u0308ller', 'Müller'],
  ['a half of a surrogate pair is replaced', 'a\uD800b', 'a\uFFFDb'],
  ['line ends of other systems become line feeds', 'a\r\nb\rc', 'a\nb\nc'],
  ['paragraphs are apart by one blank line', 'a\n \n\t\n\nb', 'a\n\nb'],
  ['a joiner that is spelling stays', 'می\u200Cخواهم', 'می\u200Cخواهم'],
  ['a joiner that is none goes', 'to\u200Cday', 'today'],
  ['an emoji of several stays one', '👩\u200D🚒', '👩\u200D🚒'],
])('%s', (_, text, normal) => {
  expect(normalizeText(text)).toBe(normal);
});
