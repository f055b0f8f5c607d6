import type { Document } from '../document.js';
import { KIN } from '../language/english/kinship.js';
import type { Cast, PersonEntry } from './cast.js';
import { type Description, headWord } from './descriptions.js';

/**
 * Finds out who is meant by “the sister of Otto Malk” or “Malk’s sister” in a text that says nowhere who that is, but
 * names one other person of the surname: the writer of news who speaks of a relative by name later does not say again whose
 * relative it is.
 */
export function settleKin(document: Document, cast: Cast, descriptions: readonly Description[]): void {
  for (const description of descriptions) {
    const kin = KIN.get(headWord(document, description.head));
    const person = kin === undefined ? undefined : ownerOf(document, cast, description);
    if (kin === undefined || person === undefined || !SHARES_SURNAME.has(kin.kind)) continue;
    if (person.relationships.some(({ kind }) => kind === kin.kind)) continue;
    if (
      cast.people.some(({ relationships }) => relationships.some(({ to, kind }) => to === person && kind === kin.kind))
    )
      continue;
    const [only, another] = cast.people.filter(
      (other) => other !== person && shareSurname(other, person) && canBe(other, kin.gender),
    );
    if (only === undefined || another !== undefined) continue;
    only.gender ??= kin.gender;
    person.relationships.push({ kind: kin.kind, to: only, span: { start: description.start, end: description.end } });
  }
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
function ownerOf({ tokens }: Document, cast: Cast, description: Description): PersonEntry | undefined {
  const { possessor, complement, endToken, head } = description;
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
