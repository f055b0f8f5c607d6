import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// One copy of graphql for everybody: vitest resolves the ES module build, while type-graphql and Apollo Server load the
// CommonJS one, and graphql-js refuses types of "another module or realm".
const graphql = createRequire(import.meta.url).resolve('graphql');

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    include: ['test/**/*.test.ts'],
    // One file a core: vitest leaves one free for a person at work, and most of these tests wait for processes.
    maxWorkers: availableParallelism(),
    // Files share what they import: loading it takes longer than many of them run.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
