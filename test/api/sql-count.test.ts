import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateRecords } from '../../src/repository/generated/generate-records.js';
import { manyArticles } from '../support/many-articles.js';
import { type RunningService, runService } from '../support/running-service.js';

/** A page of articles with everything below it that another loader answers: how many SQL statements does it cost? */
const NESTED = `query Nested($articles: Int!) {
  articles(first: $articles) {
    nodes {
      title
      statements(first: 5) {
        nodes {
          text
          chain { text medium }
          relations { kind to { text } }
          speaker {
            __typename
            ... on Named { displayName }
            ... on Person {
              statements(first: 3) { nodes { text saidAt } }
              articles(first: 3) { nodes { title } }
            }
          }
        }
      }
    }
  }
}`;

/** As many as the nested query may cost, whatever the number of articles. */
const LIMIT = 16;

const sql: string[] = [];
const observer = (statement: string) => sql.push(statement);

async function sqlOf(service: RunningService, articles: number) {
  sql.length = 0;
  const answer = await service.ask(NESTED, { articles });
  expect(answer.errors).toBeUndefined();
  return { statements: [...sql], nodes: answer.data.articles.nodes };
}

describe.each([
  { store: 'the seeds', records: undefined, sizes: [1, 2, 5] },
  { store: 'a store of 50 articles', records: manyArticles(50), sizes: [1, 10, 50] },
])('a nested query over $store', ({ records, sizes }) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runService({ observer, ...(records && { records }) });
  });
  afterAll(() => service.stop());

  test('costs the same number of SQL statements for one article as for many', async () => {
    const counts = [];
    for (const size of sizes) {
      const { statements, nodes } = await sqlOf(service, size);
      expect(nodes).toHaveLength(size);
      counts.push(statements.length);
    }
    expect(new Set(counts).size, `SQL statements for ${sizes} articles: ${counts}`).toBe(1);
    expect(counts[0]).toBeLessThanOrEqual(LIMIT);
  });

  test('meets all that it asks for already in the first article', async () => {
    const { nodes } = await sqlOf(service, 1);
    // biome-ignore lint/suspicious/noExplicitAny: the answer of this file's own query.
    const statements: any[] = nodes[0].statements.nodes;
    expect(statements).toHaveLength(5);
    expect(new Set(statements.map(({ speaker }) => speaker?.__typename))).toEqual(
      new Set(['Organization', 'Person', 'UnnamedSource']),
    );
    expect(Math.max(...statements.map(({ chain }) => chain.length))).toBe(3);
    expect(statements.flatMap(({ relations }) => relations)).not.toEqual([]);
    const person = statements.find(({ speaker }) => speaker?.__typename === 'Person').speaker;
    expect(person.statements.nodes.length).toBeGreaterThanOrEqual(1);
    expect(person.articles.nodes.length).toBeGreaterThanOrEqual(1);
  });
});

/** As NESTED, over articles by id, with orders and filters in the arguments, and what is loaded beside statements. */
const NARROWED = `query Narrowed($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Article {
      statements(first: 5, orderBy: SAID_AT_ASC, filter: { topLevel: null, forces: [STATED, CLAIMED, CONFIRMED, DENIED, PROMISED, WARNED, THOUGHT, OTHER], oneReportPerUtterance: true }) {
        totalCount
        nodes {
          text
          chain { text }
          relations(kinds: [CONFIRMS, DISPUTES, DENIES, DOUBTS, RESPONDS_TO, REPEATS, CORRECTS]) { kind to { text } }
          speaker {
            __typename
            ... on Person {
              statements(first: 3, orderBy: POSITION_ASC, filter: { review: null, topLevel: true }) { nodes { text } }
              articles(first: 3) { nodes { title } }
              quotedAlongside(first: 3) { articleCount person { name } }
            }
          }
        }
      }
      statistics(first: 3, orderBy: VALUE_DESC, filter: { measure: LEVEL }) {
        nodes {
          valueText disputed
          comparisons(first: 3) { verdict other { valueText } }
          conflictsWith(first: 3) { valueText }
          metric { name series(first: 2) { unit points(first: 3) { asOf statistics(first: 2) { valueText } } } }
        }
      }
    }
  }
}`;

