import type { Stretch } from '../../src/domain/span.js';

/**
 * Finds what stands between quotation marks in a text: double and single, curly and straight. What is left open runs to
 * the end of its paragraph. Apostrophes are told from closing marks well enough for texts whose expected result is known;
 * this is no part of an engine.
 */
export function quotedStretches(text: string): Stretch[] {
  return paragraphsOf(text).flatMap((paragraph) => [
    ...between(text, paragraph, /„/gu, (from, to) => firstOf(text, /[“”]/gu, from, to)),
    ...between(text, paragraph, /(?<!„[^“”„\n]*)“/gu, (from, to) => firstOf(text, /”/gu, from, to)),
    ...straight(text, paragraph),
    ...between(text, paragraph, /‘(?=\S)/gu, (from, to) => endOfSingle(text, '’', from, to)),
    ...between(text, paragraph, /(?<![\p{L}\p{N}])'(?=[\p{L}“"])/gu, (from, to) => endOfSingle(text, "'", from, to)),
  ]);
}

type Closing = (from: number, to: number) => number | null;

function paragraphsOf(text: string): Stretch[] {
  return [...text.matchAll(/[^\n]+/gu)].map(({ 0: line, index }) => ({ start: index, end: index + line.length }));
}

/** From each opening mark to where it is closed; a double mark that is not closed runs to the end of the paragraph. */
function between(text: string, { start, end }: Stretch, opening: RegExp, closing: Closing): Stretch[] {
  const opened = [...text.slice(start, end).matchAll(opening)].map(({ index }) => start + index + 1);
  return opened.flatMap((from, order) => {
    const single = text[from - 1] !== '“';
    const close = closing(from, single ? (opened[order + 1] ?? end) : end);
    if (close !== null) return [{ start: from, end: close }];
    return single ? [] : [{ start: from, end }];
  });
}

function straight(text: string, { start, end }: Stretch): Stretch[] {
  const marks = [...text.slice(start, end).matchAll(/(?<!'\d+)"/gu)].map(({ index }) => start + index);
  return marks.flatMap((mark, order) => (order % 2 === 0 ? [{ start: mark + 1, end: marks[order + 1] ?? end }] : []));
}

function firstOf(text: string, mark: RegExp, from: number, to: number): number | null {
  const found = [...text.slice(from, to).matchAll(mark)][0];
  return found === undefined ? null : from + found.index;
}

/** A single closing mark stands at the end of a word; after punctuation it is surely one, otherwise the first is taken. */
function endOfSingle(text: string, mark: string, from: number, to: number): number | null {
  const sure = firstOf(text, new RegExp(`(?<=[.,!?])${mark}(?![\\p{L}\\p{N}])`, 'gu'), from, to);
  return sure ?? firstOf(text, new RegExp(`${mark}(?![\\p{L}\\p{N}])`, 'gu'), from, to);
}
