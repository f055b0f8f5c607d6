import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// One copy of graphql for everybody: vitest resolves the ES module build, while type-graphql and Apollo Server load the
// CommonJS one, and graphql-js refuses types of "another module or realm".
const graphql = createRequire(import.meta.url).resolve('graphql');

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
