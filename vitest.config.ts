import { existsSync, statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// One copy of graphql for everybody: vitest resolves the ES module build, while type-graphql and Apollo Server load the
// CommonJS one, and graphql-js refuses types of "another module or realm".
const graphql = createRequire(import.meta.url).resolve('graphql');

/** Where temporary files need no disk, if there is room for them: most tests have a store, whose every commit waits for it. */
const MEMORY = '/dev/shm';
const LEAST_ROOM = 2 * 1024 ** 3;

function hasRoom(folder: string): boolean {
  const { bavail = 0, bsize = 0 } = existsSync(folder) ? statfsSync(folder) : {};
  return bavail * bsize >= LEAST_ROOM;
}

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    include: ['test/**/*.test.ts'],
    // One file a core: vitest leaves one free for a person at work, and most of these tests wait for processes.
    maxWorkers: availableParallelism(),
    // Files share what they import: loading it takes longer than many of them run.
    isolate: false,
    env: hasRoom(MEMORY) ? { TMPDIR: MEMORY } : {},
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
