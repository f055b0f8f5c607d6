import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeId } from '../../../src/domain/identity.js';
import { generateRecords } from '../../../src/repository/generated/generate-records.js';
import { type RunningService, runService } from '../../support/running-service.js';
import { BOARD, CALM, PLOVER, RECORDS, STORM, TERN } from '../editing/harbour.js';

const FEDERATION = { ONRECORD_FEDERATION: 'on' };
const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on Article { id title }
    ... on Person { id name }
    ... on Organization { id name }
    ... on Statement { id text }
    ... on Statistic { id valueText }
  }
}`;

describe('entities', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runService({ records: RECORDS, environment: FEDERATION });
  });
  afterAll(() => service.stop());
  const entities = (...representations: unknown[]) => service.ask(ENTITIES, { representations });

  test('of each type are what their representations stand for, in their order', async () => {
    const [statement, statistic] = [STORM.statements[0]?.id, STORM.statistics[0]?.id];
    const { data, errors } = await entities(
      { __typename: 'Statistic', id: statistic },
      { __typename: 'Person', id: TERN.id },
      { __typename: 'Article', id: CALM.article.id },
      { __typename: 'Statement', id: statement },
      { __typename: 'Person', id: PLOVER.id },
      { __typename: 'Organization', id: BOARD.id },
      { __typename: 'Article', id: STORM.article.id, title: 'What another subgraph takes it for' },
    );
    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([
      { __typename: 'Statistic', id: statistic, valueText: '14' },
      { __typename: 'Person', id: TERN.id, name: 'Olive Tern' },
      { __typename: 'Article', id: CALM.article.id, title: 'Calm returns' },
      { __typename: 'Statement', id: statement, text: 'the harbour of Gullport is closed' },
      { __typename: 'Person', id: PLOVER.id, name: 'Rufus Plover' },
      { __typename: 'Organization', id: BOARD.id, name: 'Harbour Board' },
      { __typename: 'Article', id: STORM.article.id, title: 'Storm closes harbour' },
    ]);
  });

  test('are written into a query as well as into its variables', async () => {
    const { data } = await service.ask(
      `{ _entities(representations: [{ __typename: "Person", id: "${TERN.id}" }]) { ... on Named { displayName } } }`,
    );
    expect(data._entities).toEqual([{ displayName: 'Olive Tern' }]);
  });

  test('that nothing has the id of are null', async () => {
    const unknown = { __typename: 'Person', id: makeId('Person', 'nobody') };
    const { data, errors } = await entities(unknown, { __typename: 'Person', id: TERN.id }, unknown);
    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([null, { __typename: 'Person', id: TERN.id, name: 'Olive Tern' }, null]);
  });

  test.each([
    [
      'no type',
      { id: TERN.id },
      '.__typename',
      'takes one of Article, Person, Organization, Statement, Statistic, but',
    ],
    ['null for a type', { __typename: null, id: TERN.id }, '.__typename', 'but is missing'],
    ['a number for a type', { __typename: 5, id: TERN.id }, '.__typename', 'but is no string'],
    ['a type that is none', { __typename: 'Unicorn', id: TERN.id }, '.__typename', 'is “Unicorn”, which is no type of'],
    ['a type without a key', { __typename: 'Topic', id: TERN.id }, '.__typename', 'is “Topic”, which has no key'],
    ['a type that no schema has', { __typename: 'constructor', id: TERN.id }, '.__typename', 'is no type of'],
    ['the id of another type', { __typename: 'Article', id: TERN.id }, '.id', 'takes the id of an Article, but per_'],
    [
      'no id',
      { __typename: 'Article' },
      '.id',
      'takes the id of an Article as a string, but `representations[1]` has none',
    ],
    ['a number for an id', { __typename: 'Person', id: 5 }, '.id', 'has something else'],
    [
      'what is no id',
      { __typename: 'Person', id: 'Olive Tern' },
      '.id',
      'is “Olive Tern”, which is not an id of On Record',
    ],
    ['a string', TERN.id, '', 'takes an object with `__typename` and `id`'],
    ['a list', [{ __typename: 'Person', id: TERN.id }], '', 'takes an object with `__typename` and `id`'],
  ])('are refused where a representation has %s: %j', async (_, representation, part, says) => {
    const { status, data, errors } = await entities({ __typename: 'Person', id: TERN.id }, representation, {
      __typename: 'Person',
      id: PLOVER.id,
    });
    expect(status).toBe(200);
    expect(errors).toEqual([
      {
        message: expect.stringContaining(says),
        locations: [expect.anything()],
        path: ['_entities', 1],
        extensions: { code: 'BAD_USER_INPUT', argument: `representations[1]${part}` },
      },
    ]);
    // The others have nothing to do with it.
    expect(data._entities).toMatchObject([{ name: 'Olive Tern' }, null, { name: 'Rufus Plover' }]);
  });

  test('are refused where there are too many at once', async () => {
    const representation = { __typename: 'Person', id: TERN.id };
    const most = await entities(...Array(100).fill(representation));
    expect(most.errors).toBeUndefined();
    expect(most.data._entities).toHaveLength(100);
    const { data, errors } = await entities(...Array(101).fill(representation));
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      {
        message: 'The argument `representations` takes at most 100, but has 101.',
        extensions: { code: 'BAD_USER_INPUT', argument: 'representations' },
      },
    ]);
    expect((await entities()).data._entities).toEqual([]);
  });

  test('answer by the ids of people who were merged into others', async () => {
    const desk = await runService({ records: RECORDS, environment: FEDERATION });
    const input = { keep: TERN.id, absorb: [PLOVER.id] };
    const merge = 'mutation ($input: MergePeopleInput!) { mergePeople(input: $input) { person { id } } }';
    await desk.askAs({ name: 'Ada', scopes: ['edit'] }, merge, { input });
    const { data } = await desk.ask(ENTITIES, { representations: [{ __typename: 'Person', id: PLOVER.id }] });
    await desk.stop();
    expect(data._entities).toEqual([{ __typename: 'Person', id: TERN.id, name: 'Olive Tern' }]);
  });

  test('that were retracted answer with their state', async () => {
    const desk = await runService({ records: RECORDS, environment: FEDERATION });
    const input = { id: CALM.article.id, reason: 'It was a storm.' };
    const retract = 'mutation ($input: RetractArticleInput!) { retractArticle(input: $input) { article { id } } }';
    await desk.askAs({ name: 'Ada', scopes: ['edit'] }, retract, { input });
    const { data } = await desk.ask(
      `{ _entities(representations: { __typename: "Article", id: "${CALM.article.id}" }) { ... on Article { retraction { reason } } } }`,
    );
    await desk.stop();
    expect(data._entities).toEqual([{ retraction: { reason: 'It was a storm.' } }]);
  });
});

describe('the SQL statements that entities cost', () => {
  const records = [...generateRecords({ articles: 60, seed: 7 })].filter(({ article }) => article.retraction === null);
  const ids = {
    Article: records.map(({ article }) => article.id),
    Person: unique(records.flatMap(({ people }) => people)),
    Organization: unique(records.flatMap(({ organizations }) => organizations)),
    Statement: unique(records.flatMap(({ statements }) => statements)),
    Statistic: unique(records.flatMap(({ statistics }) => statistics)),
  };
  const sql: string[] = [];
  let service: RunningService;
  beforeAll(async () => {
    service = await runService({ records, environment: FEDERATION, observer: (statement) => sql.push(statement) });
  });
  afterAll(() => service.stop());

  /** How many statements it costs to ask for so many entities of a type, with something below each. */
  async function cost(typename: keyof typeof ids, count: number, fields: string): Promise<number> {
    const all = ids[typename];
    // Where there are fewer, those at the end are some of the first again.
    const representations = Array.from({ length: count }, (_, i) => ({
      __typename: typename,
      id: all[i % all.length],
    }));
    sql.length = 0;
    const { data, errors } = await service.ask(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${typename} { id ${fields} } } }`,
      { representations },
    );
    expect(errors).toBeUndefined();
    expect(data._entities.map(({ id }: { id: string }) => id)).toEqual(representations.map(({ id }) => id));
    return sql.length;
  }

  test.each([
    ['Article', 'title', 1],
    ['Article', 'publisher { name } statements(first: 3) { nodes { text } }', 3],
    ['Person', 'name', 1],
    ['Person', 'name statements(first: 3) { nodes { text } }', 2],
    ['Organization', 'name', 1],
    ['Organization', 'name statements(first: 3) { nodes { text } }', 2],
    ['Statement', 'text', 1],
    ['Statement', 'text article { title }', 2],
    ['Statistic', 'valueText', 1],
    ['Statistic', 'valueText article { title } metric { name }', 3],
  ] as const)('are as many for one %s as for 10 and 50: %s', async (typename, fields, expected) => {
    const counts = [];
    for (const count of [1, 10, 50]) counts.push(await cost(typename, count, fields));
    expect(counts).toEqual([expected, expected, expected]);
  });

  test('are one for each type where there are several', async () => {
    const representations = Object.entries(ids).flatMap(([__typename, all]) =>
      all.slice(0, 20).map((id) => ({ __typename, id })),
    );
    sql.length = 0;
    const { data } = await service.ask(ENTITIES, { representations });
    expect(data._entities).not.toContain(null);
    expect(sql).toHaveLength(5);
  });
});

function unique<Node extends { readonly id: string }>(nodes: readonly Node[]): string[] {
  return [...new Set(nodes.map(({ id }) => id))];
}
