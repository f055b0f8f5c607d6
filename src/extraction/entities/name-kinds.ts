import type { OrganizationKind } from '../../domain/speaker.js';
import type { Document, Token, TokenRange } from '../document.js';
import { NAME_SUFFIXES, SPEECH_VERBS } from '../language/english/function-words.js';
import { FAMILY_FIRST_NAMES } from '../language/english/given-names.js';
import {
  COMPANY_NOUNS,
  EVENT_HEADS,
  KNOWN_ORGANIZATIONS,
  NEWSROOM_NOUNS,
  ORGANIZATION_HEADS,
} from '../language/english/organizations.js';
import {
  GROUP_ADJECTIVES,
  PLACE_ENDING,
  PLACE_HEADS,
  PLACE_OPENINGS,
  PLACE_PREPOSITIONS,
  WORLD,
} from '../language/english/places.js';
import { HONORIFICS, SHORT_TITLES, TITLE_MODIFIERS, TITLE_NOUNS } from '../language/english/titles.js';
import { isGivenName, type NameRun } from './names.js';

/**
 * What a run of name words is, as far as its own words and those beside it say: a LIKELY_PERSON is one by those beside it
 * alone.
 */
export interface NamedRun extends NameRun {
  readonly kind: 'PERSON' | 'LIKELY_PERSON' | 'ORGANIZATION' | 'PLACE' | 'OTHER' | 'TITLE' | 'UNKNOWN';
  /** The words of the name without a title, joined as printed. */
  readonly name: string;
  /** Where the name begins behind its title. */
  readonly firstNameToken: number;
  readonly title: TokenRange | null;
  readonly organizationKind: OrganizationKind;
}

/** Heads of organizations and places that are family names as well. */
const SURNAME_LIKE = new Set(
  `church lodge mill mills post steel star chapel hall park hill hills bridge lake rock wells brooks rivers street forest field sun court
  day king bank banks brothers island sound point law guard guards price fields line works press trust star cove bay`.split(
    /\s+/u,
  ),
);

/** Says what a run is. Single words that nothing is known of stay UNKNOWN, to be settled by the names around them. */
export function nameRun(document: Document, run: NameRun): NamedRun {
  const tokens = document.tokens.slice(run.firstToken, run.endToken);
  const whole = { firstNameToken: run.firstToken, name: textOf(document, run.firstToken, run.endToken), title: null };
  const base = { ...run, ...whole, organizationKind: 'OTHER' as const };
  const known = KNOWN_ORGANIZATIONS.get(whole.name) ?? knownAtEnd(tokens, whole.name);
  if (known !== undefined) return { ...base, kind: 'ORGANIZATION', organizationKind: known };
  if (isKnownPlace(whole.name)) return { ...base, kind: 'PLACE' };
  if (isDateline(document, run)) return { ...base, kind: 'PLACE' };
  if (WORLD.adjectives.has(whole.name) || GROUP_ADJECTIVES.has(whole.name)) return { ...base, kind: 'OTHER' };
  if (isHalfOfCountry(tokens)) return { ...base, kind: 'PLACE' };
  if (isNobody(tokens)) return { ...base, kind: 'OTHER' };
  const head = organizationHead(tokens);
  if (head !== undefined && !isPersonWithSuchSurname(tokens)) {
    return { ...base, kind: 'ORGANIZATION', organizationKind: head };
  }
  if (isCalled(document, run)) return { ...base, kind: 'ORGANIZATION', organizationKind: 'COMPANY' };
  const titled = splitTitle(document, run, tokens);
  if (titled !== undefined) return { ...base, ...titled };
  return { ...base, kind: kindByWords(document, run, tokens) };
}

/** Groups of people, events and laws, and words that are in capitals for their weight alone. */
function isNobody(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ text }) => /^\p{L}/u.test(text));
  const last = words.at(-1);
  if (last === undefined || words.length < 2) return false;
  const isGroup =
    GROUP_ADJECTIVES.has(last.text) ||
    WORLD.adjectives.has(last.text) ||
    /^(?:Republicans|Democrats)$/u.test(last.text);
  const isEvent = EVENT_HEADS.has(last.lower) || words.some(({ text }) => text === 'War');
  return isGroup || isEvent || words.every(({ text }) => /^\p{Lu}{2,}$/u.test(text));
}

/** “The Lantern newspaper”, “the newspaper Lantern” */
function isCalled(document: Document, run: NameRun): boolean {
  const [before, next] = [document.tokens[run.firstToken - 1], document.tokens[run.endToken]];
  if (before?.sentence === run.sentence && isCompanyNoun(before.lower) && before.pos === 'NOUN')
    return !isGivenName(document.tokens[run.firstToken]?.text ?? '');
  return isNewsroomNamedBy(next, run) && hasArticle(document, run);
}

