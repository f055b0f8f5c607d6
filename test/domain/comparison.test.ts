import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeId } from '../../src/domain/article.js';
import {
  type ComparisonVerdict,
  comparable,
  compareFigures,
  type Figure,
  intervalOf,
} from '../../src/domain/comparison.js';
import { type DatePrecision, type ResolvedDate, resolvedDate } from '../../src/domain/dates.js';
import { makeId } from '../../src/domain/identity.js';
import { Comparator, metricId, type Statistic } from '../../src/domain/statistic.js';

const COMPARATORS: Readonly<Record<string, Comparator>> = {
  about: 'APPROXIMATE',
  'more than': 'MORE_THAN',
  'at least': 'AT_LEAST',
  'less than': 'LESS_THAN',
  'at most': 'AT_MOST',
};

/**
 * A figure as the tables below write it: "about 9,000", "8,000–9,000", "up 3.4", "down at most 500", "to 8,961" (a level
 * that rose to what it is), and behind "@" its date: a day, a month, a range of days, open where an end is missing.
 */
function figure(written: string): Figure {
  const [valueText = '', date] = written.split(' @ ');
  const [, way = '', words = '', low = '', high] =
    /^(?:(up|down|to) )?(?:(\D+) )?(-?[\d.,]+)(?:–(-?[\d.,]+))?%?$/.exec(valueText) ?? [];
  if (low === '') throw new Error(`The table has a figure that cannot be read: “${written}”.`);
  return {
    value: numberOf(low),
    upperValue: high === undefined ? null : numberOf(high),
    comparator: high === undefined ? (COMPARATORS[words] ?? 'EQUAL') : 'RANGE',
    measure: way === 'up' || way === 'down' ? 'CHANGE' : 'LEVEL',
    change: way === '' ? 'NONE' : way === 'down' ? 'DOWN' : 'UP',
    valueText,
    asOf: date === undefined ? resolvedDate('2031-05-01', '2031-05-01', 'DAY') : dateOf(date),
  };
}

function numberOf(printed: string): number {
  return Number(printed.replaceAll(',', ''));
}

function dateOf(written: string): ResolvedDate | null {
  if (written === 'no date') return null;
  const [first = '', last = first] = written.split('…');
  const precision: DatePrecision = written.includes('…') ? 'RANGE' : 'DAY';
  return resolvedDate(first === '' ? null : first, last === '' ? null : last, precision);
}

/** The verdict over two figures, which must not depend on which of them comes first. */
function verdictOver(a: string, b: string): ComparisonVerdict {
  const { verdict } = compareFigures(figure(a), figure(b));
  expect(compareFigures(figure(b), figure(a)).verdict).toBe(verdict);
  return verdict;
}

type Row = readonly [a: string, b: string, verdict: ComparisonVerdict];

const EXACT: readonly Row[] = [
  ['8,961', '8,961', 'AGREES'],
  ['8,961', '8,962', 'CONFLICTS'],
  ['0', '0', 'AGREES'],
  ['0', '1', 'CONFLICTS'],
  ['8,961', 'to 8,961', 'AGREES'],
  ['-5', '-5', 'AGREES'],
  ['-5', '5', 'CONFLICTS'],
];

const ROUNDING: readonly Row[] = [
  ['9,000', '8,961', 'AGREES_WITHIN_ROUNDING'],
  ['9,000', '8,499', 'CONFLICTS'],
  ['9,000', '8,500', 'AGREES_WITHIN_ROUNDING'],
  ['9,000', '9,500', 'AGREES_WITHIN_ROUNDING'],
  ['9,000', '9,501', 'CONFLICTS'],
  ['9,000', '9,400', 'AGREES_WITHIN_ROUNDING'],
  ['9,000', '9,600', 'CONFLICTS'],
  ['8,960', '8,961', 'AGREES_WITHIN_ROUNDING'],
  ['8,960', '8,965', 'AGREES_WITHIN_ROUNDING'],
  ['8,960', '8,966', 'CONFLICTS'],
  ['1,200,000', '1,249,999', 'AGREES_WITHIN_ROUNDING'],
  ['1,200,000', '1,300,000', 'CONFLICTS'],
  ['1,000', '2,000', 'CONFLICTS'],
  ['8,000', '9,000', 'CONFLICTS'],
  ['-9,000', '-8,961', 'AGREES_WITHIN_ROUNDING'],
  ['-9,000', '-9,501', 'CONFLICTS'],
  ['9007199254740991', '9007199254740990', 'AGREES_WITHIN_ROUNDING'],
  ['9007199254740991', '9007199254740989', 'CONFLICTS'],
];

