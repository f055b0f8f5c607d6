import type { StatementRelationKind } from '../../domain/statement.js';
import type { Document, Token, TokenRange } from '../document.js';
import { ENGLISH_STANCES } from '../language/english/stance-words.js';
import { clauseFrom, headOf, isNoun, nounPhraseEnding, nounPhraseFrom, subjectBefore } from './phrases.js';
import type { Stance } from './stance.js';
import { type FoundObject, isClaim, isMark, objectFrom } from './stance-objects.js';

const LANGUAGE = ENGLISH_STANCES;

interface Expression {
  readonly kind: StatementRelationKind;
  readonly words: readonly string[];
  readonly says: string;
}

const VERBS = indexed(LANGUAGE.verbs);
const PHRASES = indexed(LANGUAGE.phrases);
const REPETITIONS = indexed({ REPEATS: LANGUAGE.repetitions });
const REJECTIONS = indexed({ DISPUTES: LANGUAGE.rejections });
/** How far before a verb what keeps it from being a stance can stand. */
const NEGATION_REACH = 4;

/** Finds the words of a text that say what one statement does to another, in the order of the text. */
export function findStances(document: Document): Stance[] {
  const found: Stance[] = [];
  for (const token of document.tokens) {
    const stance = stanceAt(document, token, found.at(-1));
    if (stance !== null) found.push(stance);
  }
  return found;
}

function stanceAt(document: Document, token: Token, before: Stance | undefined): Stance | null {
  const at = token.index;
  const verb = token.pos === 'VERB' || token.pos === 'ADJ' ? matchAt(document, at, VERBS.get(token.lemma), 1) : null;
  if (verb !== null) return verbStance(document, at, verb);
  if (token.pos === 'NOUN' && VERBS.has(token.lower)) return relativeStanceOfNoun(document, at);
  const phrase = matchAt(document, at, PHRASES.get(token.lower), 0);
  if (phrase !== null) return phraseStance(document, at, phrase);
  const repetition = matchAt(document, at, REPETITIONS.get(token.lower), 0);
  if (repetition !== null) return repetitionStance(document, at, repetition.end);
  const rejection = matchAt(document, at, REJECTIONS.get(token.lower), 0);
  if (rejection !== null) return rejectionStance(document, at);
  if (token.lemma === LANGUAGE.copula) return falsenessStance(document, at);
  return before !== undefined && token.lower === LANGUAGE.echo.so ? echoStance(document, at, before) : null;
}

function indexed(lists: Partial<Record<StatementRelationKind, readonly string[]>>): Map<string, Expression[]> {
  const found = new Map<string, Expression[]>();
  for (const [kind, list] of Object.entries(lists) as [StatementRelationKind, readonly string[]][]) {
    for (const says of list) {
      const words = says.split(' ');
      const first = words[0] ?? '';
      found.set(first, [...(found.get(first) ?? []), { kind, words, says }]);
    }
  }
  for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length);
  return found;
}

interface Match {
  readonly expression: Expression;
  readonly end: number;
}

/** The longest of the expressions whose words stand here, of which the first `known` are known to. */
function matchAt({ tokens }: Document, at: number, among: readonly Expression[] = [], known: number): Match | null {
  const expression = among.find(({ words }) => words.every((word, i) => i < known || tokens[at + i]?.lower === word));
  return expression === undefined ? null : { expression, end: at + expression.words.length };
}

function verbStance(document: Document, at: number, { expression, end }: Match): Stance | null {
  const { tokens } = document;
  if (isNegated(document, at)) return null;
  const { kind, says } = expression;
  const words = { firstToken: at, endToken: end };
  if (tokens[end]?.lower === LANGUAGE.agentMark) return passiveStance(document, kind, words);
  const found = objectFrom(document, end, LANGUAGE, LANGUAGE.addressing.has(says));
  if (kind === 'RESPONDS_TO' && isSaidBehind(document, end, found)) return answerStance(document, words);
  if (found === null) return relativeStance(document, kind, words);
  const repeats = kind === 'REPEATS';
  if (repeats && found.object.is === 'TOPIC') return null;
  return {
    kind,
    words,
    object: repeats ? { is: 'OWN' } : found.object,
    span: spanOf(document, at, repeats && found.object.is === 'CLAUSE' ? end : found.end),
    place: 'VERB',
    subject: subjectBefore(document, at),
  };
}

/** Whether what is said follows a verb of answering at once, or as a clause, and nobody is named who is answered. */
function isSaidBehind({ tokens }: Document, end: number, found: FoundObject | null): boolean {
  const next = tokens[end];
  return found === null ? next === undefined || isMark(next) : found.object.is === 'CLAUSE';
}

/** “…, she replied”. */
function answerStance(document: Document, words: TokenRange): Stance {
  const { firstToken, endToken } = words;
  return {
    kind: 'RESPONDS_TO',
    words,
    object: { is: 'PREVIOUS' },
    span: spanOf(document, firstToken, endToken),
    place: 'VERB',
    subject: null,
  };
}

