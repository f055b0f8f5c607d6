import { normalLemma, normalWord, rateStep, suffixOf } from '../../dist/extraction/attribution/features.js';
import { ROLES, STATES } from '../../dist/extraction/attribution/states.js';

/** How often lemmas and suffixes have to be in the training articles to be known. */
const LEAST_LEMMAS = 40;
const LEAST_SUFFIXES = 60;
/** The step of words that are hardly seen, which need no entry. */
const USUAL_STEP = 1;

/**
 * What the training articles say of words: which lemmas and suffixes are frequent, and how often a lemma is a cue and a
 * word stands in a source.
 */
export class WordStatistics {
  #articles = new Map();
  #total = emptyCounts();
  #lemmas;
  #suffixes;

  /** The articles have the `document` and the `states` of its tokens. */
  constructor(articles) {
    for (const article of articles) {
      const counts = countsOf(article);
      this.#articles.set(article, counts);
      for (const [kind, words] of Object.entries(counts)) {
        for (const [word, times] of words) count(this.#total[kind], word, times);
      }
    }
    this.#lemmas = numberedByFrequency(this.#total.lemma, LEAST_LEMMAS);
    this.#suffixes = numberedByFrequency(this.#total.suffix, LEAST_SUFFIXES);
  }

  /**
   * The vocabulary that `featuresOf` takes. For an article that is among those counted, its own counts are left out of the
   * rates, which would tell the answers otherwise.
   */
  vocabulary(article) {
    const own = this.#articles.get(article);
    return {
      lemmas: this.#lemmas,
      suffixes: this.#suffixes,
      cueRates: this.#rates('cue', 'lemma', own),
      sourceRates: this.#rates('source', 'word', own),
    };
  }

  /** The step of how many of all the words of a kind are hits; of the words for which it is not the usual one. */
  #rates(hitKind, kind, own) {
    const rates = new Map();
    for (const [word, times] of this.#total[kind]) {
      const hits = (this.#total[hitKind].get(word) ?? 0) - (own?.[hitKind].get(word) ?? 0);
      const step = rateStep(hits, times - (own?.[kind].get(word) ?? 0));
      if (step !== USUAL_STEP) rates.set(word, step);
    }
    return rates;
  }
}

function emptyCounts() {
  return { lemma: new Map(), word: new Map(), suffix: new Map(), cue: new Map(), source: new Map() };
}

function countsOf({ document, states }) {
  const counts = emptyCounts();
  for (const [i, token] of document.tokens.entries()) {
    const role = ROLES[STATES[states[i]].role];
    count(counts.lemma, normalLemma(token));
    count(counts.word, normalWord(token));
    count(counts.suffix, suffixOf(token));
    if (role === 'cue') count(counts.cue, normalLemma(token));
    if (role === 'source') count(counts.source, normalWord(token));
  }
  return counts;
}

function count(counts, word, times = 1) {
  counts.set(word, (counts.get(word) ?? 0) + times);
}

/** Words that are counted at least so often, numbered from 1 on, the most frequent first. */
function numberedByFrequency(counts, least) {
  const frequent = [...counts].filter(([, times]) => times >= least);
  frequent.sort(([a, timesOfA], [b, timesOfB]) => timesOfB - timesOfA || (a < b ? -1 : 1));
  return new Map(frequent.map(([word], i) => [word, i + 1]));
}
