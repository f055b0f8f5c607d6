import type { Stretch } from '../../domain/span.js';
import type { Document, Paragraph, Token, TokenRange } from '../document.js';
import { CALENDAR_WORDS, FUNCTION_WORDS, NAME_PARTICLES, NEVER_NAMES } from '../language/english/function-words.js';
import { EITHER_NAMES, FAMILY_FIRST_NAMES, FEMALE_NAMES, MALE_NAMES } from '../language/english/given-names.js';
import { KNOWN_ORGANIZATIONS, ORGANIZATION_HEADS } from '../language/english/organizations.js';
import { WORLD } from '../language/english/places.js';
import { SOURCE_KINDS } from '../language/english/source-nouns.js';
import { HONORIFICS, SHORT_TITLES, TITLE_NOUNS } from '../language/english/titles.js';

/** A run of words that are written as a name, titles before it included, a leading article not. */
export interface NameRun extends Stretch, TokenRange {
  readonly sentence: number;
}

/** A run that goes on for longer is a list or a headline, and no name. */
const LONGEST_NAME = 12;

/** Finds the runs of words of a text that are written as names, in its order. */
export function findNameRuns(document: Document): NameRun[] {
  const writing = readWriting(document);
  const found: NameRun[] = [];
  for (const paragraph of document.paragraphs) {
    const headline = writing.headlines.has(paragraph.index);
    for (let at = paragraph.firstToken; at < paragraph.endToken; at++) {
      const token = document.tokens[at];
      if (token === undefined || !isNameWord(token, document, writing, headline)) continue;
      const endToken = endOfRun(document, at, writing, headline);
      const last = document.tokens[endToken - 1];
      if (last !== undefined && endToken - at <= LONGEST_NAME && last.end - token.start > 2) {
        found.push({ firstToken: at, endToken, start: token.start, end: last.end, sentence: token.sentence });
      }
      at = endToken - 1;
    }
  }
  return found;
}

/** How words are written in a text where nothing but being a name gives them a capital. */
interface Writing {
  /** Words with a capital inside sentences. */
  readonly capitals: ReadonlySet<string>;
  /** Words in small letters. */
  readonly small: ReadonlySet<string>;
  /** Paragraphs in which every word of weight has a capital. */
  readonly headlines: ReadonlySet<number>;
}

function readWriting(document: Document): Writing {
  const headlines = new Set(
    document.paragraphs.filter((paragraph) => isHeadline(document, paragraph)).map(({ index }) => index),
  );
  const capitals = new Set<string>();
  const small = new Set<string>();
  for (const token of document.tokens) {
    if (headlines.has(token.paragraph)) continue;
    if (!hasCapital(token)) small.add(token.text);
    else if (!opensSentence(document, token)) capitals.add(token.text);
  }
  return { capitals, small, headlines };
}

function isHeadline(document: Document, { firstToken, endToken }: Paragraph): boolean {
  let weighty = 0;
  let capital = 0;
  if (endToken - firstToken > 30) return false;
  for (const token of document.tokens.slice(firstToken, endToken)) {
    if (!/^\p{L}{4}/u.test(token.text)) continue;
    weighty++;
    if (hasCapital(token)) capital++;
  }
  const ends = /^[.!?]$/u.test(document.tokens[endToken - 1]?.text ?? '');
  return weighty >= 4 && capital / weighty > (ends ? 0.85 : 0.7);
}

function hasCapital({ text }: Token): boolean {
  return /^\p{Lu}/u.test(text);
}

