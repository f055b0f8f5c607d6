import { DatabaseSync } from 'node:sqlite';
import { expect, test, vi } from 'vitest';
import { expectMade, runDesk } from './editors.js';
import { EDITS } from './every-edit.js';

/*
 * Whoever edits one article waits as long in a store of a million statements as in one of ten: whatever SQL an edit runs
 * looks rows up by an index, and so does SQLite for its foreign keys.
 */

const desk = runDesk();

/** Those that stay small however many articles there are. */
const SMALL_TABLES = ['publisher', 'topic', 'metric', 'former_person', 'api_key'];

const INGEST = `mutation ($input: IngestArticleInput!) { ingestArticle(input: $input) { outcome userErrors { message } } }`;

test('no edit goes through a table from end to end', async () => {
  const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare');
  let texts = new Set<string>();
  try {
    for (const [mutation, [input]] of Object.entries(EDITS)) {
      const made = await desk.make(mutation, input);
      expectMade(made);
      expectMade(await desk.make('undoChange', { id: made.change.id }));
    }
    for (const text of ['Olive Tern said the pier is closed.', 'Rufus Plover said: “The pier is open.” It is.']) {
      const input = { publisher: 'The Gull', publishedAt: '2020-03-02T10:00:00Z', url: 'https://gull.example/1', text };
      const data = await desk.ask(INGEST, { input }, { name: 'Feeds', scopes: ['ingest'] });
      expect(data.ingestArticle.userErrors).toEqual([]);
    }
    // A revision is put down before anything names it: SQLite looks for what does only while a foreign key is violated.
    const isLookedAt = (text: string) => !/^\s*(pragma|insert into article_revision)/i.test(text);
    texts = new Set(prepare.mock.calls.map(([text]) => text).filter(isLookedAt));
  } finally {
    prepare.mockRestore();
  }
  expect(texts.size).toBeGreaterThan(50);
  using database = new DatabaseSync(desk.service.store, { readOnly: true });
  const scans = [...texts].map((text) => ({ text, scanned: scannedBy(database, text) }));
  expect(scans.filter(({ scanned }) => scanned.length > 0)).toEqual([]);
});

/** The large tables that a statement goes through. */
function scannedBy(database: DatabaseSync, text: string): string[] {
  const steps = database.prepare(`explain query plan ${text}`).all(...Array.from(text.matchAll(/\?/g), () => null));
  return steps
    .flatMap(({ detail }) => /^SCAN ([a-z]\w*)(?: USING|$)/.exec(String(detail))?.[1] ?? [])
    .filter((name) => !SMALL_TABLES.includes(name));
}
