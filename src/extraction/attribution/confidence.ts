import type { Document, TokenRange } from '../document.js';
import type { TaggedRelation } from './states.js';

const LEAST_PROBABILITY = 1e-6;

/**
 * What speaks for and against a relation: how probable the states of its parts are (as logarithms, and some as they are),
 * which parts it has, how long its content is, and whether it is quoted.
 */
export function evidenceOf(
  { source, cue, content }: TaggedRelation,
  probabilities: Float64Array,
  document: Document,
): number[] {
  const at = (token: number | undefined) =>
    token === undefined ? 0 : Math.log(Math.max(probabilities[token] ?? 1, LEAST_PROBABILITY));
  const inContent = logarithms(content, at);
  const leastOfSource = Math.min(0, ...logarithms(source, at));
  const leastOfCue = Math.min(0, ...logarithms(cue, at));
  const first = at(content[0]?.firstToken);
  const last = content.at(-1);
  const behind = at(last?.endToken);
  const mean = inContent.reduce((sum, value) => sum + value, 0) / Math.max(1, inContent.length);
  return [
    1,
    mean,
    leastOfSource,
    leastOfCue,
    first,
    behind,
    Math.exp(mean),
    Math.exp(leastOfSource),
    Math.exp(leastOfCue),
    Math.exp(first),
    Math.exp(behind),
    source.length === 0 ? 1 : 0,
    content.length === 0 ? 1 : 0,
    cue.length === 0 ? 1 : 0,
    Math.log(1 + inContent.length),
    isQuoted(document, content[0]) ? 1 : 0,
  ];
}

function logarithms(ranges: readonly TokenRange[], at: (token: number) => number): number[] {
  const values: number[] = [];
  for (const { firstToken, endToken } of ranges)
    for (let token = firstToken; token < endToken; token++) values.push(at(token));
  return values;
}

const OPENING = /^["“‘«„']/u;

function isQuoted({ tokens }: Document, range: TokenRange | undefined): boolean {
  return range !== undefined && OPENING.test(tokens[range.firstToken]?.text ?? '');
}

/** How confidence is made of evidence; fitted by `npm run train` to articles that the tagger was not trained on. */
export interface ConfidenceModel {
  /** Of a logistic regression. */
  readonly weights: readonly number[];
  /**
   * By what its sum is turned into a probability, since it is no straight line: pairs of a sum and a probability, rising
   * in both, between which it is.
   */
  readonly knots: readonly (readonly [sum: number, probability: number])[];
}

/** The probability that a relation’s content and source are right. */
export function confidenceOf(evidence: readonly number[], { weights, knots }: ConfidenceModel): number {
  const sum = evidence.reduce((total, value, i) => total + value * (weights[i] ?? 0), 0);
  const above = knots.findIndex(([limit]) => limit > sum);
  const [highSum, high] = knots.at(above) ?? [0, 0];
  const [lowSum, low] = knots[above - 1] ?? [highSum, high];
  if (above <= 0) return high;
  return low + ((high - low) * (sum - lowSum)) / (highSum - lowSum);
}
