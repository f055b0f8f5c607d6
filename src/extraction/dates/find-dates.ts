import { type Day, daysSinceEpoch } from '../../domain/dates.js';
import type { Document, QuotedStretch } from '../document.js';
import type { DateExpression } from '../extraction.js';
import { ENGLISH_DATES } from '../language/english/dates.js';
import { partitionPoint } from '../partition-point.js';
import { type DayNumber, isoDay } from './calendar.js';
import type { DateForm } from './date-form.js';
import { firstWordAt } from './pattern-index.js';
import { DateReader, type ReadDate } from './reading.js';
import { type DateContext, type ResolvedDays, resolveForm } from './resolution.js';
import { Surroundings } from './surroundings.js';
import { looksAhead } from './tense.js';

const LANGUAGE = ENGLISH_DATES;
const READER = new DateReader(LANGUAGE);
/** Marks that make a name, a price or a compound of what stands right behind them. */
const GLUE = /[$€£#@_/‐-]$/u;

/**
 * Finds every expression that names a day or a stretch of days, in the order of the text, and which days it comes to for
 * a text published on a day; without one, those that count from it stay open.
 */
export function findDates(document: Document, published: Day | null): DateExpression[] {
  const around = new Surroundings(document, LANGUAGE);
  const read = readAll(document, around);
  return new Resolver(document, around, published === null ? null : daysSinceEpoch(published), read).resolve();
}

function readAll(document: Document, around: Surroundings): ReadDate[] {
  const found: ReadDate[] = [];
  let end = 0;
  for (const token of document.tokens) {
    if (token.start < end || !READER.canBegin(firstWordAt(document.text, token.start))) continue;
    const before = document.tokens[token.index - 1];
    if (before?.end === token.start && GLUE.test(before.text)) continue;
    const here = READER.readAt(around, token.start);
    found.push(...here);
    end = here.at(-1)?.end ?? end;
  }
  return found;
}

/** Resolves the expressions of a text in their order, since some count from the one before. */
class Resolver {
  readonly #document: Document;
  readonly #around: Surroundings;
  readonly #published: DayNumber | null;
  readonly #read: readonly ReadDate[];

  constructor(document: Document, around: Surroundings, published: DayNumber | null, read: readonly ReadDate[]) {
    this.#document = document;
    this.#around = around;
    this.#published = published;
    this.#read = read;
  }

  resolve(): DateExpression[] {
    const found: DateExpression[] = [];
    let anchor: ResolvedDays | null = null;
    for (const [i, { form, start, end, listed }] of this.#read.entries()) {
      const days = resolveForm(form, this.#context(i, anchor));
      const previous = found.at(-1);
      if (listed && days !== null && previous !== undefined && anchor !== null && follows(anchor, days)) {
        anchor = { from: anchor.from, to: days.to, precision: 'RANGE' };
        found[found.length - 1] = expression(previous.span.start, end, anchor);
      } else {
        if (!isPresent(form) && form.is !== 'OPEN' && !this.#isComparedWith(start)) anchor = days;
        found.push(expression(start, end, days));
      }
    }
    return found;
  }

  /** “more than the day before” is what something is compared with, not when it was. */
  #isComparedWith(start: number): boolean {
    return this.#around.wordBefore(start) === 'than';
  }

  #context(i: number, anchor: ResolvedDays | null): DateContext {
    const read = this.#read[i];
    const ahead = read !== undefined && this.#looksAhead(read);
    return { today: read !== undefined && isDeictic(read.form) ? this.#toldOn(i) : this.#published, anchor, ahead };
  }

  #looksAhead({ start, end }: ReadDate): boolean {
    const [first, behind] = [this.#around.tokenAt(start), this.#around.tokenAt(end)];
    return looksAhead(
      this.#document,
      { first, behind, possessor: READER.isPossessor(this.#document.text, end) },
      LANGUAGE.tense,
    );
  }

  /** The day on which what holds an expression was said, where the sentence gives it; that of publication otherwise. */
  #toldOn(i: number): DayNumber | null {
    const read = this.#read[i];
    if (read === undefined) return this.#published;
    const quotation = this.#quotationAt(read.start);
    const sentence = this.#sentenceAt(read.start);
    const said = this.#read
      .slice(Math.max(0, i - 3), i + 4)
      .find(
        (other) =>
          other !== read &&
          !isDeictic(other.form) &&
          this.#sentenceAt(other.start) === sentence &&
          this.#quotationAt(other.start) === undefined &&
          (quotation !== undefined || (other.start < read.start && this.#isOfReport(other))),
      );
    if (said === undefined) return this.#published;
    const days = resolveForm(said.form, {
      today: this.#published,
      anchor: null,
      ahead: this.#looksAhead(said),
    });
    return days !== null && days.from === days.to ? (days.from ?? this.#published) : this.#published;
  }

  /** Whether a date stands right behind a verb that reports: “said on Friday”. */
  #isOfReport({ start }: ReadDate): boolean {
    const before = this.#document.tokens[this.#around.tokenAt(start) - 1];
    return before !== undefined && LANGUAGE.tense.reporting.has(before.lemma);
  }

  #sentenceAt(at: number): number | undefined {
    return this.#document.tokens[this.#around.tokenAt(at)]?.sentence;
  }

  #quotationAt(at: number): QuotedStretch | undefined {
    const { quotations } = this.#document;
    const behind = partitionPoint(quotations, ({ outer }) => outer.start <= at);
    return quotations.slice(Math.max(0, behind - 4), behind).findLast(({ outer }) => at < outer.end);
  }
}

function isDeictic(form: DateForm): boolean {
  if (form.is === 'BOUNDED' || form.is === 'PART') return isDeictic(form.of);
  if (form.is === 'CLOCK') return form.of !== null && isDeictic(form.of);
  return form.is === 'PERIOD' && form.deictic === true;
}

/** “Now” and “at press time” name no day that others are counted from. */
function isPresent(form: DateForm): boolean {
  if (form.is === 'BOUNDED') return isPresent(form.of);
  return form.is === 'PERIOD' && form.unit === 'DAY' && form.deictic === undefined;
}

/** Whether days come right behind others, day behind day. */
function follows(before: ResolvedDays, days: ResolvedDays): boolean {
  if (days.precision !== 'DAY' || before.to === null || before.from === null) return false;
  return (before.precision === 'DAY' || before.precision === 'RANGE') && before.to + 1 === days.from;
}

function expression(start: number, end: number, days: ResolvedDays | null): DateExpression {
  const open = { span: { start, end }, from: null, to: null, precision: null };
  if (days === null) return open;
  const from = days.from === null ? null : isoDay(days.from);
  const to = days.to === null ? null : isoDay(days.to);
  return from === undefined || to === undefined ? open : { ...open, from, to, precision: days.precision };
}