const DECIMALS: readonly Row[] = [
  ['3%', '4%', 'CONFLICTS'],
  ['3%', '3.4%', 'AGREES_WITHIN_ROUNDING'],
  ['3%', '3.6%', 'CONFLICTS'],
  ['3.4%', '3.4%', 'AGREES'],
  ['3.4%', '3.44%', 'AGREES_WITHIN_ROUNDING'],
  ['3.4%', '3.47%', 'CONFLICTS'],
  ['0.2', '0.3', 'CONFLICTS'],
  ['0.6', '0.7', 'CONFLICTS'],
  ['3.4', '3.5', 'CONFLICTS'],
  ['0.05', '0.06', 'CONFLICTS'],
  ['0.1', '0.14', 'AGREES_WITHIN_ROUNDING'],
  ['0.1', '0', 'CONFLICTS'],
  ['-1.5', '-1.52', 'AGREES_WITHIN_ROUNDING'],
  ['-1.5', '1.5', 'CONFLICTS'],
];

const ABOUT: readonly Row[] = [
  ['about 9,000', 'about 9,000', 'AGREES'],
  ['about 9,000', '9,000', 'AGREES_WITHIN_ROUNDING'],
  ['about 9,000', '8,100', 'AGREES_WITHIN_ROUNDING'],
  ['about 9,000', '8,049', 'CONFLICTS'],
  ['about 9,000', '9,961', 'CONFLICTS'],
  ['about 8,961', '8,100', 'AGREES_WITHIN_ROUNDING'],
  ['about 8,961', '8,061', 'CONFLICTS'],
  ['about 90', 'about 110', 'AGREES_WITHIN_ROUNDING'],
  ['about 90', 'about 115', 'CONFLICTS'],
  ['about -20', '-22', 'AGREES_WITHIN_ROUNDING'],
  ['about -20', '-26', 'CONFLICTS'],
  ['about 0', '0', 'AGREES_WITHIN_ROUNDING'],
  ['about 0', '1', 'CONFLICTS'],
];

const BOUNDS: readonly Row[] = [
  ['more than 8,961', '8,962', 'COMPATIBLE'],
  ['more than 8,961', '8,961', 'CONFLICTS'],
  ['more than 9,000', '9,000', 'COMPATIBLE'],
  ['more than 9,000', '8,961', 'CONFLICTS'],
  ['at least 8,961', '8,961', 'COMPATIBLE'],
  ['at least 8,961', '8,960', 'COMPATIBLE'],
  ['at least 8,966', '8,960', 'CONFLICTS'],
  ['at least 9,500', '9,000', 'COMPATIBLE'],
  ['at least 100', 'at least 100', 'AGREES'],
  ['at least 100', 'more than 100', 'COMPATIBLE'],
  ['at least 100', 'at least 5,000', 'COMPATIBLE'],
  ['less than 100', '99', 'COMPATIBLE'],
  ['less than 111', '111', 'CONFLICTS'],
  ['less than 100', '151', 'CONFLICTS'],
  ['at most 111', '111', 'COMPATIBLE'],
  ['at most 111', '112', 'CONFLICTS'],
  ['at most 111', 'at least 111', 'COMPATIBLE'],
  ['less than 111', 'at least 111', 'CONFLICTS'],
  ['at most 111', 'more than 111', 'CONFLICTS'],
  ['less than 111', 'more than 111', 'CONFLICTS'],
  ['less than 5', 'at most 3', 'COMPATIBLE'],
  ['less than -5', '-6', 'COMPATIBLE'],
  ['less than -5', '5', 'CONFLICTS'],
  ['more than 9,000', 'about 8,961', 'COMPATIBLE'],
  ['more than 9,900', 'about 9,000', 'CONFLICTS'],
];

const RANGES: readonly Row[] = [
  ['8,000–9,000', '8,000–9,000', 'AGREES'],
  ['8,000–9,000', '8,961', 'AGREES_WITHIN_ROUNDING'],
  ['8,000–9,000', '8,000', 'AGREES_WITHIN_ROUNDING'],
  ['8,000–9,000', '9,001', 'CONFLICTS'],
  ['8,000–9,000', '9,400', 'CONFLICTS'],
  ['8,000–9,000', '10,000', 'AGREES_WITHIN_ROUNDING'],
  ['8,000–9,000', '9,000–9,500', 'AGREES_WITHIN_ROUNDING'],
  ['8,000–9,000', '9,001–9,500', 'CONFLICTS'],
  ['8,000–9,000', '8,000–9,500', 'AGREES_WITHIN_ROUNDING'],
  ['8,000–9,000', 'at least 9,000', 'COMPATIBLE'],
  ['8,000–9,000', 'more than 9,000', 'CONFLICTS'],
  ['8,000–9,000', 'less than 8,000', 'CONFLICTS'],
  ['0.5–1.5', '2', 'AGREES_WITHIN_ROUNDING'],
  ['-3–-1', '-2', 'AGREES_WITHIN_ROUNDING'],
  ['-3–-1', '2', 'CONFLICTS'],
];

