import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scope } from '../../src/domain/actor.js';
import { issueKey } from '../../src/domain/api-key.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import { readConfig } from '../../src/server/config.js';
import { type Service, type ServiceOptions, startService } from '../../src/server/service.js';
import { INLINE } from './inline-extractor.js';
import { UNHURRIED } from './unhurried.js';

/** What a GraphQL request gave: the status of its HTTP answer and the answer itself. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  readonly data: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

export interface RunningService extends Service {
  /** The file of its store. */
  readonly store: string;
  ask(query: string, variables?: object, operationName?: string): Promise<Answer>;
  /** Asks with a key of this name that has these scopes; it is made where it is new. */
  askAs(key: KeyOptions, query: string, variables?: object): Promise<Answer>;
  /** Asks one of the operations in schema/operations by its file's name. */
  askOperation(name: string, variables?: object): Promise<Answer>;
}

export interface KeyOptions {
  readonly name: string;
  readonly scopes: readonly Scope[];
}

export interface RunningOptions extends ServiceOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Stored in place of the seeds. */
  readonly records?: readonly ArticleRecord[];
}

/** What the clock of a test service says. */
const NOW = new Date('2020-03-24T09:00:00Z');

/** Starts a service over a store of its own, on a free port; without records it has the seeds. */
export async function runService({ environment, records, ...options }: RunningOptions = {}): Promise<RunningService> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  const settings = {
    PORT: '0',
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    ONRECORD_RATE_LIMIT: 'off',
    ...UNHURRIED,
    ONRECORD_STORE: join(folder, 'store.db'),
  };
  const seed = { ONRECORD_SEED: records ? 'off' : 'auto' };
  const config = readConfig({ ...settings, ...seed, ...environment });
  const service = await startService(config, { clock: () => NOW, extractor: INLINE, ...options });
  if (records) await service.repository.storeArticles(records);
  const ask = (query: string, variables?: object, operationName?: string) =>
    post(service.url, JSON.stringify({ query, variables, operationName }));
  const askAs = keysOf(service);
  return {
    ...service,
    store: config.store,
    ask,
    askAs,
    askOperation: (name, variables) => ask(readOperation(name), variables),
    stop: async () => {
      await service.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Asks with keys, each of which is made when it is first used. */
function keysOf({ url, repository }: Service): RunningService['askAs'] {
  const secrets = new Map<string, Promise<string>>();
  const make = async ({ name, scopes }: KeyOptions) => {
    const { key, secret } = issueKey(name, scopes);
    await repository.keys.create(key);
    return secret;
  };
  return async (options, query, variables) => {
    const made = secrets.get(options.name) ?? make(options);
    secrets.set(options.name, made);
    return post(url, JSON.stringify({ query, variables }), { authorization: `Bearer ${await made}` });
  };
}

export async function post(url: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const answer: Omit<Answer, 'status'> = JSON.parse(await response.text());
  return { status: response.status, ...answer };
}

/** The operations in schema/operations that only ask, but for the changes, which take a key. */
export const QUERIES = [
  'front-page',
  'article',
  'chain',
  'claim',
  'person',
  'poll',
  'search',
  'series',
  'statements',
  'check-quotation',
] as const;

export function readOperation(name: string): string {
  return readFileSync(new URL(`../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');
}
