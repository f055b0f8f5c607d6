import { readFileSync } from 'node:fs';
import {
  buildClientSchema,
  getIntrospectionQuery,
  isAbstractType,
  isObjectType,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  validateSchema,
  visit,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { post, type RunningOptions, type RunningService, runService } from '../../support/running-service.js';
import { RECORDS, STORM } from '../editing/harbour.js';

const FEDERATION = { ONRECORD_FEDERATION: 'on' };
const SDL = '{ _service { sdl } }';
const ENTITY = `query ($id: String!) { _entities(representations: [{ __typename: "Article", id: $id }]) { ... on Article { title } } }`;

const read = (file: string) => readFileSync(new URL(`../../../schema/${file}`, import.meta.url), 'utf8');
const withoutHeader = (file: string) => file.slice(file.indexOf('\n\n') + 2);

async function running(options: RunningOptions): Promise<RunningService> {
  const service = await runService({ records: RECORDS, ...options });
  onTestFinished(() => service.stop());
  return service;
}

test('federation is off where nobody asks for it', async () => {
  const service = await running({ environment: { NODE_ENV: 'development' } });
  const { data } = await service.ask(getIntrospectionQuery());
  expect(`${printSchema(lexicographicSortSchema(buildClientSchema(data)))}\n`).toBe(
    withoutHeader(read('schema.graphql')),
  );
  for (const query of [SDL, '{ _entities(representations: []) { __typename } }']) {
    const { status, errors } = await service.ask(query);
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
  }
});

describe('the SDL of the subgraph', () => {
  let service: RunningService;
  let sdl: string;
  beforeAll(async () => {
    service = await runService({ records: RECORDS, environment: { ...FEDERATION, NODE_ENV: 'production' } });
    sdl = (await service.ask(SDL)).data._service.sdl;
  });
  afterAll(() => service.stop());

  test('is given in production, where introspection is not', async () => {
    expect(sdl).toContain('type Article implements Node @key(fields: "id")');
    const { errors } = await service.ask('{ __schema { queryType { name } } }');
    expect(errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  test('is committed as it is given', () => {
    expect(withoutHeader(read('subgraph.graphql'))).toBe(sdl);
  });

  test('imports just the directives that it uses', () => {
    const used = new Set<string>();
    const imported: string[] = [];
    visit(parse(sdl), {
      SchemaExtension: (node) => {
        const list = node.directives?.[0]?.arguments?.find(({ name }) => name.value === 'import')?.value;
        if (list?.kind === 'ListValue') imported.push(...list.values.map((value) => print(value)));
        return false;
      },
      Directive: ({ name }) => {
        used.add(`"@${name.value}"`);
      },
    });
    used.delete('"@deprecated"');
    expect(imported.toSorted()).toEqual([...used].toSorted());
    expect(imported).toHaveLength(2);
  });

  test('is the plain schema but for its directives', () => {
    const plain = visit(parse(sdl), { SchemaExtension: () => null, Directive: () => null });
    expect(print(plain)).toBe(print(parse(read('schema.graphql'))));
  });
});

test('a service with federation has a valid schema, described throughout', async () => {
  const service = await running({ environment: { ...FEDERATION, NODE_ENV: 'development' } });
  const { data } = await service.ask(getIntrospectionQuery());
  const schema = buildClientSchema(data);
  expect(validateSchema(schema)).toEqual([]);
  const entity = schema.getType('_Entity');
  if (!isAbstractType(entity)) throw new Error('There is no union of entities.');
  const names = schema.getPossibleTypes(entity).map(({ name }) => name);
  expect(names.toSorted()).toEqual(['Article', 'Organization', 'Person', 'Statement', 'Statistic']);
  for (const name of ['_Any', '_Entity', '_Service']) expect(schema.getType(name)?.description, name).toBeTruthy();
  const fields = [schema.getQueryType(), schema.getType('_Service')].flatMap((type) =>
    isObjectType(type) ? Object.values(type.getFields()) : [],
  );
  for (const { name, description, args } of fields) {
    expect(description, name).toBeTruthy();
    for (const arg of args) expect(arg.description, `${name}(${arg.name})`).toBeTruthy();
  }
});

test('a service with federation answers everything else as before, to those who may ask', async () => {
  const service = await running({ environment: FEDERATION });
  const { data } = await service.ask('{ search(query: "harbour", first: 1) { edges { node { __typename } } } }');
  expect(data.search.edges).toHaveLength(1);
  const { errors } = await service.ask('{ changes(first: 1) { nodes { id } } }');
  expect(errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
  const retraction = `mutation { retractArticle(input: { id: "${STORM.article.id}", reason: "x" }) { article { title } } }`;
  const refused = await service.askAs({ name: 'Reader', scopes: ['read'] }, retraction);
  expect(refused.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN' });
});

test('where reading takes a key, neither the schema nor entities are given without one', async () => {
  const service = await running({ environment: { ...FEDERATION, ONRECORD_READ: 'key' } });
  for (const [query, field] of [
    [SDL, '_service'],
    [ENTITY, '_entities'],
  ] as const) {
    const variables = { id: STORM.article.id };
    const refused = await service.ask(query, variables);
    expect(refused.status).toBe(401);
    expect(refused.errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
    expect(refused.data).toBeUndefined();
    const { data, errors } = await service.askAs({ name: 'Gateway', scopes: ['read'] }, query, variables);
    expect(errors).toBeUndefined();
    expect(data[field]).toBeTruthy();
  }
});

test('a gateway that asks how long everything took is told nothing', async () => {
  const service = await running({ environment: FEDERATION });
  const answer = await post(service.url, JSON.stringify({ query: SDL }), { 'apollo-federation-include-trace': 'ftv1' });
  expect(Object.keys(answer)).toEqual(['status', 'data']);
});
