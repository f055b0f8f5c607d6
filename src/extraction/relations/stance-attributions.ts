import type { Stretch } from '../../domain/span.js';
import type { Document, Token, TokenRange } from '../document.js';
import type { Attribution } from '../extraction.js';
import { findDisputedFigures } from './disputed-figures.js';
import { findStances } from './find-stances.js';
import { startOfVerb } from './phrases.js';
import { sourceMender } from './source-mender.js';
import { rangeSpan, type Stance, type StanceObject } from './stance.js';
import { lemmasOf, tokensWithin } from './statement-places.js';

/** How sure it is that words such as “rejected the accusation” report a statement. */
const CONFIDENCE = 0.7;
/** Kinds of stance that are a statement without any words of one’s own. */
const WORDLESS: ReadonlySet<Stance['kind']> = new Set(['CONFIRMS', 'DISPUTES', 'DOUBTS', 'DENIES']);
/** Those of them whose clause is a statement even where no other attribution has it. */
const CLAUSAL: ReadonlySet<string> = new Set(['DISPUTES', 'DOUBTS']);

/**
 * Gives a text’s attributions with what it says of their relations told from what is said in them. Those whose content is
 * nothing but the words that stand for somebody else’s statement are added (“rejected the accusation”, “a claim disputed
 * by the union”); such words are no content of any other, and whom somebody contradicts or answers is no content at all.
 */
export function withStances(document: Document, attributions: readonly Attribution[]): Attribution[] {
  const stances = findStances(document);
  const byWord = new Map(stances.map((stance) => [stance.words.firstToken, stance]));
  const objects = stances.filter(({ place }) => place === 'PASSIVE').map(({ object }) => object);
  const apart = new Set([...apposed(document, objects), ...relatives(document, stances)]);
  const patients = new Set(objects.flatMap((object) => (object.is === 'ANAPHOR' ? indices(object.range) : [])));
  const withSource = sourceMender(document, stances);
  const known = attributions.map(withSource).flatMap((attribution) => {
    const stance = stanceOf(document, attribution, byWord);
    if (stance !== undefined && isBesideAnother(document, attribution, stance)) return [];
    if (attribution.cue.some((span) => tokensWithin(document, span).some(({ index }) => patients.has(index))))
      return [];
    const content = withoutRest(document, attribution.content, stance)
      .map((span) => withoutApposition(document, span, apart))
      .map((span) => (stance === undefined ? span : withoutObject(document, span, stance)))
      .map((span) => (stance === undefined ? span : untilNext(document, span, byWord, stance.object)));
    return [
      {
        ...attribution,
        source: attribution.source.map((span) => ownSource(document, span, byWord, attribution.cue)),
        content,
      },
    ];
  });
  const cues = new Set(known.flatMap(({ cue }) => cue.flatMap((span) => tokensWithin(document, span))));
  const told = firstTold(document, known);
  const added = stances.flatMap((stance) => {
    const { firstToken, endToken } = stance.words;
    const isKnown = document.tokens.slice(firstToken, endToken).some((token) => cues.has(token));
    return isKnown ? [] : (attributionOf(document, stance, told) ?? []);
  });
  return [
    ...known,
    ...added,
    ...ownedClaims(document, stances, cues),
    ...findDisputedFigures(document, stances, known),
  ];
}

