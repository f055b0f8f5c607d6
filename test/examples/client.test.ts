import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningService, runService } from '../support/running-service.js';

/*
 * The example for frontend developers, as they run it. A page that changes on purpose is written anew by
 * `npm test -- test/examples/client.test.ts -u`, and read before it is committed.
 */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a program of the project on the Node that the tests run on. */
async function run(program: string, ...args: string[]) {
  const child = spawn(process.execPath, [program, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, stdout, stderr };
}

/** Prints a person's page. */
function example(...args: string[]) {
  return run('examples/client/main.ts', ...args);
}

describe('the example client', () => {
  test('has the types that graphql-codegen makes of the schema and its operations', async () => {
    const checked = await run('examples/client/generate.ts', '--check');
    expect(checked).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('passes the compiler', async () => {
    const compiled = await run('node_modules/typescript/bin/tsc', '-p', 'examples/client');
    expect(compiled).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('the example client, asking a service', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runService({ environment: { ONRECORD_MAX_COST: '1000000' } });
  });
  afterAll(() => service.stop());

  test.for(['kim-yo-jong', 'kim-jong-un'])('prints the whole page of %s', async (slug, { expect }) => {
    const { code, stdout, stderr } = await example(slug, '--url', service.url);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(`pages/${slug}.txt`);
  });

  test('prints all statements, however many pages they come in', async () => {
    const statements = ({ stdout }: { stdout: string }) => /^Statements, .*?\n\n/ms.exec(stdout)?.[0];
    const inOnePage = statements(await example('kim-yo-jong', '--url', service.url));
    expect(inOnePage).toMatch(/^Statements, the latest first \(8\)$/m);
    const inThreePages = await example('kim-yo-jong', '--url', service.url, '--page-size', '3');
    expect(statements(inThreePages)).toBe(inOnePage);
    expect(inThreePages.stdout).toMatch(/^… and 1 more$/m);
  });

  test('says that nobody has a slug, and exits with 1', async () => {
    const stderr = 'Nobody has the slug “kim-who”.\n';
    expect(await example('kim-who', '--url', service.url)).toEqual({ code: 1, stdout: '', stderr });
  });

  test('repeats what the service refuses, with the code of the error', async () => {
    const stderr =
      'The service refuses the request: The argument `first` takes 1 to 100, but is 101. (BAD_USER_INPUT)\n';
    const refused = await example('kim-yo-jong', '--url', service.url, '--page-size', '101');
    expect(refused).toEqual({ code: 1, stdout: '', stderr });
  });

  test('says that something else answers at the address', async () => {
    const url = new URL('/healthz', service.url).href;
    const stderr = `${url} answers, but not as On Record does (HTTP status 404). Is the address right?\n`;
    expect(await example('kim-yo-jong', '--url', url)).toEqual({ code: 1, stdout: '', stderr });
  });
});

describe('the example client, where no service answers', () => {
  /** The address of a server that takes connections and never says anything. */
  async function listenInSilence() {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    return { url: `http://127.0.0.1:${address.port}/graphql`, server };
  }

  test('says that nobody listens, and exits with 1', async () => {
    const { url, server } = await listenInSilence();
    server.close();
    await once(server, 'close');
    const { code, stdout, stderr } = await example('kim-yo-jong', '--url', url);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      `${url} does not answer (connect ECONNREFUSED ${new URL(url).host}). Is the service running? \`npm start\` starts it.\n`,
    );
  });

  test('gives up on a service that takes too long, and exits with 1', async ({ onTestFinished }) => {
    const { url, server } = await listenInSilence();
    onTestFinished(() => {
      server.close();
    });
    const { code, stdout, stderr } = await example('kim-yo-jong', '--url', url, '--timeout', '300');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/ does not answer \(The operation was aborted due to timeout\)\. Is the service running\?/);
  });

  test.for([
    { args: [] },
    { args: ['kim-yo-jong', 'kim-jong-un'] },
    { args: ['kim-yo-jong', '--page'] },
    { args: ['kim-yo-jong', '--page-size', 'all'] },
    { args: ['kim-yo-jong', '--page-size', '1.5'] },
    { args: ['kim-yo-jong', '--timeout', '0.5'] },
    { args: ['kim-yo-jong', '--timeout', '99999999999'] },
    { args: ['kim-yo-jong', '--url', 'nowhere'] },
    { args: ['kim-yo-jong', '--url', 'ftp://nowhere.example/'] },
  ])('exits with 2 and says how it is called: $args', async ({ args }) => {
    const { code, stdout, stderr } = await example(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage: npm run -s example -- SLUG /);
  });
});
