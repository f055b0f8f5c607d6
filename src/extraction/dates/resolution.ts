import type { DatePrecision } from '../../domain/dates.js';
import {
  type CalendarUnit,
  type DayNumber,
  type Days,
  dayExists,
  dayNumber,
  monthsFrom,
  partsOf,
  shiftDay,
  shiftDays,
  singleDay,
  unitAround,
  weekdayOf,
  yearOf,
} from './calendar.js';
import type { DateForm, PartOfStretch, Which } from './date-form.js';

/** What a form comes to: an open end is null. */
export interface ResolvedDays {
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
  readonly precision: DatePrecision;
}

/** What a form is resolved against. */
export interface DateContext {
  /** The day of publication, or that on which the words were said; null where the text gives none. */
  readonly today: DayNumber | null;
  /** The date named last. */
  readonly anchor: ResolvedDays | null;
  /** Whether the clause looks ahead. */
  readonly ahead: boolean;
}

type Whole = Days & { readonly precision: DatePrecision };

const PRECISIONS: Partial<Record<CalendarUnit, DatePrecision>> = {
  DAY: 'DAY',
  WEEK: 'WEEK',
  MONTH: 'MONTH',
  YEAR: 'YEAR',
};
/** How many years away the next 29 February can be. */
const YEARS_ABOUT = 8;

/** The days that a form means; null where the context does not give them. */
export function resolveForm(form: DateForm, context: DateContext): ResolvedDays | null {
  switch (form.is) {
    case 'ADJOINING':
      return adjoining(form, context.today);
    case 'BOUNDED':
      return bounded(form, form.by === 'SINCE' ? { ...context, ahead: false } : context);
    case 'ANCHOR':
      return context.anchor;
    default:
      return wholeOf(form, context);
  }
}

/** The days of a form that has both ends. */
function wholeOf(form: DateForm, context: DateContext): Whole | null {
  const { today } = context;
  switch (form.is) {
    case 'DATE':
    case 'WEEKDAY':
    case 'WEEKEND':
    case 'MONTH':
    case 'SEASON':
    case 'DIVISION':
      return recurrent(form, context);
    case 'YEAR':
      return { ...yearOf(form.year), precision: 'YEAR' };
    case 'DECADE':
      return range(monthsFrom(form.year, 1, 120));
    case 'PERIOD':
      return today === null ? null : unit(today, form.unit, form.offset);
    case 'OVERNIGHT':
      return today === null ? null : range({ from: today - 1, to: today });
    case 'AGO':
      return ago(form.unit, form.count, today);
    case 'SHIFTED':
      return shifted(form, context);
    case 'ANCHORED':
      return anchored(form, wholeAnchor(context));
    case 'ANCHOR':
      return wholeAnchor(context);
    case 'PART':
      return partOf(form.part, form.of, context);
    case 'NTH_WEEKDAY':
      return nthWeekday(form.nth, form.weekday, wholeOf(form.of, context));
    case 'CLOCK':
      return clock(form.of === null ? wholeAnchor(context) : wholeOf(form.of, context));
    case 'BETWEEN':
      return between(form, context);
    default:
      return null;
  }
}

function range(days: Days): Whole {
  return { ...days, precision: 'RANGE' };
}

function unit(day: DayNumber, name: CalendarUnit, offset: number): Whole {
  return { ...unitAround(day, name, offset), precision: PRECISIONS[name] ?? 'RANGE' };
}

function wholeAnchor({ anchor }: DateContext): Whole | null {
  if (anchor === null) return null;
  const from = anchor.from ?? anchor.to;
  const to = anchor.to ?? anchor.from;
  if (from === null || to === null) return null;
  return { from, to, precision: from === to ? 'DAY' : anchor.precision };
}

type Recurrent = Extract<DateForm, { is: 'DATE' | 'WEEKDAY' | 'WEEKEND' | 'MONTH' | 'SEASON' | 'DIVISION' }>;

/** Days that come again each week or year: of these, the one that the words or the tense choose. */
function recurrent(form: Recurrent, context: DateContext): Whole | null {
  if (form.is === 'WEEKDAY' || form.is === 'WEEKEND') return weekly(form, context);
  const inYear = (year: number) => occurrence(form, year);
  if (form.of !== null) {
    const of = wholeOf(form.of, context);
    return of === null ? null : inYear(partsOf(of.from).year);
  }
  const which = form.is === 'MONTH' || form.is === 'SEASON' ? form.which : null;
  const base = which === 'THAT' ? (wholeAnchor(context)?.from ?? null) : context.today;
  if (base === null) return null;
  const { year } = partsOf(base);
  if (which === 'THIS' || which === 'THAT') return inYear(year);
  const years = Array.from({ length: 2 * YEARS_ABOUT + 1 }, (_, i) => year - YEARS_ABOUT + i);
  return chosen(years.map(inYear), base, which, context.ahead);
}

