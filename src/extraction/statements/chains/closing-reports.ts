import type { Stretch } from '../../../domain/span.js';
import { withoutDateline } from '../../attribution/dateline.js';
import { envelope, isInside, without } from '../token-search.js';
import type { Link } from './link.js';
import type { LinkSet, SentenceLinks } from './link-set.js';

/**
 * Gives whoever closes a sentence all of it: in “Tarn has told Finch that the mill is ready, the leader’s sister said on
 * Sunday” the sister says it, and Tarn does not say that she does.
 */
export function liftClosingReports(set: LinkSet): void {
  for (const read of set.bySentence()) {
    const closing = read.links.at(-1);
    const words = closing === undefined ? null : envelope([...closing.source, ...closing.cue]);
    if (closing === undefined || words === null || !closes(set, read, words)) continue;
    if (closing.content.some(({ end }) => end > words.start)) continue;
    const around = read.links.filter((link) => link !== closing && isAround(link, words));
    if (around.length === 0 && !isCutAtThat(set, closing, read)) continue;
    const tail = { start: words.start, end: read.sentence.end };
    const opening = withoutDateline(set.document, { start: read.sentence.start, end: words.start });
    const whole = trimmed(set.document.text, opening);
    if (whole.end <= whole.start) continue;
    for (const link of around) link.clip(set.document.text, tail);
    closing.content = [];
    closing.extend(without([whole], [tail]));
  }
}

/** How many characters can follow who says it: “late on Sunday.” */
const LONGEST_DATE = 24;

/** Whether the source and cue stand behind a comma, outside of marks, at the end of their sentence. */
function closes({ document: { text, quotations } }: LinkSet, { sentence }: SentenceLinks, words: Stretch): boolean {
  const isBehindComma = /,\s*$/u.test(text.slice(sentence.start, words.start));
  const isLast = sentence.end - words.end <= LONGEST_DATE && !/[,“”"]/u.test(text.slice(words.end, sentence.end));
  return isBehindComma && isLast && !quotations.some(({ outer }) => isInside(words, outer));
}

/** Whether a link whose words open the sentence has taken the words of another for a part of what it reports. */
function isAround({ source, cue, content }: Link, words: Stretch): boolean {
  const isBefore = [...source, ...cue].every(({ end }) => end <= words.start) && source.length > 0;
  return isBefore && content.some((stretch) => isInside(words, stretch));
}

/** Whether a closing report has only the last clause with “that” of a sentence in which nobody else reports yet. */
function isCutAtThat(
  { document: { text } }: LinkSet,
  { content: [content, ...others] }: Link,
  { links, sentence }: SentenceLinks,
): boolean {
  if (content === undefined || others.length > 0 || links.length > 1) return false;
  return content.start > sentence.start && /^that\s/u.test(text.slice(content.start, content.start + 5));
}

function trimmed(text: string, { start, end }: Stretch): Stretch {
  return { start, end: end - (/[\s,]*$/u.exec(text.slice(start, end))?.[0].length ?? 0) };
}
