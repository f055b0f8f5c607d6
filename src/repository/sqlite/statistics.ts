import type { Metric, Statistic } from '../../domain/statistic.js';
import type { StatisticOrder, StatisticOwner } from '../repository.js';
import type { CollectionSpec } from './collection.js';
import { METRIC_COLUMNS, STATISTIC_COLUMNS, toMetric, toStatistic } from './rows/statistic.js';
import type { MetricTable, StatisticTable } from './tables.js';

const ORDERS = { AS_OF_DESC: ['n.as_of_desc', 'n.id'], POSITION_ASC: ['n.article_id', 'n.position', 'n.id'] };

export const STATISTICS: CollectionSpec<StatisticTable, Statistic, StatisticOwner, StatisticOrder> = {
  table: 'statistic',
  columns: STATISTIC_COLUMNS,
  toNode: toStatistic,
  listings: {
    all: { where: 'n.listed', orders: ORDERS },
    article: { where: 'n.article_id = o.value and n.listed', orders: ORDERS },
    place: { where: 'n.place_id = o.value and n.listed', orders: ORDERS },
    statement: { where: 'n.statement_id = o.value and n.listed', orders: ORDERS },
  },
};

export const METRICS: CollectionSpec<MetricTable, Metric> = {
  table: 'metric',
  columns: METRIC_COLUMNS,
  toNode: toMetric,
  listings: {},
};
