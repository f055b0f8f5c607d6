import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareStatements } from './compare-statements.js';
import { isOutermost, isolatedExtraction } from './isolated-statements.js';
import { readCases } from './read-cases.js';

const cases = readCases(fileURLToPath(new URL('cases/nesting.yaml', import.meta.url)));

/** Cases in which links, speakers apart, are still wrong when the outermost of them are known. */
const KNOWN_FAILURES: ReadonlySet<string> = new Set([]);

describe('chains of attribution whose outermost links are known', () => {
  it.each(cases.map((each) => [each.name, each] as const))('%s', (name, expected) => {
    const differences = compareStatements(expected, isolatedExtraction(expected, isOutermost));
    if (KNOWN_FAILURES.has(name)) expect(differences).not.toEqual([]);
    else expect(differences).toEqual([]);
  });
});