function isCompanyNoun(word: string): boolean {
  return NEWSROOM_NOUNS.has(word) || COMPANY_NOUNS.has(word);
}

/** Whether the noun behind a name says that it is a newspaper. */
export function isNewsroomNamedBy(next: Token | undefined, run: NameRun): boolean {
  return next?.sentence === run.sentence && NEWSROOM_NOUNS.has(next.lower);
}

/** Whether the world list has a place, in capitals or without its stop as well. */
export function isKnownPlace(name: string): boolean {
  if (WORLD.places.has(name) || WORLD.places.has(`${name}.`)) return true;
  if (!/^[\p{Lu}\s.-]{4,}$/u.test(name)) return false;
  return WORLD.places.has(name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase()));
}

/** “South Velland”: nobody is called so. */
function isHalfOfCountry([first, second, third]: readonly Token[]): boolean {
  const isName = second !== undefined && third === undefined && /^\p{Lu}\p{Ll}/u.test(second.text);
  return isName && /^(?:North|South|East|West)$/u.test(first?.text ?? '') && !ORGANIZATION_HEADS.has(second.lower);
}

/** A place in capitals that opens a paragraph: “BRINDLEMOUTH, Pellimar –”. */
function isDateline({ tokens, paragraphs }: Document, { firstToken, endToken }: NameRun): boolean {
  const first = tokens[firstToken];
  if (first === undefined || paragraphs[first.paragraph]?.firstToken !== firstToken) return false;
  if (!/^\p{Lu}{3,}$/u.test(first.text)) return false;
  return tokens.slice(endToken, endToken + 6).some(({ text }) => /^(?:–|—|--?|\()$/u.test(text));
}

/** “Obama White House” */
function knownAtEnd([first]: readonly Token[], name: string): OrganizationKind | undefined {
  const rest = name.slice(name.indexOf(' ') + 1);
  return rest.includes(' ') && first !== undefined && !isGivenName(first.text)
    ? KNOWN_ORGANIZATIONS.get(rest)
    : undefined;
}

export function textOf(document: Document, firstToken: number, endToken: number): string {
  return document.text.slice(document.tokens[firstToken]?.start ?? 0, document.tokens[endToken - 1]?.end ?? 0);
}

function organizationHead(tokens: readonly Token[]): OrganizationKind | undefined {
  const words = tokens.filter(({ text }) => /^[\p{L}\p{N}]/u.test(text));
  const last = words.at(-1);
  if (last === undefined || words.length < 2) return undefined;
  const before = words.at(-2);
  const pair = `${before?.lower} ${last.lower}`;
  const byEnd = ORGANIZATION_HEADS.get(pair) ?? ORGANIZATION_HEADS.get(last.lower);
  if (byEnd !== undefined) return moreExactly(words, byEnd);
  const of = tokens.findIndex(({ text }) => text === 'of' || text === 'for' || text === 'on');
  const opening = tokens[of - 1];
  if (opening === undefined) return undefined;
  const byOpening = ORGANIZATION_HEADS.get(opening.lower) ?? ORGANIZATION_HEADS.get(opening.lower.replace(/s$/u, ''));
  return byOpening === undefined ? undefined : moreExactly(words, byOpening);
}

/** A government’s council is not the council of a union, nor “National Committee” that of a state. */
function moreExactly(words: readonly Token[], kind: OrganizationKind): OrganizationKind {
  const has = (pattern: RegExp) => words.some(({ text }) => pattern.test(text));
  if (
    has(/^(?:Republican|Democratic|Labour|Communist|Conservative|Socialist)$/u) &&
    has(/^(?:Party|Committee|Convention)$/u)
  ) {
    return 'PARTY';
  }
  if (has(/^(?:News|Press)$/u) && has(/^(?:Agency|Service)$/u)) return 'NEWS_AGENCY';
  if (has(/^(?:International|World|Global)$/u) && kind !== 'COMPANY') return 'INTERNATIONAL';
  return kind;
}

function isPersonWithSuchSurname(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  return tokens.length === 2 && isGivenName(first?.text ?? '') && SURNAME_LIKE.has(second?.lower ?? '');
}

/** Parts a title from the name behind it: “Health Minister | Lorne Askel”. */
function splitTitle(
  document: Document,
  run: NameRun,
  tokens: readonly Token[],
): Pick<NamedRun, 'kind' | 'name' | 'title' | 'firstNameToken'> | undefined {
  const length = titleLength(tokens);
  if (length === 0) return undefined;
  const last = tokens.at(-1);
  const title = { firstToken: run.firstToken, endToken: run.firstToken + length };
  const isSuffixLeft = length === tokens.length - 1 && NAME_SUFFIXES.has(last?.text ?? '');
  if (length === tokens.length || isSuffixLeft) {
    if (tokens.length > 1 && isGivenName(tokens[0]?.text ?? '')) return undefined;
    return { kind: 'TITLE', name: textOf(document, run.firstToken, run.endToken), title, firstNameToken: run.endToken };
  }
  const firstNameToken = run.firstToken + length;
  const name = textOf(document, firstNameToken, run.endToken);
  if (WORLD.places.has(name) || PLACE_HEADS.has(last?.text ?? '')) {
    return {
      kind: 'PLACE',
      name: textOf(document, run.firstToken, run.endToken),
      title: null,
      firstNameToken: run.firstToken,
    };
  }
  return { kind: 'PERSON', name, title, firstNameToken };
}

/** How many tokens of a run are a title: up to the last title word that no given name stands before. */
function titleLength(tokens: readonly Token[]): number {
  const office = tokens.findLastIndex((token, i) => i > 0 && isGivenName(token.text) && isOffice(tokens[i - 1]));
  if (office > 0) return office;
  let length = isGroupBeforeName(tokens) ? 1 : 0;
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    if (before !== undefined && isGivenName(before.text) && !TITLE_NOUNS.has(before.lower)) break;
    if (isTitleWord(token) || (length === i && token.text === '.')) length = i + 1;
    else if (length === i && token.text === 'of' && /^(?:secretary|minister)$/u.test(before?.lower ?? ''))
      length = i + 2;
  }
  return Math.min(length, tokens.length);
}

