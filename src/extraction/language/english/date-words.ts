import type { CalendarUnit } from '../../dates/calendar.js';
import type { DateForm, Which } from '../../dates/date-form.js';
import type { Slot, TenseWords } from '../../dates/date-language.js';

const GAP = String.raw`(?:[^\S\r\n]{1,4}|\r?\n)`;
const YEAR = String.raw`(?:1[4-9]|20|21)\d\d`;

const MONTHS = {
  January: 1,
  'Jan.': 1,
  February: 2,
  'Feb.': 2,
  March: 3,
  'Mar.': 3,
  April: 4,
  'Apr.': 4,
  May: 5,
  June: 6,
  July: 7,
  August: 8,
  'Aug.': 8,
  September: 9,
  'Sept.': 9,
  'Sep.': 9,
  October: 10,
  'Oct.': 10,
  November: 11,
  'Nov.': 11,
  December: 12,
  'Dec.': 12,
};

const WEEKDAYS = { Monday: 0, Tuesday: 1, Wednesday: 2, Thursday: 3, Friday: 4, Saturday: 5, Sunday: 6 };

/** Seasons by their first month. */
const SEASONS = { spring: 3, summer: 6, autumn: 9, winter: 12 };

const SMALL_NUMBERS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 };
const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  'a dozen': 12,
  ...Object.fromEntries(SMALL_NUMBERS.map((word, i) => [word, i + 1])),
  ...TENS,
  ...Object.fromEntries(
    Object.entries(TENS).flatMap(([ten, value]) =>
      SMALL_NUMBERS.slice(0, 9).map((word, i) => [`${ten}-${word}`, value + i + 1]),
    ),
  ),
};

const ORDINALS = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
  last: -1,
};

const UNITS: Readonly<Record<string, CalendarUnit>> = {
  day: 'DAY',
  week: 'WEEK',
  month: 'MONTH',
  quarter: 'QUARTER',
  year: 'YEAR',
  decade: 'DECADE',
};

const WHICH: Readonly<Record<string, Which>> = {
  last: 'LAST',
  past: 'LAST',
  'this past': 'LAST',
  this: 'THIS',
  next: 'NEXT',
  coming: 'NEXT',
  'this coming': 'NEXT',
  that: 'THAT',
};

const YEARS: Readonly<Record<string, DateForm>> = {
  'last year': { is: 'PERIOD', unit: 'YEAR', offset: -1 },
  'this year': { is: 'PERIOD', unit: 'YEAR', offset: 0 },
  'the year': { is: 'PERIOD', unit: 'YEAR', offset: 0 },
  'next year': { is: 'PERIOD', unit: 'YEAR', offset: 1 },
  'that year': { is: 'ANCHORED', unit: 'YEAR', offset: 0 },
  'the same year': { is: 'ANCHORED', unit: 'YEAR', offset: 0 },
  'the previous year': { is: 'ANCHORED', unit: 'YEAR', offset: -1 },
  'the following year': { is: 'ANCHORED', unit: 'YEAR', offset: 1 },
};

const LAST_CENTURY = 1900;

