import type { DateExpression, ExtractedStatistic } from '../../src/extraction/extraction.js';
import { isSameWording } from './compare-quantities.js';
import type { ExpectedStatistic, ExtractionCase } from './read-cases.js';

/**
 * Compares the statistics of a text as a whole; gives a line for each difference. The ids of places, speakers and statements
 * are the case’s keys. Metric and subject are free wording: the two together are compared as what a quantity is about.
 */
export function compareStatistics({ statistics }: ExtractionCase, found: readonly ExtractedStatistic[]): string[] {
  const differences: string[] = [];
  for (const expected of statistics) {
    const same = found.find(({ quantity }) => quantity === expected.quantity - 1);
    if (same === undefined) differences.push(`quantity ${expected.quantity} makes a claim: ${expected.metric}`);
    else
      differences.push(
        ...differencesOf(expected, same).map((line) => `statistic of quantity ${expected.quantity}, ${line}`),
      );
  }
  for (const { quantity, metric } of found) {
    if (!statistics.some((expected) => expected.quantity === quantity + 1))
      differences.push(`quantity ${quantity + 1} makes no claim: ${metric}`);
  }
  return differences;
}

function differencesOf(expected: ExpectedStatistic, found: ExtractedStatistic): string[] {
  const [wanted, got] = [namedBy(expected), namedBy(found)];
  const fields: [field: string, expected: unknown, found: unknown][] = [
    ['place', expected.place, found.place],
    ['as of', dateInWords(expected.asOf), dateInWords(found.asOf)],
    ['claimed by', expected.claimedBy, found.claimedBy],
    ['statement', expected.statement, found.statement],
    ['comparator', expected.comparator, found.comparator],
    ['measure', expected.measure, found.measure],
    ['change', expected.change, found.change],
    ['metric', wanted, isSameWording(expected.metric, got) || isSameWording(wanted, got) ? wanted : got],
  ];
  return fields.filter(([, a, b]) => a !== b).map(([field, a, b]) => `${field}: expected ${a}, found ${b}`);
}

function namedBy({ metric, subject }: Pick<ExtractedStatistic, 'metric' | 'subject'>): string {
  return subject === null ? metric : `${metric} of ${subject}`;
}

function dateInWords(date: Pick<DateExpression, 'from' | 'to' | 'precision'> | null): string {
  return date === null ? 'none' : `${date.from} to ${date.to}, ${date.precision}`;
}
