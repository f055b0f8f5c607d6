import { sql } from 'kysely';
import { DISPUTING_KINDS, type Statement, type StatementRelation, type Utterance } from '../../domain/statement.js';
import type { RelationFilter, StatementOrder, StatementOwner } from '../repository.js';
import type { CollectionSpec } from './collection.js';
import { RELATION_COLUMNS, STATEMENT_COLUMNS, toRelation, toStatement } from './rows/statement.js';
import type { RelationTable, StatementTable, Tables } from './tables.js';

const BY_SAID = ['n.said_desc', 'n.id'];
const BY_POSITION = ['n.article_id', 'n.position', 'n.id'];
const ORDERS = { SAID_AT_DESC: BY_SAID, POSITION_ASC: BY_POSITION };

/** The statements that call the figure `o.value` into question: it alone, or all that its statement says. */
const DISPUTING = `n.listed and n.id in (
  select r.from_id from relation r
  where r.kind in (${DISPUTING_KINDS.map((kind) => `'${kind}'`).join(', ')}) and r.review <> 'REJECTED' and (
    r.to_statistic_id = o.value
    or r.to_statistic_id is null and r.to_id = (select statement_id from statistic where id = o.value)))`;

export const STATEMENTS: CollectionSpec<StatementTable, Statement, StatementOwner, StatementOrder> = {
  table: 'statement',
  columns: STATEMENT_COLUMNS,
  toNode: toStatement,
  listings: {
    all: { where: 'n.listed', orders: ORDERS },
    article: { where: 'n.article_id = o.value and n.listed', orders: ORDERS },
    speaker: { where: 'n.speaker_id = o.value and n.listed', orders: ORDERS },
    subject: {
      through: { table: 'about', nodeId: 'l.statement_id' },
      where: 'l.subject_id = o.value and exists (select 1 from statement s where s.id = l.statement_id and s.listed)',
      orders: { ...ORDERS, SAID_AT_DESC: ['l.said_desc', 'l.statement_id'] },
    },
    utterance: { where: 'n.utterance_id = o.value and n.listed', orders: ORDERS },
    parent: { where: 'n.parent_id = o.value and n.listed', orders: ORDERS },
    statistic: { where: DISPUTING, orders: ORDERS },
  },
};

export const UTTERANCES: CollectionSpec<Tables['utterance'], Utterance> = {
  table: 'utterance',
  columns: ['id'],
  toNode: ({ id }) => ({ id }),
  listings: {},
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
  columns: RELATION_COLUMNS,
  toNode: toRelation,
  listings: {
    from: { where: `n.from_id = o.value and ${RELATION_LISTED}`, orders: { RECORDED_ASC: ['n.recorded_at', 'n.id'] } },
    to: { where: `n.to_id = o.value and ${RELATION_LISTED}`, orders: { RECORDED_ASC: ['n.recorded_at', 'n.id'] } },
  },
  filter: ({ kinds }) =>
    kinds === null ? sql`true` : sql`n.kind in (select value from json_each(${JSON.stringify(kinds)}))`,
};
