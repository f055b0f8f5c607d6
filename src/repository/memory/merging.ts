import type { Place, Publisher } from '../../domain/article.js';
import { nameKey } from '../../domain/names.js';
import { MOST_EVIDENCE, type Organization, type Person, type Relationship, type Role } from '../../domain/speaker.js';
import type { Metric } from '../../domain/statistic.js';

/*
 * What becomes of a record that is known to the store already when another article speaks of it: names and kinds stay,
 * gaps are filled, lists grow at their end.
 */

export function mergePublisher(known: Publisher, added: Publisher): Publisher {
  return { ...known, homepage: known.homepage ?? added.homepage };
}

export function mergePlace(known: Place, added: Place): Place {
  return { ...known, withinId: known.withinId ?? added.withinId };
}

export function mergeMetric(known: Metric, added: Metric): Metric {
  return { ...known, unit: known.unit ?? added.unit, definition: known.definition ?? added.definition };
}

export function mergeOrganization(known: Organization, added: Omit<Organization, 'slug'>): Organization {
  return {
    ...known,
    aliases: union(known.aliases, added.aliases),
    placeId: known.placeId ?? added.placeId,
    wikidata: known.wikidata ?? added.wikidata,
  };
}

export function mergePerson(known: Person, added: Omit<Person, 'slug'>): Person {
  return {
    ...known,
    aliases: union(known.aliases, added.aliases),
    formerIds: union(known.formerIds, added.formerIds),
    wikidata: known.wikidata ?? added.wikidata,
  };
}

/** Whether two roles are one: of the same person, title (case and accents aside) and organization. */
export function isSameRole(a: Role, b: Role): boolean {
  return a.personId === b.personId && a.organizationId === b.organizationId && nameKey(a.title) === nameKey(b.title);
}

export function isSameRelationship(a: Relationship, b: Relationship): boolean {
  return a.personId === b.personId && a.kind === b.kind && a.otherId === b.otherId;
}

/** Adds to a list what it does not have; what it has gets the new evidence, as far as it is kept. */
export function addEvidence<Item extends Role | Relationship>(
  list: Item[],
  added: Item,
  isSame: (a: Item, b: Item) => boolean,
): void {
  const index = list.findIndex((item) => isSame(item, added));
  const known = list[index];
  const evidence = [...(known?.evidence ?? []), ...added.evidence].slice(0, MOST_EVIDENCE);
  if (known === undefined) list.push({ ...added, evidence });
  else list[index] = { ...known, evidence };
}

function union<Item>(known: readonly Item[], added: readonly Item[]): Item[] {
  return [...new Set([...known, ...added])];
}
