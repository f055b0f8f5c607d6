import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { type RunningService, runService } from '../support/running-service.js';

const BODY = '{"query":"{ __typename }"}';

async function running(environment: Readonly<Record<string, string>> = {}): Promise<RunningService> {
  const service = await runService({ environment });
  onTestFinished(() => service.stop());
  return service;
}

/** Sends bytes over a connection of its own and gives all that the service says until it ends that. */
async function exchange({ url }: RunningService, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  socket.write(bytes);
  return text(socket);
}

function head(length: number): string {
  return `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;
}

test('a connection answers one request after the other, and says for how long it waits', async () => {
  const service = await running();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const ports: unknown[] = [];
  for (const _ of [1, 2, 3]) {
    const headers = { 'content-type': 'application/json' };
    const sent = request(service.url, { agent, method: 'POST', headers }).end(BODY);
    const [response] = await once(sent, 'response');
    ports.push(response.socket.localPort);
    expect(response.headers['keep-alive']).toBe('timeout=72');
    expect(JSON.parse(await text(response))).toEqual({ data: { __typename: 'Query' } });
  }
  expect(new Set(ports).size).toBe(1);
});

test('a connection that waits too long for its next request is ended', async () => {
  const service = await running({ ONRECORD_KEEP_ALIVE_SECONDS: '1' });
  const said = await exchange(service, `${head(BODY.length)}${BODY}`);
  expect(said).toMatch(/^HTTP\/1\.1 200 /);
  expect(said).toMatch(/keep-alive: timeout=1\r\n/i);
});

test.for([
  ['headers', head(100).slice(0, 60)],
  ['body', `${head(100)}{"query":`],
] as const)('a request whose %s do not come to an end is refused', async ([, bytes]) => {
  const service = await running({ ONRECORD_RECEIVE_SECONDS: '1' });
  const said = await exchange(service, bytes);
  expect(said).toMatch(/^HTTP\/1\.1 408 /);
  expect(said).toContain('"code":"REQUEST_TIMEOUT"');
  expect((await service.ask('{ __typename }')).status).toBe(200);
});

test.for([
  ['what is not HTTP', 'hello\r\n\r\n', '400', 'BAD_REQUEST'],
  ['headers that are too large', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, '431', 'BAD_REQUEST'],
] as const)('%s is refused in the shape that GraphQL clients read', async ([, bytes, status, code]) => {
  const said = await exchange(await running(), bytes);
  expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(JSON.parse(said.slice(said.indexOf('\r\n\r\n')))).toMatchObject({ errors: [{ extensions: { code } }] });
});

test('a list of requests is refused', async () => {
  const service = await running();
  const response = await fetch(service.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `[${BODY},${BODY}]`,
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
});

test('a mutation by GET is refused, and nothing of it is done', async () => {
  const service = await running();
  const url = new URL(service.url);
  url.searchParams.set('query', 'mutation { __typename }');
  const response = await fetch(url, { headers: { 'apollo-require-preflight': 'true' } });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('POST');
});
