import type { Token } from '../document.js';
import { KIN } from '../language/english/kinship.js';
import type { PersonEntry } from './cast.js';
import { ownersOfKin, personMeantBy } from './pronouns.js';
import type { Reading } from './reading.js';
import type { NounPhrase } from './source-phrase.js';

/** Who is somebody’s sister, brother, …; the relationship may be written at either of the two. */
export function relativeOf(person: PersonEntry, word: string): PersonEntry | undefined {
  const kin = KIN.get(word);
  if (kin === undefined) return undefined;
  const fitting = person.relationships.filter(
    ({ kind, to }) => kind === kin.kind && (kin.gender === null || to.gender !== opposite(kin.gender)),
  );
  return fitting.length === 1 ? fitting[0]?.to : undefined;
}

function opposite(gender: 'FEMALE' | 'MALE'): 'FEMALE' | 'MALE' {
  return gender === 'FEMALE' ? 'MALE' : 'FEMALE';
}

/** “Her brother”, whose sister the text has named. */
export function relativeMeant({ document, cast }: Reading, first: Token, noun: Token): PersonEntry | undefined {
  if (!KIN.has(noun.lower) || !/^(?:his|her|their)$/u.test(first.lower)) return undefined;
  const person = personMeantBy(first, cast, ownersOfKin(document, cast, first));
  return person === undefined ? undefined : relativeOf(person, noun.lower);
}

/** “The powerful sister of the leader Otto Malk”. */
export function relativeOfNamed(
  { document, cast }: Reading,
  { head }: NounPhrase,
  endToken: number,
): PersonEntry | undefined {
  if (!KIN.has(head.lower) || document.tokens[head.index + 1]?.lower !== 'of') return undefined;
  for (let at = head.index + 2; at < endToken; at++) {
    const named = cast.at(at)?.entry;
    if (named?.type === 'PERSON') return relativeOf(named, head.lower);
  }
  return undefined;
}

/** “The leader’s sister”, “the sister of its leader”, “sister says” in a headline: of the only two whom the text calls so. */
export function relativeDescribed(
  { document: { tokens }, cast }: Reading,
  first: Token,
  noun: Token,
): PersonEntry | undefined {
  const kin = KIN.get(noun.lower);
  const isOwn = /^(?:an?|his|her|their|another|one)$/u.test(first.lower);
  const isBare = first.index === noun.index && tokens[noun.index + 1]?.lower === 'of';
  if (kin === undefined || isOwn || isBare) return undefined;
  const [pair, another] = cast.people.flatMap((person) =>
    person.relationships.filter(({ kind }) => kind === kin.kind).map(({ to }) => [to, person] as const),
  );
  if (pair === undefined || another !== undefined) return undefined;
  return pair.find(({ gender }) => gender !== null && gender === kin.gender) ?? pair[0];
}
