import { InvariantError, OnRecordError } from '../../domain/errors.js';
import type { AnyId, Id } from '../../domain/identity.js';
import { checkRecord } from '../../domain/invariants.js';
import type { ArticleRecord } from '../../domain/record.js';
import type { Reference } from '../../domain/statement.js';
import type { StoreOutcome } from '../repository.js';
import type { Tables } from './tables.js';

/** What is to be stored, and what the caller is to be told of it. */
export interface Admission extends StoreOutcome {
  readonly records: readonly ArticleRecord[];
}

/** Sorts out what of a batch is new; throws an OnRecordError, with nothing changed, when any of it cannot be stored. */
export function admit(tables: Tables, batch: readonly ArticleRecord[]): Admission {
  for (const record of batch) checkRecord(record);
  const fresh = new Map<Id<'Article'>, ArticleRecord>();
  const unchanged: Id<'Article'>[] = [];
  for (const record of batch) {
    const { id, title } = record.article;
    const known = fresh.get(id)?.revision.textHash ?? storedTextHash(tables, id);
    if (known === undefined) fresh.set(id, record);
    else if (known === record.revision.textHash) unchanged.push(id);
    else throw new OnRecordError('CONFLICT', `The article “${title}” (${id}) is stored with another text.`);
  }
  const records = [...fresh.values()];
  checkOwnIds(tables, records);
  checkReferences(tables, records);
  return { records, created: [...fresh.keys()], unchanged };
}

function storedTextHash(tables: Tables, articleId: string): string | undefined {
  const article = tables.articles.get(articleId);
  return article && tables.revisions.get(article.currentRevisionId)?.textHash;
}

/** Checks that what belongs to one article alone has an id of its own. */
function checkOwnIds(tables: Tables, records: readonly ArticleRecord[]): void {
  const seen = new Set<string>();
  for (const { article, unnamedSources, statements, statistics, relations } of records) {
    for (const { id } of [unnamedSources, statements, statistics, relations].flat()) {
      if (seen.has(id) || tables.has(id) || tables.relations.has(id)) {
        throw new OnRecordError('CONFLICT', `The article “${article.title}” has ${id}, which is stored already.`);
      }
      seen.add(id);
    }
  }
}

/** Checks that what the records name is stored or comes with one of them. */
function checkReferences(tables: Tables, records: readonly ArticleRecord[]): void {
  const coming = new Set<string>(records.flatMap((record) => [...idsIn(record)]));
  const figures = [...tables.statistics.values(), ...records.flatMap(({ statistics }) => statistics)];
  const carriers = new Map(figures.map(({ id, statementId }) => [id, statementId]));
  const isMissing = (id: string) => !coming.has(id) && !tables.has(id);
  for (const record of records) {
    const { title } = record.article;
    const missing = [...idsNamedBy(record)].find(isMissing);
    if (missing !== undefined) {
      throw new InvariantError(`The article “${title}” names ${missing}, which is neither in it nor stored.`);
    }
    for (const { toId, toStatisticId } of record.relations) {
      if (isMissing(toId) || (toStatisticId !== null && carriers.get(toStatisticId) !== toId)) {
        const target = [...present([toStatisticId]), toId].join(' in ');
        throw new OnRecordError(
          'CONFLICT',
          `The article “${title}” relates a statement to ${target}, which is not stored.`,
        );
      }
    }
  }
}

/** The ids of what a record brings. */
function* idsIn(record: ArticleRecord): Generator<AnyId> {
  const { topics, places, organizations, people, unnamedSources, metrics, statements, statistics } = record;
  for (const list of [topics, places, organizations, people, unnamedSources, metrics, statements, statistics]) {
    for (const { id } of list) yield id;
  }
  for (const { formerIds } of people) yield* formerIds;
}

/** The ids that a record names elsewhere than in its relations, which may point anywhere. */
function* idsNamedBy(record: ArticleRecord): Generator<AnyId> {
  yield* present(record.places.map(({ withinId }) => withinId));
  yield* present(record.organizations.map(({ placeId }) => placeId));
  yield* present(record.unnamedSources.map(({ affiliationId }) => affiliationId));
  for (const { personId, organizationId } of record.roles) yield* present([personId, organizationId]);
  for (const { personId, otherId } of record.relationships) yield* [personId, otherId];
  for (const { subjectId } of record.appearances) yield subjectId;
  for (const { speakerId, speakerCandidateIds, about } of record.statements) {
    yield* present([speakerId, ...speakerCandidateIds]);
    yield* about.flatMap(idsOfReference);
  }
  for (const { metricId, placeId, claimedById } of record.statistics) yield* present([metricId, placeId, claimedById]);
  yield* record.unresolved.flatMap(idsOfReference);
}

function idsOfReference({ subjectId, candidateIds }: Reference): AnyId[] {
  return present([subjectId, ...candidateIds]);
}

function present<Value>(values: readonly (Value | null)[]): Value[] {
  return values.filter((value) => value !== null);
}
