import type { Stretch } from '../../../domain/span.js';
import type { Document } from '../../document.js';
import { envelope, tokenAt } from '../token-search.js';
import { documentAt } from './authors.js';
import type { Link } from './link.js';
import type { LinkSet } from './link-set.js';

/** How far before “which” the document that it means can stand: “a letter from the mayor of the town, which …”. */
const FARTHEST_DOCUMENT = 8;

/**
 * Joins attributions to the one before them in their sentence that are a part of what it reports: those whose source begins
 * with “that” (“said it pained him that the letter reads …”), or is “which” (“read from a letter, which says …”). Gives one
 * that has a cue behind the sentence and no content what stands before it.
 */
export function joinSubordinates(set: LinkSet): void {
  for (const { sentence, links } of set.bySentence()) {
    links.forEach((link, place) => {
      const before = links[place - 1];
      if (link.content.length === 0) fill(set.document, link, sentence);
      else if (before !== undefined) join(set.document, before, link);
    });
  }
}

function join(document: Document, before: Link, link: Link): void {
  const [source] = link.source;
  const whole = envelope(link.parts);
  const end = before.content.at(-1)?.end ?? 0;
  if (source === undefined || whole === null) return;
  const first = document.tokens[tokenAt(document, source.start)];
  const isThat = first?.lower === 'that' && first.end < source.end;
  const author = first?.lower === 'which' ? authorBefore(document, first.index) : null;
  const isInside = source.start < end && author !== null;
  if ((!isThat && author === null) || !(isInside || isAdjacent(document.text, end, source.start))) return;
  link.source =
    author === null
      ? [{ start: document.tokens[(first?.index ?? 0) + 1]?.start ?? source.start, end: source.end }]
      : [author];
  before.extend([{ start: Math.min(end, whole.start), end: whole.end }]);
}

/** The author of the document that “which” means, or the document. */
function authorBefore(document: Document, which: number): Stretch | null {
  for (let at = which - 1; at >= Math.max(0, which - FARTHEST_DOCUMENT); at--) {
    const found = documentAt(document, at);
    if (found !== null) return found.author ?? { start: found.noun.start, end: found.noun.end };
  }
  return null;
}

function isAdjacent(text: string, end: number, start: number): boolean {
  return end > 0 && end <= start && start - end < 8 && !/[\p{L}\p{N}.;]/u.test(text.slice(end, start));
}

/** “The ships have sailed, Petra Vell said, the agency reported”: what stands before the source, where a comma parts them. */
function fill({ text }: Document, link: Link, sentence: Stretch): void {
  const words = envelope([...link.source, ...link.cue]);
  if (words === null || link.source.length === 0 || link.cue.length === 0) return;
  const before = text.slice(sentence.start, words.start);
  const isLast = !/[\p{L}\p{N}]/u.test(text.slice(words.end, sentence.end));
  const comma = /,["”’']?\s*$/u.exec(before);
  if (!isLast || comma === null || comma.index === 0) return;
  link.extend([{ start: sentence.start, end: sentence.start + comma.index }]);
}
