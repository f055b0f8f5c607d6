import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchFrom } from '../../src/ingest/fetching/fetch-from.js';
import { readConfig } from '../../src/server/config.js';
import { metricsOf } from '../support/metrics.js';
import { type RunningService, runService } from '../support/running-service.js';

/** A row of the table: its kind, its name, its default, and what it means. */
interface Row {
  readonly kind: string;
  readonly name: string;
  readonly fallback: string;
}

const DOCUMENT = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');

const ROWS: readonly Row[] = [
  ...DOCUMENT.matchAll(/^\| (setting|limit|metric) \| `([^`]+)` \| `?([^|`]+?)`? \| [^|]+ \|$/gm),
].map(([, kind = '', name = '', fallback = '']) => ({ kind, name, fallback }));

const namesOf = (kind: string) => ROWS.filter((row) => row.kind === kind).map(({ name }) => name);

/** The variables that are asked for when settings are read: no list that could be forgotten. */
function variablesRead(read: (environment: Readonly<Record<string, string | undefined>>) => unknown): string[] {
  const names = new Set<string>();
  read(new Proxy({}, { get: (_environment, name) => void names.add(String(name)) }));
  return [...names];
}

/** The variables that set limits, of which there is a list. */
async function limitVariables(): Promise<string[]> {
  const list = new URL('../../src/server/limits/limits.ts', import.meta.url);
  if (!existsSync(list)) return [];
  const { LIMITS }: { LIMITS: Readonly<Record<string, { readonly variable: string }>> } = await import(list.pathname);
  return Object.values(LIMITS).map(({ variable }) => variable);
}

describe('the table of docs/operations.md', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runService();
  });
  afterAll(() => service.stop());

  test('is read whole', () => {
    const [, table = ''] = /^\| kind \|.*\n\|[-|]+\n((?:\|.*\n)+)/m.exec(DOCUMENT) ?? [];
    expect(ROWS).toHaveLength(table.trimEnd().split('\n').length);
    expect(new Set(ROWS.map(({ name }) => name)).size).toBe(ROWS.length);
  });

  test('has every setting that is read, and no other', async () => {
    const read = [...variablesRead(readConfig), ...variablesRead((environment) => fetchFrom(environment, '0'))];
    const limits = await limitVariables();
    expect(namesOf('setting').toSorted()).toEqual(read.filter((name) => !limits.includes(name)).toSorted());
  });

  test('has every limit, and no other', async () => {
    expect(namesOf('limit').toSorted()).toEqual((await limitVariables()).toSorted());
  });

  test('says what each setting and limit is where nobody sets it', () => {
    const fallbacks = ROWS.filter(({ kind, fallback }) => kind !== 'metric' && fallback !== 'none');
    expect(fallbacks.length).toBeGreaterThan(10);
    for (const { name, fallback } of fallbacks) {
      expect(readConfig({ [name]: fallback }), name).toEqual(readConfig({}));
    }
  });

  test('has every metric with its type, and no other', async () => {
    const { types } = await metricsOf(service);
    const described = ROWS.filter(({ kind }) => kind === 'metric').map(({ name, fallback }) => [name, fallback]);
    expect(Object.fromEntries(described)).toEqual(Object.fromEntries(types));
  });
});
