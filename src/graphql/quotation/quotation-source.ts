import type { QuotationSource } from '../../domain/quotation/check-quotation.js';
import type { Loaders } from '../../loaders/loaders.js';
import { loadAll } from '../../loaders/named.js';

/** Of how many statements all are looked at, whatever words they have. */
const FEW_STATEMENTS = 300;

/** The record, as a check of a quotation looks into it. */
export function quotationSource(loaders: Loaders): QuotationSource {
  return {
    frequencies: loaders.quotationFrequencies,
    candidates: loaders.quotationCandidates,
    statements: (ids) => loadAll(ids, (id) => loaders.statementById.load(id)),
    statementsOf: async (speakerId) => {
      if ((await loaders.statementsOfSpeaker.count(speakerId)) > FEW_STATEMENTS) return null;
      const request = {
        order: 'SAID_AT_ASC',
        filter: undefined,
        size: FEW_STATEMENTS,
        direction: 'FORWARD',
        from: null,
      } as const;
      const { rows } = await loaders.statementsOfSpeaker.page(speakerId, request);
      return rows.map(({ node }) => node);
    },
    chains: (ids) => Promise.all(ids.map((id) => loaders.chainOfStatement.load(id))),
  };
}
