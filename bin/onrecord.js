#!/usr/bin/env node
// The command's door. It has to run on every Node that reads ES modules (12.20 and newer) in order to say there which
// one is needed: so no newer syntax, and the program is imported only where this Node can run it.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const PROGRAM = new URL('../dist/program/main.js', import.meta.url);
// Of the libraries that are not in the program. Beside it: whoever can write here can write the program as well.
const COMPILED = new URL('../.cache/compiled', import.meta.url);

function refuse(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

const version = process.versions.node;
if (parseInt(version, 10) < NEEDED) {
  refuse(
    `onrecord needs Node.js ${NEEDED} or newer, and this is v${version}. ` +
      'Install a newer one (https://nodejs.org), or run onrecord from its source folder: `npm ci && npm start` brings its own.',
  );
} else if (!existsSync(PROGRAM)) {
  refuse('onrecord is not built yet. In its folder, run `npm run build` first.');
} else {
  // What the program throws is a defect: left to Node, which prints it and exits with 1.
  void import('node:module')
    .then(({ enableCompileCache }) => enableCompileCache(fileURLToPath(COMPILED)))
    .then(() => import('./program.js'))
    .then(({ loadProgram }) => loadProgram(fileURLToPath(PROGRAM)).main(process.argv.slice(2)))
    .then((exitCode) => {
      process.exitCode = exitCode;
    });
}
