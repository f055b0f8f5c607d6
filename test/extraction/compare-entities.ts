import type { Stretch } from '../../src/domain/span.js';
import type { RelationshipKind } from '../../src/domain/speaker.js';
import type { Extraction } from '../../src/extraction/extraction.js';
import type { ExtractionCase } from './read-cases.js';

type Found = Pick<Extraction, 'people' | 'organizations' | 'unnamedSources' | 'unresolved'>;

/** The sections of a case that say who is who, in a form in which those of the engine compare with them. */
export interface WhoIsWho {
  readonly people: readonly string[];
  readonly relationships: readonly string[];
  readonly organizations: readonly string[];
  readonly sources: readonly string[];
  readonly unresolved: readonly string[];
}

/** Who is who in a case, a line for each: name, kind, other names, roles and mentions. */
export function expectedWhoIsWho(each: ExtractionCase): WhoIsWho {
  const { text } = each;
  const nameOf = expectedNames(each);
  const affiliation = (key: string | null) => (key === null ? '' : (each.organizations.get(key)?.name ?? key));
  return {
    people: [...each.people.values()].map(({ name, aliases, roles, mentions }) =>
      line(name, aliases, roles, spans(text, mentions)),
    ),
    relationships: [...each.people.values()].flatMap(({ name, relationships }) =>
      relationships.map(({ kind, to }) => relationship(name, kind, nameOf(to))),
    ),
    organizations: [...each.organizations.values()].map(({ name, kind, aliases, mentions }) =>
      line(name, [kind ?? 'any kind'], aliases, spans(text, mentions)),
    ),
    sources: [...each.sources.values()].map((source) =>
      line(source.description, sourceFields(source, affiliation(source.affiliation)), [], spans(text, source.mentions)),
    ),
    unresolved: spans(text, each.unresolved),
  };
}

/** Who is who in a text as the engine finds it. */
export function foundWhoIsWho(text: string, found: Found): WhoIsWho {
  const nameOf = foundNames(found);
  const affiliation = (id: string | null) => found.organizations.find((each) => each.id === id)?.name ?? '';
  return {
    people: found.people.map(({ name, aliases, roles, mentions }) =>
      line(
        name,
        aliases,
        roles.map(({ title }) => title),
        spans(text, mentions),
      ),
    ),
    relationships: found.people.flatMap(({ name, relationships }) =>
      relationships.map(({ kind, to }) => relationship(name, kind, nameOf(to))),
    ),
    organizations: found.organizations.map(({ name, kind, aliases, mentions }) =>
      line(name, [kind], aliases, spans(text, mentions)),
    ),
    sources: found.unnamedSources.map((source) =>
      line(source.description, sourceFields(source, affiliation(source.affiliation)), [], spans(text, source.mentions)),
    ),
    unresolved: spans(
      text,
      found.unresolved.map(({ span }) => span),
    ),
  };
}

/** What differs, a readable line for each difference; lines compare in any order. */
export function compareWhoIsWho(expected: WhoIsWho, found: WhoIsWho): string[] {
  const sections = ['people', 'relationships', 'organizations', 'sources', 'unresolved'] as const;
  return sections.flatMap((section) => [
    ...expected[section]
      .filter((each) => !found[section].includes(each))
      .map((each) => `${section}: ${each} is missing`),
    ...found[section]
      .filter((each) => !expected[section].includes(each))
      .map((each) => `${section}: ${each} is too much`),
  ]);
}

/** The name of whoever a key means; sources that are described alike are told apart by where they stand. */
export function expectedNames({ people, organizations, sources }: ExtractionCase): (key: string) => string {
  const names = new Map([...people, ...organizations].map(([key, { name }]) => [key, name]));
  for (const [key, { description, mentions }] of sources) names.set(key, sourceName(description, mentions));
  return (key) => names.get(key) ?? key;
}

/** The name of whoever an id means. */
export function foundNames({ people, organizations, unnamedSources }: Found): (id: string) => string {
  const names = new Map([...people, ...organizations].map(({ id, name }) => [id, name]));
  for (const { id, description, mentions } of unnamedSources) names.set(id, sourceName(description, mentions));
  return (id) => names.get(id) ?? id;
}

function sourceName(description: string, mentions: readonly Stretch[]): string {
  return `${description} at ${Math.min(...mentions.map(({ start }) => start))}`;
}

function sourceFields({ kind, plural }: { readonly kind: string; readonly plural: boolean }, affiliation: string) {
  return [kind, plural ? 'several' : 'one', affiliation].filter((field) => field !== '');
}

function line(name: string, ...lists: readonly (readonly string[])[]): string {
  return `${name} (${lists.map((list) => [...list].sort().join(', ')).join('; ')})`;
}

function spans(text: string, stretches: readonly Stretch[]): string[] {
  return stretches.map(({ start, end }) => `“${text.slice(start, end)}” at ${start}`);
}

/** A relationship is written once, at either of the two. */
function relationship(from: string, kind: RelationshipKind, to: string): string {
  if (from <= to) return `${from}: ${kind} ${to}`;
  const inverse = kind === 'PARENT' ? 'CHILD' : kind === 'CHILD' ? 'PARENT' : kind;
  return `${to}: ${inverse} ${from}`;
}
