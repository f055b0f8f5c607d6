import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { type RunningServer, test } from '../support/command.js';
import { post, QUERIES, readOperation } from '../support/running-service.js';

/** What no answer may have: a place in the code, or what a store says. */
const REVEALING = /node_modules|\.[jt]s:\d|at [A-Za-z.]+ \(|SQLITE|stack/;

/** Pieces that a mutation puts into a query. */
const PIECES = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':',
  '$',
  '@',
  '...',
  '!',
  '"',
  '"""',
  '\\',
  '\u0000',
  '#',
  'null',
  'on',
  'fragment',
  'mutation',
  'first',
  '-1',
  '1e999',
  '__proto__',
  '…',
  '😀',
  '\ud800',
];

/** A valid query in which some of its tokens were taken out, doubled, exchanged or replaced. */
const MUTATED = fc
  .tuple(
    fc.constantFrom(...QUERIES),
    fc.array(
      fc.tuple(fc.constantFrom('drop', 'double', 'swap', 'replace', 'insert'), fc.nat(), fc.constantFrom(...PIECES)),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([name, changes]) => {
    const tokens = readOperation(name).match(/\w+|\s+|[^\w\s]/gu) ?? [];
    for (const [change, at, piece] of changes) {
      const index = at % Math.max(1, tokens.length);
      if (change === 'drop') tokens.splice(index, 1);
      else if (change === 'double') tokens.splice(index, 0, tokens[index] ?? '');
      else if (change === 'swap') tokens.splice(index, 2, ...tokens.slice(index, index + 2).reverse());
      else tokens.splice(index, change === 'replace' ? 1 : 0, piece);
    }
    return tokens.join('');
  });

const VARIABLES = fc.dictionary(
  fc.constantFrom(
    'articles',
    'statements',
    'statistics',
    'first',
    'slug',
    'id',
    'query',
    'text',
    'updatedAfter',
    'metric',
  ),
  fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('kim-yo-jong', 5, 20, '2020-03-22T00:00:00Z')),
);

/** How many bytes of memory a server has, as it says itself. */
async function memoryOf({ url }: RunningServer): Promise<number> {
  const metrics = await (await fetch(new URL('/metrics', url))).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]);
}

/** Asks all of the queries, eight at once, and counts the answers by status. */
async function askAll({ url }: RunningServer, queries: [string, object][]) {
  const statuses = new Map<number, number>();
  let slowest = 0;
  const keepAsking = async () => {
    for (let next = queries.pop(); next !== undefined; next = queries.pop()) {
      const [query, variables] = next;
      const began = performance.now();
      const { status, ...answer } = await post(url, JSON.stringify({ query, variables }));
      slowest = Math.max(slowest, performance.now() - began);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect(status, query).toBeLessThan(500);
      expect(JSON.stringify(answer.errors ?? []), query).not.toMatch(REVEALING);
    }
  };
  await Promise.all(Array.from({ length: 8 }, keepAsking));
  return { statuses, slowest };
}

describe('valid queries that were changed at random', () => {
  test('ten thousand of them get an answer each, and leave nothing behind', { timeout: 400_000 }, async ({
    onrecord,
  }) => {
    const server = await onrecord.serve({ NODE_ENV: 'production', ONRECORD_RATE_LIMIT: 'off' });
    const queries = fc.sample(fc.tuple(MUTATED, VARIABLES), 10_000);
    await askAll(server, queries.splice(0, 7000));
    const before = await memoryOf(server);
    const { statuses, slowest } = await askAll(server, queries);
    const grown = ((await memoryOf(server)) - before) / 1e6;
    const counts = [...statuses].map(([status, count]) => `${count} × ${status}`).join(', ');
    console.info(
      `Changed queries: ${counts}; the slowest took ${slowest.toFixed(0)} ms, memory grew by ${grown.toFixed(0)} MB.`,
    );
    // Some of them are still valid, and most are not.
    expect(statuses.get(200)).toBeGreaterThan(100);
    expect(statuses.get(400)).toBeGreaterThan(1000);
    // What is kept for those who ask again has its limits, which are reached by now.
    expect(grown).toBeLessThan(60);
    expect((await post(server.url, JSON.stringify({ query: readOperation('front-page') }))).errors).toBeUndefined();
  });
});
