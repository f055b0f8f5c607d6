// Trains the random field over words: weights of hashed features for each state, by stochastic gradients (AdaGrad) of the
// likelihood of whole sequences, with half of the features dropped.
//   node scripts/training/train-field.mjs PREPARED OUT [epochs]
import fs from 'node:fs';
import path from 'node:path';
import { BUCKETS } from '../../dist/extraction/attribution/field-features.js';
import { mayFollow, STATES } from '../../dist/extraction/attribution/states.js';

const [prepared, out, epochs = '8', dropout = '0.5', l2 = '2e-6', rate = '0.03'] = process.argv.slice(2);
const header = JSON.parse(fs.readFileSync(path.join(prepared, 'header.json'), 'utf8'));
const S = STATES.length,
  F = header.fieldWidth,
  KEEP = 1 - Number(dropout),
  RATE = Number(rate),
  L2 = Number(l2);
fs.mkdirSync(out, { recursive: true });
function load(name) {
  const raw = fs.readFileSync(path.join(prepared, `${name}.field.bin`));
  const all = new Int32Array(raw.buffer, raw.byteOffset, raw.length / 4);
  let at = 0;
  return header.sets[name].map(({ tokens }) => {
    const buckets = all.subarray(at, at + tokens * F);
    at += tokens * F;
    const states = all.subarray(at, at + tokens);
    at += tokens;
    return { buckets, states, tokens };
  });
}
const train = load('train');
const before = STATES.map((to) => STATES.flatMap((from, i) => (mayFollow(from, to) ? [i] : [])));
const behind = STATES.map((from) => STATES.flatMap((to, i) => (mayFollow(from, to) ? [i] : [])));
const first = STATES.map((s) => mayFollow(null, s)),
  last = STATES.map((s) => mayFollow(s, null));
const weights = new Float32Array(BUCKETS * S),
  squares = new Float32Array(BUCKETS * S);
const steps = new Float64Array(S * S),
  stepSquares = new Float64Array(S * S);
const average = new Float32Array(BUCKETS * S),
  averageSteps = new Float64Array(S * S);
let seed = 7;
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 4294967296;
};

function learn({ buckets, states }, from, to) {
  const n = to - from,
    em = new Float64Array(n * S),
    kept = new Uint8Array(n * F);
  for (let t = 0; t < n; t++)
    for (let f = 0; f < F; f++) {
      if (random() >= KEEP) continue;
      kept[t * F + f] = 1;
      const row = buckets[(from + t) * F + f] * S;
      for (let s = 0; s < S; s++) em[t * S + s] += weights[row + s];
    }
  const scale = 1;
  const E = new Float64Array(n * S);
  for (let t = 0; t < n; t++) {
    let m = -Infinity;
    for (let s = 0; s < S; s++) {
      em[t * S + s] *= scale;
      if (em[t * S + s] > m) m = em[t * S + s];
    }
    for (let s = 0; s < S; s++) E[t * S + s] = Math.exp(em[t * S + s] - m);
  }
  const W = steps.map(Math.exp);
  const alpha = new Float64Array(n * S),
    norm = new Float64Array(n),
    beta = new Float64Array(n * S);
  for (let t = 0; t < n; t++) {
    let sum = 0;
    for (let s = 0; s < S; s++) {
      let v = 0;
      if (t === 0) v = first[s] ? 1 : 0;
      else for (const p of before[s]) v += alpha[(t - 1) * S + p] * W[p * S + s];
      v *= E[t * S + s];
      alpha[t * S + s] = v;
      sum += v;
    }
    norm[t] = sum;
    for (let s = 0; s < S; s++) alpha[t * S + s] /= sum;
  }
  for (let s = 0; s < S; s++) beta[(n - 1) * S + s] = last[s] ? 1 : 0;
  for (let t = n - 2; t >= 0; t--)
    for (let s = 0; s < S; s++) {
      let v = 0;
      for (const q of behind[s]) v += W[s * S + q] * E[(t + 1) * S + q] * beta[(t + 1) * S + q];
      beta[t * S + s] = v / norm[t + 1];
    }
  const gradientSteps = new Map();
  let loss = 0;
  const g = new Float64Array(S);
  for (let t = 0; t < n; t++) {
    const gold = states[from + t];
    let z = 0;
    for (let s = 0; s < S; s++) z += alpha[t * S + s] * beta[t * S + s];
    for (let s = 0; s < S; s++) g[s] = (alpha[t * S + s] * beta[t * S + s]) / z - (s === gold ? 1 : 0);
    loss -= Math.log(Math.max(1e-12, 1 + g[gold]));
    for (let f = 0; f < F; f++) {
      if (!kept[t * F + f]) continue;
      const row = buckets[(from + t) * F + f] * S;
      for (let s = 0; s < S; s++) {
        const value = g[s] * scale + L2 * weights[row + s];
        if (value > -3e-4 && value < 3e-4) continue;
        squares[row + s] += value * value;
        weights[row + s] -= (RATE * value) / (Math.sqrt(squares[row + s]) + 1e-2);
      }
    }
    if (t > 0) {
      const goldBefore = states[from + t - 1];
      for (let s = 0; s < S; s++)
        for (const p of before[s]) {
          const value =
            (alpha[(t - 1) * S + p] * W[p * S + s] * E[t * S + s] * beta[t * S + s]) / norm[t] / z -
            (p === goldBefore && s === gold ? 1 : 0);
          if (value !== 0) gradientSteps.set(p * S + s, (gradientSteps.get(p * S + s) ?? 0) + value);
        }
    }
  }
  for (const [i, value] of gradientSteps) {
    stepSquares[i] += value * value;
    steps[i] -= (RATE * value) / (Math.sqrt(stepSquares[i]) + 1);
  }
  return loss;
}