export const ENGLISH_DATE_SLOTS: Readonly<Record<string, Slot>> = {
  month: words(MONTHS),
  weekday: words(WEEKDAYS),
  season: words(SEASONS, anyCase),
  ordinal: words(ORDINALS, anyCase),
  count: {
    source: String.raw`(?:\d{1,3}|${alternatives(Object.keys(COUNTS), anyCase)})`,
    firsts: ['#', ...firstsOf(Object.keys(COUNTS))],
    read: (text) => COUNTS[text.toLowerCase().replace(/\s+/u, ' ')] ?? Number(text),
  },
  few: words({ few: 0, 'a few': 0, several: 0, some: 0, 'a couple of': 0, couple: 0, many: 0 }, anyCase),
  unit: words(UNITS, anyCase),
  units: {
    source: `(?:${Object.keys(UNITS).join('|')})s?`,
    firsts: firstsOf(Object.keys(UNITS).flatMap((unit) => [unit, `${unit}s`])),
    read: (text) => UNITS[text.toLowerCase().replace(/s$/u, '')],
  },
  which: words(WHICH, anyCase),
  day: { source: String.raw`\d{1,2}(?:st|nd|rd|th)?`, firsts: ['#'], read: (text) => Number.parseInt(text, 10) },
  twoDigits: { source: String.raw`\d\d`, firsts: ['#'], read: Number },
  year: { source: YEAR, firsts: ['#'], read: Number },
  /** The year that a month, season or quarter is of. */
  ofYear: {
    source: `(?:,${GAP}${YEAR}|(?:${GAP}(?:of|in))?${GAP}(?:${YEAR}|${alternatives(Object.keys(YEARS), String)}))`,
    firsts: [],
    joins: 'BEFORE',
    read: (text) => {
      const year = text
        .replace(/\s+/gu, ' ')
        .replace(/^,? ?(?:of |in )?/u, '')
        .trim();
      return YEARS[year] ?? { is: 'YEAR', year: Number(year) };
    },
  },
  decade: {
    source: String.raw`(?:(?:1[4-9]|20|21)\d0s|[’'‘]\d0s)`,
    firsts: ['#', '’', "'", '‘'],
    read: (text) => (/^\d/u.test(text) ? Number(text.slice(0, 4)) : LAST_CENTURY + Number(text.slice(1, 3))),
  },
  clock: {
    source: String.raw`(?:\d{1,2}(?:[.:]\d\d)?${GAP}?(?:[ap]\.m\.|[ap]m|o[’']clock)|\d{1,2}:\d\d|\d{4}${GAP}(?:GMT|hours)|noon|midday|midnight)(?:${GAP}(?:GMT|UTC|local${GAP}time))?`,
    firsts: ['#', 'noon', 'midday', 'midnight'],
    read: () => 0,
  },
  timeOfDay: words({ morning: 0, afternoon: 0, evening: 0, night: 0, lunchtime: 0 }, anyCase),
  dash: {
    source: `(?:${GAP}?[–—-]${GAP}?|${GAP}(?:to|until|till|through)${GAP})`,
    firsts: [],
    joins: 'BOTH',
    read: () => 0,
  },
};

function words(
  values: Readonly<Record<string, ReturnType<Slot['read']>>>,
  spell: (word: string) => string = String,
): Slot {
  const keys = Object.keys(values);
  const lower = new Map(Object.entries(values).map(([word, value]) => [word.toLowerCase(), value]));
  return {
    source: alternatives(keys, spell),
    firsts: firstsOf(keys),
    read: (text) => lower.get(text.toLowerCase().replace(/\s+/gu, ' ')),
  };
}

function alternatives(keys: readonly string[], spell: (word: string) => string): string {
  const longestFirst = [...keys].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((key) => spell(key.replace('.', String.raw`\.?`).replaceAll(' ', GAP))).join('|')})`;
}

/** A word that may begin a sentence. */
function anyCase(word: string): string {
  return word.replace(/^[a-z]/u, (letter) => `[${letter.toUpperCase()}${letter}]`);
}

function firstsOf(keys: readonly string[]): string[] {
  return keys.map((key) => (/^\d/u.test(key) ? '#' : (/^\p{L}+/u.exec(key.toLowerCase())?.[0] ?? key)));
}

export const ENGLISH_TENSE: TenseWords = {
  future: new Set([
    'will',
    '’ll',
    "'ll",
    'shall',
    'would',
    'must',
    'may',
    'might',
    'can',
    'could',
    'should',
    'wo',
    'ought',
  ]),
  infinitiveMark: 'to',
  implicative: new Set(
    'have manage fail refuse decline begin start continue come help seem appear use force able unable get tend happen'.split(
      ' ',
    ),
  ),
  planned: new Set('due scheduled expected slated planned set bound supposed likely'.split(' ')),
  beforehand: new Set(['before', 'until', 'upcoming']),
  auxiliariesOfPast: new Set(['was', 'were', 'had', 'did', 'been', 'has', 'have', '’ve', "'ve", '’d', "'d"]),
  auxiliariesOfPresent: new Set(['is', 'are', 'am', '’s', "'s", '’re', "'re", 'does', 'do']),
  reporting: new Set(
    'say tell announce report state write declare add claim warn insist admit confirm deny explain note argue speak ask reply'.split(
      ' ',
    ),
  ),
};
