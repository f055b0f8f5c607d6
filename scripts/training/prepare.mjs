// Reads gold attributions and writes what the taggers are trained on.
//   node scripts/training/prepare.mjs DATA VECTORS OUT
// Of each set of articles (train; held, which is set aside; dev), OUT gets, as int32, article by article:
//   SET.bin        the features of the tokens (T × F), the row of each word’s vector (T; 0 for none), the states that the
//                  attributions make (T), and the paragraphs (T)
//   SET.field.bin  the features of the tokens in the random field, as buckets (T × FIELD_WIDTH), and the states (T)
// and
//   vectors.bin, words.txt, vocabulary.txt   the vectors of words, as float32; the words; what else is known of words
//   SET.gold.jsonl, SET.ceiling.jsonl        of those not trained on, gold, and what is left of it once written as states
//   header.json                              sizes, and which states may follow each other
import fs from 'node:fs';
import path from 'node:path';
import { featureSizes, featuresOf, normalLemma, normalWord } from '../../dist/extraction/attribution/features.js';
import { FIELD_WIDTH, fieldFeatures } from '../../dist/extraction/attribution/field-features.js';
import { patternPlaces } from '../../dist/extraction/attribution/pattern-places.js';
import { findByPatterns } from '../../dist/extraction/attribution/patterns.js';
import { mayFollow, ROLES, relationsOf, STATES, statesOf } from '../../dist/extraction/attribution/states.js';
import { segment } from '../../dist/extraction/segmentation.js';
import { WordStatistics } from './word-statistics.mjs';

/** One article of so many is set aside. */
const SET_ASIDE = 10;
/** So many words have vectors: the most frequent ones. */
const WORDS = 32_000;
const VECTOR_WIDTH = 100;

const [dataFolder, vectorsFile, outFolder] = process.argv.slice(2);
fs.mkdirSync(outFolder, { recursive: true });

const tune = readArticles('polnear-tune.jsonl');
const isSetAside = (_, i) => i % SET_ASIDE === SET_ASIDE - 1;
const sets = {
  train: tune.filter((row, i) => !isSetAside(row, i)),
  held: tune.filter(isSetAside),
  dev: readArticles('polnear-dev.jsonl'),
};
const statistics = new WordStatistics(sets.train);
const vocabulary = statistics.vocabulary();
const { words, vectors } = readVectors();
const rows = new Map(words.map((word, i) => [word, i + 1]));

for (const [name, articles] of Object.entries(sets)) writeSet(name, articles);
for (const name of ['held', 'dev']) {
  writeRows(`${name}.gold.jsonl`, sets[name], ({ row }) => row);
  writeRows(`${name}.ceiling.jsonl`, sets[name], ({ row, ...article }) => ({
    id: row.id,
    statements: restored(article),
  }));
}
writeNumbers('vectors.bin', [new Float32Array(VECTOR_WIDTH), ...vectors]);
fs.writeFileSync(path.join(outFolder, 'words.txt'), words.join('\n'));
fs.writeFileSync(path.join(outFolder, 'vocabulary.txt'), vocabularyText());
const lengths = (articles) => articles.map(({ row, document }) => ({ id: row.id, tokens: document.tokens.length }));
const header = {
  sizes: featureSizes(vocabulary),
  states: STATES.length,
  fieldWidth: FIELD_WIDTH,
  sets: Object.fromEntries(Object.entries(sets).map(([name, articles]) => [name, lengths(articles)])),
  // From the start of a text and from each state, to each state and to the end.
  transitions: [null, ...STATES].map((from) => [...STATES, null].map((to) => (mayFollow(from, to) ? 1 : 0))),
};
// Last, since it tells that all the others are there.
fs.writeFileSync(path.join(outFolder, 'header.json'), JSON.stringify(header));
for (const [name, articles] of Object.entries(header.sets)) {
  console.log(`${name}: ${articles.length} articles, ${articles.reduce((sum, { tokens }) => sum + tokens, 0)} tokens`);
}

function readArticles(name) {
  const lines = fs.readFileSync(path.join(dataFolder, name), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const row = JSON.parse(line);
    const document = segment(row.text);
    const relations = row.attributions.map((attribution) =>
      Object.fromEntries(
        ROLES.map((role) => [role, attribution[role].map((span) => tokenRange(document.tokens, span))]),
      ),
    );
    return { row, document, states: statesOf(relations, document.tokens.length) };
  });
}

/** The tokens that a span of the text touches. */
function tokenRange(tokens, [start, end]) {
  let firstToken = 0;
  let high = tokens.length;
  while (firstToken < high) {
    const middle = (firstToken + high) >> 1;
    if (tokens[middle].end <= start) firstToken = middle + 1;
    else high = middle;
  }
  let endToken = firstToken;
  while (endToken < tokens.length && tokens[endToken].start < end) endToken++;
  return { firstToken, endToken };
}

/** The embeddings list words by their frequency. Figures are read by their shape instead. */
function readVectors() {
  const embeddings = JSON.parse(fs.readFileSync(vectorsFile, 'utf8'));
  const known = embeddings.words.filter((word) => !/[\d\s]/u.test(word)).slice(0, WORDS);
  // Behind its vector, a word has other numbers.
  const vectorOf = (word) => Float32Array.from(embeddings.vectors[word].slice(0, VECTOR_WIDTH));
  return { words: known, vectors: known.map(vectorOf) };
}

function writeSet(name, articles) {
  const numbers = [];
  const fieldNumbers = [];
  for (const article of articles) {
    const { document } = article;
    const states = Int32Array.from(article.states);
    const features = featuresOf(document, name === 'train' ? statistics.vocabulary(article) : vocabulary);
    numbers.push(
      features,
      Int32Array.from(document.tokens, (token) => rows.get(normalWord(token)) ?? rows.get(normalLemma(token)) ?? 0),
      states,
      Int32Array.from(document.tokens, ({ paragraph }) => paragraph),
    );
    fieldNumbers.push(fieldFeatures(document, features, patternPlaces(document, findByPatterns(document))), states);
  }
  writeNumbers(`${name}.bin`, numbers);
  writeNumbers(`${name}.field.bin`, fieldNumbers);
}

/** What is left of an article’s attributions once they are written as states: the most that a tagger can find. */
function restored({ document: { tokens }, states }) {
  const spanOf = ({ firstToken, endToken }) => [tokens[firstToken].start, tokens[endToken - 1].end];
  return relationsOf(states).map((relation) =>
    Object.fromEntries(ROLES.map((role) => [role, relation[role].map(spanOf)])),
  );
}

/** One line a feature, as the engine’s lexicon reads it: words in the order of their numbers, or behind their steps. */
function vocabularyText() {
  const stepped = (steps) => [...steps].map(([word, step]) => `${step}${word}`);
  const lines = [
    [...vocabulary.lemmas.keys()],
    [...vocabulary.suffixes.keys()],
    stepped(vocabulary.cueRates),
    stepped(vocabulary.sourceRates),
  ];
  return lines.map((line) => line.join('\t')).join('\n');
}

function writeRows(name, articles, rowOf) {
  fs.writeFileSync(path.join(outFolder, name), articles.map((article) => JSON.stringify(rowOf(article))).join('\n'));
}

function writeNumbers(name, arrays) {
  const file = fs.openSync(path.join(outFolder, name), 'w');
  for (const { buffer, byteOffset, byteLength } of arrays) {
    fs.writeSync(file, Buffer.from(buffer, byteOffset, byteLength));
  }
  fs.closeSync(file);
}
