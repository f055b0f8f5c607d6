// Reads gold attributions and writes what the network is trained on: for each article the features of its tokens, its
// words, and the states that its attributions make, as a binary file with a JSON header.
//   node scripts/training/prepare.mjs DATA VECTORS OUT
import fs from 'node:fs';
import path from 'node:path';
import {
  featureSizes,
  featuresOf,
  normalLemma,
  normalWord,
  rateStep,
  suffixOf,
} from '../../dist/extraction/attribution/features.js';
import { FIELD_WIDTH, fieldFeatures } from '../../dist/extraction/attribution/field-features.js';
import { patternPlaces } from '../../dist/extraction/attribution/pattern-places.js';
import { findByPatterns } from '../../dist/extraction/attribution/patterns.js';
import { mayFollow, ROLES, relationsOf, STATES, statesOf } from '../../dist/extraction/attribution/states.js';
import { segment } from '../../dist/extraction/segmentation.js';

const [dataFolder, vectorsFile, outFolder] = process.argv.slice(2);
const read = (name) =>
  fs
    .readFileSync(path.join(dataFolder, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
fs.mkdirSync(outFolder, { recursive: true });

const tune = read('polnear-tune.jsonl');
const sets = {
  train: tune.filter((_, i) => i % 10 !== 9),
  held: tune.filter((_, i) => i % 10 === 9),
  dev: read('polnear-dev.jsonl'),
};

function tokenRange(tokens, [start, end]) {
  let low = 0,
    high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle].end <= start) low = middle + 1;
    else high = middle;
  }
  let endToken = low;
  while (endToken < tokens.length && tokens[endToken].start < end) endToken++;
  return { firstToken: low, endToken };
}

function prepared(row) {
  const document = segment(row.text);
  const relations = row.attributions.map((a) =>
    Object.fromEntries(ROLES.map((role) => [role, a[role].map((span) => tokenRange(document.tokens, span))])),
  );
  return { row, document, relations, states: statesOf(relations, document.tokens.length) };
}
for (const name of Object.keys(sets)) sets[name] = sets[name].map(prepared);

// What training articles say of words; an article's own counts are left out where it is trained on.
const totals = { lemma: new Map(), word: new Map(), suffix: new Map(), cue: new Map(), source: new Map() };
const count = (map, key, by = 1) => map.set(key, (map.get(key) ?? 0) + by);
function ownCounts({ document, states }) {
  const own = { lemma: new Map(), word: new Map(), suffix: new Map(), cue: new Map(), source: new Map() };
  document.tokens.forEach((token, i) => {
    const state = STATES[states[i]];
    count(own.lemma, normalLemma(token));
    count(own.word, normalWord(token));
    count(own.suffix, suffixOf(token));
    if (state.role === 1) count(own.cue, normalLemma(token));
    if (state.role === 0) count(own.source, normalWord(token));
  });
  return own;
}
for (const article of sets.train) {
  article.own = ownCounts(article);
  for (const key of Object.keys(totals)) for (const [word, n] of article.own[key]) count(totals[key], word, n);
}
const frequent = (map, least) =>
  new Map(
    [...map]
      .filter(([, n]) => n >= least)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([word], i) => [word, i + 1]),
  );
const lemmas = frequent(totals.lemma, 40),
  suffixes = frequent(totals.suffix, 60);
function rates(kind, over, own) {
  const found = new Map();
  for (const [word, total] of totals[over]) {
    const left = total - (own?.[over].get(word) ?? 0),
      hits = (totals[kind].get(word) ?? 0) - (own?.[kind].get(word) ?? 0);
    const step = rateStep(hits, left);
    if (step !== 1) found.set(word, step);
  }
  return found;
}
const shared = { lemmas, suffixes, cueRates: rates('cue', 'lemma'), sourceRates: rates('source', 'word') };

