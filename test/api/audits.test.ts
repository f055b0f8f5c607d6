import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningService, runService } from '../support/running-service.js';

let service: RunningService;
beforeAll(async () => {
  service = await runService();
});
afterAll(() => service.stop());

/** Says of each request that no web page made it unasked, which some audits leave out. */
const preflighted: typeof fetch = (input, init) =>
  fetch(input, { ...init, headers: { ...init?.headers, 'apollo-require-preflight': 'true' } });

const audits = serverAudits({ url: () => service.url, fetchFn: preflighted });

test('all audits of GraphQL over HTTP are there', () => {
  expect(audits).toHaveLength(61);
});

// An audit that says SHOULD or MAY gives “warn” or “notice” where it fails, and all of them “ok” where they pass.
test.for(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async ([, , audit]) => {
  const result = await audit.fn();
  expect(result.status, 'reason' in result ? result.reason : undefined).toBe('ok');
});
