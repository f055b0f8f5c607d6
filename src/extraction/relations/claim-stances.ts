import type { StatementRelationKind } from '../../domain/statement.js';
import type { Document, TokenRange } from '../document.js';
import { ENGLISH_STANCES } from '../language/english/stance-words.js';
import { headOf, isNoun, nounPhraseEnding, nounPhraseFrom, startOfVerb, subjectBefore } from './phrases.js';
import { type Stance, type StanceObject, spanBetween } from './stance.js';
import { isClaim } from './stance-objects.js';

const LANGUAGE = ENGLISH_STANCES;
/** How many tokens may stand between a passive verb and who acts: “was questioned late on Friday by”. */
const AGENT_REACH = 5;

/** “A claim disputed by the union”, “That the mill is sold was confirmed on Friday by the mayor”; null for anything else. */
export function passiveStance(
  document: Document,
  kind: StatementRelationKind,
  words: TokenRange,
  before: Stance | undefined,
): Stance | null {
  const agent = agentMark(document, words.endToken);
  const own = agent === null ? null : passiveObject(document, words);
  // “… disputed by the union and doubted by many doctors”
  const object = own ?? (agent === null ? null : sharedClaim(document, words.firstToken, before));
  const subject = agent === null ? null : nounPhraseFrom(document, agent + 1);
  if (agent === null || object === null || subject === null) return null;
  const end = agent === words.endToken ? agent + 1 : words.endToken;
  const first = object.is === 'CLAUSE' ? words.firstToken : object.range.firstToken;
  const span = spanBetween(document, first, end);
  return { kind, words, object, span, place: 'PASSIVE', subject };
}

/** Where “by” stands behind a passive verb, with no more than a time between them. */
function agentMark({ tokens }: Document, end: number): number | null {
  if (tokens[end]?.lower === LANGUAGE.agentMark) return end;
  if (!hasAuxiliary(tokens, end)) return null;
  for (const token of tokens.slice(end, end + AGENT_REACH)) {
    if (token.lower === LANGUAGE.agentMark) return token.index;
    if (token.sentence !== tokens[end]?.sentence || !/^(?:ADP|ADV|NOUN|PROPN|NUM|DET|ADJ)$/u.test(token.pos))
      return null;
  }
  return null;
}

function hasAuxiliary(tokens: Document['tokens'], end: number): boolean {
  return tokens.slice(Math.max(0, end - 3), end).some(({ lemma }) => lemma === LANGUAGE.copula);
}

type PassiveObject = Extract<StanceObject, { is: 'ANAPHOR' | 'CLAUSE' }>;

function passiveObject(document: Document, { firstToken }: TokenRange): PassiveObject | null {
  const patient = patientBefore(document, firstToken);
  return patient === null ? clauseBefore(document, firstToken) : anaphor(document, patient);
}

function anaphor(document: Document, range: TokenRange): PassiveObject {
  return { is: 'ANAPHOR', range, figure: isFigure(document, range) };
}

/** The clause that opens a sentence and is the subject of a passive verb. */
function clauseBefore({ tokens, sentences }: Document, verb: number): PassiveObject | null {
  const first = sentences[tokens[verb]?.sentence ?? -1]?.firstToken ?? verb;
  const range = { firstToken: first + 1, endToken: verb - 1 };
  if (tokens[verb - 1]?.lemma !== LANGUAGE.copula || !LANGUAGE.complementizers.has(tokens[first]?.lower ?? ''))
    return null;
  const isClause = tokens.slice(range.firstToken, range.endToken).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return isClause ? { is: 'CLAUSE', range } : null;
}

/**
 * “A claim that many doctors doubt”, and the second half of “a claim that many doctors doubt and that the union disputes”,
 * which has its claim from the stance before.
 */
export function relativeStance(
  document: Document,
  kind: StatementRelationKind,
  words: TokenRange,
  before: Stance | undefined,
): Stance | null {
  const subject = subjectOfRelative(document, words.firstToken);
  if (subject === null) return reducedRelative(document, kind, words) ?? joinedRelative(document, kind, words, before);
  const patient = patientBefore(document, subject.firstToken);
  const object = patient === null ? sharedClaim(document, subject.firstToken - 1, before) : anaphor(document, patient);
  if (object === null) return null;
  const first = patient === null ? words.firstToken : object.range.firstToken;
  return { kind, words, object, span: spanBetween(document, first, words.endToken), place: 'PASSIVE', subject };
}

