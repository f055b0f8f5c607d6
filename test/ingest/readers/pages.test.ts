import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readDocuments } from '../../../src/ingest/readers/read-documents.js';

/** Web pages of fictional outlets, each with a twist of real markup, beside what is to be read in them. */
const PAGES = new URL('../pages/', import.meta.url);
const NAMES = readdirSync(PAGES).filter((name) => name.endsWith('.html'));
/** After the day of every page but the one from the year 3000. */
const NOW = new Date('2032-06-01T00:00:00Z');

test('the folder has at least 40 pages, each with its expectation', () => {
  expect(NAMES.length).toBeGreaterThanOrEqual(40);
  const expectations = readdirSync(PAGES).filter((name) => name.endsWith('.expected.yaml'));
  expect(expectations.map((name) => name.replace('.expected.yaml', '.html'))).toEqual(NAMES);
});

test.each(NAMES)('the article of %s is read exactly, or refused for the right reason', (name) => {
  const bytes = readFileSync(new URL(name, PAGES));
  const expected: unknown = parse(readFileSync(new URL(name.replace('.html', '.expected.yaml'), PAGES), 'utf8'));
  const [result, ...others] = readDocuments({ bytes, name }, { now: NOW });
  expect(others).toEqual([]);
  if (result?.kind === 'refusal') {
    expect({ refused: result.error.reason, message: result.error.message }).toEqual(expected);
  } else if (result?.kind === 'document') {
    const { document } = result;
    expect({ ...document, publishedAt: document.publishedAt.toISOString() }).toEqual(expected);
  } else expect.unreachable('a page is a document or a refusal');
});
