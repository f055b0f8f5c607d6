import { type RawBuilder, sql } from 'kysely';
import type { Metric, Statistic } from '../../domain/statistic.js';
import type { NameFilter, StatisticFilter } from '../filters.js';
import type { StatisticOrder } from '../orders.js';
import type { StatisticOwner } from '../repository.js';
import { ALL_BY_NAME } from './by-name.js';
import type { CollectionSpec } from './collection-spec.js';
import {
  type Condition,
  conditions,
  isAnyOf,
  isAnyoneOf,
  isInDays,
  isShown,
  nameConditions,
  overlaps,
} from './filters.js';
import { METRIC_MAPPING, STATISTIC_MAPPING } from './rows/statistic.js';
import { disputingIds } from './statements.js';
import type { MetricTable, StatisticTable } from './tables.js';

const BY_DATE_AND_VALUE = {
  AS_OF_DESC: ['n.as_of_desc', 'n.id'],
  AS_OF_ASC: ['n.as_of_asc', 'n.id'],
  VALUE_DESC: ['n.value_desc', 'n.id'],
  VALUE_ASC: ['n.value', 'n.id'],
};
const BY_POSITION = { POSITION_ASC: ['n.article_id', 'n.position', 'n.id'] };
const ORDERS = { ...BY_DATE_AND_VALUE, ...BY_POSITION };

export const STATISTICS: CollectionSpec<StatisticTable, Statistic, StatisticOwner, StatisticOrder, StatisticFilter> = {
  table: 'statistic',
  mapping: STATISTIC_MAPPING,
  listings: {
    all: { where: 'true', orders: ORDERS },
    article: { where: 'n.article_id = o.value', orders: { ...BY_POSITION, ...BY_DATE_AND_VALUE } },
    place: { where: 'n.place_id = o.value', orders: ORDERS },
    statement: { where: 'n.statement_id = o.value', orders: ORDERS },
    conflict: { where: 'n.id in (select c.other_id from conflict c where c.statistic_id = o.value)', orders: ORDERS },
    point: { where: 'n.series = o.value ->> 0 and n.as_of_to = o.value ->> 1', orders: ORDERS },
  },
  filter: (filter = {}) =>
    conditions(
      isShown(filter),
      isAnyOf('n.metric_id', filter.metrics),
      isAnyOf('n.place_id', filter.places),
      filter.subject === undefined ? undefined : sql`n.subject = ${filter.subject}`,
      filter.unit === undefined ? undefined : sql`n.unit = ${filter.unit}`,
      filter.measure === undefined ? undefined : sql`n.measure = ${filter.measure}`,
      isAnyoneOf('n.claimed_by_id', filter.claimedBy),
      isAnyOf('n.claimant_status', filter.claimantStatus),
      isAnyOf('n.article_id', filter.articles),
      isInDays('n.as_of_desc', filter.asOf),
      overlaps('n.value', 'coalesce(n.upper_value, n.value)', filter.value),
      isTrue(DISPUTED, filter.disputed),
      isTrue(CONFLICTING, filter.conflicting),
    ),
};

const DISPUTED = sql`exists (select 1 from statement s where s.listed and s.id in ${sql.raw(disputingIds('n.id'))})`;
const CONFLICTING = sql`exists (
  select 1 from conflict c join statistic m on m.id = c.other_id where c.statistic_id = n.id and m.listed)`;

function isTrue(condition: RawBuilder<unknown>, wanted: boolean | undefined): Condition | undefined {
  if (wanted === undefined) return undefined;
  return wanted ? condition : sql`not ${condition}`;
}

export const METRICS: CollectionSpec<MetricTable, Metric, 'all', 'NAME_ASC', NameFilter> = {
  table: 'metric',
  mapping: METRIC_MAPPING,
  listings: { all: ALL_BY_NAME },
  filter: (filter = {}) => nameConditions(filter),
};
