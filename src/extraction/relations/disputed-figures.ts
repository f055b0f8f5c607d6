import type { Document } from '../document.js';
import type { Attribution } from '../extraction.js';
import { ENGLISH_STANCES } from '../language/english/stance-words.js';
import { nounPhraseFrom, subjectBefore } from './phrases.js';
import { rangeSpan, type Stance } from './stance.js';
import { tokensWithin } from './statement-places.js';

const CONFIDENCE = 0.6;
/** How many sentences back the figure that is taken up can stand. */
const REACH = 3;
/** How much of the end of a sentence is looked at, in tokens. */
const LONGEST_SENTENCE = 60;

/**
 * Finds who gave a figure that somebody takes up (“The figure is wrong”) where no other attribution has it: to count
 * something is to claim a figure once it is disputed.
 */
export function findDisputedFigures(
  document: Document,
  stances: readonly Stance[],
  known: readonly Attribution[],
): Attribution[] {
  const found = new Map<number, Attribution>();
  let last = -1;
  const said = new Set(known.flatMap(({ content }) => content.flatMap((span) => tokensWithin(document, span))));
  for (const { object, words } of stances) {
    if (object.is !== 'ANAPHOR' || !object.figure) continue;
    const sentence = document.tokens[words.firstToken]?.sentence ?? 0;
    if (sentence === last) continue;
    last = sentence;
    const figure = figureBefore(document, sentence);
    if (figure === null) continue;
    const isKnown = figure.content.some((span) => tokensWithin(document, span).some((token) => said.has(token)));
    if (!isKnown) found.set(figure.content[0]?.start ?? 0, figure);
  }
  return [...found.values()];
}

/** The last figure that a verb of counting gives before a sentence. */
function figureBefore(document: Document, sentence: number): Attribution | null {
  for (const { firstToken, endToken } of document.sentences
    .slice(Math.max(0, sentence - REACH), sentence)
    .toReversed()) {
    for (let at = endToken - 1; at >= Math.max(firstToken, endToken - LONGEST_SENTENCE); at--) {
      const figure = figureAt(document, at);
      if (figure !== null) return figure;
    }
  }
  return null;
}

function figureAt(document: Document, at: number): Attribution | null {
  const { tokens } = document;
  const verb = tokens[at];
  const particle = verb?.pos === 'VERB' ? ENGLISH_STANCES.counting[verb.lemma] : undefined;
  if (particle === undefined) return null;
  const end = particle === '' ? at + 1 : at + 2;
  if (particle !== '' && tokens[at + 1]?.lower !== particle) return null;
  const number = nounPhraseFrom(document, end);
  const subject = subjectBefore(document, at);
  if (number === null || subject === null) return null;
  if (!tokens.slice(number.firstToken, number.endToken).some(({ pos }) => pos === 'NUM')) return null;
  return {
    source: [rangeSpan(document, subject)],
    cue: [rangeSpan(document, { firstToken: at, endToken: end })],
    content: [rangeSpan(document, number)],
    confidence: CONFIDENCE,
  };
}
