import { type CalendarUnit, dayExists } from '../../dates/calendar.js';
import type { DateForm, Which } from '../../dates/date-form.js';
import type { DateRule, SlotValues } from '../../dates/date-language.js';

/** “For two days after” tells how long, not when. */
const LENGTH_LEADS = ['for', 'over', 'within', 'during', 'throughout', 'through'];

const LEAP_YEAR = 2000;
const AUTUMN = { is: 'SEASON', firstMonth: 9, which: null, of: null } as const;

/** Days that are named, by number or by weekday. */
const DAYS: readonly DateRule[] = [
  {
    says: '{year}-{month:twoDigits}-{day:twoDigits}',
    means: (v) => ({
      is: 'DATE',
      month: v.number('month'),
      day: v.number('day'),
      of: { is: 'YEAR', year: v.number('year') },
    }),
  },
  { says: 'the? {day} of? {month} {ofYear?}', means: (v) => date(v, 'day') },
  { says: '{month} the? {day} {ofYear?}', notAfter: ['in'], means: (v) => date(v, 'day') },
  {
    says: '{day} {dash} {last:day} {month} {ofYear?}',
    means: between,
  },
  {
    says: '{month} {day} {dash} {last:day} {ofYear?}',
    means: between,
  },
  { says: '{day} and {last:day} {month} {ofYear?}', means: pairOfDays },
  { says: '{month} {day} and {last:day} {ofYear?}', means: pairOfDays },
  { says: '{weekday}', notAfter: ['in', 'within'], means: (v) => weekday(v, null) },
  { says: 'the? {which} {weekday}', means: (v) => weekday(v, v.which('which')) },
  { says: '{weekday} week', means: (v) => weekday(v, null, 1) },
  { says: 'a week (on|from) {weekday}', means: (v) => weekday(v, null, 1) },
  { says: '{weekday} of? last week', means: (v) => weekdayOf(v, period('WEEK', -1)) },
  { says: '{weekday} of? this week', means: (v) => weekdayOf(v, period('WEEK', 0)) },
  { says: '{weekday} of? next week', means: (v) => weekdayOf(v, period('WEEK', 1)) },
  {
    says: 'the {ordinal} {weekday} (in|of) {month} {ofYear?}',
    means: (v) => nthWeekday(v, { is: 'MONTH', month: v.number('month'), which: null, of: v.form('ofYear') }),
  },
  { says: 'the {ordinal} {weekday} of (the|this) month', means: (v) => nthWeekday(v, period('MONTH', 0)) },
  { says: 'the {ordinal} {weekday} of last month', means: (v) => nthWeekday(v, period('MONTH', -1)) },
  { says: 'the {ordinal} {weekday} of next month', means: (v) => nthWeekday(v, period('MONTH', 1)) },
  {
    says: '{clock}',
    after: ['at', 'by', 'before', 'after', 'around', 'about', 'since', 'until', 'till', 'from'],
    means: clock,
  },
];

/** Months, seasons, quarters, years: stretches that have a name. */
const STRETCHES: readonly DateRule[] = [
  { says: '{month} {ofYear}', means: (v) => month(v, null) },
  { says: '{month}', needs: 'LEAD', notAfter: ['on', 'at', 'within'], means: (v) => month(v, null) },
  { says: '{which} {month}', means: (v) => month(v, v.which('which')) },
  { says: 'the? {season} {ofYear}', means: (v) => season(v, null) },
  { says: 'the {season}', needs: 'LEAD', means: (v) => season(v, null) },
  { says: '{which} {season}', means: (v) => season(v, v.which('which')) },
  { says: 'the? fall (of|in) {year}', means: (v) => ({ ...AUTUMN, of: { is: 'YEAR', year: v.number('year') } }) },
  { says: 'last fall', means: () => ({ ...AUTUMN, which: 'LAST' }) },
  { says: 'this fall', means: () => ({ ...AUTUMN, which: 'THIS' }) },
  { says: 'next fall', means: () => ({ ...AUTUMN, which: 'NEXT' }) },
  { says: 'the? {ordinal} quarter {ofYear}', means: (v) => division(v, 4) },
  { says: 'the {ordinal} quarter', after: ['in', 'for', 'during', 'by', 'since'], means: (v) => division(v, 4) },
  { says: 'the? {ordinal} half {ofYear}', means: (v) => division(v, 2) },
  {
    says: '{year}',
    needs: 'LEAD',
    notAfter: ['on', 'at', 'over', 'within', 'around', 'as at'],
    means: (v) => ({ is: 'YEAR', year: v.number('year') }),
  },
  { says: 'the? {decade}', means: (v) => ({ is: 'DECADE', year: v.number('decade') }) },
  { says: 'the? {which} weekend', means: (v) => weekend(v.which('which')) },
  { says: 'the weekend', needs: 'LEAD', means: () => weekend(null) },
];

