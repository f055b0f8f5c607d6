import type { Stretch } from '../../domain/span.js';
import type { Document, Token, TokenRange } from '../document.js';
import { KIN } from '../language/english/kinship.js';
import {
  INSTITUTIONS,
  ORGANIZATION_HEADS,
  ORGANIZATION_NOUNS,
  STATE_NOUNS,
} from '../language/english/organizations.js';
import { TITLE_NOUNS } from '../language/english/titles.js';

import type { Mention } from './cast.js';

/** A noun phrase that describes somebody: “the former minister of ports”, “her brother”. */
export interface Description extends Stretch, TokenRange {
  readonly sentence: number;
  /** How it begins; BARE without any determiner. */
  readonly determiner: 'DEFINITE' | 'INDEFINITE' | 'POSSESSIVE' | 'BARE';
  /** The token of the noun that it comes down to. */
  readonly head: Token;
  /** Whose it is: a possessive pronoun, or the token before “’s”. */
  readonly possessor: Token | null;
  /** Where the words of the title begin: behind article or possessor. */
  readonly firstTitleToken: number;
  /** Where “of …” or “for …” begins that belongs to it, or its end. */
  readonly complement: number;
}

const LONGEST_DESCRIPTION = 8;

/** Finds the descriptions whose noun says what a person or an organization is. */
export function findDescriptions(document: Document): Description[] {
  const found: Description[] = [];
  for (const token of document.tokens) {
    if (isDescribing(document, token) && endsPhrase(document, token) && !qualifiesName(document, token))
      found.push(describe(document, token));
  }
  return found;
}

function isDescribing(document: Document, token: Token): boolean {
  if (token.pos === 'VERB' || token.pos === 'AUX') return false;
  const lower = headWord(document, token);
  return (
    TITLE_NOUNS.has(lower) ||
    KIN.has(lower) ||
    ORGANIZATION_NOUNS.has(lower) ||
    INSTITUTIONS.has(lower) ||
    STATE_NOUNS.has(lower)
  );
}

/** The word of a head in lower case, with what belongs to it: “bell-ringer”, “fire brigade”. */
export function headWord({ tokens }: Document, { index, lower, start, sentence }: Token): string {
  const [hyphen, first] = [tokens[index - 1], tokens[index - 2]];
  const pair = hyphen?.sentence === sentence ? `${hyphen.lower} ${lower}` : lower;
  if (INSTITUTIONS.has(pair)) return pair;
  const joined =
    hyphen !== undefined && /^[-‐‑]$/u.test(hyphen.text) && hyphen.end === start && first?.end === hyphen.start;
  const whole = joined ? `${first.lower}-${lower}` : lower;
  return TITLE_NOUNS.has(whole) || KIN.has(whole) ? whole : lower;
}

/** How many words a name of an organization has behind “official”. */
const LONGEST_NAME = 6;

/** “The official Korean Central News Agency”: no official is spoken of. */
function qualifiesName({ tokens }: Document, { lower, index, sentence }: Token): boolean {
  if (lower !== 'official') return false;
  let at = index + 1;
  while (at <= index + LONGEST_NAME && /^\p{Lu}/u.test(tokens[at]?.text ?? '') && tokens[at]?.sentence === sentence)
    at++;
  return ORGANIZATION_HEADS.has(tokens[at - 1]?.lower ?? '');
}

/** Whether no further noun follows that would make a modifier of this one: “ministry official” is no ministry. */
function endsPhrase({ tokens }: Document, token: Token): boolean {
  const next = tokens[token.index + 1];
  if (next === undefined || next.sentence !== token.sentence) return true;
  if (/^[-‐‑]$/u.test(next.text) && next.start === token.end) return false;
  return (
    !(next.pos === 'NOUN' && !/^\p{Lu}/u.test(next.text)) &&
    !(/^\p{Lu}/u.test(token.text) && /^\p{Lu}/u.test(next.text))
  );
}

/** The phrase that ends, its complement aside, with this noun. */
function describe(document: Document, head: Token): Description {
  const { tokens } = document;
  const first = firstModifier(tokens, head.index, head);
  const endToken = endOfComplement(document, head.index + 1, head);
  const opening = openingOf(tokens, first, head);
  return {
    ...opening,
    head,
    firstTitleToken: first,
    complement: Math.min(head.index + 1, endToken),
    endToken,
    sentence: head.sentence,
    start: tokens[opening.firstToken]?.start ?? head.start,
    end: tokens[endToken - 1]?.end ?? head.end,
  };
}

/** Where the words begin that modify a noun, “seamen’s” of “seamen’s union” included. */
function firstModifier(tokens: readonly Token[], from: number, head: Token): number {
  let first = from;
  while (first > 0 && from - first < LONGEST_DESCRIPTION) {
    if (isModifier(tokens[first - 1], tokens[first], head)) first--;
    else if (isGenericGenitive(tokens[first - 2], tokens[first - 1], head)) first -= 2;
    else break;
  }
  return first;
}

type Opening = Pick<Description, 'firstToken' | 'determiner' | 'possessor'>;

