import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manyArticles } from '../support/many-articles.js';
import { type RunningService, runService } from '../support/running-service.js';

let service: RunningService;
beforeAll(async () => {
  service = await runService({ records: manyArticles(5) });
});
afterAll(() => service.stop());

interface Connection {
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

/** A connection, as a field of a type that a node of the store has, of the root where there is no type; with further arguments. */
interface Field {
  readonly type?: string;
  readonly field: string;
  readonly args?: string;
}

const STATEMENT_LISTS = [
  ...['SAID_AT_DESC', 'SAID_AT_ASC', 'POSITION_ASC'].map((order) => `orderBy: ${order}`),
  'filter: { kinds: [INDIRECT, MIXED], oneReportPerUtterance: true }',
  'orderBy: SAID_AT_ASC, filter: { forces: [STATED, DENIED], said: { from: "2030-12-30" } }',
];
const STATISTIC_LISTS = [
  ...['AS_OF_DESC', 'AS_OF_ASC', 'VALUE_DESC', 'VALUE_ASC', 'POSITION_ASC'].map((order) => `orderBy: ${order}`),
  'orderBy: VALUE_ASC, filter: { value: { min: 5, max: 1002 }, measure: LEVEL }',
];

const FIELDS: Field[] = [
  ...['PUBLISHED_AT_DESC', 'PUBLISHED_AT_ASC', 'UPDATED_AT_ASC', 'TITLE_ASC'].map((order) => ({
    field: 'articles',
    args: `orderBy: ${order}`,
  })),
  { field: 'articles', args: 'filter: { languages: ["en"], text: "harbour OR pier", retracted: null }' },
  { field: 'people', args: 'orderBy: NAME_ASC' },
  { field: 'people', args: 'orderBy: STATEMENT_COUNT_DESC' },
  { field: 'people', args: 'filter: { nameStartsWith: "Vantreight" }' },
  ...['organizations', 'publishers', 'places', 'topics', 'metrics'].map((field) => ({ field })),
  { field: 'places', args: 'filter: { nameStartsWith: "g" }' },
  ...STATEMENT_LISTS.map((args) => ({ field: 'statements', args })),
  ...STATISTIC_LISTS.map((args) => ({ field: 'statistics', args })),
  ...STATEMENT_LISTS.map((args) => ({ type: 'Article', field: 'statements', args })),
  ...STATISTIC_LISTS.map((args) => ({ type: 'Article', field: 'statistics', args })),
  ...['people', 'organizations', 'places'].map((field) => ({ type: 'Article', field })),
  ...['Person', 'Organization'].flatMap((type) => [
    ...STATEMENT_LISTS.slice(0, 3).map((args) => ({ type, field: 'statements', args })),
    ...STATEMENT_LISTS.slice(0, 3).map((args) => ({ type, field: 'statementsAbout', args })),
    { type, field: 'articles' },
  ]),
  { type: 'UnnamedSource', field: 'statements' },
  { type: 'Utterance', field: 'statements' },
  { type: 'Publisher', field: 'articles' },
  { type: 'Topic', field: 'articles' },
  { type: 'Place', field: 'statistics' },
];

/** The ids of each type, found by walking from the articles. */
async function ownerIds(): Promise<Map<string, Set<string>>> {
  const { data } = await service.ask(`{ articles(first: 20) { nodes {
    __typename id publisher { __typename id } topics { __typename id }
    people(first: 9) { nodes { __typename id } } organizations(first: 9) { nodes { __typename id } } places(first: 9) { nodes { __typename id } }
    statements(first: 20) { nodes { utterance { __typename id } speaker { ... on Node { __typename id } } } }
  } } }`);
  const ids = new Map<string, Set<string>>();
  JSON.parse(JSON.stringify(data), (_, value) => {
    if (value?.__typename && value.id)
      ids.set(value.__typename, (ids.get(value.__typename) ?? new Set()).add(value.id));
    return value;
  });
  return ids;
}

/** The owner with the longest list; none where the list is the whole store's. */
async function longest(field: Field): Promise<string | undefined> {
  if (!field.type) return undefined;
  const candidates = [...((await ownerIds()).get(field.type) ?? [])];
  const counts = await Promise.all(candidates.map(async (id) => (await read(field, 'first: 1', id)).totalCount));
  return candidates[counts.indexOf(Math.max(...counts))];
}

async function read({ type, field, args: more = '' }: Field, args: string, ownerId?: string): Promise<Connection> {
  const connection = `${field}(${args} ${more}) { nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }`;
  const query = type ? `{ node(id: "${ownerId}") { ... on ${type} { ${connection} } } }` : `{ ${connection} }`;
  const { data, errors } = await service.ask(query);
  expect(errors).toBeUndefined();
  return (type ? data.node : data)[field];
}

const idsOf = ({ nodes }: Connection) => nodes.map(({ id }) => id);

describe.each(
  FIELDS.map((field) => ({ ...field, name: `${field.type ?? 'Query'}.${field.field}(${field.args ?? ''})` })),
)('$name', (field) => {
  test('gives the same list in pages of any size, forward and backward', async () => {
    const owner = await longest(field);
    const whole = await read(field, 'first: 100', owner);
    const rows = idsOf(whole);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows).size).toBe(rows.length);
    expect(whole.totalCount).toBe(rows.length);
    for (const size of [1, 2, 3, 4, 5, 6, 7]) {
      expect(await walkForward(field, size, owner)).toEqual(rows);
      expect(await walkBackward(field, size, owner)).toEqual(rows);
    }
  });
});

async function walkForward(field: Field, size: number, owner?: string): Promise<string[]> {
  const rows: string[] = [];
  for (let args = `first: ${size}`; ; ) {
    const page = await read(field, args, owner);
    expect(page.pageInfo.hasPreviousPage).toBe(rows.length > 0);
    expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor);
    rows.push(...idsOf(page));
    if (!page.pageInfo.hasNextPage) return rows;
    args = `first: ${size}, after: "${page.pageInfo.endCursor}"`;
  }
}

async function walkBackward(field: Field, size: number, owner?: string): Promise<string[]> {
  const rows: string[] = [];
  for (let args = `last: ${size}`; ; ) {
    const page = await read(field, args, owner);
    expect(page.pageInfo.hasNextPage).toBe(rows.length > 0);
    expect(page.pageInfo.startCursor).toBe(page.edges[0]?.cursor);
    rows.unshift(...idsOf(page));
    if (!page.pageInfo.hasPreviousPage) return rows;
    args = `last: ${size}, before: "${page.pageInfo.startCursor}"`;
  }
}

test('a page beyond the end is empty and has no cursors', async () => {
  const last = await read({ field: 'articles' }, 'last: 1');
  const beyond = await read({ field: 'articles' }, `first: 5, after: "${last.pageInfo.endCursor}"`);
  expect(beyond.nodes).toEqual([]);
  expect(beyond.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null });
});