// The most frequent words of the embeddings, which are listed in that order; figures are read by their shape instead.
const WORDS = 32_000;
const embeddings = JSON.parse(fs.readFileSync(vectorsFile, 'utf8'));
const words = embeddings.words.filter((word) => !/[\d\s]/u.test(word)).slice(0, WORDS);
const wordIds = new Map(words.map((word, i) => [word, i + 1]));
const vectors = [
  new Float32Array(100),
  ...words.map((word) => Float32Array.from(embeddings.vectors[word].slice(0, 100))),
];
const wordId = (token) => wordIds.get(normalWord(token)) ?? wordIds.get(normalLemma(token)) ?? 0;

function write(name, parts) {
  const file = fs.openSync(path.join(outFolder, name), 'w');
  for (const { buffer, byteOffset, byteLength } of parts)
    fs.writeSync(file, Buffer.from(buffer, byteOffset, byteLength));
  fs.closeSync(file);
}

const header = {
  sizes: featureSizes(shared),
  states: STATES.length,
  begins: STATES.map((state) => +(state.kind === 'BEGIN' && state.had === 1 << state.role)),
  sets: {},
  transitions: [null, ...STATES].map((from) => [...STATES, null].map((to) => +mayFollow(from, to))),
};
for (const [name, articles] of Object.entries(sets)) {
  const parts = [];
  const fieldParts = [];
  header.sets[name] = [];
  for (const { row, document, states, own } of articles) {
    const vocabulary = own
      ? { ...shared, cueRates: rates('cue', 'lemma', own), sourceRates: rates('source', 'word', own) }
      : shared;
    const n = document.tokens.length;
    const features = featuresOf(document, vocabulary);
    const field = fieldFeatures(document, features, patternPlaces(document, findByPatterns(document)));
    header.fieldWidth = FIELD_WIDTH;
    fieldParts.push(field, Int32Array.from(states));
    parts.push(
      features,
      Int32Array.from(document.tokens, wordId),
      Int32Array.from(states),
      Int32Array.from(document.tokens, (t) => t.paragraph),
    );
    header.sets[name].push({ id: row.id, tokens: n });
  }
  write(`${name}.bin`, parts);
  write(`${name}.field.bin`, fieldParts);
}
fs.writeFileSync(path.join(outFolder, 'vectors.bin'), Buffer.concat(vectors.map((v) => Buffer.from(v.buffer))));
header.vectors = vectors.length;
fs.writeFileSync(path.join(outFolder, 'header.json'), JSON.stringify(header));
fs.writeFileSync(path.join(outFolder, 'words.txt'), words.join('\n'));
const stepped = (map) => [...map].map(([word, step]) => `${step}${word}`).join('\t');
fs.writeFileSync(
  path.join(outFolder, 'vocabulary.txt'),
  [
    [...lemmas.keys()].join('\t'),
    [...suffixes.keys()].join('\t'),
    stepped(shared.cueRates),
    stepped(shared.sourceRates),
  ].join('\n'),
);
console.log({
  sizes: header.sizes,
  vectors: vectors.length,
  tokens: Object.fromEntries(Object.entries(header.sets).map(([k, v]) => [k, v.reduce((s, x) => s + x.tokens, 0)])),
});

// How much the states can say: gold through the states and back.
for (const name of ['held', 'dev']) {
  fs.writeFileSync(
    path.join(outFolder, `${name}.gold.jsonl`),
    sets[name].map(({ row }) => JSON.stringify(row)).join('\n'),
  );
  fs.writeFileSync(
    path.join(outFolder, `${name}.ceiling.jsonl`),
    sets[name]
      .map(({ row, document, states }) =>
        JSON.stringify({
          id: row.id,
          statements: relationsOf(states).map((r) =>
            Object.fromEntries(
              ROLES.map((role) => [
                role,
                r[role].map(({ firstToken, endToken }) => [
                  document.tokens[firstToken].start,
                  document.tokens[endToken - 1].end,
                ]),
              ]),
            ),
          ),
        }),
      )
      .join('\n'),
  );
}
