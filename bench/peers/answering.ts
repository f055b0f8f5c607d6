// What every peer is given: the schema and resolvers of this build, and the context that they answer from.
import type { RequestContext } from '../../dist/graphql/context.js';
import { ThreadedExtractor } from '../../dist/ingest/extractor.js';
import { Ingest } from '../../dist/ingest/ingest-article.js';
import { createLoaders } from '../../dist/loaders/loaders.js';
import { SqliteRepository } from '../../dist/repository/sqlite/sqlite-repository.js';

export { createSchema, createWrappedSchema } from '../../dist/graphql/schema.js';
export type { RequestContext };

/** Where the program that measures wants the peer to listen. */
export const LISTEN = { host: '127.0.0.1', port: Number(process.env['PORT']) };

/**
 * Opens the store of the environment. Gives what makes the context of one request: loaders that batch as those of the
 * service do, over whole records.
 */
export async function openContext(): Promise<() => RequestContext> {
  const repository = await SqliteRepository.open({ file: process.env['ONRECORD_STORE'] ?? '' });
  const ingest = new Ingest(repository, new ThreadedExtractor({ workers: 1 }));
  return () => ({
    actor: null,
    ingest,
    loaders: createLoaders(repository, new AbortController().signal),
    need: () => undefined,
    write: (work) => work(repository),
    report: (error) => console.error(error),
  });
}
