import type { KeyId } from '../../domain/actor.js';
import type { ChangeAction } from '../../domain/change.js';
import type { AnyId, Id } from '../../domain/identity.js';
import type { StoredType } from '../desk.js';
import type { Numbered } from './tables.js';

/** The tables of what is done to the record, and by whom. */
export interface DeskTables {
  change: Numbered<ChangeTable>;
  change_target: { change_id: Id<'Change'>; position: number; target_id: AnyId };
  change_patch: ChangePatchTable;
  identity_candidate: IdentityCandidateTable;
  ingested: IngestedTable;
  feed: FeedTable;
  api_key: Numbered<ApiKeyTable>;
}

export interface ChangeTable {
  id: Id<'Change'>;
  action: ChangeAction;
  actor: string;
  at: number;
  reason: string | null;
  undoes_id: Id<'Change'> | null;
  undone_by_id: Id<'Change'> | null;
}

export interface ChangePatchTable {
  change_id: Id<'Change'>;
  position: number;
  type: StoredType;
  key: string;
  before: string | null;
  after: string | null;
}

export interface ApiKeyTable {
  id: KeyId;
  name: string;
  hash: string;
  prefix: string;
  /** JSON. */
  scopes: string;
  created_at: number;
  revoked_at: number | null;
}

export interface IdentityCandidateTable {
  id: Id<'IdentityCandidate'>;
  person_id: Id<'Person'>;
  other_id: Id<'Person'>;
  why: string;
  score: number;
}

export interface IngestedTable {
  source: string;
  fingerprint: string;
  documents: number;
}

export interface FeedTable {
  url: string;
  etag: string | null;
  last_modified: string | null;
}
