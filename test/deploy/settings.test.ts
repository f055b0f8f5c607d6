import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/server/config.js';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

/** The settings that a file gives the service, by what stands before each. */
const FILES = {
  Dockerfile: /^(?:ENV| {3}) ([A-Z_]+)=(\S+)/gm,
  'deploy/onrecord.service': /^Environment=([A-Z_]+)=(\S+)/gm,
} as const;

describe.each(Object.entries(FILES))('%s', (path, pattern) => {
  const settings = Object.fromEntries([...read(path).matchAll(pattern)].map(([, name, value]) => [name, value]));

  test('gives the service settings that it takes, and those of production', () => {
    expect(readConfig(settings)).toMatchObject({
      environment: 'production',
      seed: 'off',
      store: '/var/lib/onrecord/onrecord.db',
      corsOrigins: [],
    });
  });

  test('names no setting that the service does not know', () => {
    const known = read('README.md');
    const names = Object.keys(settings).filter((name) => name !== 'NODE_DISABLE_COMPILE_CACHE');
    expect(names.length).toBeGreaterThan(4);
    for (const name of names) expect(known).toContain(`| \`${name}\` |`);
  });
});

test('the Dockerfile makes the tree by the script that is tested, and runs it as somebody without rights', () => {
  const dockerfile = read('Dockerfile');
  expect(dockerfile).toContain('deploy/build-image.sh /onrecord');
  expect(dockerfile).toMatch(/^USER 10001:10001$/m);
  expect(dockerfile).toMatch(/^HEALTHCHECK [\s\S]*healthcheck\.mjs/m);
  for (const [, version] of dockerfile.matchAll(/^FROM node:(\d+)/gm)) {
    expect(JSON.parse(read('package.json')).devDependencies.node).toMatch(new RegExp(`^${version}\\.`));
  }
});