/** “Republican Ted Cruz” */
function isGroupBeforeName([first, second, third]: readonly Token[]): boolean {
  if (first === undefined || second === undefined || !GROUP_ADJECTIVES.has(first.text)) return false;
  return third === undefined || isGivenName(second.text);
}

function isOffice(token: Token | undefined): boolean {
  return token !== undefined && TITLE_NOUNS.has(token.lower) && !isGivenName(token.text);
}

function isTitleWord({ lower }: Token): boolean {
  const word = lower.replace(/\.$/u, '');
  return TITLE_NOUNS.has(word) || SHORT_TITLES.has(word) || HONORIFICS.has(word);
}

function kindByWords(document: Document, run: NameRun, tokens: readonly Token[]): NamedRun['kind'] {
  const words = tokens.filter(({ text }) => /^\p{L}/u.test(text));
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return 'UNKNOWN';
  if (words.length === 1) return kindOfOneWord(document, run, first);
  const hasInitial = words.length > 2 && /^(?:\p{Lu}\.?){1,3}$/u.test(words[1]?.text ?? '');
  if (isGivenName(first.text) || hasInitial || NAME_SUFFIXES.has(last.text)) return 'PERSON';
  if (PLACE_OPENINGS.has(first.text) || PLACE_HEADS.has(last.text)) return 'PLACE';
  if (FAMILY_FIRST_NAMES.has(first.text) && words.length <= 3) return 'PERSON';
  if (words.length > 4 || hasArticle(document, run)) return 'UNKNOWN';
  return besidePersonClue(document, run) ? 'LIKELY_PERSON' : 'UNKNOWN';
}

function kindOfOneWord(document: Document, run: NameRun, word: Token): NamedRun['kind'] {
  if (besidePersonClue(document, run) && isAfterTitle(document, run)) return 'PERSON';
  return PLACE_ENDING.test(word.text) ? 'PLACE' : 'UNKNOWN';
}

export function hasArticle({ tokens }: Document, run: NameRun): boolean {
  const before = tokens[run.firstToken - 1];
  return before !== undefined && before.sentence === run.sentence && /^(?:the|a|an|this|that)$/u.test(before.lower);
}

function isAfterTitle({ tokens }: Document, run: NameRun): boolean {
  const before = tokens[run.firstToken - 1];
  return before !== undefined && before.sentence === run.sentence && isTitleWord(before);
}

/** Whether the words beside a run are those that stand beside names of people. */
function besidePersonClue(document: Document, run: NameRun): boolean {
  const [before, after, second] = [
    document.tokens[run.firstToken - 1],
    document.tokens[run.endToken],
    document.tokens[run.endToken + 1],
  ];
  if (isAfterTitle(document, run)) return true;
  if (before !== undefined && PLACE_PREPOSITIONS.has(before.lower)) return false;
  if (before !== undefined && SPEECH_VERBS.has(before.lower)) return true;
  if (after === undefined || after.sentence !== run.sentence) return false;
  if (SPEECH_VERBS.has(after.lower)) return true;
  if (after.text === ',' && second !== undefined) {
    return (
      /^(?:who|whose|an?|the|his|her|\d+)$/u.test(second.lower) ||
      TITLE_NOUNS.has(second.lower) ||
      TITLE_MODIFIERS.has(second.lower)
    );
  }
  return /^(?:who|whose|himself|herself)$/u.test(after.lower);
}