describe('a nested query with filters and orders over a generated store', () => {
  const records = [...generateRecords({ articles: 55, seed: 7 })]
    .filter(({ article }) => article.retraction === null)
    .slice(0, 50);
  let service: RunningService;
  beforeAll(async () => {
    service = await runService({ observer, records, environment: { ONRECORD_MAX_COST: '100000' } });
  });
  afterAll(() => service.stop());

  async function ask(count: number, from = 0) {
    sql.length = 0;
    const ids = records.slice(from, from + count).map(({ article }) => article.id);
    const answer = await service.ask(NARROWED, { ids });
    expect(answer.errors).toBeUndefined();
    return { statements: sql.length, articles: answer.data.nodes };
  }

  test('costs the same number of SQL statements for 1, 10 and 50 parents', async () => {
    const single: number[] = [];
    for (let from = 0; from < 10; from++) single.push((await ask(1, from)).statements);
    // An article that has all that is asked for costs the most; none costs more than that, however many there are.
    const most = Math.max(...single);
    const many = [await ask(10), await ask(50)];
    expect(many.map(({ statements }) => statements)).toEqual([most, most]);
  });

  test('meets all that it asks for', async () => {
    const { articles } = await ask(records.length);
    // biome-ignore lint/suspicious/noExplicitAny: the answer of this file's own query.
    const statements: any[] = articles.flatMap(({ statements: { nodes } }: any) => nodes);
    const speakers = statements.flatMap(({ speaker }) => speaker ?? []);
    expect(new Set(speakers.map(({ __typename }) => __typename))).toEqual(
      new Set(['Organization', 'Person', 'UnnamedSource']),
    );
    expect(statements.some(({ relations }) => relations.length > 0)).toBe(true);
    expect(statements.some(({ chain }) => chain.length > 1)).toBe(true);
    expect(speakers.some(({ quotedAlongside }) => quotedAlongside?.length > 0)).toBe(true);
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    const figures: any[] = articles.flatMap(({ statistics: { nodes } }: any) => nodes);
    expect(figures.some(({ comparisons }) => comparisons.length > 0)).toBe(true);
    expect(figures.some(({ metric }) => metric.series[0]?.points[0]?.statistics.length > 0)).toBe(true);
  });
});

describe('a connection', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runService({ observer, records: manyArticles(50) });
  });
  afterAll(() => service.stop());

  test('is counted only when the count is asked for, for all its owners at once', async () => {
    const page = (fields: string) => `{ articles(first: 50) { nodes { statements(first: 2) { ${fields} } } } }`;
    sql.length = 0;
    await service.ask(page('nodes { text }'));
    expect(sql).toHaveLength(2);
    sql.length = 0;
    const { data } = await service.ask(page('nodes { text } totalCount'));
    expect(sql).toHaveLength(3);
    expect(data.articles.nodes[0].statements.totalCount).toBeGreaterThan(2);
  });

  test('costs one SQL statement for each end that it is read from, in however many sizes', async () => {
    sql.length = 0;
    const { data } = await service.ask(`{ articles(first: 50) { nodes {
      two: statements(first: 2) { nodes { id } pageInfo { hasNextPage } }
      three: statements(first: 3) { nodes { id } }
      alsoTwo: statements(first: 2) { nodes { kind } }
      last: statements(last: 2) { nodes { id } }
    } } }`);
    expect(sql).toHaveLength(3);
    for (const { two, three } of data.articles.nodes) {
      expect(two).toEqual({ nodes: three.nodes.slice(0, 2), pageInfo: { hasNextPage: three.nodes.length > 2 } });
    }
  });

  test('finds where its rows are mentioned with one SQL statement', async () => {
    sql.length = 0;
    const { data } = await service.ask(`{ articles(first: 20) { nodes {
      people(first: 10) { edges { mentions { text prefix suffix } } }
    } } }`);
    expect(data.articles.nodes[0].people.edges[0].mentions[0].text).not.toBe('');
    // The articles, their people, the mentions, and the texts around them.
    expect(sql).toHaveLength(4);
  });
});

describe('a list of changes', () => {
  test('finds what they were made to with one SQL statement for each type', async () => {
    const service = await runService({ observer, records: manyArticles(50) });
    const editor = { name: 'Ada', scopes: ['edit'] } as const;
    const { data } = await service.ask('{ articles(first: 20) { nodes { id } } }');
    const ids: string[] = data.articles.nodes.map(({ id }: { id: string }) => id);
    const retractions = ids.map(
      (id, i) => `_${i}: retractArticle(input: { id: "${id}", reason: "x" }) { change { id } }`,
    );
    await service.askAs(editor, `mutation { ${retractions.join('\n')} }`);
    sql.length = 0;
    const answer = await service.askAs(editor, '{ changes(first: 20) { nodes { targets { node { id } } } } }');
    await service.stop();
    expect(answer.data.changes.nodes).toHaveLength(20);
    // The key, the changes with their targets, and the articles.
    expect(sql).toHaveLength(3);
  });
});
