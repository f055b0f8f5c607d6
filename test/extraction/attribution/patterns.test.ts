import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findByPatterns, type PatternAttribution } from '../../../src/extraction/attribution/patterns.js';
import { segment } from '../../../src/extraction/segmentation.js';
import { isSameContent, isSameCue, isSameSource } from '../compare-spans.js';
import { type ExpectedStatement, type ExtractionCase, readCases } from '../read-cases.js';

const cases = readCases(fileURLToPath(new URL('../cases/attribution.yaml', import.meta.url)));

/** Patterns alone need not find everything; these are the cases in which they find less, more or something else. */
const KNOWN_FAILURES: ReadonlySet<string> = new Set([
  'a quotation that is left open over three paragraphs and closed once',
  'a closed quotation in a paragraph of its own, whose speaker is the last one',
  'a mark that is never closed',
  'characters of two UTF-16 units before and inside the quotation',
  'two speakers in turn, each in a paragraph',
  'what she called',
  'a speaker introduced in a sentence without a verb of speech',
  'a list of three speakers, one of them an organization',
  'both, for two people named before',
  'a source described with a relative clause',
  'a quotation that nobody is named for',
  'a sign that speaks',
  'a noun that reports, her promise that',
  'an item whose marks change their meaning from sentence to sentence',
  'an item in which one person speaks in three forms',
]);

describe('spans by patterns alone', () => {
  it.each(cases.map((each) => [each.name, each] as const))('%s', (name, expected) => {
    const differences = differencesIn(expected, findByPatterns(segment(expected.text)));
    if (KNOWN_FAILURES.has(name)) expect(differences).not.toEqual([]);
    else expect(differences).toEqual([]);
  });
});

describe('any string', () => {
  it('gives exact spans', () => {
    const words = fc.constantFrom(
      ...'Quill|said|“|”|"|‘|’|,|.|:|—|that|according|to|the|pier|who|and|\n\n|told|adding|🌊'.split('|'),
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const { source, cue, content } of findByPatterns(segment(text))) {
          for (const { start, end } of [...source, ...cue, ...content]) {
            expect(0 <= start && start < end && end <= text.length).toBe(true);
          }
          expect(content.every(({ start }, i) => start >= (content[i - 1]?.end ?? 0))).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '“A,” said B. ',
    'A said ',
    '“',
    'according to ',
    'A, B, ',
    'who said and ',
    'A: “B.”\n\n',
  ])('is read in linear time: %j many times', (unit) => {
    const document = segment(unit.repeat(200_000 / unit.length));
    const started = performance.now();
    findByPatterns(document);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

/** What differs in the spans of statements that no other reports, several statements of one cue and content being one. */
function differencesIn({ text, statements }: ExtractionCase, found: readonly PatternAttribution[]): string[] {
  const outermost = [...statements].filter(([, { parent }]) => parent === null);
  const expected = outermost.filter(([, one], i) => outermost.findIndex(([, other]) => isSameReport(one, other)) === i);
  const left = [...found];
  const missing = expected.filter(([, statement]) => {
    const together = [...statements.values()]
      .filter((other) => isSameReport(statement, other))
      .flatMap(({ source }) => source);
    const at = left.findIndex(
      ({ source, cue, content }) =>
        isSameContent(text, statement.content, content) &&
        isSameCue(text, statement.cue, cue) &&
        isSameSource(text, statement.source, source, together),
    );
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const inWords = ({ source, cue, content }: Pick<PatternAttribution, 'source' | 'cue' | 'content'>) =>
    [source, cue, content]
      .map((spans) => spans.map(({ start, end }) => text.slice(start, end)).join(' … '))
      .join(' | ');
  return [
    ...missing.map(([key, statement]) => `${key} is missing: ${inWords(statement)}`),
    ...left.map((attribution) => `too many (${attribution.pattern}): ${inWords(attribution)}`),
  ];
}

function isSameReport(one: ExpectedStatement, other: ExpectedStatement): boolean {
  return JSON.stringify([one.cue, one.content]) === JSON.stringify([other.cue, other.content]);
}
