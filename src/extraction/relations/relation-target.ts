import { overlaps } from '../../domain/span.js';
import type { Document, Token } from '../document.js';
import { ENGLISH_STANCES } from '../language/english/stance-words.js';
import { headOf } from './phrases.js';
import { isOfFigure } from './rejections.js';
import { findBySpeaker } from './speaker-target.js';
import { rangeSpan, type Stance, type StanceObject } from './stance.js';
import { contains, lemmasOf, type PlacedStatement, tokensWithin } from './statement-places.js';
import { sure, type Target, type TargetContext } from './target.js';

/** How many statements back a pronoun, a name and words in common can reach. */
const PRONOUN_REACH = 6;
const NAME_REACH = 60;
const WORDS_REACH = 15;
/** How many statements back “it would not” can reach. */
const ELLIPSIS_REACH = 2;
/** As many letters as a noun shares with the verb that it comes from: “accusation” and “accused”. */
const COMMON_STEM = 4;
/** The part of a clause’s words that another statement has to have. */
const LEAST_IN_COMMON = 1 / 2;

/** The statement that a stance is taken to; null where the text has none. */
export function findTarget(context: TargetContext, stance: Stance, from: PlacedStatement): Target | null {
  const { object } = stance;
  switch (object.is) {
    case 'OWN':
      return own(context, stance, from);
    case 'PREVIOUS':
      return previous(context, othersBefore(context, from, stance, PRONOUN_REACH), object.auxiliary);
    case 'ANAPHOR':
      return (
        claimItself(context, object) ??
        anaphor(context.document, withWords(othersBefore(context, from, stance, PRONOUN_REACH)), object)
      );
    case 'SPEAKER':
      return findBySpeaker(context, stance, from, othersBefore(context, from, stance, NAME_REACH));
    default:
      return byWords(context.document, withWords(othersBefore(context, from, stance, WORDS_REACH)), object);
  }
}

/** “Corvania’s claim to have no cases is disputed by …”: the claim that is made there. */
function claimItself(
  { document, inOrder }: TargetContext,
  { range }: Extract<StanceObject, { is: 'ANAPHOR' }>,
): Target | null {
  const noun = document.tokens[range.endToken - 1];
  return sure(
    inOrder.find(({ statement: { cue } }) => cue.some(({ start }) => start === noun?.start)),
    0.9,
  );
}

/** What only takes up what another has said, or doubts that it is so, claims nothing that can be taken up in its turn. */
function withWords(among: readonly PlacedStatement[]): readonly PlacedStatement[] {
  return among.filter(({ isWordless, statement: { force } }) => !isWordless && force !== 'DOUBTED');
}

/** What has just been said; with an auxiliary, the last that has it as well, if it is near. */
function previous({ document }: TargetContext, others: readonly PlacedStatement[], auxiliary?: string): Target | null {
  if (auxiliary === undefined) return sure(others.at(-1), 0.7);
  const hasAuxiliary = ({ statement }: PlacedStatement) =>
    statement.content.some((span) => tokensWithin(document, span).some(({ lower }) => lower === auxiliary));
  return sure(others.slice(-ELLIPSIS_REACH).findLast(hasAuxiliary), 0.7);
}

/** What “says so” is taken from: the statement that tells of the last one, or the last itself. */
function reportOf(others: readonly PlacedStatement[]): Target | null {
  const last = others.at(-1);
  const teller = others.findLast(({ statement: { id } }) => id === last?.statement.parent);
  return sure(teller ?? last, 0.7);
}

function byWords(
  document: Document,
  others: readonly PlacedStatement[],
  { is, range }: Extract<StanceObject, { is: 'CLAUSE' | 'TOPIC' }>,
): Target | null {
  if (is === 'CLAUSE' && isOfFigure(document, range)) return withFigure(others);
  const tokens = tokensWithin(document, rangeSpan(document, range));
  const words = lemmasOf(tokens);
  const isZero = words.size <= 1 && tokens.some(({ lower }) => ENGLISH_STANCES.zeros.has(lower));
  if (is === 'CLAUSE' && isZero) return withFigure(others);
  if (tokens.at(-1)?.lower === 'so' && tokens.at(-2)?.lemma === 'say') return reportOf(others);
  return is === 'CLAUSE' && words.size === 0 ? sure(others.at(-1), 0.7) : mostInCommon(others, words);
}

