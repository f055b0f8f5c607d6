import type { Stretch } from '../../domain/span.js';
import type { Document, QuotedStretch } from '../document.js';
import type { Attribution } from '../extraction.js';

/** A quotation goes on over at most so many paragraphs. */
const MOST_PARAGRAPHS = 100;

/**
 * A quotation that is left open goes on in the next paragraphs: those are content of the same statement, and not of another
 * that names neither source nor cue. Takes and gives attributions in the order of the text.
 */
export function joinContinued({ quotations }: Document, attributions: readonly Attribution[]): Attribution[] {
  const outermost = quotations.filter(({ depth }) => depth === 0);
  const joined: Attribution[] = [];
  let at = 0;
  let reached = 0;
  for (const attribution of attributions) {
    const last = attribution.content.at(-1);
    if (last === undefined || (isBare(attribution) && last.start < reached)) continue;
    while ((outermost[at]?.outer.end ?? Number.POSITIVE_INFINITY) < last.end) at++;
    const later = continuation(outermost, at, last);
    reached = later.at(-1)?.end ?? reached;
    joined.push(later.length === 0 ? attribution : { ...attribution, content: [...attribution.content, ...later] });
  }
  return joined;
}

function isBare({ source, cue }: Attribution): boolean {
  return source.length === 0 && cue.length === 0;
}

/** The words of the paragraphs that go on with the quotation at `from`, which `content` reaches the end of. */
function continuation(quotations: readonly QuotedStretch[], from: number, content: Stretch): Stretch[] {
  const first = quotations[from];
  if (first === undefined || !reaches(content, first.inner)) return [];
  const later: Stretch[] = [];
  for (let at = from; quotations[at]?.continues === true && at - from < MOST_PARAGRAPHS; at++) {
    const next = quotations[at + 1];
    if (next === undefined) break;
    later.push(next.inner);
  }
  return later;
}

/** Whether content goes to the end of a quotation, but for marks. */
function reaches(content: Stretch, { start, end }: Stretch): boolean {
  return content.end > start && content.end <= end + 1 && content.end >= end - 2;
}
