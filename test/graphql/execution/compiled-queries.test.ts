import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  type DocumentNode,
  execute,
  type GraphQLError,
  GraphQLList,
  type GraphQLOutputType,
  type GraphQLSchema,
  getOperationAST,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RequestContext } from '../../../src/graphql/context.js';
import { CompiledQueries } from '../../../src/graphql/execution/compiled-queries.js';
import { createSchema, createWrappedSchema } from '../../../src/graphql/schema.js';
import { Ingest } from '../../../src/ingest/ingest-article.js';
import { createLoaders } from '../../../src/loaders/loaders.js';
import type { Repository } from '../../../src/repository/repository.js';
import { seedStore } from '../../../src/repository/seed/seed-store.js';
import { SqliteRepository } from '../../../src/repository/sqlite/sqlite-repository.js';
import { INLINE } from '../../support/inline-extractor.js';
import { type Known, randomOperations } from '../../support/random-operations.js';
import { QUERIES, readOperation } from '../../support/running-service.js';

const wrapped = createWrappedSchema();
const schema = createSchema();
/** A schema in which anything may be null, so that every failure is told. */
const lenient = withoutNonNull(createWrappedSchema());
const queries = new CompiledQueries(schema);
const folder = mkdtempSync(join(tmpdir(), 'onrecord-execution-'));
let repository: SqliteRepository;
let known: Known;

beforeAll(async () => {
  repository = await SqliteRepository.open({ file: join(folder, 'store.db') });
  await seedStore(repository, () => new Date('2020-03-24T09:00:00Z'));
  known = await knownOf(repository);
});

afterAll(async () => {
  await repository.close();
  rmSync(folder, { recursive: true });
});

async function knownOf(store: Repository): Promise<Known> {
  const ids: string[] = [];
  for await (const { type, record } of store.exportRecords()) {
    if ('id' in record && typeof record.id === 'string' && ids.length < 2000 && type !== 'Change') ids.push(record.id);
  }
  return {
    ids,
    slugs: ['kim-jong-un', 'kim-yo-jong', 'nobody'],
    words: ['letter', 'Kim', '"cooperation"', 'virus OR cases', ''],
  };
}

function withoutNonNull(strict: GraphQLSchema): GraphQLSchema {
  const nullable = (type: GraphQLOutputType): GraphQLOutputType => {
    if (isNonNullType(type)) return nullable(type.ofType);
    return isListType(type) ? new GraphQLList(nullable(type.ofType)) : type;
  };
  for (const type of Object.values(strict.getTypeMap())) {
    if (!(isObjectType(type) || isInterfaceType(type)) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) field.type = nullable(field.type);
  }
  return strict;
}

function contextOf(store: Repository): RequestContext {
  const { signal } = new AbortController();
  return {
    actor: { keyId: 'key_test', name: 'Test', scopes: ['read', 'ingest', 'edit'] },
    signal,
    ingest: new Ingest(store, INLINE),
    loaders: createLoaders(store, signal),
    client: 'test',
    cost: null,
    need(needs) {
      Object.assign(this, { loaders: createLoaders(store.needing(needs), signal) });
    },
    write: (work) => work(store),
    report: () => undefined,
  };
}

/** An answer as a client gets it, its errors in an order that does not depend on which was found first. */
function told({ data, errors }: { readonly data?: unknown; readonly errors?: readonly GraphQLError[] | undefined }) {
  const lines = errors?.map((error) => JSON.stringify(error.toJSON())).sort();
  return { data: JSON.stringify(data), errors: lines };
}

async function bothWays(query: string, variables: Readonly<Record<string, unknown>>) {
  const document: DocumentNode = parse(query);
  expect(validate(wrapped, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (operation == null) throw new TypeError('There is no operation.');
  const executed = (by: GraphQLSchema) =>
    execute({ schema: by, document, contextValue: contextOf(repository), variableValues: variables });
  const plain = await executed(schema);
  const compiled = await queries.execute(document, operation, variables, contextOf(repository));
  return { plain, compiled, failures: told(await executed(lenient)).errors ?? [] };
}

describe('a compiled query', () => {
  test.each(QUERIES)('answers the operation “%s” as graphql-js does', async (name) => {
    const variables = {
      slug: 'kim-yo-jong',
      id: known.ids.find((id) => id.startsWith('stm_')),
      updatedAfter: '2020-01-01T00:00:00Z',
      query: 'letter',
      metric: known.ids.find((id) => id.startsWith('met_')),
      text: 'special and very firm personal relations',
      first: 5,
    };
    const { plain, compiled } = await bothWays(readOperation(name), variables);
    expect(compiled).toBeDefined();
    expect(told(compiled ?? {})).toEqual(told(plain));
    expect(plain.errors).toBeUndefined();
  });

  test('answers any valid query as graphql-js does, its errors too', async () => {
    await fc.assert(
      fc.asyncProperty(randomOperations(wrapped, known), async ({ query, variables }) => {
        const { plain, compiled, failures } = await bothWays(query, variables);
        expect(compiled, query).toBeDefined();
        const answer = told(compiled ?? {});
        expect(answer.data, query).toEqual(told(plain).data);
        // Of failures that leave the same thing null only one is told: which one the specification leaves open.
        if (failures.length < 2) expect(answer.errors ?? [], query).toEqual(failures);
        expect(failures, query).toEqual(expect.arrayContaining(answer.errors ?? []));
        expect(answer.errors === undefined, query).toBe(plain.errors === undefined);
      }),
      { numRuns: 400, endOnFailure: true },
    );
  }, 240_000);

  test.each([
    ['a mutation', 'mutation { undoChange(input: { id: "chg_00000000000000000000000a" }) { userErrors { message } } }'],
    ['a question about the schema', '{ __schema { queryType { name } } }'],
    ['a field named like the prototype of objects', '{ articles(first: 1) { nodes { __proto__: id } } }'],
    [
      'a variable that is not what the operation takes',
      'query ($size: Int!) { articles(first: $size) { nodes { id } } }',
    ],
  ])('%s is left to graphql-js', async (_, query) => {
    const document = parse(query);
    const operation = getOperationAST(document);
    if (operation == null) throw new TypeError('There is no operation.');
    expect(queries.execute(document, operation, { size: 'many' }, contextOf(repository))).toBeUndefined();
  });

  test('is answered whichever way its conditions come out, and by graphql-js where there are too many ways', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const query = `query (${names.map((name) => `$${name}: Boolean!`).join(', ')}) {
      articles(first: 2) { nodes { id ${names.map((name) => `${name}: title @include(if: $${name})`).join(' ')} } }
    }`;
    const document = parse(query);
    const operation = getOperationAST(document);
    if (operation == null) throw new TypeError('There is no operation.');
    let compiledOnes = 0;
    for (let bits = 0; bits < 2 ** names.length; bits++) {
      const variables = Object.fromEntries(names.map((name, index) => [name, (bits & (1 << index)) !== 0]));
      const answer = await queries.execute(document, operation, variables, contextOf(repository));
      if (answer === undefined) continue;
      compiledOnes += 1;
      const plain = await execute({
        schema: wrapped,
        document,
        contextValue: contextOf(repository),
        variableValues: variables,
      });
      expect(told(answer)).toEqual(told(plain));
    }
    expect(compiledOnes).toBe(16);
  });
});
