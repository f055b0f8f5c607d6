import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeId } from '../../src/domain/identity.js';
import { post, type RunningService, runService } from '../support/running-service.js';

let service: RunningService;
beforeAll(async () => {
  service = await runService();
});
afterAll(() => service.stop());

const ARTICLE = makeId('Article', 'nobody wrote it');
const PERSON = makeId('Person', 'nobody');
const STATEMENT = makeId('Statement', 'nobody said it');
const STATISTIC = makeId('Statistic', 'nobody counted it');
const ORGANIZATION = makeId('Organization', 'nobody founded it');

/** Asks, and expects one error of the user's making, which names the argument. */
async function refusal(query: string, argument: string): Promise<string> {
  const { status, errors } = await service.ask(query);
  expect(status).toBe(200);
  expect(errors).toHaveLength(1);
  expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument });
  return errors?.[0]?.message ?? '';
}

describe('an id', () => {
  test.each([
    ['nonsense', '{ article(id: "nonsense") { id } }', 'id'],
    ['empty', '{ person(id: "") { id } }', 'id'],
    ['with a prefix that nothing has', '{ node(id: "xyz_000000000000000000000000") { id } }', 'id'],
    ['too short', '{ statement(id: "stm_0") { id } }', 'id'],
    ['in capitals', `{ statistic(id: "${STATISTIC.toUpperCase()}") { id } }`, 'id'],
    ['with something behind it', `{ organization(id: "${ORGANIZATION} ") { id } }`, 'id'],
    ['one of several', `{ nodes(ids: ["${ARTICLE}", "nonsense"]) { id } }`, 'ids[1]'],
    ['a long one', `{ node(id: "${'x'.repeat(5000)}") { id } }`, 'id'],
  ])('that is malformed is refused: %s', async (_, query, argument) => {
    const message = await refusal(query, argument);
    expect(message).toMatch(/which is not an id of On Record/);
    expect(message.length).toBeLessThan(200);
  });

  test.each([
    ['article', PERSON, 'takes the id of an Article, but', 'is that of a Person'],
    ['person', ARTICLE, 'takes the id of a Person, but', 'is that of an Article'],
    ['organization', PERSON, 'takes the id of an Organization, but', 'is that of a Person'],
    ['statement', STATISTIC, 'takes the id of a Statement, but', 'is that of a Statistic'],
    ['statistic', STATEMENT, 'takes the id of a Statistic, but', 'is that of a Statement'],
  ])('of another type is refused by %s', async (field, id, takes, is) => {
    const message = await refusal(`{ ${field}(id: "${id}") { id } }`, 'id');
    expect(message).toContain(takes);
    expect(message).toContain(is);
  });

  test.each([
    ['article', ARTICLE],
    ['person', PERSON],
    ['organization', ORGANIZATION],
    ['statement', STATEMENT],
    ['statistic', STATISTIC],
    ['node', makeId('Utterance', 'silence')],
  ])('that nothing has is null: %s', async (field, id) => {
    const answer = await service.ask(`{ ${field}(id: "${id}") { id } }`);
    expect(answer).toEqual({ status: 200, data: { [field]: null } });
  });

  test('that nothing has is null among others that something has', async () => {
    const { data } = await service.ask('{ articles(first: 1) { nodes { id } } }');
    const { id } = data.articles.nodes[0];
    const answer = await service.ask(`{ nodes(ids: ["${PERSON}", "${id}"]) { __typename id } }`);
    expect(answer.data.nodes).toEqual([null, { __typename: 'Article', id }]);
  });

  test('is not one of more than a hundred', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => `"${makeId('Person', index)}"`);
    expect(await refusal(`{ nodes(ids: [${ids}]) { id } }`, 'ids')).toContain('at most 100');
    const { data } = await service.ask(`{ nodes(ids: [${ids.slice(1)}]) { id } }`);
    expect(data.nodes).toHaveLength(100);
  });
});

