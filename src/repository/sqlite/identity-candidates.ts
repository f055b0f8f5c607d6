import type { IdentityCandidate } from '../../domain/identity-candidate.js';
import type { CollectionSpec } from './collection-spec.js';
import type { IdentityCandidateTable } from './desk-tables.js';
import { derivedFrom, RecordMapping } from './rows/mapping.js';

export const IDENTITY_CANDIDATES: CollectionSpec<IdentityCandidateTable, IdentityCandidate, 'all', 'SCORE_DESC'> = {
  table: 'identity_candidate',
  mapping: new RecordMapping<IdentityCandidateTable, IdentityCandidate>({
    id: 'id',
    personIds: derivedFrom<IdentityCandidateTable>()(['person_id', 'other_id'], (one, other) => [one, other] as const),
    why: 'why',
    score: 'score',
  }),
  listings: {
    all: {
      where: `exists (select 1 from person p where p.id = n.person_id)
        and exists (select 1 from person p where p.id = n.other_id)`,
      orders: { SCORE_DESC: ['n.score_desc', 'n.id'] },
    },
  },
};
