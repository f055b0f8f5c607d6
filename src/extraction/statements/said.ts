import type { Stretch } from '../../domain/span.js';
import { withoutDateline } from '../attribution/dateline.js';
import type { Document } from '../document.js';
import type { Attribution, DateExpression } from '../extraction.js';
import { partitionPoint } from '../partition-point.js';
import { wordsAround } from './surroundings.js';
import { isInside, sentenceOf, tokenAt } from './token-search.js';

/**
 * The date on which something was said: one that stands beside the cue, outside of what was said and of relative clauses;
 * `within` is what reports it, beyond which nothing is looked for. `dates` stand in the order of the text.
 */
export function saidOn(
  document: Document,
  attribution: Attribution,
  dates: readonly DateExpression[],
  within: Stretch | null,
): DateExpression | null {
  const anchor = attribution.cue[0] ?? attribution.source[0];
  const sentence = anchor === undefined ? undefined : sentenceOf(document, tokenAt(document, anchor.start));
  if (sentence === undefined) return null;
  const inSentence = datesIn(dates, sentence);
  if (inSentence.length === 0) return null;
  const { start: first } = withoutDateline(document, sentence);
  for (const token of wordsAround(document, attribution, within)) {
    if (token.start < first) continue;
    const date = inSentence.find(({ span }) => isInside(token, span));
    if (date !== undefined && !isAsOf(document, date)) return date;
  }
  return null;
}

/** “As of Sunday” and “by Friday night” tell when something holds, not when it was said. */
function isAsOf({ text }: Document, { span: { start } }: DateExpression): boolean {
  return /^(?:as (?:of|at)|by|since)\b/iu.test(text.slice(start, start + 6));
}

function datesIn(dates: readonly DateExpression[], { start, end }: Stretch): DateExpression[] {
  const first = partitionPoint(dates, ({ span }) => span.end <= start);
  const found: DateExpression[] = [];
  for (let at = first; at < dates.length; at++) {
    const date = dates[at];
    if (date === undefined || date.span.start >= end) break;
    if (isInside(date.span, { start, end })) found.push(date);
  }
  return found;
}
