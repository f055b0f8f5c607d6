import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DatePrecision, isDay, lastDay, resolvedDate } from '../../src/domain/dates.js';
import { InvariantError } from '../../src/domain/errors.js';
import { makeId } from '../../src/domain/identity.js';
import { spanAt } from '../../src/domain/span.js';

const SEVERAL_DAYS = [
  ['RANGE', '2031-05-05', '2031-05-14'],
  ['WEEK', '2031-05-05', '2031-05-11'],
  ['MONTH', '2032-02-01', '2032-02-29'],
  ['YEAR', '2031-01-01', '2031-12-31'],
] as const;
const ONE_DAY = ['DAY', 'TIME'] as const;

describe('a day', () => {
  it.each(['2031-05-01', '2031-12-31', '2032-02-29', '2000-02-29', '0999-01-01', '9999-12-31'])('exists: %s', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each([
    ['the 29th of February of a year without one', '2031-02-29'],
    ['the 29th of February of a century', '1900-02-29'],
    ['the 31st of a month of thirty days', '2031-04-31'],
    ['the 30th of February', '2032-02-30'],
    ['the 32nd', '2031-01-32'],
    ['day zero', '2031-01-00'],
    ['month zero', '2031-00-10'],
    ['month thirteen', '2031-13-01'],
    ['a day without leading zeros', '2031-5-1'],
    ['a month', '2031-05'],
    ['a year', '2031'],
    ['a moment', '2031-05-01T00:00:00Z'],
    ['the order of other countries', '01-05-2031'],
    ['no hyphens', '20310501'],
    ['slashes', '2031/05/01'],
    ['a year of five digits', '12031-05-01'],
    ['a year before the first', '-2031-05-01'],
    ['other digits', '２０３１-05-01'],
    ['white space around it', ' 2031-05-01'],
    ['a line break after it', '2031-05-01\n'],
    ['words', 'yesterday'],
    ['nothing', ''],
  ])('does not exist or is not written so: %s', (_, text) => {
    expect(isDay(text)).toBe(false);
  });

  it('exists exactly when its month has that many days', () => {
    const part = (max: number, width: number) =>
      fc.nat(max).map((value) => ({ value, text: `${value}`.padStart(width, '0') }));
    fc.assert(
      fc.property(part(9999, 4), part(14, 2), part(33, 2), (year, month, day) => {
        const leap = (year.value % 4 === 0 && year.value % 100 !== 0) || year.value % 400 === 0;
        const lengths = [0, 31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        const exists = day.value >= 1 && day.value <= (lengths[month.value] ?? 0);
        expect(isDay(`${year.text}-${month.text}-${day.text}`)).toBe(exists);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a date in a text', () => {
  it('keeps what the text gives: its days, its precision and where it stands', () => {
    const span = spanAt({ id: makeId('ArticleRevision', 'a made-up article', 1), text: 'in early May' }, 3, 12);
    expect(resolvedDate('2031-05-01', '2031-05-10', 'RANGE', span)).toEqual({
      from: '2031-05-01',
      to: '2031-05-10',
      precision: 'RANGE',
      span,
    });
  });

  it.each(SEVERAL_DAYS)('of the precision %s may run over days, or be open at one end', (precision, from, to) => {
    expect(resolvedDate(from, to, precision)).toMatchObject({ from, to, precision, span: null });
    expect(resolvedDate(from, null, precision)).toMatchObject({ from, to: null });
    expect(resolvedDate(null, to, precision)).toMatchObject({ from: null, to });
  });

  it.each([
    ['WEEK', '2031-05-05', '2031-05-10'],
    ['MONTH', '2031-05-01', '2031-05-30'],
    ['MONTH', '2031-05-01', '2031-06-30'],
    ['MONTH', '2031-05-05', '2031-05-05'],
    ['YEAR', '2031-01-01', '2032-12-31'],
    ['YEAR', '2031-02-01', '2031-12-31'],
  ] as const)('of the precision %s is a whole one: not %s to %s', (precision, from, to) => {
    expect(() => resolvedDate(from, to, precision)).toThrow(`${from} to ${to} is not a whole ${precision}`);
  });

  it.each(ONE_DAY)('of the precision %s is one day', (precision) => {
    expect(resolvedDate('2031-05-05', '2031-05-05', precision)).toMatchObject({ from: '2031-05-05', to: '2031-05-05' });
    const message = `A date with the precision ${precision} is one day`;
    expect(() => resolvedDate('2031-05-05', '2031-05-06', precision)).toThrow(message);
    expect(() => resolvedDate('2031-05-05', null, precision)).toThrow(message);
    expect(() => resolvedDate(null, '2031-05-05', precision)).toThrow(message);
  });

  it.each([
    [
      'a first day that does not exist',
      '2031-02-29',
      '2031-03-01',
      '“2031-02-29” is not a date: write an existing day',
    ],
    ['a last day that does not exist', '2031-02-01', '2031-02-29', '“2031-02-29” is not a date: write an existing day'],
    [
      'an end before its beginning',
      '2031-05-02',
      '2031-05-01',
      'cannot end (2031-05-01) before it begins (2031-05-02)',
    ],
    ['neither a first nor a last day', null, null, 'A date needs a first or a last day'],
  ] as const)('is refused with %s', (_, from, to, message) => {
    const make = () => resolvedDate(from, to, 'RANGE');
    expect(make).toThrow(InvariantError);
    expect(make).toThrow(message);
  });

  it('stands in orders and filters by its last day, if it has one', () => {
    expect(lastDay(resolvedDate('2031-05-01', '2031-05-31', 'MONTH'))).toBe('2031-05-31');
    expect(lastDay(resolvedDate('2031-05-01', '2031-05-01', 'DAY'))).toBe('2031-05-01');
    expect(lastDay(resolvedDate(null, '2031-05-01', 'RANGE'))).toBe('2031-05-01');
    expect(lastDay(resolvedDate('2031-05-01', null, 'RANGE'))).toBeNull();
    expect(lastDay(null)).toBeNull();
  });

  it('has every precision that clients know', () => {
    expect(Object.keys(DatePrecision).toSorted()).toEqual(
      [...ONE_DAY, ...SEVERAL_DAYS.map(([precision]) => precision)].toSorted(),
    );
  });
});
