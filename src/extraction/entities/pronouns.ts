import type { Stretch } from '../../domain/span.js';
import type { Document, Token } from '../document.js';
import { KIN } from '../language/english/kinship.js';
import type { Gender } from '../language/english/titles.js';
import type { Appearance, Cast, PersonEntry } from './cast.js';

/** More candidates than this say nothing. */
const MOST_CANDIDATES = 8;

/** How many sentences back a pronoun can reach. */
export const FARTHEST_SENTENCE = 4;

const GENDERS: ReadonlyMap<string, Gender | null> = new Map([
  ...['he', 'him', 'his', 'himself'].map((word) => [word, 'MALE'] as const),
  ...['she', 'her', 'hers', 'herself'].map((word) => [word, 'FEMALE'] as const),
  ...['its', 'their'].map((word) => [word, null] as const),
]);

/** The gender that a pronoun gives whom it means; null where it gives none, undefined for any other word. */
export function genderOfPronoun(word: string): Gender | null | undefined {
  return GENDERS.get(word);
}

export function fits(person: PersonEntry, gender: Gender | null): boolean {
  return gender === null || person.gender === null || person.gender === gender;
}

/** Whom a pronoun can mean. */
export interface Wanted {
  /** Null for any. */
  readonly gender: Gender | null;
  /** Those who cannot be meant. */
  readonly excluded: readonly unknown[];
  /** What the pronoun’s own statement reports: whoever is named in it is spoken of, and does not speak. */
  readonly reported: readonly Stretch[];
}

/** Those of a sentence’s people before a token whom a pronoun can mean, in the order of the text, each once. */
export function fittingBefore(cast: Cast, sentence: number, before: number, wanted: Wanted): PersonEntry[] {
  return fitting(cast.mentionsIn(sentence), wanted, ({ firstToken }) => firstToken < before);
}

/** Those of a sentence’s people behind a token whom a pronoun can mean. */
export function fittingBehind(cast: Cast, sentence: number, behind: number, wanted: Wanted): PersonEntry[] {
  return fitting(cast.mentionsIn(sentence), wanted, ({ firstToken }) => firstToken > behind);
}

function fitting(
  mentions: readonly Appearance[],
  { gender, excluded, reported }: Wanted,
  isPlaced: (mention: Appearance) => boolean,
): PersonEntry[] {
  const found = new Set<PersonEntry>();
  for (const mention of mentions) {
    const { entry } = mention;
    if (entry.type !== 'PERSON' || !isPlaced(mention) || !fits(entry, gender) || excluded.includes(entry)) continue;
    if (!reported.some(({ start, end }) => start <= mention.start && mention.end <= end)) found.add(entry);
    if (found.size === MOST_CANDIDATES) break;
  }
  return preferKnown([...found], gender);
}

/** Where some are known to have the pronoun’s gender, those; otherwise all. */
function preferKnown(people: readonly PersonEntry[], gender: Gender | null): PersonEntry[] {
  const known = people.filter((person) => person.gender !== null && person.gender === gender);
  return known.length > 0 ? known : [...people];
}

/** How many words can stand before “sister”: “Malk’s younger and only sister”. */
const MOST_ADJECTIVES = 3;

/** The word for kin that an owner’s name ends before: “sister” of “Malk’s younger and only sister”. */
export function kinOwnedBy(tokens: readonly Token[], nameEnd: number): Token | undefined {
  if (!/^[’']s?$/u.test(tokens[nameEnd]?.text ?? '')) return undefined;
  return tokens.slice(nameEnd + 1, nameEnd + 2 + MOST_ADJECTIVES).find(({ lower }) => KIN.has(lower));
}

/** Whose sister a sentence speaks of before “she” or “her”: “Otto Malk’s sister said that she …” is not about Otto Malk. */
export function ownersOfKin({ tokens }: Document, cast: Cast, pronoun: Token): PersonEntry[] {
  const gender = genderOfPronoun(pronoun.lower) ?? null;
  if (gender === null) return [];
  return cast.mentionsIn(pronoun.sentence).flatMap(({ entry, endToken }) => {
    if (entry.type !== 'PERSON' || endToken > pronoun.index) return [];
    const kin = kinOwnedBy(tokens, endToken);
    return kin !== undefined && KIN.get(kin.lower)?.gender === gender ? [entry] : [];
  });
}

/**
 * The one person that a possessive pronoun means: the first who fits before it in its sentence, then behind it, then in
 * the sentences before.
 */
export function personMeantBy(pronoun: Token, cast: Cast, excluded: readonly PersonEntry[]): PersonEntry | undefined {
  const gender = genderOfPronoun(pronoun.lower) ?? null;
  const wanted = { gender, excluded, reported: [] };
  const [before] = fittingBefore(cast, pronoun.sentence, pronoun.index, wanted);
  if (before !== undefined) return settle(before, gender);
  const [behind] = fittingBehind(cast, pronoun.sentence, pronoun.index, wanted);
  if (behind !== undefined) return settle(behind, gender);
  for (let back = 1; back <= FARTHEST_SENTENCE; back++) {
    const [last] = fittingBefore(cast, pronoun.sentence - back, pronoun.index, wanted);
    if (last !== undefined) return settle(last, gender);
  }
  return undefined;
}

function settle(person: PersonEntry, gender: Gender | null): PersonEntry {
  person.gender ??= gender;
  return person;
}
