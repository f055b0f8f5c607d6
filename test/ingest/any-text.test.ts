import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { violationsOf } from '../../src/domain/invariants.js';
import { extract } from '../../src/extraction/extract.js';
import { draftOf } from '../../src/ingest/record/article-draft.js';
import { recordOf } from '../../src/ingest/record/record-of.js';
import type { SourceDocument } from '../../src/ingest/source-document.js';
import { MemoryRepository } from '../../src/repository/memory/memory-repository.js';
import { anyText } from '../extraction/any-text.js';

const AT = new Date('2031-05-06T10:00:00Z');

function documentOf(text: string): SourceDocument {
  return {
    ...{ title: null, text, publisher: 'The Harbour Courier', url: null, bylines: [] },
    ...{ publishedAt: new Date('2031-05-05T10:00:00Z'), publishedPrecision: 'TIME', language: 'en', topics: ['Tides'] },
  };
}

async function problemsOf(store: MemoryRepository, text: string): Promise<string[]> {
  return store.write(async (desk) => {
    const found = extract(text, { published: '2031-05-05' });
    const { record } = await recordOf(draftOf(documentOf(text), AT), found, desk.known);
    const problems = violationsOf(record).map(({ message }) => message);
    if (problems.length === 0) await desk.storeArticles([record]);
    return problems;
  });
}

describe('what the engine finds', () => {
  test('makes a record that can be stored, of any text', async () => {
    const store = new MemoryRepository();
    await fc.assert(
      fc.asyncProperty(anyText(1500), async (text) => {
        if (!/[\p{L}\p{N}]/u.test(text) || !text.isWellFormed()) return;
        expect(await problemsOf(store, text)).toEqual([]);
      }),
      { numRuns: 200, interruptAfterTimeLimit: 15_000 },
    );
  });

  test.each([
    'seeds',
    'test/extraction/articles',
  ])('makes records that can be stored of the articles in %s', async (folder) => {
    const store = new MemoryRepository();
    const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      const text = readFileSync(`${folder}/${name}`, 'utf8')
        .replace(/^---\n.*?\n---\n/su, '')
        .trim();
      expect(await problemsOf(store, text), name).toEqual([]);
    }
  });
});
