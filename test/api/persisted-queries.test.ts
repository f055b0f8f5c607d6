import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, print } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Answer, post, type RunningService, readOperation, runService } from '../support/running-service.js';

const OPERATIONS = fileURLToPath(new URL('../../schema/operations', import.meta.url));
const COUNT = 'query Count { articles(first: 1) { totalCount } }';
const LATEST = 'query Latest {\n  articles(first: 1) {\n    nodes {\n      slug\n    }\n  }\n}';

const folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
afterAll(() => rmSync(folder, { recursive: true }));

function sha256(text: string): string {
  return hash('sha256', text);
}

function persisted(sha256Hash: string) {
  return { persistedQuery: { version: 1, sha256Hash } };
}

async function getPersisted({ url }: RunningService, id: string): Promise<Answer> {
  const parameters = new URLSearchParams({ extensions: JSON.stringify(persisted(id)) });
  const response = await fetch(`${url}?${parameters}`, { headers: { 'apollo-require-preflight': 'true' } });
  const answer: Omit<Answer, 'status'> = JSON.parse(await response.text());
  return { status: response.status, ...answer };
}

function postPersisted({ url }: RunningService, id: string, query?: string): Promise<Answer> {
  return post(url, JSON.stringify({ query, extensions: persisted(id) }));
}

/** Starts a service for one test. */
async function running(environment: Readonly<Record<string, string>>): Promise<RunningService> {
  const service = await runService({ environment });
  onTestFinished(() => service.stop());
  return service;
}

function writeManifest(name: string, operations: readonly object[]): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }));
  return file;
}

function codeOf({ status, errors }: Answer) {
  return { status, code: errors?.[0]?.extensions['code'] };
}

const NOT_REGISTERED = { status: 403, code: 'OPERATION_NOT_REGISTERED' };