const CHANGES: readonly Row[] = [
  ['up 500', 'up 500', 'AGREES'],
  ['up 500', 'down 500', 'CONFLICTS'],
  ['up 500', 'up 512', 'AGREES_WITHIN_ROUNDING'],
  ['down 500', 'down 512', 'AGREES_WITHIN_ROUNDING'],
  ['down 500', 'down 612', 'CONFLICTS'],
  ['up more than 500', 'up 612', 'COMPATIBLE'],
  ['up more than 500', 'down 612', 'CONFLICTS'],
  ['down more than 512', 'down 513', 'COMPATIBLE'],
  ['down more than 512', 'down 512', 'CONFLICTS'],
  ['down more than 512', 'down 511', 'CONFLICTS'],
  ['up at most 512', 'up 300', 'COMPATIBLE'],
  ['up at most 512', 'down 300', 'CONFLICTS'],
  ['up less than 512', 'down less than 512', 'CONFLICTS'],
  ['down at most 512', 'down 512', 'COMPATIBLE'],
  ['down at most 512', 'down 513', 'CONFLICTS'],
  ['down 3–5', 'down 4', 'AGREES_WITHIN_ROUNDING'],
  ['down 3–5', 'down 6', 'CONFLICTS'],
  ['down 3–5', 'up 4', 'CONFLICTS'],
  ['up 0.6%', 'up 0.7%', 'CONFLICTS'],
];

const DATES: readonly Row[] = [
  ['111 @ 2031-05-01', '112 @ 2031-05-01', 'CONFLICTS'],
  ['111 @ 2031-05-01', '112 @ 2031-05-02', 'DIFFERENT_DATE'],
  ['111 @ 2031-05-01', '111 @ 2031-05-02', 'AGREES'],
  ['111 @ 2031-05-01', '110 @ 2031-05-02', 'AGREES_WITHIN_ROUNDING'],
  ['111 @ 2031-05-01…2031-05-07', '112 @ 2031-05-07', 'CONFLICTS'],
  ['111 @ 2031-05-01…2031-05-07', '112 @ 2031-05-08', 'DIFFERENT_DATE'],
  ['111 @ 2031-05-01…2031-05-07', '112 @ 2031-05-03…2031-05-10', 'CONFLICTS'],
  ['111 @ 2031-05-01…2031-05-31', '112 @ 2031-05-10', 'CONFLICTS'],
  ['111 @ 2030-12-31', '112 @ 2031-01-01', 'DIFFERENT_DATE'],
  ['111 @ 2031-05-01…', '112 @ 2031-06-01', 'CONFLICTS'],
  ['111 @ 2031-05-01…', '112 @ 2031-04-30', 'DIFFERENT_DATE'],
  ['111 @ …2031-05-01', '112 @ 2031-05-01', 'CONFLICTS'],
  ['111 @ …2031-05-01', '112 @ 2031-05-02', 'DIFFERENT_DATE'],
  ['111 @ …2031-05-01', '112 @ 2031-05-02…', 'DIFFERENT_DATE'],
  ['111 @ …2031-05-01', '112 @ …2031-04-01', 'CONFLICTS'],
  ['111 @ 2031-05-01…', '112 @ 2032-01-01…', 'CONFLICTS'],
  ['111 @ no date', '112 @ 2031-05-01', 'UNDATED'],
  ['111 @ no date', '112 @ no date', 'UNDATED'],
  ['111 @ no date', '111 @ 2031-05-01', 'AGREES'],
  ['more than 111 @ no date', '112 @ 2031-05-01', 'COMPATIBLE'],
];

