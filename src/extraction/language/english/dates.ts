import type { DateLanguage } from '../../dates/date-language.js';
import { ENGLISH_DATE_RULES } from './date-rules.js';
import { ENGLISH_DATE_SLOTS, ENGLISH_TENSE } from './date-words.js';

export const ENGLISH_DATES: DateLanguage = {
  slots: ENGLISH_DATE_SLOTS,
  rules: ENGLISH_DATE_RULES,
  leads: [
    ...['on', 'in', 'at', 'for', 'during', 'over', 'within', 'around', 'throughout', 'as of', 'as at'].map((says) => ({
      says,
      bound: null,
    })),
    ...['by', 'until', 'till', 'up to', 'through'].map((says) => ({ says, bound: 'UNTIL' as const })),
    { says: 'since', bound: 'SINCE' },
    { says: 'from', bound: 'SINCE', range: 'TO' },
    { says: 'between', bound: null, range: 'AND' },
    { says: 'before', bound: 'BEFORE' },
    { says: 'prior to', bound: 'BEFORE' },
    { says: 'after', bound: 'AFTER' },
  ],
  licences: new Set(['of', 'than']),
  timesBefore: [
    '(late|early|later|earlier) (on)?',
    'the (early hours|morning|afternoon|evening|night|eve) of',
    '{clock} on?',
    'press time on',
    '(shortly|just|soon) (before|after) {clock} on?',
  ],
  timesBehind: ['{timeOfDay}', ',? at (about|around)? {clock}', '{clock}'],
  parts: [
    { says: '(early|the early) in?', part: 'EARLY' },
    { says: '(mid|the mid)', part: 'MID' },
    { says: '(late|the late) in?', part: 'LATE' },
    { says: 'the (beginning|start) of', part: 'EARLY' },
    { says: 'the middle of', part: 'MID' },
    { says: 'the end of', part: 'LATE' },
    { says: 'earlier in?', part: 'EARLIER' },
    { says: 'later in?', part: 'LATER' },
  ],
  rangeWords: ['to', 'until', 'till', 'through', '–', '—', '-'],
  betweenWord: 'and',
  listWords: ['and', 'or', ', and', ', or', ','],
  habits: new Set('every each any per most some many one other alternate'.split(' ')),
  namesBefore: new Set('ash black good bloody cyber palm easter whit boxing maundy shrove super'.split(' ')),
  thingsBehind: new Set(
    'best lunch roast dinner school mass papers newspaper newspapers prayers prayer blues times mornings afternoons evenings nights'.split(
      ' ',
    ),
  ),
  determiners: new Set(['the', 'a', 'an', 'in']),
  possessive: "[’']s?",
  tense: ENGLISH_TENSE,
};