/** “A claim disputed by the union”. */
function passiveStance(document: Document, kind: StatementRelationKind, words: TokenRange): Stance | null {
  const patient = patientBefore(document, words.firstToken);
  const subject = nounPhraseFrom(document, words.endToken + 1);
  if (patient === null || subject === null) return null;
  return {
    kind,
    words,
    object: { is: 'ANAPHOR', range: patient, figure: isFigure(document, patient) },
    span: spanOf(document, patient.firstToken, words.endToken + 1),
    place: 'PASSIVE',
    subject,
  };
}

/** “A claim that many doctors doubt”. */
function relativeStance(document: Document, kind: StatementRelationKind, words: TokenRange): Stance | null {
  const subject = subjectBefore(document, words.firstToken);
  if (subject === null || !LANGUAGE.relatives.has(document.tokens[subject.firstToken - 1]?.lower ?? '')) return null;
  const patient = patientBefore(document, subject.firstToken);
  if (patient === null) return null;
  return {
    kind,
    words,
    object: { is: 'ANAPHOR', range: patient, figure: isFigure(document, patient) },
    span: spanOf(document, patient.firstToken, words.endToken),
    place: 'PASSIVE',
    subject,
  };
}

/** The end of “a claim that many doctors doubt” can look like a noun. */
function relativeStanceOfNoun(document: Document, at: number): Stance | null {
  const match = matchAt(document, at, VERBS.get(document.tokens[at]?.lower ?? ''), 1);
  const next = match === null ? undefined : document.tokens[match.end];
  if (match === null || next === undefined || !isMark(next)) return null;
  return relativeStance(document, match.expression.kind, { firstToken: at, endToken: match.end });
}

/** The claim that a passive verb or a relative clause is about. */
function patientBefore(document: Document, verb: number): TokenRange | null {
  const { tokens } = document;
  let at = verb - 1;
  while (/^(?:AUX|ADV)$/u.test(tokens[at]?.pos ?? '')) at--;
  if (LANGUAGE.relatives.has(tokens[at]?.lower ?? '')) at--;
  if (tokens[at]?.text === ',') at--;
  const phrase = nounPhraseEnding(document, at + 1);
  return phrase !== null && (isPronoun(document, phrase) || isClaim(document, phrase, LANGUAGE)) ? phrase : null;
}

function isFigure(document: Document, range: TokenRange): boolean {
  return LANGUAGE.figureNouns.has(headOf(document, range)?.lower ?? '');
}

function isNegated({ tokens }: Document, verb: number): boolean {
  for (let at = verb - 1; at >= verb - NEGATION_REACH; at--) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== tokens[verb]?.sentence || isMark(token)) return false;
    if (LANGUAGE.negations.has(token.lower) || LANGUAGE.negations.has(token.lemma)) return true;
  }
  return false;
}

function phraseStance(document: Document, at: number, { expression, end }: Match): Stance | null {
  const { kind, says } = expression;
  const place = 'PHRASE';
  const words = { firstToken: at, endToken: end };
  if (!LANGUAGE.takesObject.has(says))
    return { kind, words, object: { is: 'PREVIOUS' }, span: spanOf(document, at, end), place, subject: null };
  const found = objectFrom(document, end, LANGUAGE, true);
  return found && { kind, words, object: found.object, span: spanOf(document, at, found.end), place, subject: null };
}

/** “Said once more”. */
function repetitionStance(document: Document, at: number, end: number): Stance | null {
  const verb = at - 1;
  if (document.tokens[verb]?.pos !== 'VERB') return null;
  const words = { firstToken: verb, endToken: at };
  return {
    kind: 'REPEATS',
    words,
    object: { is: 'OWN' },
    span: spanOf(document, verb, end),
    place: 'VERB',
    subject: null,
  };
}

/** “Nothing of the kind had been agreed”. */
function rejectionStance(document: Document, at: number): Stance {
  const { endToken } = clauseFrom(document, at, isMark);
  const words = { firstToken: at, endToken };
  return {
    kind: 'DISPUTES',
    words,
    object: { is: 'PREVIOUS' },
    span: spanOf(document, at, endToken),
    place: 'CONTENT',
    subject: null,
  };
}

/** “The figure is wrong”, “it was not true that …”. */
function falsenessStance(document: Document, at: number): Stance | null {
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
    span: spanOf(document, subject.firstToken, end),
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

/** Whether a subject is “it” or “that”, and no relative pronoun behind its noun. */
function isPronoun({ tokens }: Document, { firstToken, endToken }: TokenRange): boolean {
  return (
    endToken - firstToken === 1 &&
    !isNoun(tokens[firstToken - 1]) &&
    LANGUAGE.pronouns.has(tokens[firstToken]?.lower ?? '')
  );
}

/** “And so did the council”: what the one before has done in the same sentence. */
function echoStance(document: Document, at: number, { kind, object, words }: Stance): Stance | null {
  const { tokens } = document;
  if (tokens[words.firstToken]?.sentence !== tokens[at]?.sentence) return null;
  if (!LANGUAGE.echo.forms.has(tokens[at + 1]?.lower ?? '')) return null;
  const subject = nounPhraseFrom(document, at + 2);
  if (subject === null) return null;
  return {
    kind,
    object,
    words: { firstToken: at + 1, endToken: at + 2 },
    span: spanOf(document, at, at + 2),
    place: 'ECHO',
    subject,
  };
}

function spanOf({ tokens }: Document, first: number, end: number): Stance['span'] {
  return { start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
}