describe('two figures for the same thing', () => {
  describe.each([
    ['given to the last digit', EXACT],
    ['of which one may be rounded', ROUNDING],
    ['with decimals and percentages', DECIMALS],
    ['of which one is “about” something', ABOUT],
    ['of which one is a bound', BOUNDS],
    ['of which one is a range', RANGES],
    ['that are changes', CHANGES],
    ['with their dates', DATES],
  ])('%s', (_, rows) => {
    it.each(rows)('“%s” and “%s”: %s', (a, b, verdict) => {
      expect(verdictOver(a, b)).toBe(verdict);
    });
  });

  it('are the same figure although one was computed: 0.1 + 0.2 is 0.3, and 1.1 million is 1,100,000', () => {
    const sum = { ...figure('0.3'), value: 0.1 + 0.2 };
    expect(compareFigures(sum, figure('0.3')).verdict).toBe('AGREES');
    expect(compareFigures({ ...sum, comparator: 'MORE_THAN' }, figure('0.3')).verdict).toBe('COMPATIBLE');
    expect(compareFigures(sum, figure('0.4')).verdict).toBe('CONFLICTS');
    const range = { ...figure('0.3–0.5'), value: 0.1 + 0.2 };
    expect(compareFigures(range, figure('0.3–0.5')).verdict).toBe('AGREES');
    const millions = { ...figure('1.21'), value: 1.1 * 1.1 * 1e6, valueText: '1.21 million' };
    expect(millions.value).not.toBe(1_210_000);
    expect(compareFigures(millions, figure('1,210,000')).verdict).toBe('AGREES');
    expect(compareFigures(millions, figure('1,211,234')).verdict).toBe('AGREES_WITHIN_ROUNDING');
  });
});

describe('the reason for a verdict', () => {
  it.each([
    ['9,000', '9,000', '“9,000” and “9,000” are the same figure.'],
    ['9,000', '8,961', '“9,000” and “8,961” agree within what rounding, a range or “about” leaves open.'],
    ['more than 100', '150', '“more than 100” and “150” can both be right: at least one of them leaves its end open.'],
    ['111', '112', '“111” and “112” cannot both be right for the same date.'],
    ['111 @ no date', '112', '“111” and “112” differ, but not both say as of when they hold.'],
    [
      '111 @ 2031-05-01',
      '112 @ 2031-05-02…2031-05-07',
      '“111” and “112” differ, and so do their dates: 2031-05-01 and 2031-05-02 to 2031-05-07.',
    ],
    [
      '111 @ …2031-05-01',
      '112 @ 2031-05-02…',
      '“111” and “112” differ, and so do their dates: … to 2031-05-01 and 2031-05-02 to ….',
    ],
  ])('of “%s” and “%s” says what a reader can check', (a, b, reason) => {
    expect(compareFigures(figure(a), figure(b)).reason).toBe(reason);
  });
});

const days = fc.integer({ min: 1, max: 9 }).map((day) => `2031-05-0${day}`);
const dates = fc.option(fc.tuple(days, days).map(([a, b]) => resolvedDate(a < b ? a : b, a < b ? b : a, 'RANGE')));
/** Small and round numbers, so that figures often meet, touch or are equal. */
const sizes = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 40 }).map((number) => number * 500),
  fc.integer({ min: 0, max: 40 }).map((number) => number / 10),
  fc.double({ min: 0, max: 1e9, noNaN: true }),
);

const figures: fc.Arbitrary<Figure> = fc
  .record({
    size: sizes,
    width: sizes,
    negative: fc.boolean(),
    comparator: fc.constantFrom(...Object.values(Comparator)),
    measure: fc.constantFrom('LEVEL', 'CHANGE'),
    change: fc.constantFrom('UP', 'DOWN'),
    asOf: dates,
  } as const)
  .map(({ size, width, negative, ...rest }) => {
    const value = negative && rest.measure === 'LEVEL' ? -size : size;
    const upperValue = rest.comparator === 'RANGE' ? value + width + 1 : null;
    return { ...rest, value, upperValue, valueText: `${rest.comparator} ${value} ${upperValue ?? ''}` };
  });

const pairs = fc.tuple(figures, figures).map(([a, b]) => [a, { ...b, measure: a.measure }] as const);