function occurrence(form: Exclude<Recurrent, { is: 'WEEKDAY' | 'WEEKEND' }>, year: number): Whole | null {
  switch (form.is) {
    case 'DATE':
      return dayExists(year, form.month, form.day)
        ? { ...singleDay(dayNumber(year, form.month, form.day)), precision: 'DAY' }
        : null;
    case 'MONTH':
      return { ...monthsFrom(year, form.month), precision: 'MONTH' };
    case 'SEASON':
      return range(monthsFrom(year, form.firstMonth, 3));
    case 'DIVISION': {
      const months = 12 / form.parts;
      return range(monthsFrom(year, (form.nth - 1) * months + 1, months));
    }
  }
}

function weekly(form: Extract<Recurrent, { is: 'WEEKDAY' | 'WEEKEND' }>, context: DateContext): Whole | null {
  const base = form.which === 'THAT' ? (wholeAnchor(context)?.from ?? null) : context.today;
  if (base === null) return null;
  const inWeek = (offset: number): Whole => {
    if (form.is === 'WEEKEND') return unit(base, 'WEEKEND', offset);
    return { ...singleDay(unitAround(base, 'WEEK', offset).from + form.weekday), precision: 'DAY' };
  };
  if (form.which === 'THIS' || form.which === 'THAT') return inWeek(0);
  const weeksOn = form.is === 'WEEKDAY' ? form.weeksOn : 0;
  const ahead = context.ahead || weeksOn > 0;
  const found = chosen([-2, -1, 0, 1, 2].map(inWeek), base, form.which, ahead);
  return found === null ? null : { ...shiftDays(found, 'WEEK', weeksOn), precision: found.precision };
}

function chosen(inOrder: readonly (Whole | null)[], today: DayNumber, which: Which, ahead: boolean): Whole | null {
  const candidates = inOrder.filter((days) => days !== null);
  if (which === 'LAST') return candidates.findLast(({ to }) => to < today) ?? null;
  if (which === 'NEXT') return candidates.find(({ from }) => from > today) ?? null;
  if (ahead) return candidates.find(({ to }) => to >= today) ?? null;
  return candidates.findLast(({ from }) => from <= today) ?? null;
}

/** Days ago are days, weeks ago weeks; of decades the text says too little. */
function ago(name: CalendarUnit, count: number, today: DayNumber | null): Whole | null {
  return today === null || name === 'DECADE' ? null : unit(today, name, -count);
}

/** From a single day in days and weeks; otherwise in the precision of what it is counted from. */
function shifted({ unit: name, count, of }: Extract<DateForm, { is: 'SHIFTED' }>, context: DateContext): Whole | null {
  const base = of === null ? wholeAnchor(context) : wholeOf(of, context);
  if (base === null || name === 'DECADE') return null;
  const precision = base.precision === 'TIME' ? 'DAY' : base.precision;
  if (name !== 'DAY' && name !== 'WEEK') return { ...shiftDays(base, name, count), precision };
  if (base.precision === 'DAY' || base.precision === 'TIME' || base.precision === 'RANGE')
    return { ...singleDay(shiftDay(count < 0 ? base.from : base.to, name, count)), precision: 'DAY' };
  return base.precision === 'WEEK' && name === 'WEEK' ? { ...shiftDays(base, name, count), precision } : null;
}

/** The unit that the date named last lies in, or one before or behind it; not a day, where that is a month or a year. */
function anchored({ unit: name, offset }: Extract<DateForm, { is: 'ANCHORED' }>, anchor: Whole | null): Whole | null {
  if (anchor === null) return null;
  const within = unitAround(anchor.from, name);
  if (name === 'DAY' && anchor.precision !== 'RANGE' && anchor.from !== anchor.to) return null;
  if (name !== 'DAY' && anchor.to > within.to) return null;
  return unit(offset > 0 ? anchor.to : anchor.from, name, offset);
}

function nthWeekday(nth: number, weekday: number, within: Whole | null): Whole | null {
  if (within === null) return null;
  const first = within.from + ((weekday - weekdayOf(within.from) + 7) % 7);
  const last = within.to - ((weekdayOf(within.to) - weekday + 7) % 7);
  const day = nth < 0 ? last : first + 7 * (nth - 1);
  return day > within.to ? null : { ...singleDay(day), precision: 'DAY' };
}

