import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuotedStretch } from '../../src/extraction/document.js';
import { segment } from '../../src/extraction/segmentation.js';

const quotationsIn = (text: string): readonly QuotedStretch[] => segment(text).quotations;

/** What stands between marks, indented by how deep it stands. */
const quoted = (text: string): string[] =>
  quotationsIn(text).map(({ inner, depth }) => `${'> '.repeat(depth)}${text.slice(inner.start, inner.end)}`);

const uses = (text: string): string[] => quotationsIn(text).map(({ use }) => use);

describe('quotation marks are paired', () => {
  it.each([
    ['curly', '“The pier holds,” said Quill.', ['The pier holds,']],
    ['straight', 'Quill said "it holds" and "it will".', ['it holds', 'it will']],
    ['single', '‘We can’t row,’ he said.', ['We can’t row,']],
    ['single and straight', "'We can't row,' he said.", ["We can't row,"]],
    ['guillemets', '«The pier holds», said Quill. « It does »', ['The pier holds', ' It does ']],
    ['guillemets that point inwards', '»The pier holds«, said Quill.', ['The pier holds']],
    ['single guillemets', '‹The pier holds›, said Quill.', ['The pier holds']],
    ['below the line', '„The pier holds“, said Quill. „It does”', ['The pier holds', 'It does']],
    ['of a typewriter', "``The pier holds,'' said Quill.", ['The pier holds,']],
    ['of two styles', '“The pier holds," said Quill. "It does”', ['The pier holds,', 'It does']],
    ['that point the wrong way', '“The pier holds,“ said Quill. ”It does.”', ['The pier holds,', 'It does.']],
    ['behind a dash', 'She said—"we go" and "if only—" and left.', ['we go', 'if only—']],
    ['nested', '“He said ‘go’ to ‘us’,” she said.', ['He said ‘go’ to ‘us’,', '> go', '> us']],
    ['nested, straight', '"He said "go" to us," she said.', ['He said "go" to us,', '> go']],
    ['nested, the inner first', '“‘Go’ is what he said,” she said.', ['‘Go’ is what he said,', '> Go']],
    ['thrice nested', '“A ‘b “c” d’ e”', ['A ‘b “c” d’ e', '> b “c” d', '> > c']],
    ['with nothing between', 'An empty “” pair', ['']],
  ])('%s', (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });
});

describe('apostrophes and lengths are no quotation marks', () => {
  it.each([
    ['of the plural', "The boats' owners met the crews' wives.", []],
    [
      'of the plural, between single marks',
      '‘It’s the divers’ risk, not ours,’ she said.',
      ['It’s the divers’ risk, not ours,'],
    ],
    ['before a word', "Get 'em off the pier, 'twas said, rock 'n' roll or not.", []],
    ['before a word, curled the wrong way', '‘Tis late, and the ‘90s are over.', []],
    ['at the end of a word', 'Rowin’ an’ sailin’ is fun.', []],
    ['of a decade', "It was built in the '30s or the summer of '42, said the boys' teacher.", []],
    ['of feet and inches', `The figure is 6'2" tall. "It frightens," she said.`, ['It frightens,']],
    ['of inches', 'A 12" pipe. "It leaks," she said.', ['It leaks,']],
    ['of inches between marks', '"It is a 12" pipe," she said.', ['It is a 12" pipe,']],
  ])('%s', (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });
});

describe('marks that nothing closes', () => {
  it('go on in the next paragraph where that opens with a mark', () => {
    const text = '“One.\n\n“Two.\n\n“Three,” she said.\n\n“Four.”';
    expect(quotationsIn(text).map(({ continues }) => continues)).toEqual([true, true, false, false]);
    expect(quoted(text)).toEqual(['One.', 'Two.', 'Three,', 'Four.']);
  });

  it('go on with straight and single marks too', () => {
    expect(quotationsIn('"One.\n\n"Two."').map(({ continues }) => continues)).toEqual([true, false]);
    expect(quotationsIn('‘One.\n\n‘Two.’').map(({ continues }) => continues)).toEqual([true, false]);
  });

  it('run to the end of the paragraph otherwise', () => {
    const text = 'Quill said: “One. Two.\n\nThree.';
    const [only, ...others] = quotationsIn(text);
    expect(only).toMatchObject({ continues: false, outer: { start: 12, end: 22 }, inner: { start: 13, end: 22 } });
    expect(others).toEqual([]);
  });

  it('run to the next mark that opens', () => {
    expect(quoted('“One, she said. “Two,” she said.')).toEqual(['One, she said.', 'Two,']);
  });

  it('are nothing when they only close', () => {
    expect(quoted('One,” she said.')).toEqual([]);
  });
});

describe('what marks are for', () => {
  it.each([
    ['speech', '“We go,” said Quill.', 'SPEECH'],
    ['one word of somebody', 'Quill called it “shabby”.', 'SPEECH'],
    ['a few words without a verb of speech near', 'A sign. “No tolls.”', 'SPEECH'],
    ['a word at a distance', 'The “museum”, a shed, will close.', 'SCARE'],
    ['a word at a distance in somebody’s sentence', '“He is no ‘captain’ of mine,” said Quill.', 'SPEECH SCARE'],
    ['what is so called', 'The so-called “summer fleet of the north coast” is two boats.', 'SCARE'],
    ['a word as a word', 'The word “ferry” is painted on it.', 'SCARE'],
    ['a nickname', 'Osbert “Two Ropes” Lunt slept.', 'SCARE'],
    ['a title', 'The choir sang “Salt on the Sill” twice.', 'TITLE'],
    ['a title of one word', 'In the film “Anchors” nobody swims.', 'TITLE'],
    ['a title with the comma inside', 'The ballad “Salt and Rope,” long lost, is found.', 'TITLE'],
  ])('%s', (_, text, expected) => {
    expect(uses(text).join(' ')).toBe(expected);
  });
});

describe('any string', () => {
  const strings = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(..."“”\"'‘’„«»‹›``''a1s.,— \n"), { maxLength: 80 }).map((units) => units.join('')),
  );

  it('gives pairs whose spans are exact, nested and in order', () => {
    fc.assert(
      fc.property(strings, (text) => {
        const found = quotationsIn(text);
        for (const [i, { inner, outer }] of found.entries()) {
          expect(0 <= outer.start && outer.start < inner.start && inner.start <= inner.end).toBe(true);
          expect(inner.end <= outer.end && outer.end <= text.length).toBe(true);
          const next = found[i + 1]?.outer;
          if (next === undefined) continue;
          expect(next.start >= inner.start).toBe(true);
          expect(next.start >= outer.end || next.end <= inner.end).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives each pair the number of those around it', () => {
    fc.assert(
      fc.property(strings, (text) => {
        const found = quotationsIn(text);
        for (const { outer, depth } of found) {
          const around = found.filter(({ inner }) => inner.start <= outer.start && outer.end <= inner.end);
          expect(depth).toBe(around.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '“',
    '"',
    '‘',
    '’',
    '„',
    '«',
    "'",
    's’ ',
    '‘a ',
    '“‘',
    '“a ‘b ',
    '" a',
    '12" ',
    '“A.\n',
  ])('pairs what there is in a long run of %j, at a length where quadratic time would not end', (unit) => {
    const text = unit.repeat(200_000 / unit.length);
    for (const { outer, inner } of quotationsIn(text)) {
      expect(outer.start <= inner.start && inner.end <= outer.end && outer.end <= text.length).toBe(true);
    }
  });
});