describe('a look-up', () => {
  test.each([
    ['article', '{ article { id } }', 'id, slug, url', 'gives none'],
    ['person', '{ person { id } }', 'id, slug', 'gives none'],
    ['organization', '{ organization(id: null) { id } }', 'id, slug', 'gives none'],
    ['article', `{ article(id: "${ARTICLE}", slug: "x") { id } }`, 'slug', 'gives `id` and `slug`'],
    ['article', '{ article(slug: "x", url: "https://example.org/") { id } }', 'url', 'gives `slug` and `url`'],
    ['person', `{ person(id: "${PERSON}", slug: "x") { id } }`, 'slug', 'gives `id` and `slug`'],
  ])('of %s takes exactly one argument: %s', async (_, query, argument, words) => {
    expect(await refusal(query, argument)).toContain(words);
  });

  test('by a slug or an address that nothing has is null', async () => {
    const answer = await service.ask(
      '{ article(slug: "no-such") { id } byUrl: article(url: "https://no.example/") { id } person(slug: "no-one") { id } organization(slug: "none") { id } }',
    );
    expect(answer.data).toEqual({ article: null, byUrl: null, person: null, organization: null });
  });
});

describe('the arguments of a page', () => {
  const connections = ['articles', 'people', 'statements', 'statistics'];

  test.each(connections)('of %s are exactly one of first and last, from 1 to 100', async (field) => {
    const ask = (args: string) => `{ ${field}${args} { pageInfo { hasNextPage } } }`;
    expect(await refusal(ask(''), 'first')).toContain('give `first` or `last`');
    expect(await refusal(ask('(first: null, last: null)'), 'first')).toContain('give `first` or `last`');
    expect(await refusal(ask('(first: 1, last: 1)'), 'last')).toContain('not both');
    for (const argument of ['first', 'last']) {
      for (const size of [0, -1, 101, 2_147_483_647]) {
        expect(await refusal(ask(`(${argument}: ${size})`), argument)).toContain(`takes 1 to 100, but is ${size}`);
      }
    }
    const edge = await service.ask(`{ ${field}(first: 100) { nodes { id } } one: ${field}(last: 1) { nodes { id } } }`);
    expect(edge.errors).toBeUndefined();
    expect(edge.data.one.nodes).toHaveLength(1);
  });

  test('are refused where the cursor is for the other direction', async () => {
    expect(await refusal('{ articles(first: 1, before: "x") { nodes { id } } }', 'before')).toContain(
      'goes with `last`',
    );
    expect(await refusal('{ articles(last: 1, after: "x") { nodes { id } } }', 'after')).toContain('goes with `first`');
  });

  test('of a plain list are from 1 to 100, too', async () => {
    for (const field of ['topics(first: 0)', 'revisions(first: 101)', 'unresolved(first: -1)']) {
      const { errors } = await service.ask(`{ articles(first: 1) { nodes { ${field} { __typename } } } }`);
      expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'first' });
    }
  });
});

describe('a cursor', () => {
  const cursorOf = async (query: string) => {
    const { data } = await service.ask(query);
    const [connection] = Object.values<{ pageInfo: { endCursor: string } }>(data);
    return connection?.pageInfo.endCursor ?? '';
  };
  const PAGE = 'pageInfo { endCursor hasNextPage }';

  test.each([
    ['nonsense', 'nonsense'],
    ['empty', ''],
    ['JSON of something else', Buffer.from('{"a":1}').toString('base64url')],
    ['a list of something else', Buffer.from('[1,2,3]').toString('base64url')],
  ])('that is %s is refused', async (_, cursor) => {
    expect(await refusal(`{ statements(first: 1, after: "${cursor}") { ${PAGE} } }`, 'after')).toContain(
      'not one of this connection',
    );
    expect(await refusal(`{ statements(last: 1, before: "${cursor}") { ${PAGE} } }`, 'before')).toContain(
      'not one of this connection',
    );
  });

  test('of another connection is refused', async () => {
    const cursor = await cursorOf(`{ statements(first: 1) { ${PAGE} } }`);
    expect(await refusal(`{ statistics(first: 1, after: "${cursor}") { ${PAGE} } }`, 'after')).toContain(
      'not one of this connection',
    );
  });

  test('of the same field of another owner is refused', async () => {
    const { data } = await service.ask(`{ articles(first: 2) { nodes { id statements(first: 1) { ${PAGE} } } } }`);
    const [one, other] = data.articles.nodes;
    const next = (id: string, cursor: string) =>
      `{ node(id: "${id}") { ... on Article { statements(first: 1, after: "${cursor}") { nodes { text } } } } }`;
    expect((await service.ask(next(one.id, one.statements.pageInfo.endCursor))).errors).toBeUndefined();
    await refusal(next(other.id, one.statements.pageInfo.endCursor), 'after');
  });

  test('that was tampered with is refused', async () => {
    const cursor = await cursorOf(`{ articles(first: 1) { ${PAGE} } }`);
    const [seal, , id] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    for (const keys of [
      [seal],
      [seal, 'text', id],
      [seal, 1, 2],
      [seal, 1, id, 3],
      [seal, { a: 1 }, id],
      [seal, null, id],
    ]) {
      const forged = Buffer.from(JSON.stringify(keys)).toString('base64url');
      await refusal(`{ articles(first: 1, after: "${forged}") { ${PAGE} } }`, 'after');
    }
    const beyondNumbers = Buffer.from(`["${seal}",1e999,"${id}"]`).toString('base64url');
    await refusal(`{ articles(first: 1, after: "${beyondNumbers}") { ${PAGE} } }`, 'after');
  });

  test('of another order or filter is refused', async () => {
    const cursor = await cursorOf(`{ statements(first: 1, orderBy: SAID_AT_ASC) { ${PAGE} } }`);
    for (const args of ['', 'orderBy: POSITION_ASC', 'orderBy: SAID_AT_ASC, filter: { kinds: [DIRECT] }']) {
      await refusal(`{ statements(first: 1, after: "${cursor}" ${args}) { ${PAGE} } }`, 'after');
    }
    const { errors } = await service.ask(
      `{ statements(first: 1, after: "${cursor}", orderBy: SAID_AT_ASC, filter: { review: [CORRECTED, CONFIRMED, UNREVIEWED], speakers: null }) { ${PAGE} } }`,
    );
    expect(errors, 'a filter that asks for what lists always show is none').toBeUndefined();
  });
});

