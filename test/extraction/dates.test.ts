import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolvedDate } from '../../src/domain/dates.js';
import { findDates } from '../../src/extraction/dates/find-dates.js';
import { segment } from '../../src/extraction/segmentation.js';
import { type ExtractionCase, readCases } from './read-cases.js';

const CASES = readCases(fileURLToPath(new URL('cases/dates.yaml', import.meta.url)));

/** Cases that the engine does not get right yet. A case that passes has to leave the list. */
const KNOWN_FAILURES: readonly string[] = [];

describe('the dates of a text', () => {
  it.each(CASES.map((only) => [only.name, only] as const))('%s', (name, only) => {
    const same = expect(datesOf(only.text, only.published));
    if (KNOWN_FAILURES.includes(name)) same.not.toEqual(expectedDates(only));
    else same.toEqual(expectedDates(only));
  });

  it('fail in at most a tenth of the cases', () => {
    const names = CASES.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...KNOWN_FAILURES]));
    expect(KNOWN_FAILURES.length).toBeLessThanOrEqual(CASES.length / 10);
  });
});

describe('no date is found', () => {
  it.each([
    ['in habits', 'She rows every other Friday, on Sundays, on Tuesday evenings, each winter and once a year.'],
    ['in any day at all', 'One Monday is like any Tuesday, and some Sunday or other she will row on a Friday.'],
    ['in durations', 'The four-day week, the seven-year itch: it took two years, for three months, within 300 days.'],
    ['in names of people', 'June Okonkwo met April Dane, who said May Hollis would march home.'],
    ['in names of papers and ships', 'The Sunday Observer hid behind the Friday Lantern, and “Sunday” sank.'],
    ['in feasts and meals', 'On Good Friday they ate Sunday lunch in Sunday best.'],
    ['in verbs and modals', 'Troops march, springs fall, and she may fall too.'],
    ['in ages', 'He is 31, she was two years older, and the cow is a 12-month-old.'],
    ['in numbers', 'Room 1984, 1,999 lamps, $2025, flight 2031 and over 2000 people.'],
    ['in parts of other things', 'The first quarter of the town cheered in the second half of the match.'],
    ['in words too vague', 'Lately, long ago, one day, soon, these days and in the long run.'],
  ])('%s', (_, text) => {
    expect(datesOf(text, '2031-05-04')).toEqual([]);
  });
});

describe('a date', () => {
  it.each([
    ['Late on Monday it broke.', ['Late on Monday: 2031-04-28…2031-04-28 DAY']],
    ['At press time on Tuesday it stood.', ['At press time on Tuesday: 2031-04-29…2031-04-29 DAY']],
    ['It burned in the early hours of Saturday.', ['in the early hours of Saturday: 2031-05-03…2031-05-03 DAY']],
    ['It has fallen since the start of the year.', ['since the start of the year: 2031-01-01… RANGE']],
    ['It must end before the end of the year.', ['before the end of the year: …2031-12-31 RANGE']],
    [
      'It rained in March, April and May.',
      [
        'in March: 2031-03-01…2031-03-31 MONTH',
        'April: 2031-04-01…2031-04-30 MONTH',
        'May: 2031-05-01…2031-05-31 MONTH',
      ],
    ],
    ['It opens from 6 a.m. to 9 p.m. on Friday.', ['from 6 a.m. to 9 p.m. on Friday: 2031-05-09…2031-05-09 TIME']],
    [
      'Before Friday’s vote she is silent on Monday’s fire.',
      ['Friday: 2031-05-09…2031-05-09 DAY', 'Monday: 2031-04-28…2031-04-28 DAY'],
    ],
    ['It fell on June 16 last year.', ['on June 16 last year: 2030-06-16…2030-06-16 DAY']],
    ['It fell on 3 and 4 May.', ['on 3 and 4 May: 2031-05-03…2031-05-04 RANGE']],
    ['It fell on 31 February.', []],
  ])('is read in “%s”', (text, expected) => {
    expect(datesOf(text, '2031-05-04')).toEqual(expected);
  });
});

describe('any text', () => {
  const word = fc.constantFrom(
    ...'on in by since from to between and the a two last next late early mid- of Monday May 3 31 2031 week year ago before day , ( ) ’s – \n \ud800 “ ” 6 a.m. 0000-00-00 9999 months'.split(
      ' ',
    ),
  );

  it('has dates within it that agree with their precision', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary' })), { maxLength: 40 }), (words) => {
        const text = words.join(' ');
        for (const { span, from, to, precision } of findDates(segment(text), '2031-05-04')) {
          expect(text.slice(span.start, span.end)).not.toBe('');
          if (precision !== null) resolvedDate(from, to, precision);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Each date as one line, so that a difference reads like the case. */
function datesOf(text: string, published: string | null): string[] {
  return findDates(segment(text), published).map(({ span, from, to, precision }) =>
    line(text.slice(span.start, span.end), from, to, precision),
  );
}

function expectedDates({ text, dates }: ExtractionCase): string[] {
  return dates.map(({ span, date }) =>
    line(text.slice(span.start, span.end), date?.from ?? null, date?.to ?? null, date?.precision ?? null),
  );
}

function line(words: string, from: string | null, to: string | null, precision: string | null): string {
  return `${words}: ${from ?? ''}…${to ?? ''} ${precision ?? 'open'}`;
}
