import type { ApolloServerOptions, ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';
import { InMemoryLRUCache, type KeyValueCache } from '@apollo/utils.keyvaluecache';
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse } from 'graphql';
import type { Config } from '../config.js';
import { readOperations } from './read-operations.js';
import { RegisteredOperations } from './registered-operations.js';

/** What Apollo Server is given to know the operations that clients may ask for by id. */
interface OperationList {
  readonly options: Pick<ApolloServerOptions<BaseContext>, 'documentStore' | 'persistedQueries'>;
  readonly plugins: readonly ApolloServerPlugin<BaseContext>[];
}

/** Stands for all that is not registered. It is never executed. */
const REFUSED_TEXT = '{ __typename }';
const REFUSED = parse(REFUSED_TEXT);

/** The most characters of texts that clients have registered and the service remembers; those longest unused go first. */
const REMEMBERED_CHARACTERS = 8 * 1024 * 1024;

/**
 * Reads and checks the list of operations that the settings name. Clients may register further ones while the service runs
 * (automatic persisted queries), unless the list is all that is answered. Throws an OperationListError.
 */
export function operationList(schema: GraphQLSchema, { operations, operationsOnly }: Config): OperationList {
  const remembered = new InMemoryLRUCache<string>({ maxSize: REMEMBERED_CHARACTERS });
  if (operations === undefined) return { options: { persistedQueries: { cache: remembered } }, plugins: [] };
  const registered = new RegisteredOperations(schema, readOperations(operations));
  if (operationsOnly === 'off') {
    return { options: { persistedQueries: { cache: withRegistered(registered, remembered) } }, plugins: [] };
  }
  return {
    options: {
      documentStore: registeredDocuments(registered),
      persistedQueries: { cache: registeredTexts(registered) },
    },
    plugins: [{ requestDidStart: async () => REFUSING }],
  };
}

/** Refuses what the store of documents did not know; before that nothing of it was parsed. */
const REFUSING: GraphQLRequestListener<BaseContext> = {
  async didResolveOperation({ document }) {
    if (document !== REFUSED) return;
    throw new GraphQLError(
      'This service answers only the operations that are registered with it: ask for one by its id, or with its exact text.',
      { extensions: { code: 'OPERATION_NOT_REGISTERED', http: { status: 403 } } },
    );
  },
};

/** Apollo Server puts a prefix with one colon before the ids of what it keeps. */
function idOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

function withRegistered(registered: RegisteredOperations, remembered: KeyValueCache): KeyValueCache {
  return {
    get: async (key) => registered.textOf(idOf(key)) ?? remembered.get(key),
    set: (key, text, options) => remembered.set(key, text, options),
    delete: (key) => remembered.delete(key),
  };
}

function registeredTexts(registered: RegisteredOperations): KeyValueCache {
  return {
    get: async (key) => registered.textOf(idOf(key)) ?? REFUSED_TEXT,
    set: async () => {},
    delete: async () => {},
  };
}

/** Keeps the documents of the list alone; Apollo Server takes what it gives as parsed and valid. */
function registeredDocuments(registered: RegisteredOperations): KeyValueCache<DocumentNode> {
  const documents = new Map<string, DocumentNode>();
  return {
    async get(key) {
      const id = idOf(key);
      return registered.textOf(id) === undefined ? REFUSED : documents.get(id);
    },
    async set(key, document) {
      documents.set(idOf(key), document);
    },
    async delete(key) {
      documents.delete(idOf(key));
    },
  };
}