describe('whatever two figures say', () => {
  it('it does not matter which of them comes first', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expect(compareFigures(b, a).verdict).toBe(compareFigures(a, b).verdict);
      }),
      { numRuns: 5000 },
    );
  });

  it('every figure agrees with itself, dated or not', () => {
    fc.assert(
      fc.property(figures, (each) => {
        expect(compareFigures(each, { ...each }).verdict).toBe('AGREES');
        expect(compareFigures(each, { ...each, asOf: null }).verdict).toBe('AGREES');
      }),
      { numRuns: 1000 },
    );
  });

  it('the reason names both as they are printed', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const { reason } = compareFigures(a, b);
        expect(reason).toContain(`“${a.valueText}”`);
        expect(reason).toContain(`“${b.valueText}”`);
        expect(reason).toMatch(/\.$/);
      }),
    );
  });

  it('dates never turn agreement into a conflict, nor a conflict into agreement', () => {
    const differing = ['CONFLICTS', 'DIFFERENT_DATE', 'UNDATED'];
    fc.assert(
      fc.property(pairs, dates, dates, ([a, b], first, second) => {
        const before = compareFigures(a, b).verdict;
        const after = compareFigures({ ...a, asOf: first }, { ...b, asOf: second }).verdict;
        expect(differing.includes(after) ? 'differ' : after).toBe(differing.includes(before) ? 'differ' : before);
      }),
      { numRuns: 1000 },
    );
  });

  it('one that rose and one that fell never agree', () => {
    fc.assert(
      fc.property(figures, figures, (a, b) => {
        fc.pre(a.value !== 0 && b.value !== 0);
        const rose = { ...a, value: Math.abs(a.value), upperValue: null, measure: 'CHANGE', change: 'UP' } as const;
        const fell = { ...b, value: Math.abs(b.value), upperValue: null, measure: 'CHANGE', change: 'DOWN' } as const;
        expect(['CONFLICTS', 'DIFFERENT_DATE', 'UNDATED']).toContain(compareFigures(rose, fell).verdict);
      }),
      { numRuns: 1000 },
    );
  });

  it('“about” never claims more than the bare figure', () => {
    fc.assert(
      fc.property(figures, (each) => {
        const bare = intervalOf({ ...each, comparator: 'EQUAL', upperValue: null });
        const about = intervalOf({ ...each, comparator: 'APPROXIMATE', upperValue: null });
        expect(about.low).toBeLessThanOrEqual(bare.low);
        expect(about.high).toBeGreaterThanOrEqual(bare.high);
      }),
    );
  });
});

describe('the values that a figure leaves possible', () => {
  it.each([
    ['8,961', 8961, 8961],
    ['9,000', 8500, 9500],
    ['1,200,000', 1_150_000, 1_250_000],
    ['3.4', 3.35, 3.45],
    ['0.7', 0.65, 0.75],
    ['0', 0, 0],
    ['-9,000', -9500, -8500],
    ['about 9,000', 8100, 9900],
    ['about 0.3', 0.25, 0.35],
    ['more than 100', 100, Infinity],
    ['at least 100', 100, Infinity],
    ['less than 100', -Infinity, 100],
    ['at most 100', -Infinity, 100],
    ['8,000–9,000', 8000, 9000],
    ['up 512', 512, 512],
    ['down 512', -512, -512],
    ['down more than 512', -Infinity, -512],
    ['up at most 512', 0, 512],
    ['down at most 512', -512, 0],
    ['down 3–5', -5, -3],
  ])('of “%s” run from %d to %d', (written, low, high) => {
    expect(intervalOf(figure(written))).toMatchObject({ low, high });
  });

  it('are open at an end without a value, and where the text leaves the value itself out', () => {
    expect(intervalOf(figure('more than 100'))).toMatchObject({ lowOpen: true, highOpen: true });
    expect(intervalOf(figure('at least 100'))).toMatchObject({ lowOpen: false, highOpen: true });
    expect(intervalOf(figure('less than 100'))).toMatchObject({ lowOpen: true, highOpen: true });
    expect(intervalOf(figure('at most 100'))).toMatchObject({ lowOpen: true, highOpen: false });
    expect(intervalOf(figure('down at least 100'))).toMatchObject({ lowOpen: true, highOpen: false });
  });
});

describe('figures are compared at all', () => {
  const boats = {
    id: makeId('Statistic', 'one'),
    metricId: metricId('boats at sea'),
    subject: 'fishing boats',
    placeId: placeId('Examplia', 'COUNTRY', null),
    unit: 'boats',
    measure: 'LEVEL',
  } as const;
  // What a comparison looks at is all that these have.
  const statistic = (given: Partial<Statistic>) => ({ ...boats, ...given }) as Statistic;
  const other = (given: Partial<Statistic> = {}) => statistic({ id: makeId('Statistic', 'other'), ...given });

  it('where metric, subject, place, unit and measure are the same, or missing in both', () => {
    expect(comparable(statistic({}), other())).toBe(true);
    const bare = { subject: null, placeId: null, unit: null };
    expect(comparable(statistic(bare), other(bare))).toBe(true);
  });

  it.each([
    ['metric', { metricId: metricId('boats in harbour') }],
    ['subject', { subject: null }],
    ['place', { placeId: placeId('Examplia', 'CITY', null) }],
    ['unit', { unit: 'tonnes' }],
    ['measure', { measure: 'CHANGE' }],
  ] as const)('but not with another %s', (_, given) => {
    expect(comparable(statistic({}), other(given))).toBe(false);
  });

  it('but no figure with itself', () => {
    expect(comparable(statistic({}), statistic({}))).toBe(false);
  });
});
