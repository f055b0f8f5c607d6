import { expect, onTestFinished, test } from 'vitest';
import { generateRecords } from '../../../src/repository/generated/generate-records.js';
import { type RunningService, runService } from '../../support/running-service.js';

const RECORDS = [...generateRecords({ articles: 800, seed: 5 })];

/** Takes the store several milliseconds on a fast machine too: of each statement it is looked up which one reports its utterance first. */
const DEAR = '{ statements(first: 1, filter: { oneReportPerUtterance: true }) { totalCount } }';
const CHEAP = '{ articles(first: 1) { nodes { title } } }';
/** Goes on asking below a list whose page takes as long. */
const NESTED = `{ statements(first: 50, filter: { oneReportPerUtterance: true }) {
  totalCount nodes { text article { title publisher { name } } speaker { ... on Named { displayName } } } } }`;

async function serviceWith(milliseconds: string, observer?: (sql: string) => void): Promise<RunningService> {
  const service = await runService({
    records: RECORDS,
    ...(observer && { observer }),
    environment: { ONRECORD_MAX_STORE_TIME: milliseconds },
  });
  onTestFinished(() => service.stop());
  return service;
}

test('what takes the store longer than it may is ended, and nothing else', async () => {
  const service = await serviceWith('1');
  const [dear, cheap] = await Promise.all([service.ask(DEAR), service.ask(CHEAP)]);
  expect(dear).toMatchObject({
    status: 200,
    errors: [
      {
        message:
          'The request took more than 1 ms of work in the store and was ended; ask for less at once, or filter by something that fewer fulfil.',
        extensions: { code: 'STORE_TIME_EXCEEDED' },
      },
    ],
  });
  for (const answer of [cheap, await service.ask(CHEAP)]) {
    expect(answer.errors).toBeUndefined();
    expect(answer.data.articles.nodes).toHaveLength(1);
  }
  // The same statement of SQL, by a request of its own.
  expect((await service.ask(DEAR)).errors?.[0]?.extensions).toEqual({ code: 'STORE_TIME_EXCEEDED' });
});

test('by default what is asked of a small store takes less, and the answer is right', async () => {
  const service = await serviceWith('');
  const { data, errors } = await service.ask(DEAR);
  expect(errors).toBeUndefined();
  const unlimited = await serviceWith('off');
  expect(data).toEqual((await unlimited.ask(DEAR)).data);
  expect(data.statements.totalCount).toBeGreaterThan(1000);
});

test('nothing more is asked of the store for a request whose time is up', async () => {
  const asked = async (milliseconds: string) => {
    const sql: string[] = [];
    const service = await serviceWith(milliseconds, (text) => sql.push(text));
    sql.length = 0;
    const { errors } = await service.ask(NESTED);
    return { count: sql.length, codes: new Set(errors?.map(({ extensions }) => extensions['code'])) };
  };
  const all = await asked('off');
  expect(all.codes).toEqual(new Set());
  const few = await asked('1');
  expect(few.codes).toEqual(new Set(['STORE_TIME_EXCEEDED']));
  expect(few.count).toBeLessThan(all.count);
});

test('a change is made however long what is asked of it takes', async () => {
  const service = await serviceWith('1');
  const key = { name: 'Desk', scopes: ['edit'] } as const;
  // Of the publisher that has the most.
  const [articles = []] = [...Map.groupBy(RECORDS, (record) => record.article.publisherId).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  const article = articles[0]?.article;
  expect(articles.length).toBeGreaterThan(20);
  const answer = await service.askAs(
    key,
    `mutation ($id: ID!) { retractArticle(input: { id: $id, reason: "Wrong" }) { userErrors { message }
      article { publisher { articles(first: 100) { nodes { statements(first: 20) { nodes { text speaker { ... on Person { statements(first: 2) { nodes { text } } articles(first: 2) { nodes { title } } } } } } } } } } } }`,
    { id: article?.id },
  );
  // On a quick machine there may be time enough.
  const codes = (answer.errors ?? []).map(({ extensions }) => extensions['code']);
  expect(codes.filter((code) => code !== 'STORE_TIME_EXCEEDED')).toEqual([]);
  const stored = article && (await service.repository.articles.byIds([article.id]));
  expect(stored?.[0]?.retraction?.reason).toBe('Wrong');
});
