import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { OnRecord } from './support/command.js';
import { runService } from './support/running-service.js';

const ROOT = new URL('../', import.meta.url);
const README = readFileSync(new URL('README.md', ROOT), 'utf8');

/** The first block of code in a language, without its fences. */
function block(language: string): string {
  return new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'ms').exec(README)?.[1] ?? '';
}

test('the README shows a query with the answer that it really gets', async () => {
  const service = await runService();
  const { data } = await service.ask(block('graphql'));
  await service.stop();
  expect(JSON.stringify({ data }, null, 2)).toBe(block('json').trimEnd());
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

test('the README lists every setting that the service reads', () => {
  const source = readFileSync(new URL('src/server/config.ts', ROOT), 'utf8');
  const settings = [...source.matchAll(/(?:read|choice)\('([A-Z_]+)'/g)].map(([, name]) => name);
  expect(settings.length).toBeGreaterThan(5);
  for (const setting of settings) expect(README).toContain(`| \`${setting}\` |`);
});

test.each([
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(new URL('docs/', ROOT)).map((name) => `docs/${name}`),
])('every link of %s within the project leads somewhere', (path) => {
  const document = new URL(path, ROOT);
  const targets = [...readFileSync(document, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target);
  const missing = targets.filter((target) => target !== undefined && !existsSync(new URL(target, document)));
  expect(missing).toEqual([]);
});
