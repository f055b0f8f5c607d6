import type { IdentityCandidate } from '../../domain/identity-candidate.js';
import type { CollectionSpec } from './collection.js';
import type { IdentityCandidateTable } from './desk-tables.js';

export const IDENTITY_CANDIDATES: CollectionSpec<IdentityCandidateTable, IdentityCandidate, 'all', 'SCORE_DESC'> = {
  table: 'identity_candidate',
  columns: ['id', 'person_id', 'other_id', 'why', 'score'],
  toNode: ({ id, person_id, other_id, why, score }) => ({ id, personIds: [person_id, other_id], why, score }),
  listings: {
    all: {
      where: `exists (select 1 from person p where p.id = n.person_id)
        and exists (select 1 from person p where p.id = n.other_id)`,
      orders: { SCORE_DESC: ['n.score_desc', 'n.id'] },
    },
  },
};
