import type { FigureWords } from './language.js';

/** How English tells figures and their dates. */
export const ENGLISH_FIGURES: FigureWords = {
  metrics: [],
  level: [
    '{metric} in {place}{among} stood at {figure}{asOf}',
    'in {place}, {metric}{among} came to {figure}{asOf}',
    'the figure given for {metric} in {place}{among} was {figure}{asOf}',
  ],
  roseTo: [
    '{metric} in {place}{among} rose to {figure}{asOf}',
    'in {place}, {metric}{among} climbed to {figure}{asOf}',
  ],
  fellTo: ['{metric} in {place}{among} fell to {figure}{asOf}', 'in {place}, {metric}{among} sank to {figure}{asOf}'],
  roseBy: [
    '{metric} in {place}{among} grew by {figure}{asOf}',
    'in {place}, {metric}{among} went up by {figure}{asOf}',
  ],
  fellBy: [
    '{metric} in {place}{among} shrank by {figure}{asOf}',
    'in {place}, {metric}{among} went down by {figure}{asOf}',
  ],
  comparators: {
    EQUAL: '{number} {unit}',
    APPROXIMATE: 'about {number} {unit}',
    MORE_THAN: 'more than {number} {unit}',
    AT_LEAST: 'at least {number} {unit}',
    LESS_THAN: 'less than {number} {unit}',
    AT_MOST: 'at most {number} {unit}',
    RANGE: 'a range of {number} {unit}',
  },
  to: ' to ',
  thousands: ',',
  decimal: '.',
  subjects: [
    ['newcomers', ' among newcomers'],
    ['the under-thirties', ' among the under-thirties'],
    ['fishing families', ' among fishing families'],
    ['pensioners', ' among pensioners'],
    ['islanders', ' among islanders'],
  ],
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  day: '{d} {m} {y}',
  asOf: { DAY: 'on {from}', MONTH: 'in {m} {y}', YEAR: 'in {y}', RANGE: 'between {from} and {to}' },
};