/** Whether a word has a capital for its place: first in a sentence, in a quotation, or behind a colon or a dash. */
function opensSentence(document: Document, token: Token): boolean {
  const before = document.tokens[token.index - 1];
  if (before === undefined || before.sentence !== token.sentence) return true;
  return /^(?:["“‘'«„([:;–—•*-]|\.{3}|…)$/u.test(before.text) && before.text !== '-';
}

function isNameWord(token: Token, document: Document, writing: Writing, headline: boolean): boolean {
  if (!hasCapital(token) || CALENDAR_WORDS.has(token.text) || /^\p{Lu}$/u.test(token.text))
    return isInitial(token, document);
  if (headline) return writing.capitals.has(token.text) || isKnownWord(token.text);
  if (!opensSentence(document, token)) return !NEVER_NAMES.has(token.lower) || /^\p{Lu}{2,}$/u.test(token.text);
  return opensWithName(token, document, writing);
}

/** An initial: “J.” before another capital. */
function isInitial({ text, index, end }: Token, { tokens }: Document): boolean {
  const [next, second] = [tokens[index + 1], tokens[index + 2]];
  if (/^(?:\p{Lu}\.)+$/u.test(text)) return true;
  return /^\p{Lu}$/u.test(text) && next?.text === '.' && next.start === end && /^\p{Lu}/u.test(second?.text ?? '');
}

/** Whether a word that has its capital for its place is a name all the same. */
function opensWithName(token: Token, { tokens }: Document, { capitals, small }: Writing): boolean {
  const next = tokens[token.index + 1];
  const followed = next?.sentence === token.sentence ? next : undefined;
  const isCapitalized = capitals.has(token.text);
  if (FUNCTION_WORDS.has(token.lower)) return isCapitalized && /^(?:VERB|AUX)$/u.test(followed?.pos ?? '');
  if (isKnownWord(token.text)) return true;
  const capital = followed !== undefined && isCapital(followed) ? followed : undefined;
  if (capital !== undefined && (isOffice(token.lower) || isOffice(capital.lower))) return true;
  if (isCapitalized) return token.pos === 'PROPN' || !small.has(token.lower);
  return !small.has(token.lower) && isLikelyName(token, capital !== undefined);
}

function isCapital(token: Token): boolean {
  return hasCapital(token) && !CALENDAR_WORDS.has(token.text);
}

/** Whether a word that the text has only at the beginning of a sentence is a name by its kind. */
function isLikelyName({ lower, pos }: Token, beforeCapital: boolean): boolean {
  if (beforeCapital) return /^(?:PROPN|ADJ|NOUN)$/u.test(pos);
  return pos === 'PROPN' && !isCommon(lower);
}

function isKnownWord(word: string): boolean {
  return isGivenName(word) || WORLD.places.has(word) || WORLD.adjectives.has(word) || KNOWN_ORGANIZATIONS.has(word);
}

function isOffice(word: string): boolean {
  return TITLE_NOUNS.has(word) || ORGANIZATION_HEADS.has(word);
}

/** A plural, or a word for what people are or do: “Islanders”, “Police”. */
function isCommon(word: string): boolean {
  return /[^s]s$/u.test(word) || SOURCE_KINDS.has(word) || TITLE_NOUNS.has(word) || ORGANIZATION_HEADS.has(word);
}

/** Whether a word is known as a given name of anybody’s. */
export function isGivenName(word: string): boolean {
  return FEMALE_NAMES.has(word) || MALE_NAMES.has(word) || EITHER_NAMES.has(word);
}

function endOfRun(document: Document, first: number, writing: Writing, headline: boolean): number {
  const { tokens } = document;
  let end = first + 1;
  while (end - first <= LONGEST_NAME) {
    const goesOn = extension(document, first, end, writing, headline);
    if (goesOn === 0) break;
    end += goesOn;
  }
  while (end > first + 1 && tokens[end - 1]?.text === '.' && !/^\p{Lu}$/u.test(tokens[end - 2]?.text ?? '')) end--;
  return end;
}

/** By how many tokens a run goes on that ends before `end`: 0 where it does not. */
function extension(document: Document, first: number, end: number, writing: Writing, headline: boolean): number {
  const [last, next] = [document.tokens[end - 1], document.tokens[end]];
  if (last === undefined || next === undefined || next.sentence !== last.sentence) return 0;
  const isName = (token: Token | undefined) =>
    token !== undefined && token.sentence === last.sentence && isNameWord(token, document, writing, headline);
  if (isName(next) || isSurnameBehindGivenName(next, last, headline)) return 1;
  const run = document.tokens.slice(first, end);
  const following = document.tokens.slice(end + 1, end + 3);
  return next.start === last.end ? joint(run, next, following, isName) : link(run, next, following, isName);
}

type IsName = (token: Token | undefined) => boolean;

/** What is joined to a name without a space: the stop of “St.”, a hyphen and what it joins, the mark of “Wardens’ Guild”. */
function joint(run: readonly Token[], mark: Token, [second]: readonly Token[], isName: IsName): number {
  const last = run.at(-1);
  if (last === undefined) return 0;
  if (mark.text === '.') return isAbbreviated(last) ? 1 : 0;
  if (/^[-‐‑]$/u.test(mark.text)) return second?.start === mark.end && isJoined(run, second) ? 2 : 0;
  return /^[’']$/u.test(mark.text) && /s$/u.test(last.text) && isHead(second) && isName(second) ? 2 : 0;
}

/** “Ann-Brandt”, “Kim Yo-jong”, but not “Texas-based”. */
function isJoined(run: readonly Token[], { text }: Token): boolean {
  return /^[\p{Lu}\p{N}]/u.test(text) || (run.length === 2 && FAMILY_FIRST_NAMES.has(run[0]?.text ?? ''));
}

/** Small words within names: “de la”, “&”, “of”, “and”. */
function link(run: readonly Token[], { text }: Token, [second, third]: readonly Token[], isName: IsName): number {
  if (text === 'and') return isName(second) && joinsWithAnd(run, second) ? 2 : 0;
  const isOf = /^(?:of|for|on)$/u.test(text) && takesOf(run);
  if (!isOf && text !== '&' && !NAME_PARTICLES.has(text)) return 0;
  if (isName(second)) return isOf && isPersonWord(second) ? 0 : 2;
  const isSmall = isOf ? second?.text === 'the' : NAME_PARTICLES.has(second?.text ?? '');
  return isSmall && isName(third) ? 3 : 0;
}

/** “Wolfram Still”: words that begin sentences can be family names behind a given name. */
function isSurnameBehindGivenName(next: Token, { text }: Token, headline: boolean): boolean {
  return (
    !headline &&
    hasCapital(next) &&
    /^\p{L}\p{Ll}+$/u.test(next.text) &&
    !CALENDAR_WORDS.has(next.text) &&
    isGivenName(text)
  );
}

function isAbbreviated({ text, lower }: Token): boolean {
  return (
    /^\p{Lu}$/u.test(text) || SHORT_TITLES.has(lower) || HONORIFICS.has(lower) || /^(?:st|jr|sr|mt|ft)$/u.test(lower)
  );
}

function isHead(token: Token | undefined): boolean {
  return token !== undefined && (ORGANIZATION_HEADS.has(token.lower) || token.lower === 'day');
}

function isPersonWord(token: Token | undefined): boolean {
  return token !== undefined && (FEMALE_NAMES.has(token.text) || MALE_NAMES.has(token.text));
}

/** Whether a run is of the kind that goes on with “of”: “Ministry of Ports”, “Secretary of State”. */
function takesOf(run: readonly Token[]): boolean {
  const last = run.at(-1);
  if (last === undefined) return false;
  return (
    ORGANIZATION_HEADS.has(last.lower) ||
    ORGANIZATION_HEADS.has(last.lower.replace(/s$/u, '')) ||
    /^(?:house|secretary|attorney|director|institutes|chamber|isle|gulf|bay|cape|sons|daughters|women|league|joint|chiefs)$/u.test(
      last.lower,
    )
  );
}

/** Whether “and” stands within a name, as in “Centers for Disease Control and Prevention”. */
function joinsWithAnd(run: readonly Token[], next: Token | undefined): boolean {
  if (next === undefined || isPersonWord(next) || WORLD.places.has(next.text)) return false;
  return (
    run.some(({ text }) => /^(?:of|for|on)$/u.test(text)) && run.some((token) => isHead(token)) && next.pos === 'PROPN'
  );
}
