import type { DatePrecision, Day, ResolvedDate } from '../../../domain/dates.js';
import type { Id } from '../../../domain/identity.js';
import type { TextSpan } from '../../../domain/span.js';
import type { Reference } from '../../../domain/statement.js';

type RevisionId = Id<'ArticleRevision'>;

/** A span as the store keeps it, inside JSON; the revision stands in the row's own column. */
export type StoredSpan = readonly [start: number, end: number, text: string];

/** A span that names its revision itself, where one row holds spans of several articles. */
export type StoredEvidence = readonly [revisionId: RevisionId, start: number, end: number, text: string];

export const storedSpan = ({ start, end, text }: TextSpan): StoredSpan => [start, end, text];

export const toSpan = (revisionId: RevisionId, [start, end, text]: StoredSpan): TextSpan => ({
  revisionId,
  start,
  end,
  text,
});

export function toSpans(revisionId: RevisionId, stored: readonly StoredSpan[]): TextSpan[] {
  return stored.map((span) => toSpan(revisionId, span));
}

export const storedEvidence = ({ revisionId, start, end, text }: TextSpan): StoredEvidence => [
  revisionId,
  start,
  end,
  text,
];

export function toEvidence(json: string): TextSpan[] {
  const stored: StoredEvidence[] = JSON.parse(json);
  return stored.map(([revisionId, start, end, text]) => ({ revisionId, start, end, text }));
}

/** A reference as the store keeps it, inside JSON. */
export interface StoredReference extends Omit<Reference, 'spans'> {
  readonly spans: readonly StoredSpan[];
}

export const storedReference = (reference: Reference): StoredReference => ({
  ...reference,
  spans: reference.spans.map(storedSpan),
});

export const toReference = (revisionId: RevisionId, stored: StoredReference): Reference => ({
  ...stored,
  spans: toSpans(revisionId, stored.spans),
});

/** A date from its columns; null where the precision is null. Its span is read when somebody asks for it: most do not. */
export function toResolvedDate(
  columns: { readonly from: Day | null; readonly to: Day | null; readonly precision: DatePrecision | null },
  readSpan: () => TextSpan | null,
): ResolvedDate | null {
  const { from, to, precision } = columns;
  if (precision === null) return null;
  return {
    from,
    to,
    precision,
    get span() {
      return readSpan();
    },
  };
}
