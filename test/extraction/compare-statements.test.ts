import { describe, expect, it } from 'vitest';
import type { Stretch } from '../../src/domain/span.js';
import type { ExtractedStatement } from '../../src/extraction/extraction.js';
import { isSameContent, isSameCue, isSameSource } from './compare-spans.js';
import { type ComparisonOptions, compareStatements } from './compare-statements.js';
import { asExtracted, expectedEntities } from './expected-extraction.js';
import { parseCases } from './read-cases.js';

const [CASE] = parseCases(
  'cases.yaml',
  `
- name: a letter in a statement
  published: 2031-05-04
  text: |-
    In a statement on Saturday, Ada Quill, the mayor, said the letter “breathed calm”. Both of them, the cooks, denied it.
  people:
    quill: { name: Ada Quill }
  sources:
    letter: { description: the letter, kind: DOCUMENT }
    cooks: { description: the cooks, kind: OTHER, plural: true }
  statements:
    s1:
      content: [the letter “breathed calm]
      source: [Ada Quill]
      cue: [said]
      kind: MIXED
      speaker: quill
      medium: WRITTEN_STATEMENT
      said: { from: 2031-05-03, to: 2031-05-03, precision: DAY, text: on Saturday }
      quotations: [{ text: breathed calm, wordsOf: s1 }]
    s2:
      content: [calm]
      source: [the letter]
      cue: [breathed]
      kind: INDIRECT
      speaker: letter
      parent: s1
`,
);

type Change = Partial<ExtractedStatement> | null;

/** What differs when the engine gives what the case expects, but for these changes. */
function differences(changes: Readonly<Record<string, Change>>, options?: ComparisonOptions): string[] {
  if (CASE === undefined) throw new Error('There is no case.');
  const statements = [...CASE.statements].map(([key, statement]) => asExtracted(key, statement));
  const changed = statements.flatMap((statement) => {
    const change = changes[statement.id];
    return change === null ? [] : [{ ...statement, ...change }];
  });
  return compareStatements(CASE, { ...expectedEntities(CASE), statements: changed }, options);
}

function place(words: string): Stretch[] {
  const start = CASE?.text.indexOf(words) ?? -1;
  expect(start, words).toBeGreaterThanOrEqual(0);
  return [{ start, end: start + words.length }];
}

describe('the comparison of statements', () => {
  it('finds no difference between what is expected and the same', () => {
    expect(differences({})).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, Change>>, RegExp]>([
    ['a missing statement', { s2: null }, /^s2 is missing: source “the letter”, cue “breathed”, content “calm”$/],
    ['another force', { s1: { force: 'CLAIMED' } }, /^s1 force: expected STATED, found CLAIMED$/],
    ['another kind', { s2: { kind: 'DIRECT' } }, /^s2 kind/],
    ['no medium', { s1: { medium: null } }, /^s1 medium: expected WRITTEN_STATEMENT, found none$/],
    ['no date', { s1: { said: null } }, /^s1 said: expected “Saturday” 2031-05-03 to 2031-05-03 DAY, found none$/],
    ['another speaker', { s2: { speaker: 'quill' } }, /^s2 speaker: expected UNNAMED letter, found UNNAMED quill$/],
    ['no parent', { s2: { parent: null } }, /^s2 parent: expected s1, found none$/],
    ['no quotations', { s1: { quotations: [] } }, /^s1 quotations: expected “breathed calm” by s1, found none$/],
  ])('tells %s', (_, changes, says) => {
    expect(differences(changes)).toEqual([expect.stringMatching(says)]);
  });

  it('tells a statement that is too many', () => {
    const more = asExtracted('s9', {
      content: place('it.'),
      source: place('the cooks'),
      cue: place('denied'),
      kind: 'INDIRECT',
      force: 'DENIED',
      speaker: 'cooks',
      status: 'UNNAMED',
      candidates: [],
      medium: null,
      said: null,
      parent: null,
      quotations: [],
    });
    if (CASE === undefined) throw new Error('There is no case.');
    const statements = [...[...CASE.statements].map(([key, statement]) => asExtracted(key, statement)), more];
    expect(compareStatements(CASE, { ...expectedEntities(CASE), statements })).toEqual([
      'too many: source “the cooks”, cue “denied”, content “it.”',
    ]);
  });

  it('looks at the given fields alone', () => {
    expect(differences({ s1: { force: 'CLAIMED', medium: null } }, { fields: ['medium'] })).toHaveLength(1);
  });

  it('takes the engine’s convention of spans for the same', () => {
    const engine = {
      source: place('Ada Quill, the mayor,'),
      cue: place('said'),
      content: place('the letter “breathed calm”.'),
    };
    expect(differences({ s1: engine })).toEqual([]);
  });
});

describe('spans', () => {
  const text =
    'Ada Quill, the mayor, has told the council that it rains. The cook’s letter and a man who knows say that “we”. “Go.”';
  const at = (...words: string[]) =>
    words.map((each) => ({ start: text.indexOf(each), end: text.indexOf(each) + each.length }));

  it.each([
    [['it rains'], ['that it rains.'], true],
    [['we', 'Go'], ['we”. “Go.”'], true],
    [['it rains'], ['rains'], false],
  ])('content %j is %j: %j', (expected, found, same) => {
    expect(isSameContent(text, at(...expected), at(...found))).toBe(same);
  });

  it.each([
    ['told', 'has told the council', true],
    ['told', 'council', false],
    ['told', 'has', false],
    ['say', 'told', false],
  ])('cue %j is %j: %j', (expected, found, same) => {
    expect(isSameCue(text, at(expected), at(found))).toBe(same);
  });

  it.each([
    ['Ada Quill', 'Ada Quill, the mayor,', true],
    ['Ada Quill, the mayor', 'Ada Quill', true],
    ['The cook', 'The cook’s letter', true],
    ['a man', 'a man who knows', true],
    ['cook', 'The cook', false],
    ['a man who knows', 'who knows', false],
  ])('source %j is %j: %j', (expected, found, same) => {
    expect(isSameSource(text, at(expected), at(found), at(expected))).toBe(same);
  });

  it('lets a source name all who speak together', () => {
    const [all, one, other] = ['The cook’s letter and a man who knows', 'The cook', 'a man'];
    expect(isSameSource(text, at(one), at(all), at(one, other))).toBe(true);
    expect(isSameSource(text, at(one), at(all), at(one))).toBe(false);
  });
});