/** What stands before the words of a title. */
function openingOf(tokens: readonly Token[], first: number, head: Token): Opening {
  const before = tokens[first - 1];
  const word = before?.sentence === head.sentence ? before.lower : '';
  if (before === undefined || word === '') return { firstToken: first, determiner: 'BARE', possessor: null };
  if (/^(?:the|this|that|these|those|both)$/u.test(word)) {
    return { firstToken: first - 1, determiner: 'DEFINITE', possessor: null };
  }
  if (/^(?:an?|one|another|some|any|every|each|no)$/u.test(word)) {
    return { firstToken: first - 1, determiner: 'INDEFINITE', possessor: null };
  }
  if (/^(?:his|her|its|their|my|our|your)$/u.test(word)) {
    return { firstToken: first - 1, determiner: 'POSSESSIVE', possessor: before };
  }
  const possessor = tokens[first - 2];
  if (!/^[’']s?$/u.test(word) || possessor === undefined)
    return { firstToken: first, determiner: 'BARE', possessor: null };
  const opening = firstModifier(tokens, possessor.index, head);
  const article = tokens[opening - 1];
  const hasArticle = article?.pos === 'DET' && article.sentence === head.sentence;
  return { firstToken: hasArticle ? opening - 1 : opening, determiner: 'POSSESSIVE', possessor };
}

function isModifier(token: Token | undefined, after: Token | undefined, head: Token): boolean {
  if (token === undefined || after === undefined || token.sentence !== head.sentence) return false;
  if (/^(?:another|other|such|said|both|all)$/u.test(token.lower)) return false;
  if (/^(?:ADJ|NOUN|PROPN)$/u.test(token.pos)) return !/^(?:Mr|Ms|Mrs|Dr)\.?$/u.test(token.text);
  if (/^[-‐‑]$/u.test(token.text)) return token.end === after.start;
  return token.pos === 'ADV' && /^(?:then|now|most|newly|recently|only)$/u.test(token.lower);
}

/** “Seamen’s” says what kind of union it is, “Quill’s” whose. */
function isGenericGenitive(noun: Token | undefined, mark: Token | undefined, head: Token): boolean {
  if (noun === undefined || mark === undefined || noun.sentence !== head.sentence || !/^[’']s?$/u.test(mark.text))
    return false;
  return noun.pos === 'NOUN' && /^\p{Ll}/u.test(noun.text) && (mark.text.length === 1 || /men$/u.test(noun.text));
}

/** Where “of …” behind a noun ends; spokespeople, aides and candidates have “for …” and “to …” as well. */
function endOfComplement({ tokens }: Document, from: number, head: Token): number {
  let end = from;
  for (let links = 0; links < 3; links++) {
    const preposition = tokens[end];
    if (preposition === undefined || preposition.sentence !== head.sentence) break;
    if (!takes(head, preposition, links)) break;
    const next = endOfPhrase(tokens, end + 1, head.sentence);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

function takes(head: Token, { lower }: Token, links: number): boolean {
  if (lower === 'of') return true;
  if (lower === 'for')
    return links === 0 && /^(?:spokes|candidate|director|secretary|minister|lawyer|attorney)/u.test(head.lower);
  return lower === 'to' && /^(?:aide|adviser|advisor|ambassador|envoy)/u.test(head.lower);
}

function endOfPhrase(tokens: readonly Token[], from: number, sentence: number): number {
  let end = from;
  for (let at = from; at < from + LONGEST_DESCRIPTION; at++) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== sentence) break;
    const isDeterminer = at === from && /^(?:the|a|an|his|her|its|their)$/u.test(token.lower);
    const isJoint = /^[-‐‑&]$/u.test(token.text) && at > from;
    if (token.pos === 'NOUN' && tokens[at - 1]?.pos === 'PROPN') break;
    if (/^(?:NOUN|PROPN)$/u.test(token.pos)) end = at + 1;
    else if (!isDeterminer && !isJoint && token.pos !== 'ADJ') break;
  }
  return end;
}

/** The words of a description without its article, as printed: “minister of ports”. */
export function titleText({ text, tokens }: Document, { firstTitleToken, endToken, head }: Description): string {
  let first = firstTitleToken;
  while (first < head.index && /^(?:only|own|new|current)$/u.test(tokens[first]?.lower ?? '')) first++;
  return text.slice(tokens[first]?.start ?? 0, tokens[endToken - 1]?.end ?? 0);
}

/** Descriptions by where they begin and where their noun ends. */
export interface DescriptionIndex {
  readonly starting: ReadonlyMap<number, Description>;
  readonly ending: ReadonlyMap<number, Description>;
  /** Those with their complement, by where it ends. */
  readonly closing: ReadonlyMap<number, Description>;
}

export function indexDescriptions(descriptions: readonly Description[]): DescriptionIndex {
  const starting = new Map<number, Description>();
  for (const description of descriptions) {
    const known = starting.get(description.firstToken);
    // Of “the leader” and “the leader’s sister” it is the sister whom the phrase is about.
    if (known === undefined || isOwner(known, description)) starting.set(description.firstToken, description);
  }
  return {
    starting,
    ending: new Map(descriptions.map((description) => [description.head.index + 1, description])),
    closing: new Map(descriptions.map((description) => [description.endToken, description])),
  };
}

/** Whether a description stands in another only as the one whose somebody else is. */
function isOwner({ head }: Description, { possessor }: Description): boolean {
  return possessor !== null && possessor.index === head.index;
}

/** The mention that some tokens make. */
export function mentionOf({ tokens }: Document, firstToken: number, endToken: number): Mention {
  const start = tokens[firstToken]?.start ?? 0;
  return {
    firstToken,
    endToken,
    start,
    end: tokens[endToken - 1]?.end ?? start,
    sentence: tokens[firstToken]?.sentence ?? 0,
  };
}
