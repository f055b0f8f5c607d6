import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningService, runService } from '../../support/running-service.js';

const DESK = { name: 'Feed desk', scopes: ['ingest'] } as const;
const INGEST = `mutation ($input: IngestArticleInput!) { ingestArticle(input: $input) {
  outcome
  article { id title publishedPrecision revisions(first: 5) { number } statements(first: 20) { nodes { text standing
    speaker { ... on Named { displayName } } } } }
  userErrors { field code message } } }`;
const TEXT =
  'Harbour Master Ada Gull said the pier is closed.\n\n“It is not safe”, Gull said. A pilot said that it is open.';
const INPUT = { publisher: 'The Harbour Courier', publishedAt: '2020-03-23T10:00:00Z', text: TEXT };

const asked: string[] = [];
let service: RunningService;
beforeAll(async () => {
  service = await runService({ observer: (sql) => asked.push(sql) });
});
afterAll(() => service.stop());

async function send(input: object) {
  const { data, errors } = await service.askAs(DESK, INGEST, { input: { ...INPUT, ...input } });
  expect(errors).toBeUndefined();
  return data.ingestArticle;
}

describe('ingestArticle', () => {
  test('stores an article with what is said in it, and answers with it', async () => {
    const { outcome, article, userErrors } = await send({ title: 'Pier closed', url: 'https://courier.example/pier' });
    expect({ outcome, userErrors }).toEqual({ outcome: 'CREATED', userErrors: [] });
    expect(article.statements.nodes).toContainEqual({
      ...{ text: '“It is not safe”', standing: 'STANDS' },
      speaker: { displayName: 'Ada Gull' },
    });
    const found = await service.ask('{ search(query: "pier", first: 5) { totalCount } }');
    expect(found.data.search.totalCount).toBeGreaterThan(0);
  });

  test('loads nothing of the article for whoever does not ask for it', async () => {
    const query = 'mutation ($input: IngestArticleInput!) { ingestArticle(input: $input) { outcome } }';
    const input = { ...INPUT, url: 'https://courier.example/unseen' };
    asked.length = 0;
    const { data } = await service.askAs(DESK, query, { input });
    expect(data.ingestArticle.outcome).toBe('CREATED');
    await setTimeout(20);
    // Before it is read: whether it is there already.
    expect(asked.filter((sql) => sql.includes('"article" n'))).toHaveLength(1);
  });

  test('changes nothing when it comes again, and adds a revision when its text is another', async () => {
    const address = { url: 'https://courier.example/again' };
    const first = await send(address);
    expect((await send({ ...address, title: 'Another title' })).outcome).toBe('UNCHANGED');
    const revised = await send({ ...address, text: `An update.\n\n${TEXT}` });
    expect(revised).toMatchObject({ outcome: 'REVISED', article: { id: first.article.id } });
    expect(revised.article.revisions).toEqual([{ number: 2 }, { number: 1 }]);
    const { data } = await service.askAs(
      { name: 'olive', scopes: ['edit'] },
      '{ changes(first: 2) { nodes { action actor } } }',
    );
    expect(data.changes.nodes[0]).toEqual({ action: 'INGEST', actor: 'Feed desk' });
  });

  test('reads a page, and what the input says wins over it', async () => {
    const html = `<html lang="en"><head><title>Old title</title></head><body><article><h1>Pier closed again</h1>
      <p>${TEXT.split('\n\n')[0]} It will stay so until the storm is over, and nobody knows when.</p>
      <p>${TEXT.split('\n\n')[1]} The council meets on Friday to decide what is to be done about it.</p></article></body></html>`;
    const { article, outcome } = await send({ text: undefined, html, title: 'As told', publishedPrecision: 'DAY' });
    expect(outcome).toBe('CREATED');
    expect(article).toMatchObject({ title: 'As told', publishedPrecision: 'DAY' });
  });

  test('reads entities that would grow without end as what is written', async () => {
    const entities = Array.from({ length: 9 }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`);
    const html = `<!DOCTYPE html [<!ENTITY e0 "grow">${entities.join('')}]><html><head><title>Pier &e9;</title></head>
      <body><article><p>Harbour Master Ada Gull said the pier is closed. &e9;</p></article></body></html>`;
    const { article, outcome } = await send({ text: undefined, html, url: 'https://courier.example/entities' });
    expect(outcome).toBe('CREATED');
    expect(article.title).toBe('Pier &e9;');
    const { data } = await service.ask('query ($id: ID!) { node(id: $id) { ... on Article { text } } }', article);
    expect(data.node.text).toContain('Ada Gull said the pier is closed. &e9;');
    expect(data.node.text.length).toBeLessThan(1000);
  });

  test('takes what is sent by many at once, each once', async () => {
    const inputs = Array.from({ length: 8 }, (_, index) => ({ url: `https://courier.example/many/${index % 4}` }));
    const outcomes = (await Promise.all(inputs.map(send))).map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual([...Array(4).fill('CREATED'), ...Array(4).fill('UNCHANGED')]);
  });

  test.each([
    ['neither text nor page', { text: undefined }, 'text', 'INVALID'],
    ['both', { html: '<p>x</p>' }, 'html', 'INVALID'],
    ['a text without words', { text: ' … ' }, 'text', 'INVALID'],
    ['no publisher', { publisher: ' ' }, 'publisher', 'INVALID'],
    ['an address of no page', { url: 'ftp://courier.example/x' }, 'url', 'INVALID'],
    ['a language that is none', { language: 'english!' }, 'language', 'INVALID'],
    ['a time that is yet to come', { publishedAt: '3000-01-01T00:00:00Z' }, 'publishedAt', 'INVALID'],
    ['too many topics', { topics: Array.from({ length: 51 }, (_, n) => `t${n}`) }, 'topics', 'TOO_LARGE'],
    ['a text that is too long', { text: 'word '.repeat(1_000_001) }, 'text', 'TOO_LARGE'],
    ['an empty text', { text: '' }, 'text', 'INVALID'],
    ['a text of control characters', { text: '\0\u0001\u0002'.repeat(1000) }, 'text', 'INVALID'],
    ['an empty page', { text: undefined, html: '' }, 'html', 'INVALID'],
    ['a page that is too large', { text: undefined, html: `<p>${'word '.repeat(1_050_000)}</p>` }, 'html', 'TOO_LARGE'],
    ['a page nested too deep', { text: undefined, html: `<p>${'<div>'.repeat(100_000)}x` }, 'html', 'TOO_LARGE'],
    ['a page that is none', { text: undefined, html: '%PDF-1.7\n\0\u0001\u0002' }, 'html', 'UNSUPPORTED'],
    ['a page that is half a feed', { text: undefined, html: '<rss><channel><title>x</title>' }, 'html', 'INVALID'],
    ['a page without an article', { text: undefined, html: '<html><body></body></html>' }, 'html', 'INVALID'],
  ])('refuses %s, and stores nothing', async (_, input, field, code) => {
    const count = async () => (await service.ask('{ articles(first: 1) { totalCount } }')).data.articles.totalCount;
    const before = await count();
    const { article, outcome, userErrors } = await send(input);
    expect({ article, outcome }).toEqual({ article: null, outcome: null });
    expect(userErrors).toEqual([{ field: [field], code, message: expect.any(String) }]);
    expect(await count()).toBe(before);
  });

  test('takes a key with the scope “ingest”', async () => {
    expect((await service.ask(INGEST, { input: INPUT })).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    const editor = { name: 'olive', scopes: ['edit'] } as const;
    const { errors } = await service.askAs(editor, INGEST, { input: INPUT });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});
