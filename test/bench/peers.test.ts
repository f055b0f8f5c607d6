import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** graphql-js refuses types that another copy of it made. */
const LINKS: Readonly<Record<string, string>> = { graphql: 'file:../../../node_modules/graphql' };

function dependenciesIn(folder: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(`${ROOT}${folder}package.json`, 'utf8')).dependencies;
}

// What is compared is how libraries are used, not which version of them somebody has.
test.for([
  'stock-apollo',
  'yoga',
  'mercurius',
  'postgraphile',
])('the peer %s has exact versions, and of libraries that the service has too the same', (peer) => {
  const ours = dependenciesIn('');
  for (const [name, version] of Object.entries(dependenciesIn(`bench/peers/${peer}/`))) {
    if (version === LINKS[name]) continue;
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    expect(version, name).toBe(ours[name] ?? version);
  }
});
