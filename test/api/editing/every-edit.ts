import { statementIn, statisticIn } from '../../support/records.js';
import { BOATS, CALM, PLOVER, STORM, spanOf, TERN } from './harbour.js';

const CLOSED = statementIn(STORM, 'the harbour of Gullport is closed');
const BACK = statementIn(CALM, 'the boats are back');
const [RELATION] = STORM.relations;

/** An edit by each mutation but undoing, and the field that is in CONFLICT when it is sent again. */
export const EDITS: Readonly<Record<string, readonly [input: object, ...field: readonly string[]]>> = {
  retractArticle: [{ id: STORM.article.id, reason: 'It was open.' }, 'id'],
  reviewStatement: [{ id: CLOSED.id, verdict: 'CORRECT', force: 'WARNED', expectedChange: null }, 'expectedChange'],
  reviewStatistic: [
    { id: statisticIn(STORM, '14').id, verdict: 'CORRECT', comparator: 'AT_LEAST', expectedChange: null },
    'expectedChange',
  ],
  createStatement: [
    { article: STORM.article.id, kind: 'DIRECT', spans: [spanOf(STORM, 'I count nine.')], speaker: PLOVER.id },
    'spans',
  ],
  createStatistic: [{ article: STORM.article.id, span: spanOf(STORM, 'nine'), metric: BOATS.name, value: 9 }, 'span'],
  relateStatements: [{ from: BACK.id, kind: 'DISPUTES', to: CLOSED.id }],
  unrelateStatements: [{ relation: RELATION?.id }, 'relation'],
  updatePerson: [{ id: TERN.id, name: 'Olive Tern-Plover', addAliases: ['The Mayor'] }],
  splitPerson: [{ id: PLOVER.id, name: 'Rufus Plover', articles: [CALM.article.id] }, 'articles', '0'],
  mergePeople: [{ keep: TERN.id, absorb: [PLOVER.id] }, 'absorb', '0'],
};
