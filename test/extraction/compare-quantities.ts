import type { Quantity } from '../../src/extraction/extraction.js';
import { singularOf } from '../../src/extraction/language/english/nouns.js';
import { participleOf } from '../../src/extraction/language/english/verbs.js';
import type { ExpectedQuantity, ExtractionCase } from './read-cases.js';

// The engine speaks the vocabulary of NewsQuant, the cases that of their head. This file alone says how far the two may
// differ and still be the same:
//
// - Unit: the engine’s own names stand in UNIT_NAMES. Of a noun counted the engine gives its modifiers as well (“new bed”),
//   the case the head alone.
// - Change: a level that is told together with its change (“climbed 0.4 points to 7.1 percent”) has “=”; the statistic
//   keeps the direction.
// - Value: a fraction counts to four decimals.
// - About: free wording. It is the same where both share the case’s first noun, or half of the case’s words; the unit counts
//   as a word of it, inflections and function words do not count. The first noun is the one before any preposition.

/** What the case calls a unit, and what the engine does. */
const UNIT_NAMES: ReadonlyMap<string, string> = new Map([
  ['degree celsius', 'celsius'],
  ['degree fahrenheit', 'fahrenheit'],
]);

/** Compares the quantities of a text as a whole; gives a line for each difference. */
export function compareQuantities(expected: ExtractionCase, found: readonly Quantity[]): string[] {
  const differences: string[] = [];
  const { text, quantities } = expected;
  const inWords = ({ start, end }: { start: number; end: number }) => `“${text.slice(start, end)}”`;
  for (const [i, quantity] of quantities.entries()) {
    const same = found[i];
    if (same === undefined) differences.push(`${inWords(quantity.span)} is missing`);
    else if (same.span.start !== quantity.span.start || same.span.end !== quantity.span.end)
      differences.push(`expected ${inWords(quantity.span)}, found ${inWords(same.span)}`);
    else
      differences.push(
        ...differencesOf(quantity, same, followsChange(expected, i)).map((line) => `${inWords(quantity.span)} ${line}`),
      );
  }
  for (const extra of found.slice(quantities.length)) differences.push(`too many: ${inWords(extra.span)}`);
  return differences;
}

/** Whether a level stands behind its change: “0.4 points to 7.1 percent”. */
function followsChange({ text, quantities }: ExtractionCase, i: number): boolean {
  const [before, level] = [quantities[i - 1], quantities[i]];
  if (before === undefined || level === undefined || before.change !== level.change) return false;
  return text.slice(before.span.end, level.span.start) === ' to ';
}

function differencesOf(expected: ExpectedQuantity, found: Quantity, followsItsChange: boolean): string[] {
  const checks: [same: boolean, field: string, expected: unknown, found: unknown][] = [
    [rounded(expected.value) === rounded(found.value), 'value', expected.value, found.value],
    [rounded(expected.upper) === rounded(found.upperValue), 'upper value', expected.upper, found.upperValue],
    [isSameUnit(expected.unit, found.unit), 'unit', expected.unit, found.unit],
    [
      expected.change === found.comparator || (followsItsChange && found.comparator === '='),
      'change',
      expected.change,
      found.comparator,
    ],
    [
      isSameWording(expected.about, `${found.unit} ${found.about}`) && found.about.split(/\s+/u).length <= 8,
      'about',
      expected.about,
      found.about,
    ],
  ];
  return checks.filter(([same]) => !same).map(([, field, wanted, got]) => `${field}: expected ${wanted}, found ${got}`);
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e4) / 1e4;
}

function isSameUnit(expected: string, found: string): boolean {
  const name = UNIT_NAMES.get(expected) ?? expected;
  return name === found || found.endsWith(` ${name}`);
}

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an and are as at been by for from had has have in into is it its of off on or over since that the their to up was were
  who with without`.split(/\s+/u),
);

/** Whether two wordings mean the same thing, as far as their words tell: see above. */
export function isSameWording(expected: string, found: string): boolean {
  const [wanted, got] = [stems(expected), new Set(stems(found))];
  const head = stem(headOf(expected));
  if (got.has(head)) return true;
  return wanted.filter((stem) => got.has(stem)).length >= wanted.length / 2;
}

/** The noun before the first preposition and before participles: “boats” of “boats lost off the cape”. */
function headOf(wording: string): string {
  const words =
    wording
      .split(/\b(?:of|in|on|at|for|from|by|with|since|off|to|that|who|without|against|under)\b/u)[0]
      ?.trim()
      .split(/\s+/u) ?? [];
  return singularOf((words.findLast((word) => participleOf(word) !== word) ?? '').toLowerCase());
}

function stems(wording: string): string[] {
  return wording
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 's' && !FUNCTION_WORDS.has(word))
    .map((word) => stem(singularOf(word)));
}

/** “spent” and “spending”, “died” and “deaths” share four letters of their participle at most. */
function stem(word: string): string {
  const participle = participleOf(word.replace(/ing$/u, ''));
  return (participle.endsWith('ed') ? word : participle).slice(0, 4);
}
