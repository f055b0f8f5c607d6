import type { SubjectId } from '../../domain/article.js';
import type { Id } from '../../domain/identity.js';
import { type IdentityCandidate, identityCandidate } from '../../domain/identity-candidate.js';
import { matchKey, matchWords } from '../../domain/matching.js';
import { type Person, personId } from '../../domain/speaker.js';
import type { ExtractedPerson } from '../../extraction/extraction.js';
import type { KnownPerson, KnownRecords } from '../../repository/known-records.js';
import {
  type Identity,
  identifyPerson,
  isNamedByTitle,
  type NamedPerson,
  type Namesake,
} from '../identity/identify-person.js';
import type { ByEngineId, NewOrganization } from './name-places.js';

/** A person before the store gives them a slug. */
export type NewPerson = Omit<Person, 'slug'>;

/** Whom an article names. */
export interface NamedPeople {
  readonly people: ByEngineId<NewPerson>;
  /** Those whom the text does not settle, and whom the name may mean. */
  readonly open: ByEngineId<readonly Id<'Person'>[]>;
  readonly candidates: readonly IdentityCandidate[];
}

/** Finds out whom an article means by the names in it. */
export async function namePeople(
  { text, people }: { readonly text: string; readonly people: readonly ExtractedPerson[] },
  organizations: ByEngineId<NewOrganization>,
  known: KnownRecords,
): Promise<NamedPeople> {
  const titled = people.map((person) => titledForms(text, person));
  const called = await known.peopleCalled(people.flatMap(({ name }) => matchKey(name)));
  const byTitle = await known.peopleCalled(titled.map(([form]) => (form === undefined ? '' : matchKey(form))));
  const surnames = await known.peopleSurnamed(people.map(({ name }) => matchWords(name).at(-1) ?? ''));
  const firsts = await known.peopleSurnamed(people.map(({ name }) => matchWords(name)[0] ?? ''));
  const company = companyOf(people, organizations, called);
  const besides = await besidesOf(known, [
    ...[...called, ...byTitle].flat(),
    ...people.flatMap((person, index) => {
      const surnamed = [...(surnames[index] ?? []), ...(firsts[index] ?? [])];
      return isFull(person) ? surnamed.filter((each) => isNamedByTitle(person, each)) : surnamed;
    }),
  ]);
  const named = new Map<string, NewPerson>();
  const open = new Map<string, readonly Id<'Person'>[]>();
  const candidates: IdentityCandidate[] = [];
  for (const [index, person] of people.entries()) {
    const forms = titled[index] ?? [];
    const description = describe(person, forms, organizations, company);
    const identity = identifyPerson(description, {
      // A surname that is somebody’s alias is still no more than a surname.
      called: besides([...(isFull(person) ? (called[index] ?? []) : []), ...(byTitle[index] ?? [])]),
      surnamed: besides([...(surnames[index] ?? []), ...(firsts[index] ?? [])]),
    });
    if (identity.kind === 'OPEN') open.set(person.id, identity.candidates);
    else named.set(person.id, withNames(personOf(identity), [person.name, ...forms, ...person.aliases]));
    if (identity.kind !== 'NEW') continue;
    candidates.push(...identity.doubts.map((doubt) => identityCandidate(identity.id, doubt.personId, doubt)));
  }
  return { people: named, open, candidates };
}

function isFull({ name }: ExtractedPerson): boolean {
  return matchWords(name).length > 1;
}

function personOf(identity: Exclude<Identity, { kind: 'OPEN' }>): NewPerson {
  if (identity.kind === 'KNOWN') return identity.known.person;
  return { id: identity.id, name: identity.name, aliases: [], formerIds: [], wikidata: null };
}

function describe(
  { name, roles, id }: ExtractedPerson,
  titled: readonly string[],
  organizations: ByEngineId<NewOrganization>,
  company: ReadonlyMap<string, SubjectId>,
): NamedPerson {
  return {
    name,
    titled,
    roles: roles.map(({ title, organization }) => ({
      title,
      organizationId: (organization === null ? undefined : organizations.get(organization)?.id) ?? null,
    })),
    beside: new Set([...company].filter(([engineId]) => engineId !== id).map(([, subjectId]) => subjectId)),
  };
}

/** Who else an article names: organizations, and people by their full names, as far as these are enough. */
function companyOf(
  people: readonly ExtractedPerson[],
  organizations: ByEngineId<NewOrganization>,
  called: readonly (readonly KnownPerson[])[],
): ReadonlyMap<string, SubjectId> {
  const company = new Map<string, SubjectId>();
  for (const [engineId, { id }] of organizations) company.set(engineId, id);
  for (const [index, person] of people.entries()) {
    const [only, ...others] = called[index] ?? [];
    if (others.length > 0 || !isFull(person)) continue;
    company.set(person.id, only?.person.id ?? personId(person.name));
  }
  return company;
}

/** How a text calls somebody by a title and a surname: “President Gull”, where “President” is a role of theirs. */
function titledForms(text: string, { name, aliases, roles, mentions }: ExtractedPerson): string[] {
  const surnames = new Set([name, ...aliases].map((each) => matchWords(each).at(-1)));
  const titles = new Set(roles.map(({ title }) => matchKey(title)));
  const forms = mentions
    .map(({ start, end }) => text.slice(start, end))
    .filter((form) => {
      const words = matchWords(form);
      return surnames.has(words.at(-1)) && titles.has(words.slice(0, -1).join(' '));
    });
  return [...new Map(forms.map((form) => [matchKey(form), form])).values()];
}

function withNames(person: NewPerson, names: readonly string[]): NewPerson {
  const known = new Set([person.name, ...person.aliases]);
  return { ...person, aliases: [...person.aliases, ...new Set(names.filter((name) => !known.has(name)))] };
}

/** Looks for those who are named beside some people, and gives what adds them to these and to others. */
async function besidesOf(known: KnownRecords, wanted: readonly KnownPerson[]) {
  const ids = [...new Set(wanted.map(({ person }) => person.id))];
  const found = await known.companyOf(ids);
  const byId = new Map(ids.map((id, index) => [id, found[index]]));
  return (people: readonly KnownPerson[]): Namesake[] => {
    const distinct = new Map(people.map((each) => [each.person.id, each]));
    return [...distinct.values()].map((each) => ({ ...each, beside: byId.get(each.person.id) ?? new Set() }));
  };
}
