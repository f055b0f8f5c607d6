import type { Document } from '../document.js';
import { KIN, type Kin } from '../language/english/kinship.js';
import { TITLE_NOUNS } from '../language/english/titles.js';
import type { Cast, PersonEntry } from './cast.js';
import { type Description, headWord } from './descriptions.js';
import { genderOfPronoun, ownersOfKin, personMeantBy } from './pronouns.js';

/**
 * Finds out who is meant by “the sister of Otto Malk” or “Malk’s sister” in a text that says nowhere who that is, but
 * names one other person of the surname: the writer of news who speaks of a relative by name later does not say again whose
 * relative it is.
 */
export function settleKin(document: Document, cast: Cast, descriptions: readonly Description[]): void {
  for (const description of descriptions) {
    const kin = KIN.get(headWord(document, description.head));
    if (kin === undefined || !SHARES_SURNAME.has(kin.kind)) continue;
    const owner = ownerOf(document, cast, description);
    const [person, relative] =
      owner === undefined ? pairMeant(document, cast, description, kin) : [owner, relativeOf(cast, owner, kin)];
    if (person === undefined || relative === undefined || areKnown(person, relative, kin.kind)) continue;
    relative.gender ??= kin.gender;
    person.relationships.push({
      kind: kin.kind,
      to: relative,
      span: { start: description.start, end: description.end },
    });
  }
}

/** The only other person of somebody’s surname who can be what a word for kin says, where nobody is known to be it. */
function relativeOf(cast: Cast, person: PersonEntry, { kind, gender }: Kin): PersonEntry | undefined {
  const isRelated = (one: PersonEntry, other?: PersonEntry) =>
    one.relationships.some((each) => each.kind === kind && (other === undefined || each.to === other));
  if (isRelated(person) || cast.people.some((other) => isRelated(other, person))) return undefined;
  const [only, another] = cast.people.filter(
    (other) => other !== person && shareSurname(other, person) && canBe(other, gender),
  );
  return another === undefined ? only : undefined;
}

function areKnown(person: PersonEntry, relative: PersonEntry, kind: string): boolean {
  return [
    [person, relative],
    [relative, person],
  ].some(([one, other]) => one?.relationships.some((each) => each.kind === kind && each.to === other));
}

/** “The leader’s sister”: of the only two of one surname, the leader and whoever can be the sister and is named later. */
function pairMeant(
  document: Document,
  cast: Cast,
  description: Description,
  { gender }: Kin,
): readonly [PersonEntry?, PersonEntry?] {
  if (!hasDescribedOwner(document, description)) return [];
  const [pair, another] = cast.people.flatMap((one, at) =>
    cast.people.slice(at + 1).flatMap((other) => (shareSurname(one, other) ? [[one, other] as const] : [])),
  );
  if (pair === undefined || another !== undefined) return [];
  const [one, other] = pair;
  const fitting = pair.filter((person) => canBe(person, gender));
  if (fitting.length === 1) return fitting[0] === one ? [other, one] : [one, other];
  const isNamedBefore = ({ mentions }: PersonEntry) => mentions.some(({ start }) => start < description.start);
  if (isNamedBefore(one) === isNamedBefore(other)) return [];
  return isNamedBefore(one) ? [one, other] : [other, one];
}

/** Whether the kin of somebody is meant who is described and not named: “the leader’s sister”, “the sister of its leader”. */
function hasDescribedOwner({ tokens }: Document, { possessor, head }: Description): boolean {
  if (possessor !== null) return TITLE_NOUNS.has(possessor.lower);
  const behind = tokens.slice(head.index + 2, head.index + 2 + LONGEST_OWNER);
  const isOf = tokens[head.index + 1]?.lower === 'of' && !/^(?:an?|one)$/u.test(behind[0]?.lower ?? '');
  return isOf && behind.some(({ lower, sentence }) => TITLE_NOUNS.has(lower) && sentence === head.sentence);
}

/** The only other person of somebody’s surname, for a relationship in which two mostly bear one name. */
export function onlyNamesake(cast: Cast, person: PersonEntry, kind: string): PersonEntry | undefined {
  if (!SHARES_SURNAME.has(kind)) return undefined;
  const [only, another] = cast.people.filter((other) => other !== person && shareSurname(other, person));
  return another === undefined ? only : undefined;
}

/** Relatives who mostly bear one name. */
const SHARES_SURNAME: ReadonlySet<string> = new Set(['SIBLING', 'PARENT', 'CHILD', 'SPOUSE']);

/** Whose relative a description is: the person whose name stands before “’s”, or behind “of”. */
function ownerOf(document: Document, cast: Cast, description: Description): PersonEntry | undefined {
  const { tokens } = document;
  const { possessor, complement, endToken, head } = description;
  if (possessor !== null && genderOfPronoun(possessor.lower) !== undefined)
    return personMeantBy(possessor, cast, ownersOfKin(document, cast, possessor));
  if (possessor !== null) {
    const named = cast.at(possessor.index)?.entry;
    return named?.type === 'PERSON' ? named : undefined;
  }
  if (tokens[head.index + 1]?.lower !== 'of') return undefined;
  for (let at = complement + 1; at < Math.max(endToken, complement + LONGEST_OWNER); at++) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== description.sentence || token.pos === 'PUNCT') return undefined;
    const named = cast.at(at)?.entry;
    if (named?.type === 'PERSON') return named;
    if (token.pos === 'VERB' || token.pos === 'AUX') return undefined;
  }
  return undefined;
}

/** How many tokens there are between “of” and the name: “of the North Velland leader Otto Malk”. */
const LONGEST_OWNER = 8;

function canBe({ gender }: PersonEntry, wanted: PersonEntry['gender']): boolean {
  return gender === null || wanted === null || gender === wanted;
}

/** Whether the full names of two people have the first or the last word in common, whichever the surname is. */
function shareSurname(one: PersonEntry, other: PersonEntry): boolean {
  const [a, b] = [one.name.split(/[\s-]+/u), other.name.split(/[\s-]+/u)];
  if (a.length < 2 || b.length < 2) return false;
  const isLast = a.at(-1) === b.at(-1);
  // Where the family name comes first, names of three parts share their first.
  const isFirst = a[0] === b[0] && a.length > 2 && b.length > 2;
  return isLast || isFirst;
}
