// Loads the built program, which is in few CommonJS files. What V8 compiled of them is kept beside them when the process
// ends, each function that was used included. Node's own compile cache keeps a file as it was before it ran: of most
// functions nothing is compiled by then, and each start would compile some two thousand of them again.

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** Loads the program whose first file is at this path, and gives what that exports. */
export function loadProgram(main) {
  const folder = dirname(main);
  // V8 takes what it compiled itself, in the same version and with the same flags.
  const kept = join(folder, 'compiled', String(cachedDataVersionTag()));
  const fromElsewhere = createRequire(main);
  const loaded = new Map();
  const compiled = new Map();
  const require = Object.assign((id) => (id.startsWith('./') ? load(id) : fromElsewhere(id)), fromElsewhere);

  function load(name) {
    const known = loaded.get(name);
    if (known !== undefined) return known.exports;
    // The name has a hash of the content, so what is kept under it is of the same content.
    const cachedData = readIfWhole(join(kept, name));
    const script = compile(join(folder, name), cachedData);
    if (cachedData === undefined || script.cachedDataRejected) compiled.set(name, script);
    const module = { exports: {} };
    loaded.set(name, module);
    return run(script, module, join(folder, name));
  }

  function run(script, module, path) {
    script.runInThisContext()(module.exports, require, module, path, folder);
    return module.exports;
  }

  process.once('exit', () => keep(kept, compiled));
  return run(compile(main), { exports: {} }, main);
}

function compile(path, cachedData) {
  const source = readFileSync(path, 'utf8');
  return new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: path,
    cachedData,
  });
}

/** How many bytes of a kept file say what the others sum up to: V8 ends the process over much of what a disk can do to them. */
const SUM = 4;

function readIfWhole(path) {
  try {
    const file = readFileSync(path);
    const compiled = file.subarray(0, -SUM);
    return file.readUInt32LE(compiled.length) === crc32(compiled) ? compiled : undefined;
  } catch {
    return undefined;
  }
}

function withSum(compiled) {
  const sum = Buffer.alloc(SUM);
  sum.writeUInt32LE(crc32(compiled));
  return Buffer.concat([compiled, sum]);
}

/** Keeps what was compiled, where this process may write there. */
function keep(folder, scripts) {
  try {
    for (const [name, script] of scripts) {
      const path = join(folder, name);
      mkdirSync(folder, { recursive: true });
      // Another process may read or write it as well.
      writeFileSync(`${path}.${process.pid}`, withSum(script.createCachedData()));
      renameSync(`${path}.${process.pid}`, path);
    }
  } catch {
    // It is compiled again.
  }
}
