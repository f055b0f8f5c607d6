import type { TokenRange } from '../document.js';
import type { TaggedRelation } from './states.js';

/** What is known of a relation’s chances, each a logarithm of a probability. */
export function evidenceOf({ source, cue, content }: TaggedRelation, probabilities: Float64Array): number[] {
  const at = (token: number) => Math.log(Math.max(probabilities[token] ?? 0, 1e-6));
  const least = (ranges: readonly TokenRange[]) => {
    let lowest = 0;
    for (const { firstToken, endToken } of ranges)
      for (let token = firstToken; token < endToken; token++) lowest = Math.min(lowest, at(token));
    return lowest;
  };
  const mean = (ranges: readonly TokenRange[]) => {
    let sum = 0;
    let count = 0;
    for (const { firstToken, endToken } of ranges)
      for (let token = firstToken; token < endToken; token++, count++) sum += at(token);
    return count > 0 ? sum / count : 0;
  };
  const first = content[0];
  const last = content.at(-1);
  return [
    1,
    mean(content),
    least(source),
    least(cue),
    first === undefined ? 0 : at(first.firstToken),
    last === undefined ? 0 : at(last.endToken - 1),
    last === undefined ? 0 : at(last.endToken),
    source.length === 0 ? 1 : 0,
    content.length === 0 ? 1 : 0,
    cue.length === 0 ? 1 : 0,
    Math.log(1 + content.reduce((sum, { firstToken, endToken }) => sum + endToken - firstToken, 0)),
  ];
}

/** Fitted by `npm run train`; see docs/model-card.md. */
const WEIGHTS: readonly number[] = [2.5, 1, 1, 1, 1, 0, 0.5, -1, -3, -1, 0];

/** The probability that a relation’s content and source are right. */
export function confidenceOf(relation: TaggedRelation, probabilities: Float64Array): number {
  const sum = evidenceOf(relation, probabilities).reduce((total, value, i) => total + value * (WEIGHTS[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
