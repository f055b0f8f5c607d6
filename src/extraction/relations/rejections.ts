import type { Document, TokenRange } from '../document.js';
import { ENGLISH_STANCES } from '../language/english/stance-words.js';
import { isFigure, isPronoun } from './claim-stances.js';
import { clauseFrom, nounPhraseEnding, nounPhraseFrom } from './phrases.js';
import { type Stance, spanBetween } from './stance.js';
import { isClaim, isMark, objectFrom } from './stance-objects.js';

const LANGUAGE = ENGLISH_STANCES;

/** “Nothing of the kind had been agreed”. */
export function rejectionStance(document: Document, at: number): Stance {
  const { endToken } = clauseFrom(document, at, isMark);
  const words = { firstToken: at, endToken };
  return {
    kind: 'DISPUTES',
    words,
    object: { is: 'PREVIOUS' },
    span: spanBetween(document, at, endToken),
    place: 'CONTENT',
    subject: null,
  };
}

/** “The figure is wrong”, “it was not true that …”. */
export function falsenessStance(document: Document, at: number): Stance | null {
  const end = falsenessEnd(document, at);
  const subject = end === null ? null : nounPhraseEnding(document, at);
  if (end === null || subject === null) return null;
  if (!isPronoun(document, subject) && !isClaim(document, subject, LANGUAGE)) return null;
  const clause = objectFrom(document, end, LANGUAGE, false);
  const anaphor = { is: 'ANAPHOR', range: subject, figure: isFigure(document, subject) } as const;
  return {
    kind: 'DISPUTES',
    words: { firstToken: subject.firstToken, endToken: end },
    object: clause?.object.is === 'CLAUSE' ? clause.object : anaphor,
    span: spanBetween(document, subject.firstToken, end),
    place: 'CONTENT',
    subject: null,
  };
}

/** The token behind “is wrong”, “is not true”; null where the verb is followed by anything else. */
function falsenessEnd({ tokens }: Document, at: number): number | null {
  const negated = LANGUAGE.negation.has(tokens[at + 1]?.lower ?? '');
  let word = negated ? at + 2 : at + 1;
  while (/^(?:DET|ADV)$/u.test(tokens[word]?.pos ?? '') && word < at + 4) word++;
  return (negated ? LANGUAGE.trueness : LANGUAGE.falseness).has(tokens[word]?.lower ?? '') ? word + 1 : null;
}

/** “It would not, the captain said”: what is left of a sentence that says that something told before is not so. */
export function ellipticStance(document: Document, at: number): Stance | null {
  const { tokens } = document;
  const [subject, verb, negation, behind] = tokens.slice(Math.max(0, at - 1), at + 3);
  if (subject?.index !== at - 1 || verb === undefined || behind === undefined) return null;
  if (!LANGUAGE.negation.has(negation?.lower ?? '') || !isMark(behind)) return null;
  const opens = tokens[at - 2];
  const stands = opens === undefined || opens.sentence !== verb.sentence || isMark(opens);
  if (!stands || !LANGUAGE.elliptic.has(subject.lower)) return null;
  return {
    kind: 'DISPUTES',
    words: { firstToken: at - 1, endToken: at + 2 },
    object: { is: 'PREVIOUS', auxiliary: verb.lower },
    span: spanBetween(document, at - 1, at + 2),
    place: 'CONTENT',
    subject: null,
  };
}

/** Whether a clause says no more of a figure than that it is right or wrong. */
export function isOfFigure(document: Document, { firstToken, endToken }: TokenRange): boolean {
  const { tokens } = document;
  const subject = nounPhraseFrom(document, firstToken);
  if (subject === null || !isFigure(document, subject)) return false;
  const [verb, last] = [tokens[subject.endToken], tokens[endToken - 1]];
  const isTruth = LANGUAGE.trueness.has(last?.lower ?? '') || LANGUAGE.falseness.has(last?.lower ?? '');
  return verb?.lemma === LANGUAGE.copula && isTruth && endToken - subject.endToken <= 3;
}
