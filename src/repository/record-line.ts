import type { Change } from '../domain/change.js';
import type { IdentityCandidate } from '../domain/identity-candidate.js';
import type { ChangeFile, StoredRecords } from './desk.js';

/** Everything that a store holds of the record, by type; API keys and what was ingested are the store’s own. */
export interface ExportedRecords extends StoredRecords {
  readonly IdentityCandidate: IdentityCandidate;
  /** A change with what it did to each record. */
  readonly Change: Change & Pick<ChangeFile, 'patches'>;
}
export type ExportedType = keyof ExportedRecords;

/** One record of a store. */
export interface RecordLine<Type extends ExportedType = ExportedType> {
  readonly type: Type;
  readonly record: ExportedRecords[Type];
}

/** The types in the order in which they are exported. */
export const EXPORTED_TYPES = [
  'Publisher',
  'Topic',
  'Place',
  'Organization',
  'Person',
  'Role',
  'Relationship',
  'Metric',
  'Article',
  'ArticleRevision',
  'Appearance',
  'Unresolved',
  'UnnamedSource',
  'Statement',
  'Statistic',
  'StatementRelation',
  'IdentityCandidate',
  'Change',
] as const satisfies readonly ExportedType[];

export function isExportedType(type: unknown): type is ExportedType {
  return EXPORTED_TYPES.some((known) => known === type);
}
