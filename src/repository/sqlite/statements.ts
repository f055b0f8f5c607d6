import type { Statement, StatementRelation } from '../../domain/statement.js';
import type { RelationFilter, StatementFilter } from '../filters.js';
import type { StatementOrder } from '../orders.js';
import type { StatementOwner } from '../repository.js';
import type { CollectionSpec } from './collection-spec.js';
import { disputes } from './disputes.js';
import { conditions, isAnyOf } from './filters.js';
import { RELATION_MAPPING, STATEMENT_MAPPING } from './rows/statement.js';
import { statementConditions } from './statement-filter.js';
import type { RelationTable, StatementTable } from './tables.js';

const BY_TIME = {
  SAID_AT_DESC: ['n.said_desc', 'n.id'],
  SAID_AT_ASC: ['n.said_asc', 'n.id'],
};
const BY_POSITION = { POSITION_ASC: ['n.article_id', 'n.position', 'n.id'] };
const ORDERS = { ...BY_TIME, ...BY_POSITION };

/**
 * The ids of the statements that call a figure into question: it alone, or all that its statement says. In two parts, so
 * that each is looked up by an index of its own.
 */
export function disputingIds(figure: string): string {
  return `(select r.from_id from relation r where r.to_statistic_id = ${figure} and ${disputes('r')}
    union all select r.from_id from relation r
      where r.to_id = (select f.statement_id from statistic f where f.id = ${figure})
        and r.to_statistic_id is null and ${disputes('r')})`;
}

export const STATEMENTS: CollectionSpec<StatementTable, Statement, StatementOwner, StatementOrder, StatementFilter> = {
  table: 'statement',
  mapping: STATEMENT_MAPPING,
  listings: {
    all: { where: 'true', orders: ORDERS },
    article: { where: 'n.article_id = o.value', orders: { ...BY_POSITION, ...BY_TIME } },
    // An index of all that have a speaker serves `=` alone: `is` could mean those without.
    speaker: { where: 'n.speaker_id = o.value', whereShown: 'n.speaker_id is o.value and n.listed', orders: ORDERS },
    subject: {
      through: { table: 'about', nodeId: 'l.statement_id' },
      where: 'l.subject_id = o.value',
      // Few are not listed: looking among them takes a fraction of the time in which the statement itself is read. Asked for
      // by `=`, SQLite would read it, by the index of all ids.
      whereShown: `l.subject_id = o.value and not exists (
        select 1 from statement s where s.id between l.statement_id and l.statement_id and not s.listed)`,
      orders: { ...ORDERS, SAID_AT_DESC: ['l.said_desc', 'l.statement_id'] },
    },
    utterance: { where: 'n.utterance_id = o.value', orders: ORDERS },
    parent: { where: 'n.parent_id = o.value', orders: ORDERS },
    statistic: { where: `n.id in ${disputingIds('o.value')}`, orders: ORDERS },
  },
  filter: statementConditions,
  firstOf: (filter) =>
    filter?.oneReportPerUtterance
      ? {
          column: 'utterance_id',
          order: '(select a.published_at from article a where a.id = n.article_id), n.id',
        }
      : undefined,
};

/** A relation is listed while both of its ends are. */
const RELATION_LISTED = `n.review <> 'REJECTED'
  and exists (select 1 from statement s where s.id = n.from_id and s.listed)
  and exists (select 1 from statement s where s.id = n.to_id and s.listed)`;

export const RELATIONS: CollectionSpec<
  RelationTable,
  StatementRelation,
  'from' | 'to',
  'RECORDED_ASC',
  RelationFilter
> = {
  table: 'relation',
  mapping: RELATION_MAPPING,
  listings: {
    from: { where: `n.from_id = o.value and ${RELATION_LISTED}`, orders: { RECORDED_ASC: ['n.recorded_at', 'n.id'] } },
    to: { where: `n.to_id = o.value and ${RELATION_LISTED}`, orders: { RECORDED_ASC: ['n.recorded_at', 'n.id'] } },
  },
  filter: ({ kinds } = {}) => conditions(isAnyOf('n.kind', kinds)),
};
