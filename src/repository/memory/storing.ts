import type { AnyId } from '../../domain/identity.js';
import { type ArticleRecord, positionOf } from '../../domain/record.js';
import {
  addEvidence,
  isSameRelationship,
  isSameRole,
  mergeMetric,
  mergeOrganization,
  mergePerson,
  mergePlace,
  mergePublisher,
} from './merging.js';
import { newSlug } from './slugs.js';
import type { Tables } from './tables.js';

/** Adds an admitted record to the tables; `at` is when its article is committed. */
export function storeRecord(tables: Tables, record: ArticleRecord, at: Date): void {
  storeEntities(tables, record);
  const { article, revision } = record;
  tables.articles.set(article.id, {
    ...article,
    slug: newSlug(article.title, article.id, tables.articles.values()),
    updatedAt: at,
  });
  tables.revisions.set(revision.id, { ...revision, storedAt: at });
  tables.appearances.push(
    ...record.appearances.map((appearance) => ({ ...appearance, position: positionOf(appearance, record) })),
  );
  tables.unresolved.set(article.id, record.unresolved);
  insertAll(tables.unnamedSources, record.unnamedSources);
  insertAll(tables.statements, record.statements);
  insertAll(tables.statistics, record.statistics);
  insertAll(tables.relations, record.relations);
}

/** Adds what articles share, see `Desk.storeEntities`: new records, and what this article says of known ones. */
export function storeEntities(tables: Tables, record: ArticleRecord): void {
  const { publishers, topics, places, organizations, people, metrics } = tables;
  insertOrMerge(publishers, [record.publisher], (publisher) => publisher, mergePublisher);
  insertOrMerge(
    topics,
    record.topics,
    (topic) => topic,
    (known) => known,
  );
  insertOrMerge(places, record.places, (place) => place, mergePlace);
  insertOrMerge(metrics, record.metrics, (metric) => metric, mergeMetric);
  const slugged = <New extends { readonly id: AnyId; readonly name: string }>(
    added: New,
    others: ReadonlyMap<string, { readonly slug: string }>,
  ) => ({
    ...added,
    slug: newSlug(added.name, added.id, others.values()),
  });
  insertOrMerge(
    organizations,
    record.organizations,
    (organization) => slugged(organization, organizations),
    mergeOrganization,
  );
  insertOrMerge(people, record.people, (person) => slugged(person, people), mergePerson);
  for (const role of record.roles) addEvidence(tables.roles, role, isSameRole);
  for (const relationship of record.relationships) addEvidence(tables.relationships, relationship, isSameRelationship);
}

function insertAll<Node extends { readonly id: AnyId }>(table: Map<string, Node>, nodes: readonly Node[]): void {
  for (const node of nodes) table.set(node.id, node);
}

function insertOrMerge<Stored, New extends { readonly id: AnyId }>(
  table: Map<string, Stored>,
  list: readonly New[],
  make: (added: New) => Stored,
  merge: (known: Stored, added: New) => Stored,
): void {
  for (const added of list) {
    const known = table.get(added.id);
    table.set(added.id, known === undefined ? make(added) : merge(known, added));
  }
}
