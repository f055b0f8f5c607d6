import type { Article } from '../domain/article.js';
import type { SearchExpression } from '../domain/search/expression.js';
import type { Organization, Person } from '../domain/speaker.js';
import type { Statement } from '../domain/statement.js';
import type { Statistic } from '../domain/statistic.js';
import type { Keys } from './page.js';

export const SearchType = {
  ARTICLE: 'ARTICLE',
  PERSON: 'PERSON',
  ORGANIZATION: 'ORGANIZATION',
  STATEMENT: 'STATEMENT',
  STATISTIC: 'STATISTIC',
} as const;
export type SearchType = keyof typeof SearchType;

/**
 * Where a search can hit, the best first. Hits rank by where they are, before anything else: whoever is called just what
 * the query says comes before those in whose names it occurs, a headline before a figure, a statement before the text of
 * an article. Within a tier people rank by how many statements they have; articles, statements and figures by the day on
 * which the article was published, the latest first; after that all by the order in which they were stored. So what a
 * search costs does not grow with the number of hits: nothing is weighed against all others.
 */
export const SEARCH_TIERS = [
  { tier: 'PERSON_CALLED', type: 'PERSON', score: 0.95 },
  { tier: 'ORGANIZATION_CALLED', type: 'ORGANIZATION', score: 0.9 },
  { tier: 'PERSON_NAMED', type: 'PERSON', score: 0.8 },
  { tier: 'ORGANIZATION_NAMED', type: 'ORGANIZATION', score: 0.75 },
  { tier: 'HEADLINE', type: 'ARTICLE', score: 0.7 },
  { tier: 'FIGURE', type: 'STATISTIC', score: 0.6 },
  { tier: 'CONTENT', type: 'STATEMENT', score: 0.5 },
  { tier: 'TEXT', type: 'ARTICLE', score: 0.4 },
] as const satisfies readonly { tier: string; type: SearchType; score: number }[];

/** How many rows a store numbers: 30 bits, with 22 for the day above them, are as many as JavaScript counts exactly. */
const SEQ_RANGE = 2 ** 30;
const DAY_RANGE = 2 ** 22;

/** Days from 1 January of the year 0 to 1970, so that the days of all four-digit years are positive. */
const EPOCH = 719_528;

/** What articles, statements and figures rank by within a tier: those of later days are greater, then those stored later. */
export function searchRank(publishedAt: Date, seq: number): number {
  const day = Math.floor(publishedAt.getTime() / 86_400_000) + EPOCH;
  return Math.min(Math.max(day, 0), DAY_RANGE - 1) * SEQ_RANGE + seq;
}

/** The number in the order of storing that a rank ends in. */
export const SEQ_MASK = SEQ_RANGE - 1;

export type SearchTier = (typeof SEARCH_TIERS)[number]['tier'];

export type SearchNode = Article | Person | Organization | Statement | Statistic;

export interface SearchQuery {
  readonly expression: SearchExpression;
  /** The whole query as the key of a name, for whoever is called just that. */
  readonly name: string;
  readonly types: readonly SearchType[];
}

export interface SearchRequest extends SearchQuery {
  /** How many hits at most; from 1. */
  readonly size: number;
  /** The place of the hit to go on after; null for the beginning. */
  readonly from: Keys | null;
}

/** The keys of a hit's place: its tier, and its rank within the tier. */
export const SEARCH_KEY_TYPES = ['number', 'number', 'number'] as const;

export interface SearchHit {
  readonly id: SearchNode['id'];
  readonly keys: Keys;
  /** That of its tier. */
  readonly score: number;
}

export interface SearchIndex {
  /** The hits after a place, and whether more follow. Articles, statements and figures are hit while lists show them. */
  page(request: SearchRequest, signal?: AbortSignal): Promise<{ hits: SearchHit[]; hasMore: boolean }>;
  /** How many hits there are in all. */
  count(query: SearchQuery, signal?: AbortSignal): Promise<number>;
}

/** The texts of a figure's document, each under the field that has it. */
export function statisticTexts(
  { valueText, value, upperValue, unit, subject }: Statistic,
  names: { readonly metric: string | null; readonly place: string | null },
): Record<string, string> {
  const texts = {
    valueText,
    metric: names.metric,
    place: names.place,
    subject,
    unit,
    value: digits(value),
    upperValue: digits(upperValue),
  };
  return Object.fromEntries(Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Made when a number is first written: whoever only reads a store need not wait while Node.js loads what it knows of languages. */
let format: Intl.NumberFormat | undefined;

/** A number as its digits, so that “8.9 million” is found by 8900000 too. */
function digits(value: number | null): string | null {
  if (value === null) return null;
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value);
  format ??= new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 20 });
  return format.format(value);
}