describe('a filter', () => {
  test.each([
    ['articles', 'publishers: ["nonsense"]', 'filter.publishers[0]', 'not an id'],
    ['articles', `topics: ["${PERSON}"]`, 'filter.topics[0]', 'takes the id of a Topic'],
    ['articles', `people: ["${PERSON}", "${ARTICLE}"]`, 'filter.people[1]', 'takes the id of a Person'],
    ['people', `speaksIn: "${PERSON}"`, 'filter.speaksIn', 'takes the id of an Article'],
    ['people', 'mentionedIn: ""', 'filter.mentionedIn', 'not an id'],
    ['statements', `speakers: ["${ARTICLE}"]`, 'filter.speakers[0]', 'a Person or an Organization or an UnnamedSource'],
    ['statements', `about: ["${STATEMENT}"]`, 'filter.about[0]', 'a Person or an Organization or a Place or a Topic'],
    ['statements', `through: ["${STATISTIC}"]`, 'filter.through[0]', 'is that of a Statistic'],
    ['statements', `utterance: "${STATEMENT}"`, 'filter.utterance', 'takes the id of an Utterance'],
    ['statements', 'said: { from: "2020-03-23", to: "2020-03-22" }', 'filter.said', 'ends before it begins'],
    [
      'articles',
      'published: { from: "2020-03-23T00:00:00Z", to: "2020-03-22T00:00:00Z" }',
      'filter.published',
      'ends before it begins',
    ],
    ['statistics', 'value: { min: 2, max: 1.5 }', 'filter.value', 'ends before it begins'],
    ['statistics', 'asOf: { from: "2021-01-01", to: "2020-01-01" }', 'filter.asOf', 'ends before it begins'],
    ['statistics', `metrics: ["${STATISTIC}"]`, 'filter.metrics[0]', 'takes the id of a Metric'],
  ])('of %s that cannot be used is refused: %s', async (field, filter, argument, words) => {
    const message = await refusal(`{ ${field}(first: 1, filter: { ${filter} }) { totalCount } }`, argument);
    expect(message).toContain(words);
  });

  test.each([
    'articles(first: 1, filter: { published: { from: "yesterday" } })',
    'statements(first: 1, filter: { said: { from: "2020-02-30" } })',
    'statements(first: 1, filter: { kinds: [SHOUTED] })',
    'statements(first: 1, orderBy: LOUDNESS)',
    'statistics(first: 1, filter: { value: { min: "two" } })',
  ])('or order with a value that there is not is refused: %s', async (field) => {
    const { errors } = await service.ask(`{ ${field} { totalCount } }`);
    expect(errors?.[0]?.extensions['code']).toMatch(/^(GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT)$/);
  });

  test('or order that is null is one that is left out', async () => {
    const { data, errors } = await service.ask(
      '{ a: statements(first: 3) { nodes { id } } b: statements(first: 3, filter: null, orderBy: null) { nodes { id } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.b).toEqual(data.a);
  });

  test('with an empty list lets nothing through', async () => {
    const { data } = await service.ask('{ statements(first: 3, filter: { kinds: [] }) { totalCount } }');
    expect(data.statements.totalCount).toBe(0);
  });
});

describe('a series', () => {
  test('is null where there is no dated figure, and refused where an id is wrong', async () => {
    const metric = makeId('Metric', 'nothing');
    expect((await service.ask(`{ series(metric: "${metric}") { unit } }`)).data).toEqual({ series: null });
    await refusal(`{ series(metric: "${PERSON}") { unit } }`, 'metric');
    await refusal(`{ series(metric: "${metric}", place: "${PERSON}") { unit } }`, 'place');
  });

  test('of points is from 1 to 100, in a range whose ends are in order', async () => {
    const ask = (args: string) => `{ metrics(first: 1) { nodes { series { points(${args}) { asOf } } } } }`;
    for (const args of ['first: 0', 'first: 101']) {
      const { errors } = await service.ask(ask(args));
      expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'first' });
    }
    const { errors } = await service.ask(ask('asOf: { from: "2021-01-01", to: "2020-01-01" }'));
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'asOf' });
  });
});

