import type { Stretch } from '../../../domain/span.js';
import type { Document, Token } from '../../document.js';
import { tokensIn } from '../token-search.js';

/** Tokens of one sentence in their order, with gaps where something stands between that does not belong to them. */
export type WordSequence = readonly Token[];

/** Longer sentences are not looked into: they are lists or no prose, and time has to stay linear. */
const LONGEST_SEQUENCE = 300;

/** The tokens of some stretches, sentence by sentence; what is said across an interruption stands together. */
export function sequencesOf(document: Document, stretches: readonly Stretch[]): WordSequence[] {
  const sequences: Token[][] = [];
  for (const stretch of stretches) {
    const { firstToken, endToken } = tokensIn(document, stretch);
    for (const token of document.tokens.slice(firstToken, endToken)) {
      const last = sequences.at(-1);
      if (last?.[0]?.sentence !== token.sentence) sequences.push([token]);
      else {
        const before = last.at(-1);
        if (before?.text === ',' && before.index < token.index - 1) last.pop();
        last.push(token);
      }
    }
  }
  return sequences.filter(({ length }) => length <= LONGEST_SEQUENCE);
}

/** The stretches that the tokens of a sequence from `first` to `end` take up, without marks at their ends. */
export function stretchesOf(sequence: WordSequence, first: number, end: number): Stretch[] {
  const found: { start: number; end: number; last: number }[] = [];
  for (const token of sequence.slice(Math.max(0, first), end)) {
    const open = found.at(-1);
    if (open?.last === token.index - 1) Object.assign(open, { end: token.end, last: token.index });
    else found.push({ start: token.start, end: token.end, last: token.index });
  }
  return found.map(({ start, end: to }) => ({ start, end: to }));
}
