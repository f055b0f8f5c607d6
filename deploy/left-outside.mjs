// Prints the libraries that the built program does not hold, with what they need in turn: they find files beside their own
// code. `scripts/bundle.mjs` names them.
import { existsSync, readFileSync } from 'node:fs';
import { LEFT_OUTSIDE } from '../scripts/left-outside.mjs';

const found = new Set();
const pending = LEFT_OUTSIDE.filter((name) => existsSync(`node_modules/${name}/package.json`));
for (const name of pending) {
  if (found.has(name)) continue;
  found.add(name);
  const { dependencies = {} } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  pending.push(...Object.keys(dependencies));
}
process.stdout.write(`${[...found].toSorted().join('\n')}\n`);
