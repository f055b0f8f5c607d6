import { overlaps, type Stretch } from '../../domain/span.js';
import type { Document, Sentence } from '../document.js';
import type { DateExpression, ExtractedPlace, ExtractedStatement } from '../extraction.js';
import { FIGURE_VERBS } from '../language/english/figure-claims.js';
import type { FoundQuantity } from '../quantities/find-quantities.js';
import { wordAt } from '../quantities/lexeme.js';
import { Clauses } from './clauses.js';
import { isOnlyDescriptive } from './descriptive-places.js';

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
  readonly #clauses: Clauses;
  readonly #places: BySentence<string>;
  readonly #dates: BySentence<DateExpression>;
  /** With those on which something was said. */
  readonly #allDates: BySentence<DateExpression>;
  readonly #contents: BySentence<ExtractedStatement>;
  readonly #sources: BySentence<ExtractedStatement>;

  constructor(document: Document, { statements, places, dates }: Circumstances) {
    const { text, sentences } = document;
    this.#text = text;
    this.#clauses = new Clauses(document, dates);
    const mentions = places.flatMap(({ id, mentions: spans }) => spans.map((span) => ({ span, value: id })));
    this.#places = new BySentence(
      sentences,
      mentions.filter(({ span }) => !isOnlyDescriptive(document, span)),
    );
    const resolved = dates
      .filter(({ precision }) => precision !== null)
      .map((date) => ({ span: date.span, value: date }))
      .filter(({ span }) => !isComparedWith(text, span) && !isOfDocument(text, span));
    // When something was said is not when it holds.
    const said = new Set(statements.flatMap(({ said: date }) => date?.span.start ?? []));
    this.#allDates = new BySentence(sentences, resolved);
    this.#dates = new BySentence(
      sentences,
      resolved.filter(({ span }) => !said.has(span.start)),
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
      if (isInner && overlaps(content, span)) innermost = value;
    }
    return innermost;
  }

  /** Whether a figure only says how many speak: “two officials said”. */
  isInSource({ quantity: { span }, sentence }: FoundQuantity): boolean {
    return this.#sources.in(sentence).some(({ span: source }) => covers(source, span));
  }

  /**
   * The date as of which a figure holds: the one behind it in its clause, otherwise the last before it in its sentence.
   * Where the statement around it has none, one that opens what reports it (“As of Monday, they claim that …”) will do, and
   * that of the report itself where the figure has no verb of its own: “On Monday the office counted 14 cases”.
   */
  dateOf(
    found: FoundQuantity,
    carrier: ExtractedStatement | undefined,
    next: FoundQuantity | undefined,
  ): DateExpression | null {
    const { span } = found.quantity;
    const nearest = (candidates: readonly Candidate<DateExpression>[]) => {
      const dates = candidates.filter(({ span: date }) => !overlaps(date, span) && !this.#isInRelative(span, date));
      const inClause = this.#inClauseOf(found, dates);
      return (
        behind(inClause, span, next) ??
        inClause.findLast(({ span: { end } }) => end <= span.start) ??
        inClause.find((date) => this.#isBeyondNext(found, date.span)) ??
        dates.find((date) => this.#opensSentence(found, date.span)) ??
        behind(dates, span, next) ??
        dates.findLast(
          ({ span: { start, end } }) => end <= span.start && AS_OF.test(this.#text.slice(start, start + 6)),
        )
      );
    };
    const own = nearest(this.#around(this.#dates, found.sentence, carrier));
    if (own !== undefined) return own.value;
    if (carrier === undefined) return nearest(this.#dates.in(found.sentence))?.value ?? null;
    const outside = this.#around(this.#allDates, found.sentence, undefined);
    const reporting = isFigureClaim(this.#text, carrier)
      ? outside
      : outside.filter(({ span: { start } }) => AS_OF.test(this.#text.slice(start, start + 6)));
    return nearest(reporting)?.value ?? null;
  }

  /** “Some 9,000 homes were dark for two hours on Monday”: a date behind a further figure of the same bare clause. */
  #isBeyondNext({ quantity: { span }, lexemes, figure }: FoundQuantity, date: Stretch): boolean {
    const isFrom = wordAt(lexemes, figure.start - 1) === 'from';
    return date.start >= span.end && !isFrom && this.#isUnbroken(span.end, date.start);
  }

  /**
   * “…, one of the largest outbreaks outside of Corvania, where it began in 2029”, “…, and as towns fight the fever that began
   * in Corvania”: told of something else.
   */
  #isInRelative({ end }: Stretch, { start }: Stretch): boolean {
    return start - end <= LONGEST_CLAUSE && RELATIVE.test(this.#text.slice(end, start));
  }

  /** “As of Monday, …” holds for what follows, whatever later dates a clause behind it has. */
  #opensSentence({ sentence }: FoundQuantity, { start }: Stretch): boolean {
    return start - sentence.start <= LONGEST_AS_OF && AS_OF.test(this.#text.slice(sentence.start, sentence.start + 6));
  }

  /** Whether neither a mark nor “and” parts two places of a sentence, nor “from”, which tells what was before. */
  #isUnbroken(from: number, to: number): boolean {
    return to - from <= LONGEST_CLAUSE && !/[,;:()—–]|\b(?:from|and)\b/u.test(this.#text.slice(from, to));
  }

  /**
   * The place that a figure is of: the one behind it in its clause, otherwise the last before `first`, the first figure of
   * its sentence, or within the clause. Where the statement around it names none, that of the words that report it will do:
   * “In Corvania, he said, …”.
   */
  placeOf(
    found: FoundQuantity,
    carrier: ExtractedStatement | undefined,
    next: FoundQuantity | undefined,
    first: FoundQuantity,
  ): string | null {
    const { span } = found.quantity;
    if (this.#isToldByOrigin(span)) return null;
    const nearest = (candidates: readonly Candidate<string>[]) => {
      const places = candidates.filter((place) => !this.#isInRelative(span, place.span));
      const inClause = this.#inClauseOf(found, places);
      const before = (candidates: readonly Candidate<string>[], limit: number) =>
        candidates.findLast(({ span: { end } }) => end <= limit);
      return (
        behind(inClause, span, next) ??
        before(inClause, first.quantity.span.start) ??
        before(
          inClause.filter(({ span: { end } }) => this.#isUnbroken(end, span.start)),
          span.start,
        ) ??
        places.findLast((place) => /^, where\b[^,;]*$/u.test(this.#between(place.span, span))) ??
        before(places, first.quantity.span.start) ??
        behind(places, span, next)
      );
    };
    const own = nearest(this.#around(this.#places, found.sentence, carrier));
    return (own ?? nearest(this.#reportingPlaces(found, carrier)))?.value ?? null;
  }

  /** Places outside of any statement; for a figure within one, those before it and those of who speaks. */
  #reportingPlaces({ sentence }: FoundQuantity, carrier: ExtractedStatement | undefined): readonly Candidate<string>[] {
    const places = this.#around(this.#places, sentence, undefined);
    const start = carrier?.content[0]?.start;
    if (carrier === undefined || start === undefined) return places;
    return places.filter(({ span }) => span.end <= start || carrier.source.some((source) => covers(source, span)));
  }

  #between({ end }: Stretch, { start }: Stretch): string {
    return start - end <= LONGEST_CLAUSE ? this.#text.slice(end, Math.max(end, start)) : '';
  }

  /** “40 boats from Corvania” need not be there. */
  #isToldByOrigin({ end }: Stretch): boolean {
    return /^ from (?:the )?\p{Lu}/u.test(this.#text.slice(end, end + 12));
  }

  /** The first place that a sentence names behind a place of it. */
  placeBehind(sentence: Sentence, start: number): string | null {
    return this.#places.in(sentence).find(({ span }) => span.start >= start)?.value ?? null;
  }

  #inClauseOf<T>({ quantity: { span } }: FoundQuantity, candidates: readonly Candidate<T>[]): readonly Candidate<T>[] {
    return candidates.filter((candidate) => this.#clauses.isOne(candidate.span, span));
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

const RELATIVE = /,\s(?:where|which|who|whose|when)\s|,\s[^,]{0,80}\b(?:the|an?)\s(?:[\p{L}-]{1,20}\s){1,3}that\s/u;

/** How far a clause is looked through, in characters. */
const LONGEST_CLAUSE = 200;

/** How far into its sentence a date stands that “as of” opens. */
const LONGEST_AS_OF = 8;

const AS_OF = /^(?:as (?:of|at)|by|since)\b/iu;

/** “more than the day before”. */
function isComparedWith(text: string, { start }: Stretch): boolean {
  return /\bthan\s$/u.test(text.slice(Math.max(0, start - 8), start));
}

/** “in a report published on Sunday”, “in its bulletin of Monday”: when it was written is not when it holds. */
function isOfDocument(text: string, { start }: Stretch): boolean {
  return OF_DOCUMENT.test(text.slice(Math.max(0, start - LONGEST_DOCUMENT), start));
}

const LONGEST_DOCUMENT = 24;
const OF_DOCUMENT =
  /\b(?:published|issued|released|dated|(?:bulletin|report|letter|memo|memorandum|statement|paper|communiqué) of)\s(?:late\s|early\s)?$/iu;

/** Whether only a number is said: “counted 14 cases”, “put the toll at 31”. */
function isFigureClaim(text: string, { cue }: ExtractedStatement): boolean {
  const words = cue.map(({ start, end }) => text.slice(start, end).toLowerCase()).join(' ');
  return FIGURE_VERBS.has(words.replace(/ of$/u, '').split(' ').at(-1) ?? '');
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

function covers(outer: Stretch, inner: Stretch): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function lengthOf({ content }: ExtractedStatement): number {
  return content.reduce((length, { start, end }) => length + end - start, 0);
}
