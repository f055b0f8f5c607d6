import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extraction/extract.js';
import type { ExtractedRelation } from '../../src/extraction/extraction.js';
import { findRelations } from '../../src/extraction/relations/find-relations.js';
import { withStances } from '../../src/extraction/relations/stance-attributions.js';
import { segment } from '../../src/extraction/segmentation.js';
import { pairedStatements } from './compare-statements.js';
import { asExtracted, expectedEntities } from './expected-extraction.js';
import { type ExtractionCase, readCases } from './read-cases.js';

const CASES = readCases(fileURLToPath(new URL('cases/relations.yaml', import.meta.url)));

/** Cases that the whole engine does not get right yet. A case that passes has to leave the list. */
const KNOWN_FAILURES: readonly string[] = [
  'confirms before the reader knows what the other had said',
  'corrects a figure of somebody else',
  'what is disputed is the inner statement, not the report of it',
];

describe('relations between the statements that a case expects', () => {
  it.each(CASES.map((only) => [only.name, only] as const))('%s', (_, only) => {
    expect(relationsAlone(only)).toEqual(expectedRelations(only));
  });
});

describe('relations of a text', () => {
  it.each(CASES.map((only) => [only.name, only] as const))('%s', (name, only) => {
    const same = expect(relationsOf(only));
    if (KNOWN_FAILURES.includes(name)) same.not.toEqual(expectedRelations(only));
    else same.toEqual(expectedRelations(only));
  });

  it('fail in at most a tenth of the cases', () => {
    const names = CASES.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...KNOWN_FAILURES]));
    expect(KNOWN_FAILURES.length).toBeLessThanOrEqual(CASES.length / 10);
  });
});

describe('a relation', () => {
  it.each([
    ['Ada Quill said the pier was shut. “It is open,” Bram Mallow replied.', ['RESPONDS_TO: replied']],
    ['Ada Quill said the pier was shut. Bram Mallow answered that it was open.', ['RESPONDS_TO: answered']],
    ['Ada Quill accused Bram Mallow of fraud. Mallow denied the accusation.', ['DENIES: denied the accusation']],
    ['Ada Quill said nobody had been hurt. Divers disputed the figure.', ['DISPUTES: disputed the figure']],
    ['Ada Quill said the pier was shut, a claim that many divers doubt.', ['DOUBTS: a claim that many divers doubt']],
    [
      'Ada Quill said nobody was hurt, a claim that divers in Grell doubt and that the union disputes outright.',
      ['DOUBTS: a claim that divers in Grell doubt', 'DISPUTES: disputes'],
    ],
    [
      'Ada Quill said nobody had been hurt. Several divers dispute the figure, and skippers are sceptical of it.',
      ['DISPUTES: dispute the figure', 'DOUBTS: sceptical of it'],
    ],
    [
      'Ada Quill said nobody had been hurt. Divers doubt that there are none, and the union disputes that this is so.',
      ['DOUBTS: doubt that there are none', 'DISPUTES: disputes that this is so'],
    ],
    [
      'From his bed, she said, Bram Mallow had told her that the pier was shut. The divers rejected that.',
      ['DISPUTES: rejected that'],
    ],
    [
      'A diver confirmed that the pier was shut, which bears out what the mayor, Ada Quill, had said. Quill said in May that it was shut.',
      ['CONFIRMS: bears out what the mayor, Ada Quill, had said'],
    ],
    ['Ada Quill said the pier would shut. It would not, Bram Mallow said.', ['DISPUTES: It would not']],
    [
      'Ada Quill said the pier was shut. Bram Mallow replied within the hour that it was open.',
      ['RESPONDS_TO: replied'],
    ],
    [
      'Ada Quill said the pier was shut. A diver said it had “shut on Friday”, which bears out what Quill said.',
      ['CONFIRMS: bears out what Quill said'],
    ],
    [
      'Ada Quill said the pier was shut. That assurance was questioned on Friday by the divers.',
      ['DOUBTS: That assurance was questioned'],
    ],
    ['Ada Quill said the pier was shut. “That is a lie,” said Bram Mallow.', ['DISPUTES: That is a lie']],
  ])('is read in “%s”', (text, expected) => {
    const { relations } = extract(text, { published: null });
    const inWords = relations.map(({ kind, span }) => `${kind}: ${span && text.slice(span.start, span.end)}`);
    expect(inWords).toEqual(expected);
  });
});

it('reads a sentence of thousands of joined stances in time that does not explode', { timeout: 10_000 }, () => {
  const text = 'confirm it and deny the claim and the figure is wrong and counted 3 boats, '.repeat(2_000);
  const contents = withStances(segment(text), []).flatMap(({ content }) => content);
  expect(contents.length).toBeGreaterThan(0);
  expect(contents.filter(({ start, end }) => start < 0 || start >= end || end > text.length)).toEqual([]);
});

describe('no relation is found', () => {
  it.each([
    ['where what is rejected is no statement', 'Ada Quill said the pier was shut. Bram Mallow rejected the parcel.'],
    ['where somebody is questioned', 'Ada Quill said the pier was shut. The police questioned the owner of a goat.'],
    ['where nobody has said it before', 'Ada Quill said the pier was shut. Bram Mallow agreed that herring is dear.'],
    ['where somebody refuses to answer', 'Ada Quill said the pier was shut. Bram Mallow declined to dispute it.'],
    ['where somebody may yet deny it', 'Ada Quill said the pier was shut. Bram Mallow may deny it.'],
    ['where two only differ', 'Ada Quill said the pier was shut. Bram Mallow said it was open.'],
    ['where the same words are another’s', 'Ada Quill said the pier was shut. Bram Mallow said the gate was shut.'],
    ['where “it” is in another paragraph', 'Ada Quill said the pier was shut.\n\nIt rained. Bram Mallow denied it.'],
    ['where a thing is wrong, not a claim', 'Ada Quill said the pier was shut. The clock is wrong, said Bram Mallow.'],
  ])('%s', (_, text) => {
    expect(extract(text, { published: null }).relations).toEqual([]);
  });
});

/** The relations that the engine finds when it is given the statements as they should be, one line each. */
function relationsAlone(only: ExtractionCase): string[] {
  const statements = [...only.statements].map(([key, statement]) => asExtracted(key, statement));
  const relations = findRelations(segment(only.text), statements, expectedEntities(only));
  return lines(only, relations, (id) => id);
}

/** The relations that the engine finds in the text, between the statements of the case that it has found. */
function relationsOf(only: ExtractionCase): string[] {
  const found = extract(only.text, { published: only.published });
  const keys = new Map([...pairedStatements(only, found)].map(([key, id]) => [id, key]));
  return lines(only, found.relations, (id) => keys.get(id) ?? `${id} (which the case does not have)`);
}

function expectedRelations(only: ExtractionCase): string[] {
  return lines(only, only.relations, (key) => key);
}

function lines({ text }: ExtractionCase, relations: readonly Stated[], keyOf: (id: string) => string): string[] {
  return relations
    .map(({ kind, from, to, span }) => {
      const words = span === null ? '' : text.slice(span.start, span.end);
      return `${keyOf(from)} ${kind} ${keyOf(to)}: ${words}`;
    })
    .sort();
}

type Stated = Pick<ExtractedRelation, 'kind' | 'from' | 'to' | 'span'>;
