import type { Stretch } from '../../domain/span.js';
import type { Document } from '../document.js';
import { headOf } from './phrases.js';
import { rangeSpan, type Stance, type StanceObject } from './stance.js';
import { contains, lemmasOf, overlaps, type PlacedStatement, tokensWithin } from './statement-places.js';

/** The statement that a stance is taken to, and how sure that is, 0–1. */
export interface Target {
  readonly to: PlacedStatement;
  readonly confidence: number;
}

/** What a target is looked for in. */
export interface TargetContext {
  readonly document: Document;
  /** In the order of the text. */
  readonly inOrder: readonly PlacedStatement[];
  /** Where each speaker is named. */
  readonly mentions: ReadonlyMap<string, readonly Stretch[]>;
}

/** How many statements back a pronoun, a name and words in common can reach. */
const PRONOUN_REACH = 6;
const NAME_REACH = 60;
const WORDS_REACH = 15;
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
      return sure(nearest(othersBefore(context, from, stance, PRONOUN_REACH)), 0.7);
    case 'ANAPHOR':
      return anaphor(context.document, othersBefore(context, from, stance, PRONOUN_REACH), object);
    case 'SPEAKER':
      return bySpeaker(context, stance, from);
    default: {
      const tokens = tokensWithin(context.document, rangeSpan(context.document, object.range));
      const words = lemmasOf(tokens);
      const others = othersBefore(context, from, stance, WORDS_REACH);
      if (object.is === 'CLAUSE' && words.size === 0) return sure(nearest(others), 0.7);
      return mostInCommon(others, words);
    }
  }
}

function sure(to: PlacedStatement | undefined, confidence: number): Target | null {
  return to === undefined ? null : { to, confidence };
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

/** The last; what it reports comes behind it, so that this is the innermost. */
function nearest(among: readonly PlacedStatement[]): PlacedStatement | undefined {
  return among.at(-1);
}

/**
 * What has just been said. A figure is in a statement with a number, an accusation in one whose cue says so; what
 * somebody asks or thinks is none of them.
 */
function anaphor(
  document: Document,
  before: readonly PlacedStatement[],
  { range, figure }: Extract<StanceObject, { is: 'ANAPHOR' }>,
): Target | null {
  const others = before.filter(({ statement: { force } }) => force !== 'ASKED' && force !== 'THOUGHT');
  if (!figure) {
    const noun = headOf(document, range)?.lower.slice(0, COMMON_STEM);
    const named = others.filter(({ statement: { cue } }) =>
      cue.some((span) => tokensWithin(document, span).some(({ lower }) => lower.slice(0, COMMON_STEM) === noun)),
    );
    return sure(nearest(named) ?? nearest(others), 0.8);
  }
  const withNumber = others.filter(({ hasNumber }) => hasNumber);
  return sure(nearest(withNumber) ?? nearest(others), withNumber.length > 0 ? 0.8 : 0.5);
}

/** A statement of who is named, or whose cue stands in “what Quill had said”. */
function bySpeaker(context: TargetContext, stance: Stance, from: PlacedStatement): Target | null {
  if (stance.object.is !== 'SPEAKER') return null;
  const { document, inOrder, mentions } = context;
  const { range } = stance.object;
  const span = rangeSpan(document, range);
  const around = inOrder.slice(Math.max(0, from.index - NAME_REACH), from.index + NAME_REACH);
  const reported = around.find(
    ({ statement: { cue, source, id } }) =>
      id !== from.statement.id && [...cue, ...source].some((one) => contains([span], one)),
  );
  if (reported !== undefined) return sure(reported, 0.9);
  const others = othersBefore(context, from, stance, NAME_REACH);
  const theirs = others.filter(({ statement: { speaker } }) =>
    (mentions.get(speaker ?? '') ?? []).some((one) => overlaps(one, span)),
  );
  if (theirs.length > 0) return sure(nearest(theirs), 0.85);
  const isPronoun = range.endToken - range.firstToken === 1 && document.tokens[range.firstToken]?.pos === 'PRON';
  return isPronoun ? sure(nearest(others.slice(-PRONOUN_REACH)), 0.7) : null;
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
