import { overlaps, type Stretch } from '../../domain/span.js';
import { ENGLISH_STANCES } from '../language/english/stance-words.js';
import { headOf } from './phrases.js';
import { rangeSpan, type Stance, type StanceObject } from './stance.js';
import { contains, type PlacedStatement, tokensWithin } from './statement-places.js';
import { sure, type Target, type TargetContext } from './target.js';

/** How many statements back a pronoun and a name can reach. */
const PRONOUN_REACH = 6;
const NAME_REACH = 60;

type Named = Extract<StanceObject, { is: 'SPEAKER' }>['range'];

/**
 * A statement of who is named: in “what Quill had said” the one whose cue that is, else the last of theirs among `others`,
 * of those that an answer goes to the one that they began with.
 */
export function findBySpeaker(
  context: TargetContext,
  { object, kind }: Stance,
  from: PlacedStatement,
  others: readonly PlacedStatement[],
): Target | null {
  if (object.is !== 'SPEAKER') return null;
  const { document } = context;
  const told = reportedIn(context, object.range, from);
  if (told !== undefined) return sure(told, 0.9);
  const [first, second] = document.tokens.slice(object.range.firstToken, object.range.endToken);
  const isPronoun = second === undefined && ENGLISH_STANCES.personPronouns.has(first?.lower ?? '');
  const theirs = isPronoun ? ofPerson(context, others.slice(-PRONOUN_REACH)) : ofNamed(context, others, object.range);
  const last = theirs.at(-1);
  const begun = theirs.find(({ lastParagraph }) => lastParagraph === last?.lastParagraph);
  return sure(kind === 'RESPONDS_TO' ? begun : last, isPronoun ? 0.7 : 0.85);
}

/** The statement that “what Quill had told the council” is, before it or behind it. */
function reportedIn({ document, inOrder, mentions }: TargetContext, range: Named, from: PlacedStatement) {
  const span = rangeSpan(document, range);
  const around = inOrder.slice(Math.max(0, from.index - NAME_REACH), from.index + NAME_REACH);
  const others = around.filter(({ statement: { id } }) => id !== from.statement.id);
  const within = others.find(({ statement: { cue, source } }) =>
    [...cue, ...source].some((one) => contains([span], one)),
  );
  if (within !== undefined || document.tokens[range.firstToken]?.lower !== ENGLISH_STANCES.freeRelative) return within;
  const words = document.tokens.slice(range.firstToken, range.endToken);
  const names = new Set(words.filter(({ pos }) => pos === 'PROPN').map(({ lower }) => lower));
  const verbs = words.filter(({ pos }) => pos === 'VERB').map(({ lemma }) => lemma);
  const isNamed = ({ statement }: PlacedStatement) =>
    statement.source.some((one) => tokensWithin(document, one).some(({ lower }) => names.has(lower)));
  const told = others.findLast((one) => isNamed(one) && verbs.some((verb) => one.cueLemmas.has(verb)));
  if (told !== undefined) return told;
  const behind = others.filter(({ index }) => index > from.index);
  const hasSpoken = others.some(
    ({ index, statement }) => index < from.index && isSpeaker(statement.speaker, span, mentions),
  );
  return hasSpoken ? undefined : behind.find(({ statement }) => isSpeaker(statement.speaker, span, mentions));
}

function isSpeaker(speaker: string | null, span: Stretch, mentions: TargetContext['mentions']): boolean {
  return (mentions.get(speaker ?? '') ?? []).some((one) => overlaps(one, span));
}

/** Statements of whom a name or a post means. */
function ofNamed({ document, mentions, posts }: TargetContext, others: readonly PlacedStatement[], range: Named) {
  const span = rangeSpan(document, range);
  const named = others.filter(({ statement: { speaker } }) => isSpeaker(speaker, span, mentions));
  const head = headOf(document, range)?.lower ?? '';
  return named.length > 0
    ? named
    : others.filter(({ statement }) => speakersOf(statement).some((id) => posts.get(id)?.has(head)));
}

/** Who speaks or can be the one who does. */
function speakersOf({ speaker, candidates }: PlacedStatement['statement']): readonly string[] {
  return speaker === null ? candidates : [speaker];
}

/** Those who are told of in their own words, not in another’s, if there are any. */
function ofPerson({ persons }: TargetContext, others: readonly PlacedStatement[]): readonly PlacedStatement[] {
  const outer = others.filter(({ statement: { parent, speaker } }) => parent === null && persons.has(speaker ?? ''));
  const last = outer.at(-1)?.statement.speaker;
  return last === undefined ? others : outer.filter(({ statement: { speaker } }) => speaker === last);
}