/** What is counted from the day of publication. */
const RELATIVE: readonly DateRule[] = [
  { says: '(yesterday|Yesterday)', means: () => deictic(-1) },
  { says: '(today|Today|tonight|Tonight)', means: () => deictic(0) },
  { says: '(tomorrow|Tomorrow)', means: () => deictic(1) },
  { says: 'the day before yesterday', means: () => deictic(-2) },
  { says: 'the day after tomorrow', means: () => deictic(2) },
  { says: 'last night', means: () => deictic(-1) },
  { says: 'this (morning|afternoon|evening|lunchtime)', means: () => deictic(0) },
  { says: 'overnight', notBefore: 'NOUN', means: () => ({ is: 'OVERNIGHT' }) },
  { says: '(now|right now)', notBefore: ['that'], means: () => period('DAY', 0) },
  { says: 'press time', after: ['at', 'by', 'as of'], means: () => period('DAY', 0) },
  {
    says: 'the time of (writing|publication|going to press)',
    after: ['at', 'by', 'as of'],
    means: () => period('DAY', 0),
  },
  { says: 'last {unit}', means: (v) => stretch(v, -1) },
  { says: 'this {unit}', means: (v) => stretch(v, 0) },
  { says: 'next {unit}', means: (v) => stretch(v, 1) },
  { says: 'the {unit} before last', means: (v) => stretch(v, -2) },
  { says: 'the {unit} after next', means: (v) => stretch(v, 2) },
  { says: 'the {unit}', needs: 'PART', means: (v) => (v.unit('unit') === 'DAY' ? anchored('DAY', 0) : stretch(v, 0)) },
  { says: 'the (past|last) {unit}', means: (v) => adjoining(v, 1, false) },
  { says: 'the (past|last) {count} {units}', means: (v) => adjoining(v, v.number('count'), false) },
  { says: 'the (past|last) {few} {units}', means: (v) => adjoining(v, null, false) },
  { says: 'recent {units}', after: ['in', 'over', 'within', 'during'], means: (v) => adjoining(v, null, false) },
  { says: 'the coming {unit}', means: (v) => adjoining(v, 1, true) },
  {
    says: 'the coming (days|weeks|months|years)',
    means: () => ({ is: 'ADJOINING', unit: 'DAY', count: null, ahead: true }),
  },
  {
    says: 'the next {unit}',
    after: ['in', 'over', 'during', 'within', 'for', 'throughout'],
    means: (v) => adjoining(v, 1, true),
  },
  { says: 'the (next|coming) {count} {units}', means: (v) => adjoining(v, v.number('count'), true) },
  { says: 'the (next|coming) {few} {units}', means: (v) => adjoining(v, null, true) },
  { says: '{count} {units} ago', notAfter: LENGTH_LEADS, means: (v) => distant(v, -1) },
  { says: '{few} {units} ago', means: (v) => adjoining(v, null, false) },
  { says: 'a fortnight ago', means: () => ({ is: 'AGO', unit: 'WEEK', count: 2 }) },
  { says: '{count} (hours|minutes|hour|minute) ago', means: () => deictic(0) },
  { says: '{count} {units} from now', means: (v) => distant(v, 1) },
];

/** What is counted from the date named last. */
const ANCHORED: readonly DateRule[] = [
  { says: '{count} {units} (earlier|later|afterwards)', notAfter: LENGTH_LEADS, means: shifted },
  { says: '{count} {units} (before|after)', notAfter: LENGTH_LEADS, countsFromNext: true, means: shifted },
  { says: '{count} (hours|minutes|hour|minute) (earlier|later)', means: () => anchored('DAY', 0) },
  { says: 'the {unit} (before|after)', countsFromNext: true, means: neighbour },
  { says: 'the (night|evening|morning) (before|after)', countsFromNext: true, means: (v) => anchored('DAY', side(v)) },
  { says: '(that|the same|that same) {unit}', means: (v) => anchored(v.unit('unit'), 0) },
  { says: '(that|the same|that same) {timeOfDay}', means: () => anchored('DAY', 0) },
  { says: 'that weekend', means: () => anchored('WEEKEND', 0) },
  { says: 'the (following|next) {unit}', means: (v) => anchored(v.unit('unit'), 1) },
  { says: 'the (following|next) {timeOfDay}', means: () => anchored('DAY', 1) },
  { says: 'the (previous|preceding) {unit}', means: (v) => anchored(v.unit('unit'), -1) },
  { says: 'the (previous|preceding) {timeOfDay}', means: () => anchored('DAY', -1) },
  { says: 'then', after: ['by', 'since', 'until'], means: () => ({ is: 'ANCHOR' }) },
];

