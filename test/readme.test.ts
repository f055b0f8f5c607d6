import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { OnRecord } from './support/command.js';
import { runService } from './support/running-service.js';

const ROOT = new URL('../', import.meta.url);
const README = readFileSync(new URL('README.md', ROOT), 'utf8');

/** The blocks of code in a language, without their fences. */
function blocks(language: string): string[] {
  return [...README.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map(([, code = '']) => code);
}

function block(language: string): string {
  return blocks(language)[0] ?? '';
}

test('the README shows a query with the answer that it really gets', async () => {
  const service = await runService();
  const { data } = await service.ask(block('graphql'));
  await service.stop();
  expect(JSON.stringify({ data }, null, 2)).toBe(block('json').trimEnd());
});

test('the three commands of the README lead from an article file to the answer that it shows', async ({
  onTestFinished,
}) => {
  const [ingest, serve, ask] =
    blocks('sh')
      .find((commands) => commands.includes(' ingest '))
      ?.trim()
      .split('\n') ?? [];
  expect(serve).toBe('npm start');
  const args = /^npm run -s onrecord -- (.*)$/.exec(ingest ?? '')?.[1]?.match(/"[^"]*"|\S+/g) ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const store = join(folder, 'store.db');
  const command = new OnRecord(fileURLToPath(ROOT));
  const done = await command.run([...args.map((arg) => arg.replaceAll('"', '')), '--store', store]);
  expect(done).toMatchObject({ code: 0, stderr: '' });
  const service = await runService({ environment: { ONRECORD_STORE: store } });
  onTestFinished(() => service.stop());
  const { query } = JSON.parse(/-d '(.*)'$/.exec(ask ?? '')?.[1] ?? '{}');
  const { data } = await service.ask(query);
  expect(JSON.stringify({ data }, null, 2)).toBe(blocks('json')[1]?.trimEnd());
});

test('the README begins with two commands, one to run the service and one to pass the tests', () => {
  expect(block('sh').trim().split('\n')).toEqual(['npm ci && npm start', 'npm ci && npm test']);
});

test.each([
  'README.md',
  'docs/extraction.md',
])('the first command with which %s reads an article works in a checkout', async (path) => {
  const document = readFileSync(new URL(path, ROOT), 'utf8');
  const [, args] = /^npm run -s onrecord -- (extract [^#\n]+?) *(?:#.*)?$/m.exec(document) ?? [];
  const command = new OnRecord(fileURLToPath(ROOT));
  const { code, stdout, stderr } = await command.run(args?.split(' ') ?? []);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^In an official statement carried on Sunday/);
  expect(stdout).toContain('Kim Yo Jong');
});

test('the settings that the README lists are among all of them', () => {
  const all = readFileSync(new URL('docs/operations.md', ROOT), 'utf8');
  const settings = [...README.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(settings.length).toBeGreaterThan(5);
  for (const setting of settings) expect(all).toContain(`| setting | \`${setting}\` |`);
});

test.each([
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(new URL('docs/', ROOT)).map((name) => `docs/${name}`),
])('every link of %s within the project leads somewhere', (path) => {
  const document = new URL(path, ROOT);
  const targets = [...readFileSync(document, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target);
  const missing = targets.filter((target) => target !== undefined && !existsSync(new URL(target, document)));
  expect(missing).toEqual([]);
});
