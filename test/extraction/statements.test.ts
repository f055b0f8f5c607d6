import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type ComparedField, compareStatements } from './compare-statements.js';
import { isOutermost, isolatedExtraction } from './isolated-statements.js';
import { readCases } from './read-cases.js';

const casesOf = (group: string) => readCases(fileURLToPath(new URL(`cases/${group}.yaml`, import.meta.url)));

const FIELDS: readonly ComparedField[] = ['content', 'source', 'cue', 'kind', 'force', 'speaker', 'medium', 'said'];

describe('kind, force, medium and date of statements whose spans are known', () => {
  const cases = casesOf('attribution');

  it.each(cases.map((each) => [each.name, each] as const))('%s', (_, expected) => {
    const found = isolatedExtraction(expected, isOutermost);
    expect(compareStatements(expected, found, { fields: FIELDS })).toEqual([]);
  });
});