/** “…, a claim the union disputes”: a clause right behind its claim, which looks like the beginning of its subject. */
function reducedRelative(document: Document, kind: StatementRelationKind, words: TokenRange): Stance | null {
  const { tokens } = document;
  const whole = subjectBefore(document, words.firstToken);
  if (whole === null || !/^(?:,|-|–|—|--)$/u.test(tokens[whole.firstToken - 1]?.text ?? '')) return null;
  const claim = tokens.slice(whole.firstToken, whole.endToken - 1).find(({ lower }) => LANGUAGE.claimNouns.has(lower));
  if (claim === undefined) return null;
  const object = anaphor(document, { firstToken: whole.firstToken, endToken: claim.index + 1 });
  const subject = { firstToken: claim.index + 1, endToken: whole.endToken };
  return {
    kind,
    words,
    object,
    span: spanBetween(document, whole.firstToken, words.endToken),
    place: 'PASSIVE',
    subject,
  };
}

/** “… and the union disputes” behind “a claim that many doctors doubt”: the second clause needs no “that” of its own. */
function joinedRelative(
  document: Document,
  kind: StatementRelationKind,
  words: TokenRange,
  before: Stance | undefined,
): Stance | null {
  const subject = subjectBefore(document, words.firstToken);
  const object = subject === null ? null : sharedClaim(document, subject.firstToken, before);
  if (subject === null || object === null || subject.firstToken < (before?.words.endToken ?? 0)) return null;
  return {
    kind,
    words,
    object,
    span: spanBetween(document, words.firstToken, words.endToken),
    place: 'PASSIVE',
    subject,
  };
}

/** Who acts in a relative clause, behind “that”, which can look like a part of the name. */
function subjectOfRelative(document: Document, verb: number): TokenRange | null {
  const subject = subjectBefore(document, verb);
  if (subject === null) return null;
  const isRelative = (at: number) => LANGUAGE.relatives.has(document.tokens[at]?.lower ?? '');
  if (isRelative(subject.firstToken - 1)) return subject;
  const hasMore = subject.endToken - subject.firstToken > 1;
  return hasMore && isRelative(subject.firstToken) ? { ...subject, firstToken: subject.firstToken + 1 } : null;
}

function sharedClaim({ tokens }: Document, relative: number, before: Stance | undefined): PassiveObject | null {
  if (before?.place !== 'PASSIVE' || before.object.is !== 'ANAPHOR') return null;
  const isJoined = tokens[startOfVerb(tokens, relative) - 1]?.pos === 'CCONJ';
  return isJoined && tokens[before.words.firstToken]?.sentence === tokens[relative]?.sentence ? before.object : null;
}

/** The claim that a passive verb or a relative clause is about. */
function patientBefore(document: Document, verb: number): TokenRange | null {
  const { tokens } = document;
  let at = startOfVerb(tokens, verb) - 1;
  if (LANGUAGE.relatives.has(tokens[at]?.lower ?? '')) at--;
  if (tokens[at]?.text === ',') at--;
  const phrase = nounPhraseEnding(document, at + 1);
  const isMeant = phrase !== null && (isPronoun(document, phrase) || isClaim(document, phrase, LANGUAGE));
  return isMeant ? phrase : claimWithComplement(document, at);
}

/** How many tokens what a claim says can have: “to have no cases of the fever at all”. */
const LONGEST_COMPLEMENT = 14;

/** “The mayor’s claim to have no cases” before a verb. */
function claimWithComplement(document: Document, last: number): TokenRange | null {
  const { tokens } = document;
  for (let at = last - 1; at > last - LONGEST_COMPLEMENT; at--) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== tokens[last]?.sentence || token.pos === 'PUNCT') return null;
    if (!LANGUAGE.claimNouns.has(token.lower) || !/^(?:to|of)$/u.test(tokens[at + 1]?.lower ?? '')) continue;
    return nounPhraseEnding(document, at + 1);
  }
  return null;
}

export function isFigure(document: Document, range: TokenRange): boolean {
  return LANGUAGE.figureNouns.has(headOf(document, range)?.lower ?? '');
}

/** Whether a subject is “it” or “that”, and no relative pronoun behind its noun. */
export function isPronoun({ tokens }: Document, { firstToken, endToken }: TokenRange): boolean {
  return (
    endToken - firstToken === 1 &&
    !isNoun(tokens[firstToken - 1]) &&
    LANGUAGE.pronouns.has(tokens[firstToken]?.lower ?? '')
  );
}