describe('a request', () => {
  test('for an operation that it does not have is refused', async () => {
    const answer = await service.ask('query One { articles(first: 1) { nodes { id } } }', {}, 'Two');
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.message).toBe('Unknown operation named "Two".');
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'OPERATION_RESOLUTION_FAILURE' });
  });

  test('that is not JSON is refused as GraphQL clients expect it', async () => {
    const answer = await post(service.url, '{"query": "{ __typename }"');
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'BAD_REQUEST' });
    expect(answer.errors?.[0]?.message).toMatch(/JSON/);
  });

  test.each([
    ['no query', '{}', 'BAD_REQUEST'],
    ['a query that is not text', '{"query": 7}', 'BAD_REQUEST'],
    ['variables that are not an object', '{"query": "{ __typename }", "variables": "x"}', 'BAD_REQUEST'],
    ['a syntax error', '{"query": "{ articles("}', 'GRAPHQL_PARSE_FAILED'],
    ['a field that does not exist', '{"query": "{ gossip }"}', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a variable of the wrong type',
      '{"query": "query ($n: Int!) { articles(first: $n) { nodes { id } } }", "variables": {"n": "ten"}}',
      'BAD_USER_INPUT',
    ],
    ['several queries at once', '[{"query": "{ __typename }"}]', 'BAD_REQUEST'],
  ])('with %s is refused with a code and without a stack trace', async (_, body, code) => {
    const answer = await post(service.url, body);
    expect(answer.errors?.[0]?.extensions).toEqual({ code });
    expect(JSON.stringify(answer)).not.toMatch(/node_modules|stacktrace/);
  });

  test.each([
    ['a mutation that does not exist', { query: 'mutation { x }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['a subscription', { query: 'subscription { x }' }, 'BAD_USER_INPUT'],
    [
      'null where an argument needs a value',
      { query: 'query ($i: ID = "x") { node(id: $i) { id } }', variables: { i: null } },
      'BAD_USER_INPUT',
    ],
    [
      'a persisted query of another version',
      { extensions: { persistedQuery: { version: 2, sha256Hash: 'x' } } },
      'BAD_REQUEST',
    ],
    ['more nesting than can be read', { query: '{a'.repeat(2400) }, 'GRAPHQL_PARSE_FAILED'],
  ])('with %s is the client’s own fault, and the log hears nothing of it', async (_, body, code) => {
    const answer = await post(service.url, JSON.stringify(body));
    expect(answer.errors?.[0]?.extensions['code']).toMatch(code);
    expect(answer.errors?.[0]?.message).not.toMatch(/Internal|call stack/);
  });

  test.each(['PUT', 'DELETE', 'PATCH'])('by %s is refused with the methods that there are', async (method) => {
    const response = await fetch(service.url, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
  });

  test('for an address that cannot be read has the shape of every error', async () => {
    const response = await fetch(new URL('/%zz', service.url));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  test('that is too large is refused', async () => {
    const answer = await post(service.url, JSON.stringify({ query: `{ __typename } #${'x'.repeat(300_000)}` }));
    expect(answer.status).toBe(413);
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'PAYLOAD_TOO_LARGE' });
  });

  test('with more tokens than any honest query has is refused', async () => {
    const answer = await service.ask(`{ ${'__typename '.repeat(6000)} }`);
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'TOO_MANY_TOKENS' });
  });

  test('for a URL that is none is refused', async () => {
    const { errors } = await service.ask('{ article(url: "not a url") { id } }');
    expect(errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });
});
