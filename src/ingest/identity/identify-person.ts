import type { SubjectId } from '../../domain/article.js';
import type { Id } from '../../domain/identity.js';
import { matchKey, matchWords } from '../../domain/matching.js';
import { nameKey } from '../../domain/names.js';
import { personId } from '../../domain/speaker.js';
import type { KnownPerson } from '../../repository/known-records.js';

/** What one article says of a person whom it names. */
export interface NamedPerson {
  /** The fullest form in the text, without a title. */
  readonly name: string;
  /** The surname with a title before it, as the text has them: “President Gull”. */
  readonly titled: readonly string[];
  readonly roles: readonly NamedRole[];
  /** People and organizations that the article names too. */
  readonly beside: ReadonlySet<SubjectId>;
}

interface NamedRole {
  readonly title: string;
  readonly organizationId: Id<'Organization'> | null;
}

/** Somebody known with those who are named beside them in other articles; nobody where that was not looked for. */
export interface Namesake extends KnownPerson {
  readonly beside: ReadonlySet<SubjectId>;
}

/** Whom a name means. */
export type Identity =
  /** Somebody known. */
  | { readonly kind: 'KNOWN'; readonly known: KnownPerson }
  /** Somebody new, and who of those known it may be after all. */
  | { readonly kind: 'NEW'; readonly id: Id<'Person'>; readonly name: string; readonly doubts: readonly Doubt[] }
  /** Nobody in particular: one of these, or of nobody knows whom. */
  | { readonly kind: 'OPEN'; readonly candidates: readonly Id<'Person'>[] };

export interface Doubt {
  readonly personId: Id<'Person'>;
  readonly why: string;
  readonly score: number;
}

/** Those known who share the name, or at least the surname. */
export interface Namesakes {
  /** Who is called by the full name or by the surname with its title. */
  readonly called: readonly Namesake[];
  /** In whose name the surname stands. */
  readonly surnamed: readonly Namesake[];
}

/**
 * Decides whom an article means by a name. A full name, or a surname with its title, that somebody known has means them:
 * if a role or somebody named beside backs it, or if nothing speaks against it. Where the roles differ and nothing else
 * is shared, it is somebody new, and the pair a candidate for an editor. A bare surname means nobody in particular.
 */
export function identifyPerson(named: NamedPerson, { called, surnamed }: Namesakes): Identity {
  if (matchWords(named.name).length < 2) return identifySurname(named, { called, surnamed });
  const backed = called.filter((known) => isBacked(named, known));
  if (backed.length > 1) return openBetween(backed);
  const [known] = backed;
  if (known !== undefined) return { kind: 'KNOWN', known };
  const unopposed = called.filter((each) => !isOpposed(named, each));
  if (unopposed.length > 1) return openBetween(unopposed);
  const [only] = unopposed;
  if (only !== undefined) return { kind: 'KNOWN', known: only };
  return newPerson(named, called, surnamed);
}

/** A surname with a title means the one person of that surname who has the title; without a title, nobody. */
function identifySurname(named: NamedPerson, { called, surnamed }: Namesakes): Identity {
  const [titled] = named.titled;
  if (titled === undefined || named.roles.length === 0) {
    return surnamed.length > 1 ? openBetween(surnamed) : { kind: 'OPEN', candidates: [] };
  }
  const fitting = called.length > 0 ? called : surnamed.filter((known) => sharesRole(named, known));
  const [known, ...others] = fitting;
  if (known !== undefined) return others.length > 0 ? openBetween(fitting) : { kind: 'KNOWN', known };
  return { kind: 'NEW', id: personId(titled), name: titled, doubts: doubtsOf(named, surnamed) };
}

function openBetween(people: readonly KnownPerson[]): Identity {
  return { kind: 'OPEN', candidates: people.map(({ person }) => person.id) };
}

/** Somebody new. Where others have the name, what the article calls them tells them apart. */
function newPerson(named: NamedPerson, called: readonly Namesake[], surnamed: readonly Namesake[]): Identity {
  const [role] = named.roles;
  const taken = called.some(({ person }) => person.id === personId(named.name));
  const id = taken ? personId(named.name, nameKey(role?.title ?? '')) : personId(named.name);
  const sameId = called.find(({ person }) => person.id === id);
  if (sameId !== undefined) return { kind: 'KNOWN', known: sameId };
  const byTitle = surnamed.filter((known) => isNamedByTitle(named, known));
  return { kind: 'NEW', id, name: named.name, doubts: doubtsOf(named, [...called, ...byTitle]) };
}

/** Whether somebody is known only by this surname with a title. */
export function isNamedByTitle(named: Pick<NamedPerson, 'name'>, { person, roles }: KnownPerson): boolean {
  const words = matchWords(named.name);
  return roles.some(({ title }) =>
    [words[0], words.at(-1)].some((surname) => matchKey(person.name) === `${matchKey(title)} ${surname ?? ''}`),
  );
}

function doubtsOf(named: NamedPerson, people: readonly Namesake[]): Doubt[] {
  return people.map((known) => {
    const { person, roles } = known;
    const called = matchKey(person.name) === matchKey(named.name) ? 'Both are called' : 'One may be called';
    const titles = [...new Set(roles.map(({ title }) => title))].slice(0, 3).join(', ') || 'without a role';
    const own = named.roles.map(({ title }) => title).join(', ') || 'without a role';
    return {
      personId: person.id,
      why: `${called} ${named.name}; one is ${titles}, the other ${own}.`,
      score: scoreOf(named, known),
    };
  });
}

/** What speaks for two of a name being one; the shares are set by hand and order the pairs, no more. */
const SCORES = { name: 0.4, role: 0.3, beside: 0.2, opposed: -0.2 };

function scoreOf(named: NamedPerson, known: Namesake): number {
  const isCalled = matchKey(known.person.name) === matchKey(named.name);
  return (
    (isCalled ? SCORES.name : SCORES.name / 2) +
    (sharesRole(named, known) ? SCORES.role : 0) +
    (sharesCompany(named, known) ? SCORES.beside : 0) +
    (isOpposed(named, known) && isCalled ? SCORES.opposed : 0)
  );
}

function isBacked(named: NamedPerson, known: Namesake): boolean {
  return sharesRole(named, known) || sharesCompany(named, known);
}

/** Whether both have roles, and none of one's is any of the other's. */
function isOpposed(named: NamedPerson, known: Namesake): boolean {
  return named.roles.length > 0 && known.roles.length > 0 && !isBacked(named, known);
}

function sharesRole(named: NamedPerson, { roles }: KnownPerson): boolean {
  return named.roles.some((own) =>
    roles.some(
      (other) =>
        isSameTitle(own.title, other.title) ||
        (own.organizationId !== null && own.organizationId === other.organizationId),
    ),
  );
}

/** “president” is what “U.S. president” and “president of the Republic” are too. */
function isSameTitle(one: string, other: string): boolean {
  const [a, b] = [matchKey(one), matchKey(other)];
  return a === b || ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
}

function sharesCompany({ beside }: NamedPerson, known: Namesake): boolean {
  return [...beside].some((id) => known.beside.has(id));
}