/** What somebody claims, where what others make of it is told at once: “Corvania’s claim to have no cases is disputed by …”. */
function ownedClaims(document: Document, stances: readonly Stance[], cues: ReadonlySet<Token>): Attribution[] {
  const { tokens } = document;
  const found = new Map<number, Attribution>();
  for (const { place, words, object } of stances) {
    if (place !== 'PASSIVE' || object.is !== 'ANAPHOR') continue;
    const { firstToken, endToken } = object.range;
    const [mark, claim, to] = tokens.slice(endToken - 2, endToken + 1);
    const end = startOfVerb(tokens, words.firstToken);
    if (claim === undefined || cues.has(claim) || !/^[’']s?$/u.test(mark?.text ?? '')) continue;
    if (to?.lower !== 'to' || end <= endToken + 1 || found.has(firstToken)) continue;
    const span = (first: number, behind: number) => rangeSpan(document, { firstToken: first, endToken: behind });
    found.set(firstToken, {
      source: [span(firstToken, endToken - 2)],
      cue: [span(endToken - 1, endToken)],
      content: [span(endToken, end)],
      confidence: CONFIDENCE,
    });
  }
  return [...found.values()];
}

function indices({ firstToken, endToken }: TokenRange): number[] {
  return Array.from({ length: endToken - firstToken }, (_, i) => firstToken + i);
}

/** Where a claim begins that a comma parts from the words it stands for: “…, a claim disputed by the union”. */
function apposed(document: Document, objects: readonly StanceObject[]): ReadonlySet<number> {
  const firsts = objects.flatMap((object) => (object.is === 'ANAPHOR' ? [object.range.firstToken] : []));
  return new Set(firsts.filter((first) => /^(?:,|-|–|—|--)$/u.test(document.tokens[first - 1]?.text ?? '')));
}

/** Where “which” opens what another says of the words before it: “…, which bears out what she had told”. */
function relatives({ tokens }: Document, stances: readonly Stance[]): number[] {
  return stances.flatMap(({ place, words: { firstToken }, object }) => {
    const [comma, relative] = tokens.slice(Math.max(0, firstToken - 2), firstToken);
    const isRelative = place === 'VERB' && comma?.text === ',' && relative?.lower === 'which';
    return isRelative && object.is !== 'PREVIOUS' ? [relative.index] : [];
  });
}

function withoutApposition(document: Document, span: Stretch, apart: ReadonlySet<number>): Stretch {
  if (apart.size === 0) return span;
  const isSpoken = opensQuotation(document, span);
  const tokens = isSpoken ? [] : tokensWithin(document, span);
  const first = tokens.slice(2).find(({ index }) => apart.has(index));
  const before = first === undefined ? undefined : document.tokens[first.index - 2];
  return before === undefined ? span : { start: span.start, end: before.end };
}

function opensQuotation({ text }: Document, { start }: Stretch): boolean {
  return /^[“"‘]$/u.test(text.charAt(start)) || /^[“"‘]$/u.test(text.charAt(start - 1));
}

/** The stance that an attribution’s cue is. */
function stanceOf(document: Document, { cue }: Attribution, byWord: ReadonlyMap<number, Stance>): Stance | undefined {
  for (const span of cue) {
    for (const { index } of tokensWithin(document, span)) {
      const stance = byWord.get(index);
      if (stance !== undefined) return stance;
    }
  }
  return undefined;
}

/**
 * Whether an attribution is only what a statement beside it does: “…, contradicting the mayor”, “Asked about the remark, …”.
 */
function isBesideAnother(
  document: Document,
  { source, content }: Attribution,
  { words, object, kind }: Stance,
): boolean {
  if (object.is !== 'SPEAKER' && object.is !== 'ANAPHOR') return false;
  const [before, verb] = [document.tokens[words.firstToken - 1], document.tokens[words.firstToken]];
  const follows = object.is === 'SPEAKER' && before?.pos === 'PUNCT' && verb?.lower.endsWith('ing') === true;
  const leads = source.length === 0 && kind === 'RESPONDS_TO';
  const { start, end } = rangeSpan(document, object.range);
  return follows ? content.every((span) => span.start >= start) : leads && content.every((span) => span.end <= end);
}

/** What is said behind that which it is said of (“corrected the figure: …”), and that without where it was said. */
function withoutObject(document: Document, span: Stretch, { place, object }: Stance): Stretch {
  // “A claim” of “a claim the union disputes”, whoever else takes it up
  if (place === 'PASSIVE' && object.is === 'ANAPHOR' && span.start === rangeSpan(document, object.range).start)
    return rangeSpan(document, object.range);
  if (place !== 'VERB' || object.is === 'OWN' || object.is === 'PREVIOUS' || object.is === 'CLAUSE') return span;
  const next = document.tokens[object.range.endToken];
  const first = document.tokens[object.range.endToken + 1];
  const claim = rangeSpan(document, object.range);
  if (object.is === 'ANAPHOR' && span.start === claim.start && next?.pos === 'ADP' && next.start < span.end)
    return claim;
  const isSaidBehind = next?.text === ':' && first !== undefined && span.start < next.start && first.start < span.end;
  return isSaidBehind ? { start: first.start, end: span.end } : span;
}

/** “A figure” of “a figure … with scepticism and that the union disputes”, where a stance is between its claim and the rest. */
function withoutRest(document: Document, content: readonly Stretch[], stance: Stance | undefined): readonly Stretch[] {
  const [claim] = content;
  if (claim === undefined || stance?.place !== 'PASSIVE' || stance.object.is !== 'ANAPHOR') return content;
  return claim.start === rangeSpan(document, stance.object.range).start ? [claim] : content;
}

/**
 * Those of a source who take the stance that its cue is: “the union” of “disputed by the union and doubted by many doctors”,
 * and of “the union disputes this and many doctors doubt it” the union or the doctors.
 */
function ownSource(
  { tokens, ...document }: Document,
  span: Stretch,
  byWord: ReadonlyMap<number, Stance>,
  cue: readonly Stretch[],
): Stretch {
  const [first, ...rest] = tokensWithin({ tokens, ...document }, span);
  const verb = rest.find(({ index }) => byWord.has(index));
  if (first === undefined || verb === undefined) return span;
  if (cue.some(({ start, end }) => start <= verb.start && verb.end <= end)) return upTo(tokens, span, verb.index);
  const joint = rest.find(({ index, pos }) => index > verb.index && pos === 'CCONJ');
  const next = joint === undefined ? undefined : tokens[joint.index + 1];
  if (next !== undefined && next.start < span.end) return { start: next.start, end: span.end };
  const before = startOfVerb(tokens, verb.index) - 1;
  return tokens[before]?.pos === 'CCONJ' && before - 1 > first.index ? upTo(tokens, span, before) : span;
}

function upTo(tokens: readonly Token[], span: Stretch, behind: number): Stretch {
  const last = tokens[behind - 1];
  return last !== undefined && last.end > span.start ? { start: span.start, end: last.end } : span;
}

/** “That there are none” of “… that there are none, and the union disputes the figure”. */
function untilNext(
  document: Document,
  span: Stretch,
  byWord: ReadonlyMap<number, Stance>,
  own: StanceObject | undefined,
): Stretch {
  if (opensQuotation(document, span)) return span;
  for (const { index } of tokensWithin(document, span)) {
    const subject = byWord.get(index)?.subject;
    const [comma, joint] = subject
      ? document.tokens.slice(Math.max(0, subject.firstToken - 2), subject.firstToken)
      : [];
    if (joint?.pos === 'CCONJ' && comma?.text === ',' && comma.start > span.start)
      return { start: span.start, end: comma.start };
    // “Many doubt the claim and others dispute it”
    if (joint?.pos === 'CCONJ' && comma !== undefined && own?.is === 'ANAPHOR' && own.range.endToken === joint.index)
      return { start: span.start, end: comma.end };
  }
  return span;
}

function attributionOf(document: Document, stance: Stance, told: ReadonlyMap<string, number>): Attribution | null {
  const { kind, words, object, place, subject } = stance;
  if (!WORDLESS.has(kind) || subject === null || place === 'PHRASE' || place === 'CONTENT') return null;
  if (object.is !== 'ANAPHOR' && object.is !== 'TOPIC' && object.is !== 'CLAUSE') return null;
  if (object.is === 'CLAUSE' && !CLAUSAL.has(kind)) return null;
  if (document.tokens[words.firstToken]?.lower.endsWith('ing')) return null;
  const content = rangeSpan(document, object.range);
  if (object.is === 'TOPIC' && !isTold(document, content, told)) return null;
  const [source, cue] = [rangeSpan(document, subject), rangeSpan(document, words)];
  return { source: [source], cue: [cue], content: [content], confidence: CONFIDENCE };
}

/** Where each word that means something has first been said by somebody. */
function firstTold(document: Document, known: readonly Attribution[]): Map<string, number> {
  const told = new Map<string, number>();
  for (const span of known.flatMap(({ content }) => content)) {
    for (const lemma of lemmasOf(tokensWithin(document, span)))
      told.set(lemma, Math.min(told.get(lemma) ?? span.end, span.end));
  }
  return told;
}

/** Whether somebody has said something about a topic before it is taken up. */
function isTold(document: Document, topic: Stretch, told: ReadonlyMap<string, number>): boolean {
  return [...lemmasOf(tokensWithin(document, topic))].some((lemma) => (told.get(lemma) ?? topic.end) <= topic.start);
}