describe('a query that clients persist themselves', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runService();
  });
  afterAll(() => service.stop());

  test('is unknown until it was sent once, and is then asked for by its hash alone', async () => {
    const id = sha256(COUNT);
    expect(codeOf(await getPersisted(service, id))).toEqual({ status: 200, code: 'PERSISTED_QUERY_NOT_FOUND' });
    expect((await postPersisted(service, id, COUNT)).data).toEqual({ articles: { totalCount: 5 } });
    expect((await getPersisted(service, id)).data).toEqual({ articles: { totalCount: 5 } });
    expect((await postPersisted(service, id)).data).toEqual({ articles: { totalCount: 5 } });
  });

  test('is not kept under the hash of another', async () => {
    const other = sha256(LATEST);
    expect((await postPersisted(service, other, COUNT)).status).toBe(400);
    expect(codeOf(await getPersisted(service, other)).code).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  test('is not kept where it cannot be executed', async () => {
    const wrong = '{ nothing }';
    expect(codeOf(await postPersisted(service, sha256(wrong), wrong)).code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(codeOf(await getPersisted(service, sha256(wrong))).code).toBe('PERSISTED_QUERY_NOT_FOUND');
  });
});

describe('a registered list', () => {
  test('lets its operations be asked for by id, and everything else as before', async () => {
    const manifest = writeManifest('named.json', [{ id: 'count-articles', name: 'Count', type: 'query', body: COUNT }]);
    const service = await running({ ONRECORD_OPERATIONS: manifest });
    expect((await getPersisted(service, 'count-articles')).data).toEqual({ articles: { totalCount: 5 } });
    expect((await getPersisted(service, sha256(COUNT))).data).toEqual({ articles: { totalCount: 5 } });
    expect((await service.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
    expect(codeOf(await getPersisted(service, sha256(LATEST))).code).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await postPersisted(service, sha256(LATEST), LATEST)).status).toBe(200);
    expect((await getPersisted(service, sha256(LATEST))).data.articles.nodes).toHaveLength(1);
  });

  test('takes the operations of a folder, as they stand and as clients print them', async () => {
    const service = await running({ ONRECORD_OPERATIONS: OPERATIONS });
    const text = readOperation('front-page');
    for (const form of [text, text.trim(), print(parse(text))]) {
      expect((await getPersisted(service, sha256(form))).data.articles.nodes).toHaveLength(5);
    }
  });
});

describe('where nothing but the list is answered', () => {
  let service: RunningService;
  beforeAll(async () => {
    const operations = [
      { id: 'count-articles', name: 'Count', type: 'query', body: COUNT },
      { id: sha256(LATEST), name: 'Latest', type: 'query', body: LATEST },
      { id: 'nothing', name: 'Nothing', type: 'mutation', body: 'mutation Nothing { __typename }' },
    ];
    const ONRECORD_OPERATIONS = writeManifest('only.json', operations);
    service = await runService({ environment: { ONRECORD_OPERATIONS, ONRECORD_OPERATIONS_ONLY: 'on' } });
  });
  afterAll(() => service.stop());

  test('what it has is answered by id, and by its text', async () => {
    // Twice, since the second time the query need not be parsed.
    for (const _ of [1, 2]) {
      expect((await getPersisted(service, 'count-articles')).data).toEqual({ articles: { totalCount: 5 } });
      expect((await service.ask(COUNT)).data).toEqual({ articles: { totalCount: 5 } });
      expect((await postPersisted(service, sha256(LATEST))).data.articles.nodes).toHaveLength(1);
      expect((await postPersisted(service, sha256(LATEST), LATEST)).data.articles.nodes).toHaveLength(1);
    }
    expect((await postPersisted(service, 'nothing')).data).toEqual({ __typename: 'Mutation' });
    expect((await getPersisted(service, 'nothing')).status).toBe(405);
  });

  test.for([
    ['another query', 'query { articles(first: 2) { totalCount } }'],
    ['one that differs by a name', COUNT.replace('Count', 'Sum')],
    ['what health checks ask', '{ __typename }'],
    ['introspection', '{ __schema { queryType { name } } }'],
    ['what is no GraphQL', '{{{'],
    ['what the schema does not have', '{ nothing }'],
    ['a mutation', 'mutation { __typename }'],
  ] as const)('%s is refused', async ([, query]) => {
    for (const _ of [1, 2]) expect(codeOf(await service.ask(query))).toEqual(NOT_REGISTERED);
  });

  test('nothing can be registered, and an id that it does not have opens nothing', async () => {
    const other = '{ articles(first: 3) { totalCount } }';
    expect(codeOf(await postPersisted(service, sha256(other), other))).toEqual(NOT_REGISTERED);
    expect(codeOf(await getPersisted(service, sha256(other)))).toEqual(NOT_REGISTERED);
    expect(codeOf(await getPersisted(service, 'constructor'))).toEqual(NOT_REGISTERED);
  });

  test('an operation of the list cannot be lent to another text', async () => {
    expect((await postPersisted(service, 'count-articles', '{ __typename }')).status).toBe(400);
    expect(codeOf(await service.ask('{ __typename }', {}, 'Count'))).toEqual(NOT_REGISTERED);
  });
});

describe('a list that cannot be used stops the start', () => {
  const files = join(folder, 'files');
  afterEach(() => rmSync(files, { recursive: true, force: true }));

  /** Expects what a service says that is started with a list. */
  async function complaint(path: string): Promise<string> {
    const start = runService({ environment: { ONRECORD_OPERATIONS: path } });
    const error: unknown = await start.then(
      (service) => service.stop(),
      (reason) => reason,
    );
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT' });
    return error instanceof Error ? error.message : '';
  }

  test.for([
    [
      'a syntax error',
      'query Broken {\n  articles(first: 1 {\n',
      'broken.graphql is no operation of this service: line 2: ',
    ],
    ['a field that there is not', 'query Old {\n\n  headlines\n}', 'line 3: Cannot query field "headlines"'],
  ] as const)('for %s', async ([, text, says]) => {
    mkdirSync(files);
    writeFileSync(join(files, 'broken.graphql'), text);
    expect(await complaint(files)).toContain(says);
  });

  test('for a folder without operations', async () => {
    mkdirSync(files);
    expect(await complaint(files)).toContain('has no operation; a folder needs files that end in .graphql');
  });

  test('for a place where nothing is', async () => {
    expect(await complaint(join(folder, 'nowhere'))).toContain('nowhere cannot be read (ENOENT)');
  });

  test.for([
    ['no JSON', 'query Count', 'is not JSON'],
    ['another format', '{"format": "relay", "version": 1, "operations": []}', 'apollo-persisted-query-manifest'],
    [
      'another version',
      '{"format": "apollo-persisted-query-manifest", "version": 2, "operations": []}',
      'the version 1',
    ],
    ['not a list', '"operations"', 'is no manifest of operations'],
  ] as const)('for a manifest that is %s', async ([, content, says]) => {
    const file = join(folder, 'wrong.json');
    writeFileSync(file, content);
    expect(await complaint(file)).toContain(says);
  });

  test.for([
    ['lacks an id', [{ name: 'Count', body: COUNT }], 'operation 1 (Count) lacks its “id”'],
    [
      'has an id twice',
      [
        { id: 'a', name: 'Count', body: COUNT },
        { id: 'a', name: 'Latest', body: LATEST },
      ],
      'operation 2 (Latest) has the id of another, “a”',
    ],
    [
      'has the hash of another text',
      [{ id: sha256(LATEST), name: 'Count', body: COUNT }],
      'looks like the SHA-256 of its body, but is not',
    ],
  ] as const)('for an operation that %s', async ([, operations, says]) => {
    expect(await complaint(writeManifest('wrong.json', operations))).toContain(says);
  });
});
