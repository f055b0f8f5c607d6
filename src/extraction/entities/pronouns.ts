import type { Document, Token } from '../document.js';
import type { Gender } from '../language/english/titles.js';
import type { Cast, PersonEntry } from './cast.js';

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

/** Those of a sentence’s people before a token that fit a pronoun, in the order of the text, each once. */
export function fittingBefore(
  cast: Cast,
  sentence: number,
  before: number,
  gender: Gender | null,
  excluded: readonly unknown[],
): PersonEntry[] {
  const found = new Set<PersonEntry>();
  for (const { entry, firstToken } of cast.mentionsIn(sentence)) {
    if (firstToken >= before) break;
    if (entry.type === 'PERSON' && fits(entry, gender) && !excluded.includes(entry)) found.add(entry);
  }
  return preferKnown([...found], gender);
}

/** Where some are known to have the pronoun’s gender, those; otherwise all. */
export function preferKnown(people: readonly PersonEntry[], gender: Gender | null): PersonEntry[] {
  const known = people.filter((person) => person.gender !== null && person.gender === gender);
  return known.length > 0 ? known : [...people];
}

/**
 * The one person that a possessive pronoun means: the first who fits before it in its sentence, then behind it, then in
 * the sentences before.
 */
export function personMeantBy(
  pronoun: Token,
  document: Document,
  cast: Cast,
  excluded: readonly PersonEntry[],
): PersonEntry | undefined {
  const gender = genderOfPronoun(pronoun.lower) ?? null;
  const [before] = fittingBefore(cast, pronoun.sentence, pronoun.index, gender, excluded);
  if (before !== undefined) return settle(before, gender);
  const [behind] = fittingBefore(cast, pronoun.sentence, document.tokens.length, gender, excluded);
  if (behind !== undefined) return settle(behind, gender);
  for (let back = 1; back <= FARTHEST_SENTENCE; back++) {
    const fitting = fittingBefore(cast, pronoun.sentence - back, pronoun.index, gender, excluded);
    if (fitting.length > 0) return fitting[0] === undefined ? undefined : settle(fitting[0], gender);
  }
  return undefined;
}

function settle(person: PersonEntry, gender: Gender | null): PersonEntry {
  person.gender ??= gender;
  return person;
}
