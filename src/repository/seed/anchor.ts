import { DatePrecision, type ResolvedDate, resolvedDate } from '../../domain/dates.js';
import type { Id } from '../../domain/identity.js';
import { spanAt, type TextSpan } from '../../domain/span.js';
import { findEvery, findQuote } from './quote.js';
import type { SeedValue } from './seed-value.js';

/** The text that annotations point into. Whatever does not stand in it is a SeedError at the value that quotes it. */
export class Anchor {
  readonly #revision: { readonly id: Id<'ArticleRevision'>; readonly text: string };

  constructor(revision: { readonly id: Id<'ArticleRevision'>; readonly text: string }) {
    this.#revision = revision;
  }

  /** The span that one quotation selects. */
  span(value: SeedValue): TextSpan {
    const quote = value.text();
    const { start, end } = value.attempt(() => findQuote(this.#revision.text, quote));
    return spanAt(this.#revision, start, end);
  }

  /** The span that one quotation selects, or null where it is left out. */
  optionalSpan(value: SeedValue | undefined): TextSpan | null {
    return value === undefined ? null : this.span(value);
  }

  /** The spans of one quotation or a list of them, in the order of the text. */
  spans(value: SeedValue | undefined): TextSpan[] {
    return (value?.items() ?? []).map((item) => this.span(item)).sort(inTextOrder);
  }

  /** As `spans`, where an item may also be `{ every: words }`: all the places where these whole words stand, each once. */
  mentions(value: SeedValue): TextSpan[] {
    const spans = value.items().flatMap((item) => (item.isMapping() ? this.#every(item) : [this.span(item)]));
    return [...new Map(spans.map((span) => [`${span.start} ${span.end}`, span])).values()].sort(inTextOrder);
  }

  /** A date: the day `on`, or the days `from` and `to`, and the words of the `text` that say it. */
  date(value: SeedValue | undefined): ResolvedDate | null {
    if (value === undefined) return null;
    const fields = value.record(['on', 'from', 'to', 'precision', 'text']);
    const on = fields.optional('on')?.text() ?? null;
    const from = fields.optional('from')?.text() ?? null;
    const to = fields.optional('to')?.text() ?? null;
    if (on !== null && (from !== null || to !== null)) {
      throw value.error(`${value.name} takes either “on” or “from” and “to”, not both.`);
    }
    const precision = fields.optional('precision')?.oneOf(DatePrecision) ?? (on === null ? 'RANGE' : 'DAY');
    const span = this.optionalSpan(fields.optional('text'));
    return value.attempt(() => resolvedDate(on ?? from, on ?? to, precision, span));
  }

  #every(value: SeedValue): TextSpan[] {
    const words = value.record(['every']).required('every');
    const found = words.attempt(() => findEvery(this.#revision.text, words.text()));
    return found.map(({ start, end }) => spanAt(this.#revision, start, end));
  }
}

function inTextOrder(a: TextSpan, b: TextSpan): number {
  return a.start - b.start || a.end - b.end;
}
