import type { StatementRelationKind } from '../../domain/statement.js';
import type { Document, Token, TokenRange } from '../document.js';
import { ENGLISH_STANCES } from '../language/english/stance-words.js';
import { passiveStance, relativeStance } from './claim-stances.js';
import { isNoun, nounPhraseFrom, subjectBefore } from './phrases.js';
import { ellipticStance, falsenessStance, rejectionStance } from './rejections.js';
import { type Stance, spanBetween } from './stance.js';
import { type FoundObject, isMark, objectFrom } from './stance-objects.js';

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
  if (verb !== null) return verbStance(document, at, verb, before);
  if (token.pos === 'NOUN' && VERBS.has(token.lemma)) return stanceOfNoun(document, token, before);
  const phrase = matchAt(document, at, PHRASES.get(token.lower), 0);
  if (phrase !== null) return phraseStance(document, at, phrase);
  const repetition = matchAt(document, at, REPETITIONS.get(token.lower), 0);
  if (repetition !== null) return repetitionStance(document, at, repetition.end);
  const rejection = matchAt(document, at, REJECTIONS.get(token.lower), 0);
  if (rejection !== null) return rejectionStance(document, at);
  if (token.pos === 'AUX') return ellipticStance(document, at) ?? copulaStance(document, token);
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

function copulaStance(document: Document, { index, lemma }: Token): Stance | null {
  return lemma === LANGUAGE.copula ? falsenessStance(document, index) : null;
}

function verbStance(
  document: Document,
  at: number,
  { expression, end }: Match,
  before: Stance | undefined,
): Stance | null {
  const { tokens } = document;
  if (isNegated(document, at)) return null;
  const { kind, says } = expression;
  const words = { firstToken: at, endToken: end };
  const passive = passiveStance(document, kind, words, before);
  if (passive !== null || tokens[end]?.lower === LANGUAGE.agentMark) return passive;
  const found = objectFrom(document, end, LANGUAGE, LANGUAGE.addressing.has(says));
  if (kind === 'RESPONDS_TO' && isSaidBehind(document, end, found)) return answerStance(document, words);
  if (found === null) return relativeStance(document, kind, words, before);
  const repeats = kind === 'REPEATS';
  if (repeats && found.object.is === 'TOPIC') return null;
  return {
    kind,
    words,
    object: repeats ? { is: 'OWN' } : found.object,
    span: spanBetween(document, at, repeats && found.object.is === 'CLAUSE' ? end : found.end),
    place: 'VERB',
    subject: subjectBefore(document, at),
  };
}

/** Whether what is said follows a verb of answering, at once, as a clause or past a time, and nobody is named who is answered. */
function isSaidBehind({ tokens }: Document, end: number, found: FoundObject | null): boolean {
  const next = tokens[end];
  if (found !== null) return found.object.is === 'CLAUSE';
  return next === undefined || isMark(next) || next.pos === 'ADP' || next.pos === 'ADV';
}

/** “…, she replied”. */
function answerStance(document: Document, words: TokenRange): Stance {
  const { firstToken, endToken } = words;
  return {
    kind: 'RESPONDS_TO',
    words,
    object: { is: 'PREVIOUS' },
    span: spanBetween(document, firstToken, endToken),
    place: 'VERB',
    subject: null,
  };
}

function isNegated({ tokens }: Document, verb: number): boolean {
  for (let at = verb - 1; at >= verb - NEGATION_REACH; at--) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== tokens[verb]?.sentence || isMark(token)) return false;
    if (isOfObject(tokens, at)) return false;
    if (LANGUAGE.negations.has(token.lower) || LANGUAGE.negations.has(token.lemma)) return true;
  }
  return false;
}

/** “The claim to have no cases has been disputed”: what there are none of is no subject of the verb behind it. */
function isOfObject(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'no' && /^(?:VERB|AUX|ADP)$/u.test(tokens[at - 1]?.pos ?? '') && isNoun(tokens[at + 1]);
}

/** A verb that looks like a noun: “observers dispute the figure”, “a claim that many doctors doubt”. */
function stanceOfNoun(document: Document, token: Token, before: Stance | undefined): Stance | null {
  const { tokens } = document;
  const at = token.index;
  const match = matchAt(document, at, VERBS.get(token.lemma), 1);
  const next = match === null ? undefined : tokens[match.end];
  if (match === null || next === undefined) return null;
  if (agreesWith(token, tokens[at - 1])) {
    const stance = verbStance(document, at, match, before);
    if (stance?.object.is === 'ANAPHOR' || stance?.object.is === 'CLAUSE') return stance;
  }
  if (!isMark(next) && next.pos !== 'CCONJ' && next.pos !== 'ADV') return null;
  return relativeStance(document, match.expression.kind, { firstToken: at, endToken: match.end }, before);
}

/** Whether a word is the form of a verb that goes with the noun before it: “observers dispute”, “the union disputes”. */
function agreesWith({ lower, lemma }: Token, subject: Token | undefined): boolean {
  if (subject === undefined || !(isNoun(subject) || subject.pos === 'ADJ')) return false;
  const isPlural = subject.pos === 'NOUN' ? subject.lower !== subject.lemma : subject.lower.endsWith('s');
  return isPlural === (lower === lemma);
}

function phraseStance(document: Document, at: number, { expression, end }: Match): Stance | null {
  const { kind, says } = expression;
  const place = 'PHRASE';
  const words = { firstToken: at, endToken: end };
  if (!LANGUAGE.takesObject.has(says))
    return { kind, words, object: { is: 'PREVIOUS' }, span: spanBetween(document, at, end), place, subject: null };
  const found = objectFrom(document, end, LANGUAGE, true);
  return (
    found && { kind, words, object: found.object, span: spanBetween(document, at, found.end), place, subject: null }
  );
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
    span: spanBetween(document, verb, end),
    place: 'VERB',
    subject: null,
  };
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
    span: spanBetween(document, at, at + 2),
    place: 'ECHO',
    subject,
  };
}
