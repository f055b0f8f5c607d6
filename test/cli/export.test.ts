import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect } from 'vitest';
import { reviewStatement } from '../../src/editing/review-statement.js';
import { SqliteRepository } from '../../src/repository/sqlite/sqlite-repository.js';
import { test } from '../support/command.js';
import { person } from '../support/entities.js';
import { articleRecord } from '../support/records.js';
import { storeSeeds } from '../support/seed-files.js';
import { damageOf } from '../support/store-content.js';

const GULL = person('Ada Gull', { wikidata: 'https://www.wikidata.org/entity/Q1' });
const STORY = articleRecord({
  title: 'Pier closed 🌊',
  url: 'https://courier.example/pier',
  text: '🌊🌊 “It is not safe”, said Ada Gull. She said the pier is closed.',
  people: [GULL],
  statements: [
    {
      ...{ content: 'It is not safe', speaker: GULL, speakerWords: 'Ada Gull', cue: 'said' },
      quotations: [{ words: 'It is not safe' }],
    },
    { content: 'the pier is closed', speaker: GULL, speakerWords: 'She' },
  ],
});

/** A store with one article, of which an editor has confirmed what is quoted. */
async function storeIn(folder: string): Promise<void> {
  const store = await SqliteRepository.open({ file: join(folder, 'news.db') });
  await store.storeArticles([STORY]);
  const [quoted] = STORY.statements;
  if (quoted === undefined) throw new Error('There is no statement.');
  await reviewStatement(store, 'Olive', { id: quoted.id, verdict: 'CONFIRM', reason: null, correction: {} });
  await store.close();
}

describe('onrecord export', () => {
  test('writes every record, and import makes the same store of them', async ({ onrecord, folder }) => {
    expect((await onrecord.run(['seed', '--store', 'news.db'])).code).toBe(0);
    expect((await onrecord.run(['export', '--store', 'news.db', '--output', 'all.jsonl'])).code).toBe(0);
    const imported = await onrecord.run(['import', 'all.jsonl', '--store', 'copy.db', '--json']);
    const all = readFileSync(join(folder, 'all.jsonl'), 'utf8');
    expect(imported).toMatchObject({ code: 0, stdout: `{"records":${all.trim().split('\n').length}}\n` });
    const again = await onrecord.run(['export', '--store', 'copy.db']);
    expect(again.stdout).toBe(all);
    const types = new Set(
      all
        .trim()
        .split('\n')
        .map((line): string => JSON.parse(line).type),
    );
    expect(types.size).toBeGreaterThan(14);
  });

  test('never writes over the store that it reads, nor over its log', async ({ onrecord, folder }) => {
    await storeSeeds(join(folder, 'news.db'));
    symlinkSync('news.db', join(folder, 'current.db'));
    const open = new DatabaseSync(join(folder, 'news.db'));
    open.exec('pragma user_version = 7');
    for (const output of ['news.db', 'news.db-wal', 'current.db']) {
      const { code, stderr } = await onrecord.run(['export', '--store', './news.db', '--output', output]);
      expect(code).toBe(1);
      expect(stderr).toMatch(/is the store itself, or belongs to it/);
    }
    open.close();
    expect(damageOf(join(folder, 'news.db'))).toEqual([]);
  });

  test('writes articles, quotations, claims and reviews as schema.org has them', async ({ onrecord, folder }) => {
    await storeIn(folder);
    const { stdout } = await onrecord.run(['export', '--format', 'json-ld', '--store', 'news.db']);
    const { '@context': context, '@graph': graph } = JSON.parse(stdout);
    expect(context).toBe('https://schema.org');
    const [article, quotation, claim, review] = graph;
    expect(article).toMatchObject({
      ...{ '@type': 'NewsArticle', '@id': `urn:onrecord:${STORY.article.id}`, headline: 'Pier closed 🌊' },
      url: 'https://courier.example/pier',
    });
    expect(quotation).toMatchObject({
      ...{ '@type': 'Quotation', text: 'It is not safe', isPartOf: { '@id': article['@id'] } },
      author: { '@type': 'Person', name: 'Ada Gull', sameAs: 'https://www.wikidata.org/entity/Q1' },
    });
    expect(claim).toMatchObject({
      '@type': 'Claim',
      text: 'the pier is closed',
      appearance: { '@id': article['@id'] },
    });
    expect(review).toMatchObject({
      ...{
        '@type': 'ClaimReview',
        itemReviewed: { '@id': quotation['@id'] },
        claimReviewed: 'Ada Gull: It is not safe',
      },
      ...{ author: { name: 'Olive' }, reviewRating: { alternateName: 'CONFIRMED' } },
    });
    expect(graph).toHaveLength(4);
  });

  test('writes spans as web annotations, which count code points', async ({ onrecord, folder }) => {
    await storeIn(folder);
    const { stdout } = await onrecord.run(['export', '--format', 'annotations', '--store', 'news.db']);
    const [first] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const [content, speaker] = first.target;
    expect(content).toMatchObject({ source: 'https://courier.example/pier', styleClass: 'content' });
    for (const { selector } of [content, speaker]) {
      const [position, quote] = selector;
      expect([...STORY.revision.text].slice(position.start, position.end).join('')).toBe(quote.exact);
    }
    expect(content.selector[1]).toMatchObject({ exact: 'It is not safe', prefix: '🌊🌊 “' });
  });

  test('writes what Citron reads', async ({ onrecord, folder }) => {
    await storeIn(folder);
    const { stdout } = await onrecord.run(['export', '--format', 'citron', '--store', 'news.db']);
    const { text, quotes } = JSON.parse(stdout);
    expect(text).toBe(STORY.revision.text);
    // The second statement has no cue, which Citron asks for.
    expect(quotes).toHaveLength(1);
    for (const span of [quotes[0].cue, ...quotes[0].sources, ...quotes[0].contents]) {
      expect([...text].slice(span.start, span.end).join('')).toBe(span.text);
    }
  });
});

describe('onrecord import', () => {
  test.for([
    ['a line that is no JSON', '{"type":"Topic"', /lines\.jsonl, line 1: This is not JSON/],
    ['a type that there is not', '{"type":"Planet","id":"x"}', /lines\.jsonl, line 1: “Planet” is no type of record/],
    ['a list', '[1]', /lines\.jsonl, line 1: A line is a JSON object/],
    ['a record without what it needs', '{"type":"Topic"}', /The record 1, of type Topic, cannot be stored/],
    [
      'what names somebody who is not there',
      '{"type":"UnnamedSource","id":"src_0","articleId":"art_0"}',
      /cannot be stored|neither in them/,
    ],
  ] as const)('refuses %s, and leaves the store empty', async ([, line, message], { onrecord, folder }) => {
    writeFileSync(join(folder, 'lines.jsonl'), `${line}\n`);
    const ended = await onrecord.run(['import', 'lines.jsonl', '--store', 'copy.db']);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(message);
    expect((await onrecord.run(['export', '--store', 'copy.db'])).stdout).toBe('');
  });

  test('refuses a store that has articles, and a file that is not there', async ({ onrecord }) => {
    await onrecord.run(['seed', '--store', 'news.db']);
    await onrecord.run(['export', '--store', 'news.db', '--output', 'all.jsonl']);
    const full = await onrecord.run(['import', 'all.jsonl', '--store', 'news.db']);
    expect(full).toMatchObject({ code: 1, stderr: expect.stringContaining('import into a new one') });
    const missing = await onrecord.run(['import', 'none.jsonl', '--store', 'copy.db']);
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('none.jsonl: Cannot be read') });
  });
});
