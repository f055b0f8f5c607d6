// Fits what the engine takes for its confidence, a logistic regression on the evidence of a relation, to gold
// attributions that the models have not been trained on.
//   node scripts/training/calibrate.mjs GOLD.jsonl MODELS
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { attributionsWithEvidence } from '../../dist/extraction/attribution/attribution.js';
import { confidenceOf } from '../../dist/extraction/attribution/confidence.js';
import { findByPatterns } from '../../dist/extraction/attribution/patterns.js';
import { TrainedTaggers } from '../../dist/extraction/attribution/trained-taggers.js';
import { segment } from '../../dist/extraction/segmentation.js';

/** Of the regression: how long it is fitted, how fast, and how strongly its weights are drawn to zero. */
const STEPS = 4000;
const RATE = 0.3;
const L2 = 1e-4;
/** Into how many groups of samples probabilities are divided. */
const GROUPS = 12;
/** No probability is nearer to none or to certainty. */
const LEAST_PROBABILITY = 0.01;
/** The digits behind the point of what is written. */
const DIGITS = 4;

const [goldFile, folder] = process.argv.slice(2);
const articles = fs
  .readFileSync(goldFile, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
  .map(({ text, attributions }) => ({ document: segment(text), gold: attributions }));

const unknown = { weights: [], knots: [] };
const taggers = new TrainedTaggers(pathToFileURL(`${path.resolve(folder)}${path.sep}`), {
  DEFAULT: unknown,
  ACCURATE: unknown,
});
const fitted = {};
for (const grade of ['DEFAULT', 'ACCURATE']) {
  const samples = articles.flatMap((article) => samplesOf(article, taggers.of(grade)));
  if (samples.length < GROUPS) throw new Error(`${grade}: ${samples.length} relations are too few to fit to.`);
  const weights = regression(samples).map(rounded);
  fitted[grade] = { weights, knots: knotsOf(samples, weights).map((knot) => knot.map(rounded)) };
  console.log(`${grade}: ${samples.length} relations`);
  printReliability(samples, fitted[grade]);
}
fs.writeFileSync(path.join(folder, 'confidence.json'), `${JSON.stringify(fitted)}\n`);

/** The evidence of each relation that a tagger finds, and whether it is right: 1 or 0. */
function samplesOf({ document, gold }, tagger) {
  const found = attributionsWithEvidence(document, tagger, findByPatterns(document));
  return found.map(({ source, content, evidence }) => {
    const isRight = gold.some(
      (relation) => jaccard(relation.content, pairs(content)) >= 0.5 && shared(relation.source, pairs(source)) > 0,
    );
    return { evidence, right: isRight ? 1 : 0 };
  });
}

function pairs(stretches) {
  return stretches.map(({ start, end }) => [start, end]);
}

function jaccard(a, b) {
  return shared(a, b) / Math.max(1, length(a) + length(b) - shared(a, b));
}

function length(spans) {
  return total(spans, ([start, end]) => end - start);
}

/** How many UTF-16 units two lists of spans share. */
function shared(a, b) {
  return total(a, ([start, end]) => total(b, ([from, to]) => Math.max(0, Math.min(end, to) - Math.max(start, from))));
}

function total(values, of) {
  return values.reduce((sum, value) => sum + of(value), 0);
}

/** The weights of a logistic regression, by gradient descent; each learns at a rate that suits the size of its values. */
function regression(samples) {
  const weights = new Array(samples[0].evidence.length).fill(0);
  const squares = weights.map((_, i) => total(samples, ({ evidence }) => evidence[i] ** 2) / samples.length);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight) => weight * L2);
    for (const { evidence, right } of samples) {
      const probability = 1 / (1 + Math.exp(-weighted(evidence, weights)));
      for (const i of weights.keys()) gradient[i] += ((probability - right) * evidence[i]) / samples.length;
    }
    for (const i of weights.keys()) weights[i] -= (RATE * gradient[i]) / (squares[i] || 1);
  }
  return weights;
}

function weighted(evidence, weights) {
  return evidence.reduce((sum, value, i) => sum + value * weights[i], 0);
}

/**
 * Pairs of a sum of weighted evidence and a probability: isotonic regression (pool adjacent violators) over groups of
 * samples in the order of their sums.
 */
function knotsOf(samples, weights) {
  const sorted = samples
    .map(({ evidence, right }) => ({ sum: weighted(evidence, weights), right }))
    .sort((a, b) => a.sum - b.sum);
  const groups = [];
  for (let i = 0; i < GROUPS; i++) {
    const start = Math.floor((i * sorted.length) / GROUPS);
    const end = Math.floor(((i + 1) * sorted.length) / GROUPS);
    groups.push(mean(sorted.slice(start, end).map((sample) => ({ ...sample, count: 1 }))));
    while (groups.length > 1 && groups.at(-2).right >= groups.at(-1).right) groups.push(mean(groups.splice(-2)));
  }
  return groups.map(({ sum, right }) => [sum, Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, right))]);
}

/** Groups of samples as one. */
function mean(groups) {
  const count = total(groups, (group) => group.count);
  return {
    count,
    sum: total(groups, (group) => group.sum * group.count) / count,
    right: total(groups, (group) => group.right * group.count) / count,
  };
}

function rounded(value) {
  return Math.round(value * 10 ** DIGITS) / 10 ** DIGITS;
}

/** Prints how many relations have at least some confidence, and how many of them are right. */
function printReliability(samples, model) {
  const percent = (part, whole) => (whole > 0 ? `${((100 * part) / whole).toFixed(1)}%` : 'none');
  for (const least of [0.95, 0.9, 0.8, 0.6, 0.4, 0.2, 0]) {
    const chosen = samples.filter(({ evidence }) => confidenceOf(evidence, model) >= least);
    const right = total(chosen, (sample) => sample.right);
    console.log(
      `at ${least} or more: ${percent(chosen.length, samples.length)}, right ${percent(right, chosen.length)}`,
    );
  }
}
