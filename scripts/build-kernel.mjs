// Compiles the WebAssembly kernel of the recurrent network and writes it, in base64, to a module that needs no file beside
// it at run time. Needs clang and lld with the wasm32 target (Debian: `apt-get install clang lld`); CLANG names another
// clang. Both the source and what is made of it are committed, so that only those who change kernel.c need a compiler.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../src/extraction/attribution/kernel/', import.meta.url));
const SOURCE = join(FOLDER, 'kernel.c');
const STACK_BYTES = 16_384;

const FLAGS = [
  '--target=wasm32',
  '-std=c11',
  '-O3',
  '-msimd128',
  // Results have to be equal bit for bit everywhere: no multiplication is merged with an addition.
  '-ffp-contract=off',
  '-ffreestanding',
  '-fno-builtin',
  '-nostdlib',
  '-Wall',
  '-Wextra',
  '-Werror',
  '-Wl,--no-entry',
  '-Wl,--stack-first',
  `-Wl,-z,stack-size=${STACK_BYTES}`,
  '-Wl,--export=__heap_base',
  '-Wl,--strip-all',
];

function compile() {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-kernel-'));
  try {
    const output = join(folder, 'kernel.wasm');
    execFileSync(process.env['CLANG'] ?? 'clang', [...FLAGS, '-o', output, SOURCE], { stdio: 'inherit' });
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const binary = compile();
const hash = createHash('sha256').update(readFileSync(SOURCE)).digest('hex');
writeFileSync(
  join(FOLDER, 'kernel-binary.ts'),
  `// Made by \`npm run kernel\`; not edited by hand. SHA-256 of its source, kernel.c:
// ${hash}

/** The compiled kernel, in base64. */
export const KERNEL_BINARY =
  '${binary.toString('base64')}';
`,
);
process.stdout.write(`kernel-binary.ts holds ${binary.length} bytes of WebAssembly.\n`);