function clock(day: Whole | null): Whole | null {
  return day === null || day.from !== day.to ? null : { ...singleDay(day.from), precision: 'TIME' };
}

/** Where the first day of a range would come after the last, it is the one before. */
function between({ first, last }: Extract<DateForm, { is: 'BETWEEN' }>, context: DateContext): Whole | null {
  if (first.is === 'CLOCK' && first.of === null) return wholeOf(last, context);
  if (context.ahead) {
    const from = wholeOf(first, context);
    if (from === null) return null;
    const to = wholeOf(last, { ...context, today: from.from });
    return to === null || to.to < from.from ? null : range({ from: from.from, to: to.to });
  }
  const to = wholeOf(last, context);
  if (to === null) return null;
  const year = last.is === 'DATE' || last.is === 'MONTH' ? to.to : null;
  const from = wholeOf(first, { ...context, today: year ?? (context.today === null ? null : to.to) });
  return from === null || from.from > to.to ? null : range({ from: from.from, to: to.to });
}

function bounded({ by, of: form }: Extract<DateForm, { is: 'BOUNDED' }>, context: DateContext): ResolvedDays | null {
  const of = wholeOf(form, context);
  if (of === null) return null;
  switch (by) {
    case 'SINCE':
      return { from: of.from, to: null, precision: 'RANGE' };
    case 'UNTIL':
      return { from: null, to: of.to, precision: 'RANGE' };
    case 'BEFORE':
      return { from: null, to: isEnd(form) ? of.to : of.from - 1, precision: 'RANGE' };
    case 'AFTER':
      return { from: of.to + 1, to: null, precision: 'RANGE' };
  }
}

/** “Before the end of the year” goes up to its last day. */
function isEnd(form: DateForm): boolean {
  return form.is === 'PART' && form.part === 'LATE';
}

function adjoining(
  { unit: name, count, ahead }: Extract<DateForm, { is: 'ADJOINING' }>,
  today: DayNumber | null,
): ResolvedDays | null {
  if (today === null) return null;
  if (ahead) {
    const to = count === null ? null : shiftDay(today, name, count);
    return { from: today + 1, to, precision: 'RANGE' };
  }
  const from = count === null ? null : shiftDay(today, name, -count);
  return { from, to: today - 1, precision: 'RANGE' };
}

/** How many days, or months of a year, or years of a decade, “early” and “mid-” take. */
const THIRDS: Partial<Record<CalendarUnit, readonly [number, number]>> = {
  WEEK: [2, 2],
  MONTH: [10, 10],
  YEAR: [3, 6],
  DECADE: [36, 36],
};

function partOf(part: PartOfStretch, form: DateForm, context: DateContext): Whole | null {
  const whole = wholeOf(form, context);
  if (whole === null) return null;
  if (whole.from === whole.to) return whole;
  if (part === 'EARLIER' || part === 'LATER') return restOf(part, whole, form, context);
  return range(thirdOf(part, whole));
}

/** What lies before or behind the day that it is counted from; the whole where that lies elsewhere. */
function restOf(part: PartOfStretch, whole: Whole, form: DateForm, context: DateContext): Whole {
  const day = form.is === 'ANCHORED' ? (wholeAnchor(context)?.from ?? null) : context.today;
  if (day === null || day < whole.from || day > whole.to) return range(whole);
  const rest = part === 'EARLIER' ? { from: whole.from, to: day - 1 } : { from: day + 1, to: whole.to };
  return range(rest.from > rest.to ? singleDay(day) : rest);
}

function thirdOf(part: PartOfStretch, whole: Whole): Days {
  const length = whole.to - whole.from + 1;
  const { year, month } = partsOf(whole.from);
  const monthsLong = length > 300 ? THIRDS[length > 3000 ? 'DECADE' : 'YEAR'] : undefined;
  const [early, mid] = monthsLong ?? THIRDS[length === 7 ? 'WEEK' : 'MONTH'] ?? [1, 1];
  if (monthsLong === undefined && length > 31) return seasonThird(part, year, month);
  const at = (count: number) => (monthsLong === undefined ? whole.from + count : dayNumber(year, month + count, 1));
  if (part === 'EARLY') return { from: whole.from, to: at(early) - 1 };
  if (part === 'MID') return { from: at(early), to: at(early + mid) - 1 };
  return { from: at(early + mid), to: whole.to };
}

/** A third of a season or quarter is a month. */
function seasonThird(part: PartOfStretch, year: number, firstMonth: number): Days {
  return monthsFrom(year, firstMonth + (part === 'EARLY' ? 0 : part === 'MID' ? 1 : 2));
}
