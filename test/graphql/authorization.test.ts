import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { Authorized, buildSchemaSync, Mutation, Query, Resolver } from 'type-graphql';
import { afterAll, expect, test } from 'vitest';
import type { Actor, Scope } from '../../src/domain/actor.js';
import { authChecker } from '../../src/graphql/authorization.js';
import type { RequestContext } from '../../src/graphql/context.js';
import { formatError } from '../../src/graphql/errors.js';
import { Ingest } from '../../src/ingest/ingest-article.js';
import { createLoaders } from '../../src/loaders/loaders.js';
import { MemoryRepository } from '../../src/repository/memory/memory-repository.js';
import { INLINE } from '../support/inline-extractor.js';

/** A schema with something for each scope; what it answers is what was asked. */
@Resolver()
class Desk {
  @Query(() => String)
  open(): string {
    return 'open';
  }

  @Authorized<Scope>()
  @Query(() => String)
  anyKey(): string {
    return 'anyKey';
  }

  @Authorized<Scope>('ingest')
  @Mutation(() => String)
  ingest(): string {
    return 'ingest';
  }

  @Authorized<Scope>('edit')
  @Mutation(() => String)
  edit(): string {
    return 'edit';
  }

  @Authorized<Scope>('ingest', 'edit')
  @Mutation(() => String)
  both(): string {
    return 'both';
  }
}

const repository = new MemoryRepository();
const schema = buildSchemaSync({ resolvers: [Desk], authChecker, validate: false });
const server = new ApolloServer<RequestContext>({ schema, formatError });
afterAll(() => server.stop());

function keyWith(...scopes: readonly Scope[]): Actor {
  return { keyId: 'key_000000000000000000000000', name: 'desk', scopes };
}

/** What a field answers, or the code and message of the error. */
async function answer(field: string, actor: Actor | null): Promise<unknown> {
  const query = `${field === 'open' || field === 'anyKey' ? 'query' : 'mutation'} { ${field} }`;
  const { signal } = new AbortController();
  const contextValue: RequestContext = {
    actor,
    signal,
    ingest: new Ingest(repository, INLINE),
    loaders: createLoaders(repository, signal),
    write: (work) => work(repository),
    client: 'test',
    cost: null,
    need: () => undefined,
    report: () => undefined,
  };
  const { body } = await server.executeOperation({ query }, { contextValue });
  if (body.kind !== 'single') throw new Error('The answer came in pieces.');
  const { data, errors } = body.singleResult;
  const [error] = errors ?? [];
  return error ? { code: error.extensions?.['code'], message: error.message } : data?.[field];
}

test('what takes no scope answers everybody', async () => {
  expect(await answer('open', null)).toBe('open');
  expect(await answer('open', keyWith('read'))).toBe('open');
});

test.each([
  ['anyKey', keyWith('read')],
  ['anyKey', keyWith('edit')],
  ['ingest', keyWith('ingest')],
  ['edit', keyWith('read', 'edit')],
  ['both', keyWith('ingest', 'edit')],
])('%s answers a key with its scopes', async (field, actor) => {
  expect(await answer(field, actor)).toBe(field);
});

test.each([
  ['anyKey', 'read'],
  ['ingest', 'ingest'],
  ['edit', 'edit'],
])('%s without a key says that it takes one, and which', async (field, scope) => {
  const said = `This takes an API key with the scope “${scope}”: send it in the header “Authorization: Bearer onr_…”.`;
  expect(await answer(field, null)).toEqual({ code: 'UNAUTHENTICATED', message: expect.stringContaining(said) });
});

test.each([
  ['ingest', ['edit'], 'ingest'],
  ['edit', ['read', 'ingest'], 'edit'],
  ['both', ['ingest'], 'edit'],
  ['both', ['edit'], 'ingest'],
] as const)('%s with a key for %s says which scope is missing', async (field, scopes, missing) => {
  expect(await answer(field, keyWith(...scopes))).toEqual({
    code: 'FORBIDDEN',
    message: `This takes the scope “${missing}”; the API key “desk” has ${scopes.join(', ')}.`,
  });
});