export const ENGLISH_DATE_RULES: readonly DateRule[] = [...DAYS, ...STRETCHES, ...RELATIVE, ...ANCHORED];

/** A day and month; null for one that no year has. */
function date(values: SlotValues, name: string): DateForm | null {
  const [month, day] = [values.number('month'), values.number(name)];
  return dayExists(LEAP_YEAR, month, day) ? { is: 'DATE', month, day, of: values.form('ofYear') } : null;
}

/** The days between two of which both exist. */
function between(values: SlotValues): DateForm | null {
  const [first, last] = [date(values, 'day'), date(values, 'last')];
  return first && last && { is: 'BETWEEN', first, last };
}

/** “3 and 4 May” are one range; days that are not neighbours are none. */
function pairOfDays(values: SlotValues): DateForm | null {
  return values.number('last') === values.number('day') + 1 ? between(values) : null;
}

function weekday(values: SlotValues, which: Which, weeksOn = 0): DateForm {
  return { is: 'WEEKDAY', weekday: values.number('weekday'), which, weeksOn };
}

function weekdayOf(values: SlotValues, week: DateForm): DateForm {
  return { is: 'NTH_WEEKDAY', nth: 1, weekday: values.number('weekday'), of: week };
}

function nthWeekday(values: SlotValues, of: DateForm): DateForm {
  return { is: 'NTH_WEEKDAY', nth: values.number('ordinal'), weekday: values.number('weekday'), of };
}

function clock(): DateForm {
  return { is: 'CLOCK', of: null };
}

function month(values: SlotValues, which: Which): DateForm {
  return { is: 'MONTH', month: values.number('month'), which, of: values.form('ofYear') };
}

function season(values: SlotValues, which: Which): DateForm {
  return { is: 'SEASON', firstMonth: values.number('season'), which, of: values.form('ofYear') };
}

function division(values: SlotValues, parts: number): DateForm | null {
  const ordinal = values.number('ordinal');
  const nth = ordinal === -1 ? parts : ordinal;
  return nth > parts ? null : { is: 'DIVISION', nth, parts, of: values.form('ofYear') };
}

function weekend(which: Which): DateForm {
  return which === 'THAT' ? anchored('WEEKEND', 0) : { is: 'WEEKEND', which };
}

function period(unit: CalendarUnit, offset: number): DateForm {
  return { is: 'PERIOD', unit, offset };
}

function deictic(offset: number): DateForm {
  return { is: 'PERIOD', unit: 'DAY', offset, deictic: true };
}

/** “Last day” and “next day” are no days counted from publication. */
function stretch(values: SlotValues, offset: number): DateForm | null {
  const unit = values.unit('unit');
  return unit === 'DAY' ? null : period(unit, offset);
}

function adjoining(values: SlotValues, count: number | null, ahead: boolean): DateForm {
  return { is: 'ADJOINING', unit: values.unit(values.has('unit') ? 'unit' : 'units'), count, ahead };
}

function distant(values: SlotValues, sign: number): DateForm {
  return { is: 'AGO', unit: values.unit('units'), count: -sign * values.number('count') };
}

function anchored(unit: CalendarUnit, offset: number): DateForm {
  return { is: 'ANCHORED', unit, offset };
}

function neighbour(values: SlotValues): DateForm {
  const unit = values.unit('unit');
  if (unit === 'DAY') return { is: 'SHIFTED', unit, count: side(values), of: null };
  return anchored(unit, side(values));
}

function shifted(values: SlotValues): DateForm {
  return { is: 'SHIFTED', unit: values.unit('units'), count: side(values) * values.number('count'), of: null };
}

function side(values: SlotValues): number {
  return values.says('before') || values.says('earlier') ? -1 : 1;
}