const starts = (article) => {
  const cuts = [0];
  for (let t = 1; t < article.tokens; t++)
    if (t - cuts.at(-1) >= 400 && last[article.states[t - 1]] && first[article.states[t]]) cuts.push(t);
  return [...cuts, article.tokens];
};
let averaged = 0;
for (let epoch = 1; epoch <= Number(epochs); epoch++) {
  const parts = train.flatMap((article) => {
    const cuts = starts(article);
    return cuts.slice(1).map((to, i) => [article, cuts[i], to]);
  });
  for (let i = parts.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    [parts[i], parts[k]] = [parts[k], parts[i]];
  }
  let loss = 0,
    n = 0;
  const started = Date.now();
  for (const [article, from, to] of parts) {
    if (to > from) {
      loss += learn(article, from, to);
      n += to - from;
    }
  }
  if (epoch > 2) {
    averaged++;
    for (let i = 0; i < weights.length; i++) average[i] += (weights[i] * KEEP - average[i]) / averaged;
    for (let i = 0; i < steps.length; i++) averageSteps[i] += (steps[i] - averageSteps[i]) / averaged;
  }
  console.log(`epoch ${epoch} loss ${(loss / n).toFixed(4)} ${((Date.now() - started) / 1000).toFixed(0)} s`);
}
fs.writeFileSync(path.join(out, 'field.weights'), Buffer.from(average.buffer));
fs.writeFileSync(path.join(out, 'field.steps'), Buffer.from(Float32Array.from(averageSteps).buffer));
const blocked = Float32Array.from([
  ...averageSteps.map((v, i) => (mayFollow(STATES[Math.floor(i / S)], STATES[i % S]) ? v : -1e4)),
  ...first.map((ok) => (ok ? 0 : -1e4)),
  ...last.map((ok) => (ok ? 0 : -1e4)),
]);
fs.writeFileSync(path.join(out, 'transitions'), Buffer.from(blocked.buffer));
for (const name of ['held', 'dev']) {
  const scores = load(name).map(({ buckets, tokens }) => {
    const em = new Float32Array(tokens * S);
    for (let t = 0; t < tokens; t++)
      for (let f = 0; f < F; f++) {
        const row = buckets[t * F + f] * S;
        for (let s = 0; s < S; s++) em[t * S + s] += average[row + s];
      }
    return Buffer.from(em.buffer);
  });
  fs.writeFileSync(path.join(out, `${name}.scores`), Buffer.concat(scores));
}
