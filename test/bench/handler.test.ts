import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createHandler } from '../../bench/handler.js';
import { post, readOperation, runService } from '../support/running-service.js';
import { test } from '../support/temporary.js';

// The benchmark's ratio means something only while both answer the same.
test.for([
  {},
  { articles: 2, statements: 1, statistics: 1 },
  { articles: 100, statements: 100, statistics: 100 },
])('the handler that the benchmark measures against gives the front page of %o as the service does', async (variables, {
  folder,
  onTestFinished,
}) => {
  const store = join(folder, 'store.db');
  const service = await runService({ environment: { ONRECORD_STORE: store, ONRECORD_MAX_COST: '1000000' } });
  onTestFinished(() => service.stop());
  const handler = createHandler(store).listen(0, '127.0.0.1');
  onTestFinished(() => void handler.close());
  await once(handler, 'listening');
  const { port } = handler.address() as AddressInfo;
  const body = JSON.stringify({ query: readOperation('front-page'), variables });
  const answer = await post(`http://127.0.0.1:${port}/graphql`, body);
  expect(answer).toEqual(await service.askOperation('front-page', variables));
});
