import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningService, runService } from '../../support/running-service.js';

let service: RunningService;

beforeAll(async () => {
  service = await runService({
    environment: {
      ONRECORD_MAX_TOKENS: '400',
      ONRECORD_MAX_DEPTH: '5',
      ONRECORD_MAX_FIELDS: '60',
      ONRECORD_MAX_ALIASES: '4',
      ONRECORD_MAX_ROOT_FIELDS: '3',
      ONRECORD_MAX_DIRECTIVES: '6',
    },
  });
});

afterAll(() => service.stop());

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

const ARTICLE = (selection: string) => `{ articles(first: 1) { nodes { ${selection} } } }`;

/** Each limit, with a query that is just within it and one that is just beyond. */
const EDGES = [
  {
    limit: 'depth',
    code: 'QUERY_TOO_DEEP',
    within: ARTICLE('publisher { articles(first: 1) { totalCount } }'),
    beyond: ARTICLE('publisher { articles(first: 1) { nodes { id } } }'),
  },
  {
    limit: 'depth through fragments',
    code: 'QUERY_TOO_DEEP',
    within: `${ARTICLE('...A')} fragment A on Article { publisher { ...B } } fragment B on Publisher { articles(first: 1) { totalCount } }`,
    beyond: `${ARTICLE('...A')} fragment A on Article { publisher { ...B } } fragment B on Publisher { articles(first: 1) { nodes { id } } }`,
  },
  {
    limit: 'fields',
    code: 'TOO_MANY_FIELDS',
    within: ARTICLE(times(58, () => 'id')),
    beyond: ARTICLE(times(59, () => 'id')),
  },
  {
    limit: 'fields of fragments, as often as they are spread',
    code: 'TOO_MANY_FIELDS',
    within: `${ARTICLE('...A ...A')} fragment A on Article { ${times(29, () => 'id')} }`,
    beyond: `${ARTICLE('...A ...A')} fragment A on Article { ${times(30, () => 'id')} }`,
  },
  {
    limit: 'aliases',
    code: 'TOO_MANY_ALIASES',
    within: ARTICLE(times(4, (index) => `a${index}: id`)),
    beyond: ARTICLE(times(5, (index) => `a${index}: id`)),
  },
  {
    limit: 'root fields',
    code: 'TOO_MANY_ROOT_FIELDS',
    within: `{ ${times(3, () => '__typename')} }`,
    beyond: `{ ${times(4, () => '__typename')} }`,
  },
  {
    limit: 'directives',
    code: 'TOO_MANY_DIRECTIVES',
    within: ARTICLE(times(6, () => 'id @include(if: true)')),
    beyond: ARTICLE(times(7, () => 'id @include(if: true)')),
  },
  {
    limit: 'tokens',
    code: 'TOO_MANY_TOKENS',
    within: `{ articles(first: 1, filter: {languages: [${times(381, () => '"en"')}]}) { totalCount } }`,
    beyond: `{ articles(first: 1, filter: {languages: [${times(382, () => '"en"')}]}) { totalCount } }`,
  },
];

describe.each(EDGES)('the limit of $limit', ({ code, within, beyond }) => {
  test('lets through what is within it', async () => {
    const answer = await service.ask(within);
    expect(answer.errors).toBeUndefined();
    expect(answer.status).toBe(200);
  });

  test('refuses what is beyond it, by POST and by GET', async () => {
    const answer = await service.ask(beyond);
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.extensions).toEqual({ code });
    expect(answer.errors?.[0]?.message).toMatch(
      /^A query may have at most \d+ [a-z ]+, and this one has .+; ask for less at once\.$/,
    );
    const response = await fetch(`${service.url}?query=${encodeURIComponent(beyond)}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(response.status).toBe(400);
    expect(JSON.stringify(await response.json())).toContain(code);
  });
});

describe('what is measured', () => {
  test('of fragments that double at each step is found out at once', async () => {
    const fragments = Array.from(
      { length: 25 },
      (_, index) => `fragment F${index} on Article { ...F${index + 1} ...F${index + 1} }`,
    );
    const bomb = `${ARTICLE('...F0')} ${fragments.join(' ')} fragment F25 on Article { id }`;
    const answer = await service.ask(bomb);
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'TOO_MANY_FIELDS' });
    expect(answer.errors?.[0]?.message).toContain(String(2 ** 25 + 2));
  });

  test('of fragments that lead to themselves is left to validation', async () => {
    const answer = await service.ask(
      `${ARTICLE('...A')} fragment A on Article { ...B } fragment B on Article { ...A }`,
    );
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  test('is also a fragment that no operation uses: it is validated all the same', async () => {
    const unused = (count: number) =>
      `fragment A on Article { ...B ...B } fragment B on Article { ${times(count, () => 'id')} } { __typename }`;
    const code = async (count: number) => (await service.ask(unused(count))).errors?.[0]?.extensions['code'];
    expect(await code(29)).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await code(30)).toBe('TOO_MANY_FIELDS');
  });

  test('is all of a document, whichever of its operations is asked', async () => {
    const answer = await service.ask(`query A { __typename } query B { ${times(3, () => '__typename')} }`, {}, 'A');
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'TOO_MANY_ROOT_FIELDS' });
  });
});
