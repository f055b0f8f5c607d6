import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extraction/extract.js';
import { type ComparedField, compareStatements } from './compare-statements.js';
import { readCases } from './read-cases.js';

const cases = readCases(fileURLToPath(new URL('cases/attribution.yaml', import.meta.url)));

/** All but the quotations, which this group does not give. */
const FIELDS: readonly ComparedField[] = [
  'content',
  'source',
  'cue',
  'kind',
  'force',
  'speaker',
  'medium',
  'said',
  'parent',
];

/** Cases in which the engine finds something else yet. */
const KNOWN_FAILURES: ReadonlySet<string> = new Set([
  'a quotation that is left open over three paragraphs and closed once',
  'characters of two UTF-16 units before and inside the quotation',
  'a narrative clause joined by as',
  'what she called',
  'two verbs with one speaker',
  'his words, with a colon',
  'a speaker introduced in a sentence without a verb of speech',
  'reportedly',
  'people were told, by nobody named',
  'a request to somebody',
  'a warning in a noun',
  'said, told and reported in other trades',
  'an item in which one person speaks in three forms',
]);

describe('quotation marks and attribution', () => {
  it.each(cases.map((each) => [each.name, each] as const))('%s', (name, expected) => {
    const differences = compareStatements(expected, extract(expected.text, { published: expected.published }), {
      fields: FIELDS,
    });
    if (KNOWN_FAILURES.has(name)) expect(differences).not.toEqual([]);
    else expect(differences).toEqual([]);
  });
});
