import type { CalendarUnit } from './calendar.js';

/** Which of several days, months or seasons of a name is meant; null where only the tense of the clause can tell. */
export type Which = 'LAST' | 'THIS' | 'NEXT' | 'THAT' | null;

/** A part of a stretch of days. EARLIER and LATER are what lies before and after the day it is told on. */
export type PartOfStretch = 'EARLY' | 'MID' | 'LATE' | 'EARLIER' | 'LATER';

/** What an expression says, before it is known which days that comes to. Months run from 1, weekdays from 0 for Monday. */
export type DateForm =
  | { readonly is: 'DATE'; readonly month: number; readonly day: number; readonly of: DateForm | null }
  | { readonly is: 'WEEKDAY'; readonly weekday: number; readonly which: Which; readonly weeksOn: number }
  | { readonly is: 'MONTH'; readonly month: number; readonly which: Which; readonly of: DateForm | null }
  /** Three months from `firstMonth` on; a season’s may belong to two years. */
  | { readonly is: 'SEASON'; readonly firstMonth: number; readonly which: Which; readonly of: DateForm | null }
  /** One of the equal parts of a year: a quarter or a half. */
  | { readonly is: 'DIVISION'; readonly nth: number; readonly parts: number; readonly of: DateForm | null }
  | { readonly is: 'WEEKEND'; readonly which: Which }
  | { readonly is: 'YEAR'; readonly year: number }
  | { readonly is: 'DECADE'; readonly year: number }
  /** “Yesterday”, “last week”, “next year”: counted from the day of publication. A deictic one counts from when it was said. */
  | { readonly is: 'PERIOD'; readonly unit: CalendarUnit; readonly offset: number; readonly deictic?: true }
  | { readonly is: 'OVERNIGHT' }
  | { readonly is: 'AGO'; readonly unit: CalendarUnit; readonly count: number }
  /** “The past three days”, “the coming weeks”; without a count the far end is open. */
  | { readonly is: 'ADJOINING'; readonly unit: CalendarUnit; readonly count: number | null; readonly ahead: boolean }
  /** “A day before”, “two weeks later”: counted from the date named last, or from `of`. */
  | { readonly is: 'SHIFTED'; readonly unit: CalendarUnit; readonly count: number; readonly of: DateForm | null }
  /** “The same day”, “that month”, “the following week”: a unit counted from the one that the date named last is in. */
  | { readonly is: 'ANCHORED'; readonly unit: CalendarUnit; readonly offset: number }
  /** “By then”: the date named last. */
  | { readonly is: 'ANCHOR' }
  | { readonly is: 'PART'; readonly part: PartOfStretch; readonly of: DateForm }
  /** “The first Monday in June”; -1 for the last. */
  | { readonly is: 'NTH_WEEKDAY'; readonly nth: number; readonly weekday: number; readonly of: DateForm }
  /** A clock time, on a day or on that of the date named last. */
  | { readonly is: 'CLOCK'; readonly of: DateForm | null }
  | { readonly is: 'BETWEEN'; readonly first: DateForm; readonly last: DateForm }
  /** What has an open end: “since Monday”, “until May”, “after the vote”. */
  | { readonly is: 'BOUNDED'; readonly by: Bound; readonly of: DateForm }
  /** Counted from something that the text gives no date of. */
  | { readonly is: 'OPEN' };

/** Which end a preposition gives, and whether the days that it names are among those meant. */
export type Bound = 'SINCE' | 'UNTIL' | 'BEFORE' | 'AFTER';
