// Puts the built program and its libraries into few files: a command reads dozens of them in place of 1,400, which is most
// of what its start takes. Then starts it once, for what V8 compiles of it is kept. Run by `npm run build`, behind the
// compiler; it does nothing where nothing has changed.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { startOnce } from './first-start.mjs';
import { LEFT_OUTSIDE } from './left-outside.mjs';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const PROGRAM = `${DIST}program`;

/** Apollo Server looks for Node’s hashes by `require`, and would take slower ones that are made for browsers. */
const NODE_HASHES = { '@apollo/utils.createhash': fileURLToPath(new URL('node-hashes.mjs', import.meta.url)) };

/** What type-graphql asks for only where arguments are validated by classes, which is nowhere here. */
const NOT_THERE = ['class-validator'];

/** Names the worker’s code, which is put into the folder of the program as well. */
const NAMES_THE_WORKER = `${DIST}ingest/extractor.js`;

/**
 * V8 keeps the text of the program in memory, with two bytes for each character as soon as one of them is not Latin. Lines
 * and names stay as they are, for those who read where an error comes from.
 */
const COMPACT = { compress: false, mangle: false, codegen: { asciiOnly: true, removeWhitespace: false } };

/** What a module finds beside itself it still finds there, though its code is somewhere else. */
const KEEP_PLACES = {
  name: 'keep-places',
  transform(/** @type {string} */ code, /** @type {string} */ id) {
    if (!id.startsWith(DIST) || id === NAMES_THE_WORKER || !code.includes('import.meta.url')) return null;
    const place = JSON.stringify(relative(PROGRAM, id));
    return { code: code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`), map: null };
  },
};

/** A hash of all that the program is made of: libraries are those of the lockfile. */
function ingredients() {
  const hash = createHash('sha256');
  const own = globSync('**/*.js', { cwd: DIST, exclude: ['program/**'] }).toSorted();
  for (const path of own) hash.update(path).update(readFileSync(join(DIST, path)));
  for (const path of ['../package-lock.json', '../scripts/bundle.mjs', '../scripts/left-outside.mjs'])
    hash.update(readFileSync(join(DIST, path)));
  return hash.digest('hex');
}

async function makeProgram() {
  rmSync(PROGRAM, { recursive: true, force: true });
  const bundle = await rolldown({
    input: { main: `${DIST}cli/main.js`, 'extraction-worker': `${DIST}ingest/extraction-worker.js` },
    platform: 'node',
    resolve: { alias: NODE_HASHES },
    external: [...LEFT_OUTSIDE, ...NOT_THERE],
    plugins: [KEEP_PLACES],
  });
  // What loads it (bin/program.js) knows `require` alone.
  await bundle.write({
    dir: PROGRAM,
    format: 'cjs',
    dynamicImportInCjs: false,
    keepNames: true,
    comments: { legal: true, annotation: false, jsdoc: false },
    minify: COMPACT,
  });
  await bundle.close();
  // The package's own files are ES modules, and those of the program are what bin/program.js takes.
  writeFileSync(`${PROGRAM}/package.json`, JSON.stringify({ type: 'commonjs' }));
}

const made = join(PROGRAM, 'made-of');
const found = ingredients();
if (!existsSync(made) || readFileSync(made, 'utf8') !== found) {
  await makeProgram();
  writeFileSync(made, found);
  await startOnce();
}
