import { mayFollow, STATES } from './states.js';

/** Scores of the steps from one state to another, as a linear-chain conditional random field has them. */
export interface Transitions {
  /** S × S: from the row’s state to the column’s; minus infinity where it may not follow. */
  readonly steps: Float32Array;
  /** S: of beginning, and of ending, in a state. */
  readonly begin: Float32Array;
  readonly end: Float32Array;
}

/** The best sequence of states for a sequence of tokens, and how probable each token’s state is. */
export interface Decoded {
  readonly states: readonly number[];
  /** The posterior probability of each token’s state, given all scores. */
  readonly probabilities: Float64Array;
}

const COUNT = STATES.length;

/** Those states that may stand before each state, and those that may stand behind it. */
const BEFORE = STATES.map((to) => indicesWhere((from) => mayFollow(from, to)));
const BEHIND = STATES.map((from) => indicesWhere((to) => mayFollow(from, to)));
const FIRST = indicesWhere((state) => mayFollow(null, state));
const LAST = indicesWhere((state) => mayFollow(state, null));

function indicesWhere(holds: (state: (typeof STATES)[number]) => boolean): Int32Array {
  return Int32Array.from(STATES.flatMap((state, index) => (holds(state) ? [index] : [])));
}

/** Decodes scores (T × S) with the Viterbi algorithm, and gives posteriors by the forward–backward algorithm. */
export function decode(scores: Float32Array, transitions: Transitions): Decoded {
  const tokens = scores.length / COUNT;
  if (tokens === 0) return { states: [], probabilities: new Float64Array() };
  const states = viterbi(scores, tokens, transitions);
  return { states, probabilities: posteriors(scores, tokens, transitions, states) };
}

function viterbi(scores: Float32Array, tokens: number, { steps, begin, end }: Transitions): number[] {
  const back = new Uint8Array(tokens * COUNT);
  let best = new Float64Array(COUNT).fill(Number.NEGATIVE_INFINITY);
  let next = new Float64Array(COUNT);
  for (const state of FIRST) best[state] = at(begin, state) + at(scores, state);
  for (let row = COUNT; row < tokens * COUNT; row += COUNT) {
    for (let to = 0; to < COUNT; to++) {
      const from = bestBefore(best, steps, to);
      next[to] = at(best, from) + at(steps, from * COUNT + to) + at(scores, row + to);
      back[row + to] = from;
    }
    [best, next] = [next, best];
  }
  let state = 0;
  for (const last of LAST) if (at(best, last) + at(end, last) > at(best, state) + at(end, state)) state = last;
  const states = new Array<number>(tokens);
  for (let token = tokens - 1; token >= 0; token--) {
    states[token] = state;
    state = at(back, token * COUNT + state);
  }
  return states;
}

/** From which state the best sequence comes to a state. */
function bestBefore(best: Float64Array, steps: Float32Array, to: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  let from = 0;
  for (const candidate of BEFORE[to] ?? []) {
    const score = at(best, candidate) + at(steps, candidate * COUNT + to);
    if (score <= highest) continue;
    highest = score;
    from = candidate;
  }
  return from;
}

/** Probabilities of given states by forward and backward sums, which are scaled to one at every token. */
function posteriors(
  scores: Float32Array,
  tokens: number,
  transitions: Transitions,
  states: readonly number[],
): Float64Array {
  const weights = transitions.steps.map(Math.exp);
  const emitted = scaledExponentials(scores, tokens);
  const forward = forwardSums(emitted, tokens, transitions.begin.map(Math.exp), weights);
  const probabilities = new Float64Array(tokens);
  let backward = new Float64Array(COUNT);
  for (const state of LAST) backward[state] = Math.exp(at(transitions.end, state));
  for (let token = tokens - 1; token >= 0; token--) {
    const row = token * COUNT;
    let total = 0;
    for (let state = 0; state < COUNT; state++) total += at(forward, row + state) * at(backward, state);
    const chosen = states[token] ?? 0;
    probabilities[token] = total > 0 ? (at(forward, row + chosen) * at(backward, chosen)) / total : 0;
    if (token > 0) backward = stepBack(backward, weights, emitted, row);
  }
  return probabilities;
}

function forwardSums(emitted: Float64Array, tokens: number, begin: Float32Array, weights: Float32Array): Float64Array {
  const forward = new Float64Array(tokens * COUNT);
  for (const state of FIRST) forward[state] = at(begin, state) * at(emitted, state);
  normalize(forward, 0);
  for (let row = COUNT; row < tokens * COUNT; row += COUNT) {
    for (let to = 0; to < COUNT; to++) {
      let sum = 0;
      for (const from of BEFORE[to] ?? []) sum += at(forward, row - COUNT + from) * at(weights, from * COUNT + to);
      forward[row + to] = sum * at(emitted, row + to);
    }
    normalize(forward, row);
  }
  return forward;
}

function stepBack(
  backward: Float64Array,
  weights: Float32Array,
  emitted: Float64Array,
  row: number,
): Float64Array<ArrayBuffer> {
  const before = new Float64Array(COUNT);
  for (let from = 0; from < COUNT; from++) {
    let sum = 0;
    for (const to of BEHIND[from] ?? [])
      sum += at(weights, from * COUNT + to) * at(emitted, row + to) * at(backward, to);
    before[from] = sum;
  }
  normalize(before, 0);
  return before;
}

/** The exponentials of scores, each token’s relative to its highest. */
function scaledExponentials(scores: Float32Array, tokens: number): Float64Array {
  const exponentials = new Float64Array(scores.length);
  for (let token = 0; token < tokens; token++) {
    const row = token * COUNT;
    let highest = Number.NEGATIVE_INFINITY;
    for (let state = 0; state < COUNT; state++) highest = Math.max(highest, at(scores, row + state));
    for (let state = 0; state < COUNT; state++) exponentials[row + state] = Math.exp(at(scores, row + state) - highest);
  }
  return exponentials;
}

function normalize(values: Float64Array, row: number): void {
  let sum = 0;
  for (let state = 0; state < COUNT; state++) sum += at(values, row + state);
  if (sum > 0) for (let state = 0; state < COUNT; state++) values[row + state] = at(values, row + state) / sum;
}

/** A number that is known to be there; the compiler does not know it. */
function at(values: Float32Array | Float64Array | Uint8Array, index: number): number {
  return values[index] as number;
}
