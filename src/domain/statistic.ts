import type { ResolvedDate } from './dates.js';
import { type Id, makeId } from './identity.js';
import { nameKey } from './names.js';
import type { Provenance, Standing } from './provenance.js';
import type { TextSpan } from './span.js';
import type { SpeakerId } from './speaker.js';

/** What is counted or measured. */
export interface Metric {
  readonly id: Id<'Metric'>;
  readonly name: string;
  readonly unit: string | null;
  readonly definition: string | null;
}

export const Comparator = {
  EQUAL: 'EQUAL',
  APPROXIMATE: 'APPROXIMATE',
  MORE_THAN: 'MORE_THAN',
  AT_LEAST: 'AT_LEAST',
  LESS_THAN: 'LESS_THAN',
  AT_MOST: 'AT_MOST',
  RANGE: 'RANGE',
} as const;
export type Comparator = keyof typeof Comparator;

export const StatisticMeasure = { LEVEL: 'LEVEL', CHANGE: 'CHANGE' } as const;
export type StatisticMeasure = keyof typeof StatisticMeasure;

export const ChangeDirection = { NONE: 'NONE', UP: 'UP', DOWN: 'DOWN' } as const;
export type ChangeDirection = keyof typeof ChangeDirection;

export const ClaimantStatus = {
  NAMED: 'NAMED',
  UNNAMED: 'UNNAMED',
  AMBIGUOUS: 'AMBIGUOUS',
  ARTICLE: 'ARTICLE',
} as const;
export type ClaimantStatus = keyof typeof ClaimantStatus;

/** A figure that somebody claims, or that an article itself states. */
export interface Statistic {
  readonly id: Id<'Statistic'>;
  readonly articleId: Id<'Article'>;
  readonly revisionId: Id<'ArticleRevision'>;
  readonly metricId: Id<'Metric'>;
  /** The figure; the lower end where it is a range. Always positive in a CHANGE, whose way is in `change`. */
  readonly value: number;
  /** The upper end of a range, otherwise null. */
  readonly upperValue: number | null;
  /** The figure as printed. */
  readonly valueText: string;
  readonly unit: string | null;
  readonly comparator: Comparator;
  readonly measure: StatisticMeasure;
  readonly change: ChangeDirection;
  /** Who or what is counted, where the metric alone does not say it. */
  readonly subject: string | null;
  readonly placeId: Id<'Place'> | null;
  readonly asOf: ResolvedDate | null;
  readonly claimedById: SpeakerId | null;
  readonly claimantStatus: ClaimantStatus;
  /** The statement that carries it, of the same article. */
  readonly statementId: Id<'Statement'> | null;
  readonly span: TextSpan;
  readonly standing: Standing;
  readonly lastChange: string | null;
  readonly provenance: Provenance;
}

export function metricId(name: string): Id<'Metric'> {
  return makeId('Metric', nameKey(name));
}

/** A statistic's identity: its article, metric, the figure as first printed, and which of several equal ones it is (0 for the first). */
export function statisticId(
  article: Id<'Article'>,
  metric: Id<'Metric'>,
  valueText: string,
  ordinal: number,
): Id<'Statistic'> {
  return makeId('Statistic', article, metric, valueText, ordinal);
}
