import { comparable, compareFigures } from '../../../src/domain/comparison.js';
import { lastDay } from '../../../src/domain/dates.js';
import { pointKey, seriesOfStatistic } from '../../../src/domain/series.js';
import type { Statistic } from '../../../src/domain/statistic.js';
import type { StatisticFilter } from '../../../src/repository/filters.js';
import type { StatisticOwner } from '../../../src/repository/repository.js';
import { CLAIM_FIELDS, NOT_REJECTED } from './claims.js';
import { type FieldTests, isInDays, letsThrough } from './fields.js';
import { disputes, type News } from './news.js';

const FIELDS: FieldTests<StatisticFilter, Statistic> = {
  ...CLAIM_FIELDS,
  metrics: ({ metricId }, metrics) => metrics.includes(metricId),
  places: ({ placeId }, places) => placeId !== null && places.includes(placeId),
  subject: ({ subject }, wanted) => subject === wanted,
  unit: ({ unit }, wanted) => unit === wanted,
  measure: ({ measure }, wanted) => measure === wanted,
  claimedBy: ({ claimedById }, speakers, news) => news.isAnyOf(claimedById, speakers),
  claimantStatus: ({ claimantStatus }, states) => states.includes(claimantStatus),
  asOf: ({ asOf }, range) => isInDays(lastDay(asOf), range),
  value: ({ value, upperValue }, { min, max }) =>
    (min === null || (upperValue ?? value) >= min) && (max === null || value <= max),
  disputed: (figure, wanted, news) => news.listedRelations.some((relation) => disputes(relation, figure)) === wanted,
  conflicting: (figure, wanted, news) =>
    news.statistics.some((other) => news.isListed(other) && conflict(figure, other)) === wanted,
};

const OWNERS: Record<StatisticOwner, (figure: Statistic, id: string, news: News) => boolean> = {
  all: () => true,
  article: ({ articleId }, id) => articleId === id,
  place: ({ placeId }, id) => placeId === id,
  statement: ({ statementId }, id) => statementId === id,
  conflict: (figure, id, { statistics }) => statistics.some((other) => other.id === id && conflict(figure, other)),
  point: (figure, key) => {
    const day = lastDay(figure.asOf);
    return day !== null && pointKey(seriesOfStatistic(figure), day) === key;
  },
};

/** The ids of the figures that a filter lets through in somebody's list, in no order. */
export function statisticsOf(news: News, owner: StatisticOwner, id: string, filter: StatisticFilter = {}): string[] {
  return news.statistics
    .filter((figure) => news.stands(figure) && OWNERS[owner](figure, id, news))
    .filter((figure) => letsThrough(FIELDS, { review: NOT_REJECTED, ...filter }, figure, news))
    .map((figure) => figure.id);
}

function conflict(one: Statistic, other: Statistic): boolean {
  return comparable(one, other) && compareFigures(one, other).verdict === 'CONFLICTS';
}