/** An earlier statement of the same speaker. */
function own({ inOrder }: TargetContext, { kind }: Stance, from: PlacedStatement): Target | null {
  const { speaker } = from.statement;
  if (speaker === null) return null;
  const earlier = before(inOrder, from, NAME_REACH).filter(({ statement }) => statement.speaker === speaker);
  const alike = earlier.findLast(({ lemmas }) => inCommon(from.lemmas, lemmas) > 0);
  return sure(alike ?? earlier.at(-1), kind === 'REPEATS' && alike === undefined ? 0.6 : 0.8);
}

/** Earlier statements of anybody else, without those that report this one or that it is one of. */
function othersBefore(
  { inOrder }: TargetContext,
  from: PlacedStatement,
  stance: Stance,
  reach: number,
): PlacedStatement[] {
  const { speaker, content } = from.statement;
  return before(inOrder, from, reach).filter(
    ({ statement, end }) =>
      (speaker === null || statement.speaker !== speaker) &&
      !content.some((span) => statement.content.some((other) => overlaps(span, other))) &&
      (end <= stance.span.start || !contains(statement.content, stance.span)),
  );
}

/** So many of the statements that begin before another. */
function before(inOrder: readonly PlacedStatement[], { index }: PlacedStatement, reach: number): PlacedStatement[] {
  return inOrder.slice(Math.max(0, index - reach), index);
}

/**
 * What has just been said. A figure is in a statement with a number, an accusation in one whose cue says so; what
 * somebody asks or thinks is none of them. A pronoun means what its own paragraph has said, or the one before it where it
 * opens a paragraph. The last is the innermost, since what a statement reports comes behind it.
 */
function anaphor(
  document: Document,
  before: readonly PlacedStatement[],
  { range, figure }: Extract<StanceObject, { is: 'ANAPHOR' }>,
): Target | null {
  const others = before.filter(({ statement: { force } }) => force !== 'ASKED' && force !== 'THOUGHT');
  if (figure) return withFigure(others);
  const head = headOf(document, range);
  if (head?.pos === 'PRON') return sure(inReach(document, head, others).at(-1), 0.8);
  const noun = head?.lower.slice(0, COMMON_STEM);
  const named = others.filter(({ statement: { cue } }) =>
    cue.some((span) => tokensWithin(document, span).some(({ lower }) => lower.slice(0, COMMON_STEM) === noun)),
  );
  return sure(named.at(-1) ?? others.at(-1), 0.8);
}

function inReach(document: Document, { sentence, paragraph }: Token, others: readonly PlacedStatement[]) {
  const opens = document.paragraphs[paragraph]?.firstSentence === sentence;
  return others.filter(({ lastParagraph }) => lastParagraph >= (opens ? paragraph - 1 : paragraph));
}

function withFigure(others: readonly PlacedStatement[]): Target | null {
  const numbered = others.findLast(({ hasNumber }) => hasNumber);
  return sure(numbered ?? others.at(-1), numbered === undefined ? 0.5 : 0.8);
}

/** The statement that shares most words with a clause or topic; of equal ones the innermost, then the last. */
function mostInCommon(others: readonly PlacedStatement[], words: ReadonlySet<string>): Target | null {
  let best: { to: PlacedStatement; shared: number } | undefined;
  for (const to of others) {
    const shared = inCommon(words, to.lemmas);
    if (shared / Math.max(1, words.size) < LEAST_IN_COMMON) continue;
    if (best === undefined || shared > best.shared || (shared === best.shared && !isWithin(best.to, to)))
      best = { to, shared };
  }
  if (best === undefined) return null;
  return { to: best.to, confidence: 0.4 + 0.1 * Math.min(best.shared, 3) + (0.2 * best.shared) / words.size };
}

/** Whether one is what the other reports. */
function isWithin(inner: PlacedStatement, outer: PlacedStatement): boolean {
  return (
    inner.length < outer.length && inner.statement.content.every((span) => contains(outer.statement.content, span))
  );
}

function inCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared;
}
