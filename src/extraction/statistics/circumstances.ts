import type { Stretch } from '../../domain/span.js';
import type { Document, Sentence } from '../document.js';
import type { DateExpression, ExtractedPlace, ExtractedStatement } from '../extraction.js';
import type { FoundQuantity } from '../quantities/find-quantities.js';

/** What the other stages found that can belong to a figure. */
export interface Circumstances {
  readonly statements: readonly ExtractedStatement[];
  readonly places: readonly ExtractedPlace[];
  readonly dates: readonly DateExpression[];
}

/** A stretch that can belong to a figure: a mention of a place, a date, the content of a statement. */
interface Candidate<T> {
  readonly span: Stretch;
  readonly value: T;
}

/** Candidates by the sentences that they touch, in the order of the text. */
class BySentence<T> {
  readonly #candidates = new Map<number, Candidate<T>[]>();

  constructor(sentences: readonly Sentence[], candidates: readonly Candidate<T>[]) {
    let from = 0;
    for (const candidate of [...candidates].sort((a, b) => a.span.start - b.span.start)) {
      while (from < sentences.length && (sentences[from]?.end ?? 0) <= candidate.span.start) from++;
      for (let at = from; at < sentences.length; at++) {
        if ((sentences[at]?.start ?? 0) >= candidate.span.end) break;
        const known = this.#candidates.get(at);
        if (known === undefined) this.#candidates.set(at, [candidate]);
        else known.push(candidate);
      }
    }
  }

  in({ index }: Sentence): readonly Candidate<T>[] {
    return this.#candidates.get(index) ?? [];
  }
}

/** Places, dates and statements around figures. */
export class Surroundings {
  readonly #text: string;
  readonly #places: BySentence<string>;
  readonly #dates: BySentence<DateExpression>;
  readonly #contents: BySentence<ExtractedStatement>;
  readonly #sources: BySentence<ExtractedStatement>;

  constructor({ text, sentences }: Document, { statements, places, dates }: Circumstances) {
    this.#text = text;
    const mentions = places.flatMap(({ id, mentions: spans }) => spans.map((span) => ({ span, value: id })));
    this.#places = new BySentence(sentences, mentions);
    // When something was said is not when it holds.
    const said = new Set(statements.flatMap(({ said: date }) => date?.span.start ?? []));
    const holding = dates.filter(({ span, precision }) => precision !== null && !said.has(span.start));
    this.#dates = new BySentence(
      sentences,
      holding.map((date) => ({ span: date.span, value: date })),
    );
    this.#contents = new BySentence(
      sentences,
      statements.flatMap((value) => value.content.map((span) => ({ span, value }))),
    );
    this.#sources = new BySentence(
      sentences,
      statements.flatMap((value) => value.source.map((span) => ({ span, value }))),
    );
  }

  /** The innermost statement that a figure is part of. */
  carrierOf({ quantity: { span }, sentence }: FoundQuantity): ExtractedStatement | undefined {
    let innermost: ExtractedStatement | undefined;
    for (const { span: content, value } of this.#contents.in(sentence)) {
      const isInner = innermost === undefined || lengthOf(value) < lengthOf(innermost);
      if (isInner && overlap(content, span)) innermost = value;
    }
    return innermost;
  }

  /** Whether a figure only says how many speak: “two officials said”. */
  isInSource({ quantity: { span }, sentence }: FoundQuantity): boolean {
    return this.#sources.in(sentence).some(({ span: source }) => covers(source, span));
  }

  /** The date as of which a figure holds: the one behind it, otherwise the last before it in its sentence. */
  dateOf(
    found: FoundQuantity,
    carrier: ExtractedStatement | undefined,
    next: FoundQuantity | undefined,
  ): DateExpression | null {
    const { span } = found.quantity;
    const nearest = (candidates: readonly Candidate<DateExpression>[]) => {
      const dates = candidates.filter(({ span: date }) => !overlap(date, span) && !this.#isComparedWith(date));
      return behind(dates, span, next) ?? dates.findLast(({ span: { end } }) => end <= span.start);
    };
    const own = nearest(this.#around(this.#dates, found.sentence, carrier));
    return (own ?? (carrier === undefined ? nearest(this.#dates.in(found.sentence)) : undefined))?.value ?? null;
  }

  /** “more than the day before”. */
  #isComparedWith({ start }: Stretch): boolean {
    return /\bthan\s$/u.test(this.#text.slice(Math.max(0, start - 8), start));
  }

  /**
   * The place that a figure is of: the one behind it, otherwise the last before `first`, the first figure of its sentence.
   * Where the statement around it names none, that of the words that report it will do: “In Corvania, he said, …”.
   */
  placeOf(
    found: FoundQuantity,
    carrier: ExtractedStatement | undefined,
    next: FoundQuantity | undefined,
    first: FoundQuantity,
  ): string | null {
    const nearest = (places: readonly Candidate<string>[]) =>
      behind(places, found.quantity.span, next) ??
      places.findLast(({ span: { end } }) => end <= first.quantity.span.start);
    const own = nearest(this.#around(this.#places, found.sentence, carrier));
    return (own ?? nearest(this.#around(this.#places, found.sentence, undefined)))?.value ?? null;
  }

  /** The candidates in a sentence that are on the same side as a figure: within the statement around it, or outside of any. */
  #around<T>(
    candidates: BySentence<T>,
    sentence: Sentence,
    carrier: ExtractedStatement | undefined,
  ): readonly Candidate<T>[] {
    const near = candidates.in(sentence);
    if (carrier !== undefined)
      return near.filter(({ span }) => carrier.content.some((content) => covers(content, span)));
    const contents = this.#contents.in(sentence);
    return near.filter(({ span }) => !contents.some((content) => covers(content.span, span)));
  }
}

/** The first candidate between a figure and the next. */
function behind<T>(
  candidates: readonly Candidate<T>[],
  { end }: Stretch,
  next: FoundQuantity | undefined,
): Candidate<T> | undefined {
  const limit = next?.quantity.span.start ?? Number.POSITIVE_INFINITY;
  return candidates.find(({ span }) => span.start >= end && span.start < limit);
}

function overlap(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

function covers(outer: Stretch, inner: Stretch): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function lengthOf({ content }: ExtractedStatement): number {
  return content.reduce((length, { start, end }) => length + end - start, 0);
}
