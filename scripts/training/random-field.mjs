import { BUCKETS } from '../../dist/extraction/attribution/field-features.js';
import { mayFollow, STATES } from '../../dist/extraction/attribution/states.js';

/** The share of a token’s features that are left out whenever it is learnt from. */
export const DROPOUT = 0.5;
/** The step size of AdaGrad, and what is added to the root of the sum of squares it is divided by. */
const RATE = 0.03;
const WEIGHT_DAMPING = 1e-2;
const STEP_DAMPING = 1;
/** How strongly the weights of features that are seen are drawn to zero. */
const L2 = 2e-6;
/** Slopes closer to zero are passed over: most states are certainly wrong, and to say so again takes most of the time. */
const LEAST_SLOPE = 3e-4;
/** Probabilities are taken for at least this in the loss. */
const LEAST_PROBABILITY = 1e-12;

const COUNT = STATES.length;

/** Those states that may stand before each state, and those that may stand behind it. */
const BEFORE = STATES.map((to) => indicesWhere((from) => mayFollow(from, to)));
const BEHIND = STATES.map((from) => indicesWhere((to) => mayFollow(from, to)));
const FIRST = indicesWhere((state) => mayFollow(null, state));
const LAST = indicesWhere((state) => mayFollow(state, null));

function indicesWhere(holds) {
  return STATES.flatMap((state, index) => (holds(state) ? [index] : []));
}

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001) over hashed features: the score of a
 * sequence of states is the sum of the weights of each token’s features for its state, and of the steps from state to
 * state. States that `mayFollow` forbids have no probability. It learns from one sequence after the other by AdaGrad
 * (Duchi, Hazan and Singer, 2011), with part of the features dropped.
 */
export class RandomField {
  /** BUCKETS × S: of each feature for each state. */
  weights = new Float32Array(BUCKETS * COUNT);
  /** S × S: from the row’s state to the column’s. */
  steps = new Float64Array(COUNT * COUNT);
  #weightSquares = new Float32Array(this.weights.length);
  #stepSquares = new Float64Array(this.steps.length);
  #random;

  /** `random` gives numbers from 0 up to 1. */
  constructor(random) {
    this.#random = random;
  }

  /**
   * Learns from the features (T × F, as buckets) and the states (T) of a sequence.
   * Returns what its states were worth before: the sum of their negative log posterior probabilities, in nats.
   */
  learn({ buckets, states }) {
    const width = buckets.length / states.length;
    const kept = this.#keptFeatures(buckets.length);
    const emissions = exponentials(this.#scores(buckets, kept, width));
    const steps = this.steps.map(Math.exp);
    const { forward, totals } = forwardSums(emissions, steps);
    const backward = backwardSums(emissions, steps, totals);
    const slopes = new Float64Array(COUNT);
    const stepSlopes = new Float64Array(COUNT * COUNT);
    let loss = 0;
    for (const [token, gold] of states.entries()) {
      const row = token * COUNT;
      let total = 0;
      for (let state = 0; state < COUNT; state++) total += forward[row + state] * backward[row + state];
      for (let state = 0; state < COUNT; state++) {
        slopes[state] = (forward[row + state] * backward[row + state]) / total - (state === gold ? 1 : 0);
      }
      loss -= Math.log(Math.max(LEAST_PROBABILITY, 1 + slopes[gold]));
      for (let i = token * width; i < (token + 1) * width; i++) if (kept[i]) this.#learnWeights(buckets[i], slopes);
      if (token === 0) continue;
      for (let to = 0; to < COUNT; to++) {
        for (const from of BEFORE[to]) {
          const joint =
            forward[row - COUNT + from] * steps[from * COUNT + to] * emissions[row + to] * backward[row + to];
          const isGold = from === states[token - 1] && to === gold;
          stepSlopes[from * COUNT + to] += joint / totals[token] / total - (isGold ? 1 : 0);
        }
      }
    }
    this.#learnSteps(stepSlopes);
    return loss;
  }

  #keptFeatures(count) {
    const kept = new Uint8Array(count);
    for (let i = 0; i < count; i++) if (this.#random() < 1 - DROPOUT) kept[i] = 1;
    return kept;
  }

  #scores(buckets, kept, width) {
    const { weights } = this;
    const scores = new Float64Array((buckets.length / width) * COUNT);
    for (let i = 0; i < buckets.length; i++) {
      if (!kept[i]) continue;
      const row = Math.floor(i / width) * COUNT;
      const bucket = buckets[i] * COUNT;
      for (let state = 0; state < COUNT; state++) scores[row + state] += weights[bucket + state];
    }
    return scores;
  }

  #learnWeights(bucket, slopes) {
    const { weights } = this;
    const squares = this.#weightSquares;
    for (let state = 0; state < COUNT; state++) {
      const i = bucket * COUNT + state;
      const slope = slopes[state] + L2 * weights[i];
      if (slope > -LEAST_SLOPE && slope < LEAST_SLOPE) continue;
      squares[i] += slope * slope;
      weights[i] -= (RATE * slope) / (Math.sqrt(squares[i]) + WEIGHT_DAMPING);
    }
  }

  #learnSteps(slopes) {
    for (const [i, slope] of slopes.entries()) {
      this.#stepSquares[i] += slope * slope;
      this.steps[i] -= (RATE * slope) / (Math.sqrt(this.#stepSquares[i]) + STEP_DAMPING);
    }
  }
}

/** The exponentials of scores (T × S), each token’s relative to its highest, so that none overflows. */
function exponentials(scores) {
  const result = new Float64Array(scores.length);
  for (let row = 0; row < scores.length; row += COUNT) {
    let highest = Number.NEGATIVE_INFINITY;
    for (let state = 0; state < COUNT; state++) highest = Math.max(highest, scores[row + state]);
    for (let state = 0; state < COUNT; state++) result[row + state] = Math.exp(scores[row + state] - highest);
  }
  return result;
}

/** Forward sums (T × S), scaled so that each token’s come to one, and what they came to before (T). */
function forwardSums(emissions, steps) {
  const forward = new Float64Array(emissions.length);
  const totals = new Float64Array(emissions.length / COUNT);
  for (const state of FIRST) forward[state] = 1;
  for (let token = 0; token < totals.length; token++) {
    const row = token * COUNT;
    for (let to = 0; to < COUNT; to++) {
      let sum = forward[row + to];
      if (token > 0) for (const from of BEFORE[to]) sum += forward[row - COUNT + from] * steps[from * COUNT + to];
      forward[row + to] = sum * emissions[row + to];
      totals[token] += forward[row + to];
    }
    for (let state = 0; state < COUNT; state++) forward[row + state] /= totals[token];
  }
  return { forward, totals };
}

/** Backward sums (T × S), scaled by the totals of `forwardSums`. */
function backwardSums(emissions, steps, totals) {
  const backward = new Float64Array(emissions.length);
  for (const state of LAST) backward[backward.length - COUNT + state] = 1;
  for (let token = totals.length - 2; token >= 0; token--) {
    const row = token * COUNT;
    const next = row + COUNT;
    for (let from = 0; from < COUNT; from++) {
      let sum = 0;
      for (const to of BEHIND[from]) sum += steps[from * COUNT + to] * emissions[next + to] * backward[next + to];
      backward[row + from] = sum / totals[token + 1];
    }
  }
  return backward;
}
