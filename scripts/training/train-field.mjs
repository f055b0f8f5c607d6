// Trains the random field over words and their neighbours, which scores beside the network (see random-field.mjs).
//   node scripts/training/train-field.mjs PREPARED OUT EPOCHS
// PREPARED is what prepare.mjs writes. OUT gets, all as float32:
//   field.weights  BUCKETS × S, of each feature for each state
//   transitions    S × S, S and S: the scores of the steps between states, of beginning and of ending in one
//   dev.scores     T × S, of the tokens of the development articles: to choose by how much the field counts
import fs from 'node:fs';
import path from 'node:path';
import { mayFollow, STATES } from '../../dist/extraction/attribution/states.js';
import { DROPOUT, RandomField } from './random-field.mjs';

/** Sequences are cut between relations, once they have so many tokens. */
const SEQUENCE_TOKENS = 400;
/** The weights after each epoch are averaged, but for so many at the start, when they are still far off. */
const EPOCHS_BEFORE_AVERAGE = 2;
/** The score of what may not be. */
const FORBIDDEN = -1e4;
const SEED = 7;

const [prepared, out, epochs] = process.argv.slice(2);
const header = JSON.parse(fs.readFileSync(path.join(prepared, 'header.json'), 'utf8'));
const { weights, steps } = train(articlesOf('train').flatMap(sequencesOf), Number(epochs));
fs.mkdirSync(out, { recursive: true });
write('dev.scores', ...articlesOf('dev').map(({ buckets }) => scoresOf(buckets, weights)));
write('transitions', transitionsOf(steps));
// Last, since it tells that the training has come to its end.
write('field.weights', weights);

/** The articles of a set: of each token the features as buckets (T × F), and the state (T). */
function articlesOf(name) {
  const bytes = fs.readFileSync(path.join(prepared, `${name}.field.bin`));
  const numbers = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / Int32Array.BYTES_PER_ELEMENT);
  let position = 0;
  const next = (length) => {
    position += length;
    return numbers.subarray(position - length, position);
  };
  return header.sets[name].map(({ tokens }) => ({ buckets: next(tokens * header.fieldWidth), states: next(tokens) }));
}

/** Cuts an article into sequences to learn from, none of which begins or ends within a relation. */
function sequencesOf({ buckets, states }) {
  const sequences = [];
  let start = 0;
  for (let token = 1; token <= states.length; token++) {
    const isEnd = token === states.length;
    if (!isEnd && (token - start < SEQUENCE_TOKENS || !isBoundary(states[token - 1], states[token]))) continue;
    sequences.push({
      buckets: buckets.subarray(start * header.fieldWidth, token * header.fieldWidth),
      states: states.subarray(start, token),
    });
    start = token;
  }
  return sequences;
}

function isBoundary(before, behind) {
  return mayFollow(STATES[before], null) && mayFollow(null, STATES[behind]);
}

/**
 * The weights (BUCKETS × S) and steps (S × S) of a field that has learnt from the sequences: the means of what they were
 * after each epoch. Where the field dropped features, all of them will count, so that each has to count less.
 */
function train(sequences, epochs) {
  const random = randomNumbers(SEED);
  const field = new RandomField(random);
  const averageWeights = new Float32Array(field.weights.length);
  const averageSteps = new Float64Array(field.steps.length);
  const tokens = sequences.reduce((sum, { states }) => sum + states.length, 0);
  const unaveraged = Math.min(EPOCHS_BEFORE_AVERAGE, epochs - 1);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const started = performance.now();
    let loss = 0;
    for (const sequence of shuffled(sequences, random)) loss += field.learn(sequence);
    if (epoch > unaveraged) {
      addToAverage(averageWeights, field.weights, epoch - unaveraged, 1 - DROPOUT);
      addToAverage(averageSteps, field.steps, epoch - unaveraged, 1);
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`epoch ${epoch} loss ${(loss / tokens).toFixed(4)} ${seconds} s`);
  }
  return { weights: averageWeights, steps: averageSteps };
}

/** Makes the mean of `count - 1` arrays that of `count`, by one more, whose values are multiplied by a factor. */
function addToAverage(average, values, count, factor) {
  for (let i = 0; i < average.length; i++) average[i] += (values[i] * factor - average[i]) / count;
}

/** A linear congruential generator (Numerical Recipes’ constants), so that every training comes to the same weights. */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Fisher and Yates’s shuffle of a copy. */
function shuffled(values, random) {
  const copy = [...values];
  for (let i = copy.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [copy[i], copy[other]] = [copy[other], copy[i]];
  }
  return copy;
}

function scoresOf(buckets, weights) {
  const count = STATES.length;
  const scores = new Float32Array((buckets.length / header.fieldWidth) * count);
  for (const [i, bucket] of buckets.entries()) {
    const row = Math.floor(i / header.fieldWidth) * count;
    for (let state = 0; state < count; state++) scores[row + state] += weights[bucket * count + state];
  }
  return scores;
}

/** The scores of steps, beginnings and ends, with those that may not be forbidden. */
function transitionsOf(steps) {
  return Float32Array.from([
    ...STATES.flatMap((from, row) =>
      STATES.map((to, column) => (mayFollow(from, to) ? steps[row * STATES.length + column] : FORBIDDEN)),
    ),
    ...STATES.map((state) => (mayFollow(null, state) ? 0 : FORBIDDEN)),
    ...STATES.map((state) => (mayFollow(state, null) ? 0 : FORBIDDEN)),
  ]);
}

function write(name, ...arrays) {
  const parts = arrays.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength));
  fs.writeFileSync(path.join(out, name), Buffer.concat(parts));
}
