import type { SubjectId } from '../domain/article.js';
import type { Day } from '../domain/dates.js';
import type { AnyId, Id } from '../domain/identity.js';
import type { ReviewState } from '../domain/provenance.js';
import type { SearchExpression } from '../domain/search/expression.js';
import type { SpeakerId } from '../domain/speaker.js';
import type { SpeakerStatus, StatementForce, StatementKind, StatementRelationKind } from '../domain/statement.js';
import type { ClaimantStatus, StatisticMeasure } from '../domain/statistic.js';

/*
 * What lists can be asked for. A field that is left out does not filter, but for `retracted` and `review`, without which
 * lists show what they always show; a list means any of its members, an empty one none; several fields have to hold
 * together. The id of a person who was merged means the person that remains.
 */

/** Days, both ends inclusive; null leaves an end open. What has no date is in no range. */
export interface DayRange {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Milliseconds since 1970 (UTC), `from` inclusive, `to` exclusive; null leaves an end open. */
export interface TimeRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** Numbers, both ends inclusive; null leaves an end open. */
export interface NumberRange {
  readonly min: number | null;
  readonly max: number | null;
}

export interface ArticleFilter {
  readonly publishers?: readonly Id<'Publisher'>[];
  readonly topics?: readonly Id<'Topic'>[];
  /** Those that name any of these people. */
  readonly people?: readonly Id<'Person'>[];
  readonly published?: TimeRange;
  /** Updated later than this, in milliseconds since 1970 (UTC). */
  readonly updatedAfter?: number;
  /** Retracted ones (true), others (false, also when left out), or both (null). */
  readonly retracted?: boolean | null;
  /** Language ranges of RFC 4647 (basic filtering): `en` is all English, `en-GB` the British one. */
  readonly languages?: readonly string[];
  /** Those in whose title and text this is found; null is found in none. */
  readonly text?: SearchExpression | null;
}

/** By name, case and accents aside; other names than the canonical one count as well. */
export interface NameFilter {
  readonly name?: string;
  readonly nameStartsWith?: string;
}

export interface PersonFilter extends NameFilter {
  /** Those to whom a listed statement of this article is attributed. */
  readonly speaksIn?: Id<'Article'>;
  /** Those whom this article names. */
  readonly mentionedIn?: Id<'Article'>;
}

/** Lists of statements and figures show what stands in an article that is not retracted, whatever the filter. */
export interface ClaimFilter {
  readonly articles?: readonly Id<'Article'>[];
  /** All but the rejected when left out. */
  readonly review?: readonly ReviewState[];
}

export interface StatementFilter extends ClaimFilter {
  readonly speakers?: readonly SpeakerId[];
  /** Those by people who have a role in any of these, and by unnamed sources who belong to them. */
  readonly speakerAffiliations?: readonly Id<'Organization'>[];
  readonly speakerStatus?: readonly SpeakerStatus[];
  /** Those in whose chain, themselves included, any of these speaks. */
  readonly through?: readonly SpeakerId[];
  readonly about?: readonly SubjectId[];
  readonly publishers?: readonly Id<'Publisher'>[];
  /** Those of articles about any of these. */
  readonly topics?: readonly Id<'Topic'>[];
  readonly kinds?: readonly StatementKind[];
  readonly forces?: readonly StatementForce[];
  /** By the last day of when it was said. */
  readonly said?: DayRange;
  /** By when the article was published. */
  readonly published?: TimeRange;
  /** Those in whose content this is found; null is found in none. */
  readonly text?: SearchExpression | null;
  /** Those to which a listed relation of any of these kinds leads. */
  readonly relatedBy?: readonly StatementRelationKind[];
  /** Those that no other statement reports (true), or that one does (false). */
  readonly topLevel?: boolean;
  readonly utterance?: Id<'Utterance'>;
  /** Of the statements that all else lets through only the first report of each utterance: that of the article published first, then of the least id. */
  readonly oneReportPerUtterance?: boolean;
}

export interface StatisticFilter extends ClaimFilter {
  readonly metrics?: readonly Id<'Metric'>[];
  readonly places?: readonly Id<'Place'>[];
  readonly subject?: string;
  readonly unit?: string;
  readonly measure?: StatisticMeasure;
  readonly claimedBy?: readonly SpeakerId[];
  readonly claimantStatus?: readonly ClaimantStatus[];
  /** By the last day of when it holds. */
  readonly asOf?: DayRange;
  /** Those with a value in this range; of a range of values those that overlap it. */
  readonly value?: NumberRange;
  readonly disputed?: boolean;
  readonly conflicting?: boolean;
}

export interface RelationFilter {
  readonly kinds?: readonly StatementRelationKind[];
}

/** Which changes: those made to a record, those made by somebody. */
export interface ChangeFilter {
  readonly target?: AnyId;
  readonly actor?: string;
}
