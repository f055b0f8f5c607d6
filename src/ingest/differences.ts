import type { RevisedClaims, StoredClaims } from '../domain/revision/revise-article.js';
import type { Statement, StatementRelation } from '../domain/statement.js';
import type { Statistic } from '../domain/statistic.js';
import { isSameField } from '../repository/fields.js';

/** What an article is read to say: what a reading adds, takes away or changes. */
export type ReadRecord = Statement | Statistic | StatementRelation;

/** A field that a record has otherwise now. */
export interface ChangedField {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

export const DifferenceKind = { ADDED: 'ADDED', GONE: 'GONE', CHANGED: 'CHANGED' } as const;
export type DifferenceKind = keyof typeof DifferenceKind;

/** What a new reading does to one record. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** As it is afterwards; of one that is gone, as it was. */
  readonly record: ReadRecord;
  /** Empty unless it is CHANGED. */
  readonly fields: readonly ChangedField[];
}

/** Fields that say how a record was come by, and nothing of what is said. */
const ASIDE = new Set(['provenance', 'lastChange', 'revisionId']);

/** What differs between what is stored of an article and what becomes of it: statements, then figures, then relations. */
export function differencesOf(
  stored: Pick<StoredClaims, 'statements' | 'statistics' | 'relations'>,
  revised: Omit<RevisedClaims, 'unnamedSources'>,
): Difference[] {
  const removed = new Set<string>(revised.removedRelationIds);
  return [
    ...listDifferences(stored.statements, revised.statements),
    ...listDifferences(stored.statistics, revised.statistics),
    ...listDifferences(stored.relations, revised.relations),
    ...stored.relations.filter(({ id }) => removed.has(id)).map(goneRecord),
  ];
}

function listDifferences(stored: readonly ReadRecord[], revised: readonly ReadRecord[]): Difference[] {
  const known = new Map(stored.map((record) => [record.id, record]));
  return revised.flatMap((record): Difference[] => {
    const before = known.get(record.id);
    if (before === undefined) return [{ kind: 'ADDED', record, fields: [] }];
    if (standingOf(before) === 'STANDS' && standingOf(record) === 'GONE') return [goneRecord(before)];
    const fields = changedFields(before, record);
    return fields.length === 0 ? [] : [{ kind: 'CHANGED', record, fields }];
  });
}

function goneRecord(record: ReadRecord): Difference {
  return { kind: 'GONE', record, fields: [] };
}

function standingOf(record: ReadRecord): Statement['standing'] | undefined {
  return 'standing' in record ? record.standing : undefined;
}

function changedFields(before: ReadRecord, after: ReadRecord): ChangedField[] {
  const old: Readonly<Record<string, unknown>> = { ...before };
  return Object.entries(after).flatMap(([name, now]) =>
    ASIDE.has(name) || isSameField(old[name], now) ? [] : [{ name, before: old[name], after: now }],
  );
}
