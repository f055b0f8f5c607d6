// Fits what the engine takes for its confidence, a logistic regression on the evidence of a relation, to gold
// attributions that the models have not been trained on.
//   node scripts/training/calibrate.mjs GOLD.jsonl FOLDER
import fs from 'node:fs';
import path from 'node:path';
import { attributionsWithEvidence } from '../../dist/extraction/attribution/attribution.js';
import { confidenceOf } from '../../dist/extraction/attribution/confidence.js';
import { findByPatterns } from '../../dist/extraction/attribution/patterns.js';
import { trainedTagger } from '../../dist/extraction/attribution/trained-taggers.js';
import { segment } from '../../dist/extraction/segmentation.js';

const [goldFile, folder] = process.argv.slice(2);
const rows = fs
  .readFileSync(goldFile, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const length = (spans) => spans.reduce((sum, [start, end]) => sum + end - start, 0);
const shared = (a, b) =>
  a.reduce(
    (sum, [start, end]) =>
      sum + b.reduce((n, [from, to]) => n + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0),
    0,
  );
const jaccard = (a, b) => shared(a, b) / Math.max(1, length(a) + length(b) - shared(a, b));
const pairs = (spans) => spans.map(({ start, end }) => [start, end]);

const fitted = {};
for (const grade of ['DEFAULT', 'ACCURATE']) {
  const samples = [];
  for (const row of rows) {
    const document = segment(row.text);
    const tagger = trainedTagger(grade);
    for (const { source, content, evidence } of attributionsWithEvidence(document, tagger, findByPatterns(document))) {
      const right = row.attributions.some(
        (gold) => jaccard(gold.content, pairs(content)) >= 0.5 && shared(gold.source, pairs(source)) > 0,
      );
      samples.push({ evidence, right: right ? 1 : 0 });
    }
  }
  const weights = new Array(samples[0].evidence.length).fill(0);
  const rate = 0.3;
  const squares = weights.map(
    (_, i) => samples.reduce((sum, { evidence }) => sum + evidence[i] ** 2, 0) / samples.length,
  );
  for (let step = 0; step < 4000; step++) {
    const gradient = weights.map((weight) => weight * 1e-4);
    for (const { evidence, right } of samples) {
      const probability = 1 / (1 + Math.exp(-evidence.reduce((sum, value, i) => sum + value * weights[i], 0)));
      for (const i of weights.keys()) gradient[i] += ((probability - right) * evidence[i]) / samples.length;
    }
    for (const i of weights.keys()) weights[i] -= (rate * gradient[i]) / (squares[i] || 1);
  }
  const round = (value) => Math.round(value * 1e4) / 1e4;
  fitted[grade] = {
    weights: weights.map(round),
    knots: knotsOf(samples, weights.map(round)).map((knot) => knot.map(round)),
  };
  console.log(`${grade}: ${samples.length} relations`);
  for (const least of [0.95, 0.9, 0.8, 0.6, 0.4, 0.2, 0]) {
    const chosen = samples.filter(({ evidence }) => confidenceOf(evidence, fitted[grade]) >= least);
    const right = chosen.filter((sample) => sample.right).length;
    console.log(
      `at ${least} or more: ${((100 * chosen.length) / samples.length).toFixed(1)}%, right ${((100 * right) / chosen.length).toFixed(1)}%`,
    );
  }
}
fs.writeFileSync(path.join(folder, 'confidence.json'), `${JSON.stringify(fitted)}\n`);

/** Isotonic regression (pool adjacent violators) over groups of samples in the order of their sums. */
function knotsOf(samples, weights) {
  const GROUPS = 12;
  const sums = samples
    .map(({ evidence, right }) => ({ sum: evidence.reduce((total, value, i) => total + value * weights[i], 0), right }))
    .sort((a, b) => a.sum - b.sum);
  const groups = [];
  for (let i = 0; i < GROUPS; i++) {
    const part = sums.slice(Math.floor((i * sums.length) / GROUPS), Math.floor(((i + 1) * sums.length) / GROUPS));
    groups.push({
      count: part.length,
      sum: part.reduce((n, { sum }) => n + sum, 0) / part.length,
      right: part.reduce((n, { right }) => n + right, 0) / part.length,
    });
    while (groups.length > 1 && groups.at(-2).right >= groups.at(-1).right) {
      const [a, b] = groups.splice(-2);
      const count = a.count + b.count;
      groups.push({
        count,
        sum: (a.sum * a.count + b.sum * b.count) / count,
        right: (a.right * a.count + b.right * b.count) / count,
      });
    }
  }
  return groups.map(({ sum, right }) => [sum, Math.min(0.99, Math.max(0.01, right))]);
}
