import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotedStretches } from '../../src/domain/quotation-marks.js';

function quoted(text: string): string[] {
  return quotedStretches(text).map(({ start, end }) => text.slice(start, end));
}

test.each([
  ['“Nobody sails,” she said. “Not tonight.”', ['Nobody sails,', 'Not tonight.']],
  ['She said "it is closed" and left.', ['it is closed']],
  ['«Личное послание», — сказала она.', ['Личное послание']],
  ['„Es ist zu“, sagte sie.', ['Es ist zu']],
  ['‘It’s the pilots’ strike,’ he said.', ['It’s the pilots’ strike,']],
  ['「港は閉まった」と言った。', ['港は閉まった']],
  ['“He told me ‘no’ twice.”', ['He told me ‘no’ twice.']],
  ['“It is closed.\n\n“Nobody sails.”', ['It is closed.', 'Nobody sails.']],
  ['The boats’ owners and the 12" pipe', []],
  ['‘It is closed’ is what he said of the boats’ harbour.', ['It is closed']],
  ['“”', []],
])('finds what stands between the marks of %j', (text, wanted) => {
  expect(quoted(text)).toEqual(wanted);
});

test('finds stretches in the order of the text, none within another, in any text', () => {
  const marks = fc.constantFrom('“', '”', '"', '«', '»', '‘', '’', '\n', ' ', 'a', 'boat', '「', '」');
  fc.assert(
    fc.property(fc.array(marks), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { start, end } of quotedStretches(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).not.toContain('\n');
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});
