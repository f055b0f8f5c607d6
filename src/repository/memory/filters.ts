import type { Article } from '../../domain/article.js';
import { compareFigures } from '../../domain/comparison.js';
import { type Day, lastDay, type ResolvedDate } from '../../domain/dates.js';
import { nameKey } from '../../domain/names.js';
import { matchesDocument } from '../../domain/search/match.js';
import { seriesKey, seriesOfStatistic } from '../../domain/series.js';
import type { Statistic } from '../../domain/statistic.js';
import type {
  ArticleFilter,
  DayRange,
  NameFilter,
  NumberRange,
  PersonFilter,
  StatisticFilter,
  TimeRange,
} from '../filters.js';
import { isClaimListed, isClaimShown } from './listed.js';
import type { Tables } from './tables.js';

/** Whether a value is one of those that a filter names; a filter that is left out names all. */
export function isAnyOf<Value>(value: Value | null, values: readonly Value[] | undefined): boolean {
  return values === undefined || (value !== null && values.includes(value));
}

/** As `isAnyOf`, for ids among which may be those of people who were merged. */
export function isAnyoneOf(tables: Tables, id: string | null, ids: readonly string[] | undefined): boolean {
  return isAnyOf(
    id,
    ids?.map((each) => tables.currentId(each)),
  );
}

export function isInTime(time: Date, range: TimeRange | undefined): boolean {
  const { from = null, to = null } = range ?? {};
  return (from === null || time.getTime() >= from) && (to === null || time.getTime() < to);
}

export function isInDays(date: ResolvedDate | null, range: DayRange | undefined): boolean {
  return range === undefined || isDayIn(lastDay(date), range);
}

export function isDayIn(day: Day | null, { from, to }: DayRange): boolean {
  return day !== null && (from === null || day >= from) && (to === null || day <= to);
}

function overlaps(low: number, high: number, range: NumberRange | undefined): boolean {
  const { min = null, max = null } = range ?? {};
  return (min === null || high >= min) && (max === null || low <= max);
}

function isEqual<Value>(value: Value, wanted: Value | undefined): boolean {
  return wanted === undefined || value === wanted;
}

export function showsArticle(tables: Tables, article: Article, filter: ArticleFilter = {}): boolean {
  const { retracted = false, updatedAfter = -Infinity, text } = filter;
  const names = (subjects: readonly string[] | undefined) =>
    subjects === undefined || subjects.some((id) => tables.appearancesOf(article.id, tables.currentId(id)).length > 0);
  return (
    (retracted === null || retracted === (article.retraction !== null)) &&
    isAnyOf(article.publisherId, filter.publishers) &&
    names(filter.topics) &&
    names(filter.people) &&
    isInTime(article.publishedAt, filter.published) &&
    article.updatedAt.getTime() > updatedAfter &&
    isInLanguage(article.language, filter.languages) &&
    (text === undefined || (text !== null && matchesDocument(text, tables.textsOf(article))))
  );
}

/** Basic filtering of RFC 4647; `*` is any language. */
function isInLanguage(tag: string, ranges: readonly string[] | undefined): boolean {
  const language = tag.toLowerCase();
  const isIn = (range: string) => range === '*' || `${language}-`.startsWith(`${range.toLowerCase()}-`);
  return ranges?.some(isIn) ?? true;
}

/** Whether somebody or something has these names. */
export function hasName(
  { name, aliases = [] }: { readonly name: string; readonly aliases?: readonly string[] },
  filter: NameFilter = {},
): boolean {
  const keys = [name, ...aliases].map(nameKey);
  const { name: wanted, nameStartsWith: prefix } = filter;
  return (
    (wanted === undefined || keys.includes(nameKey(wanted))) &&
    (prefix === undefined || keys.some((key) => key.startsWith(nameKey(prefix))))
  );
}

/** Whether a person speaks and is named where the filter says. */
export function isThere(tables: Tables, id: string, { speaksIn, mentionedIn }: PersonFilter = {}): boolean {
  const speaks = ({ articleId, speakerId }: { articleId: string; speakerId: string | null }) =>
    articleId === speaksIn && speakerId === id;
  return (
    (speaksIn === undefined ||
      [...tables.statements.values()].some((statement) => speaks(statement) && isClaimListed(tables, statement))) &&
    (mentionedIn === undefined || tables.appearancesOf(mentionedIn, id).length > 0)
  );
}

export function showsStatistic(tables: Tables, statistic: Statistic, filter: StatisticFilter = {}): boolean {
  return (
    isClaimShown(tables, statistic, filter) &&
    isAnyOf(statistic.metricId, filter.metrics) &&
    isAnyOf(statistic.placeId, filter.places) &&
    isEqual(statistic.subject, filter.subject) &&
    isEqual(statistic.unit, filter.unit) &&
    isEqual(statistic.measure, filter.measure) &&
    isAnyoneOf(tables, statistic.claimedById, filter.claimedBy) &&
    isAnyOf(statistic.claimantStatus, filter.claimantStatus) &&
    isAnyOf(statistic.articleId, filter.articles) &&
    isInDays(statistic.asOf, filter.asOf) &&
    overlaps(statistic.value, statistic.upperValue ?? statistic.value, filter.value) &&
    (filter.disputed === undefined || filter.disputed === isDisputed(tables, statistic)) &&
    (filter.conflicting === undefined || filter.conflicting === isConflicting(tables, statistic))
  );
}

/** Whether a listed statement disputes a figure. */
export function isDisputed(tables: Tables, statistic: Statistic): boolean {
  return [...tables.statements.values()].some(
    (statement) => isClaimListed(tables, statement) && tables.disputes(statement, statistic),
  );
}

function isConflicting(tables: Tables, statistic: Statistic): boolean {
  return [...tables.statistics.values()].some((other) => isClaimListed(tables, other) && doConflict(statistic, other));
}

/** Whether two figures of one series cannot both be right. */
export function doConflict(a: Statistic, b: Statistic): boolean {
  return a.id !== b.id && isOneSeries(a, b) && compareFigures(a, b).verdict === 'CONFLICTS';
}

export function isOneSeries(a: Statistic, b: Statistic): boolean {
  return seriesKey(seriesOfStatistic(a)) === seriesKey(seriesOfStatistic(b));
}
