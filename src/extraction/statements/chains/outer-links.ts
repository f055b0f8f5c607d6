import { isInside, meet, without } from '../token-search.js';
import type { FoundLink } from './found-link.js';
import { type Framing, findFraming } from './framing-phrases.js';
import type { Link } from './link.js';
import type { LinkSet, SentenceLinks } from './link-set.js';
import { findParenthesis } from './parentheses.js';

/** Finds phrases before or behind a sentence that say through whom all of it comes. */
export function findFrames(set: LinkSet): void {
  for (const read of set.bySentence()) {
    const frame = findFraming(set.document, read.sequence);
    if (frame !== null) adoptFrame(set, frame, read);
  }
}

/** Finds clauses that report what the attributions report themselves, in the same sentence. */
export function findOuterLinks(set: LinkSet): void {
  for (const read of set.bySentence()) {
    const parenthesis = findParenthesis(read.sequence, set.isTaken);
    if (parenthesis !== null) adoptParenthesis(set, parenthesis, read);
    for (const found of set.clauses.find(read.sequence, set.isTaken)) adopt(set, found, read);
  }
}

/**
 * A phrase around the whole sentence: what other links have of it does not belong to them, and an attribution whose cue
 * stands in it, but not the same source or content, gives way.
 */
function adoptFrame(set: LinkSet, { link: found, whole }: Framing, read: SentenceLinks): void {
  const rivals = read.links.filter(({ cue }) => cue.length > 0 && cue.every((part) => isInside(part, whole)));
  const others = read.links.filter((link) => !rivals.includes(link));
  for (const link of others) if (link.parent === null) link.clip(set.document.text, whole);
  if (rivals.some(({ source, content }) => meet(source, found.source) && meet(content, found.content))) return;
  for (const rival of rivals) set.remove(rival);
  const [rival] = rivals;
  if (!adopt(set, found, { ...read, links: others }) && rival !== undefined) set.add(found, rival.confidence, null);
}

/** “It was rumoured” amid what somebody says is a part of it; otherwise a clause in commas reports all that is around it. */
function adoptParenthesis(set: LinkSet, found: FoundLink, read: SentenceLinks): void {
  const [cue] = found.cue;
  if (found.source.length > 0 || cue === undefined) {
    adopt(set, found, read);
    return;
  }
  const said = read.links.find(
    ({ parent, cue: words }) => parent === null && (words[0]?.start ?? cue.start) < cue.start,
  );
  const rest = found.content.at(-1);
  if (said !== undefined && rest !== undefined && rest.start > cue.start) {
    said.extend([{ start: said.content.at(-1)?.end ?? cue.start, end: rest.end }]);
  }
}

/** Makes a link of a pattern around attributions, where it holds one that nothing reports yet. */
function adopt(set: LinkSet, found: FoundLink, { links, sentence }: SentenceLinks): boolean {
  const held = links.filter((link) => link.parent === null && isHeld(link, found));
  const [first] = held;
  if (first === undefined) return false;
  const outer = set.add(found, first.confidence, null);
  for (const link of held) {
    link.parent = outer;
    outer.extend(without(link.content, [sentence]));
  }
  return true;
}

function isHeld({ source, cue, content }: Link, found: FoundLink): boolean {
  const words = [...source, ...cue];
  const isInFound = words.every((part) => found.content.some((stretch) => isInside(part, stretch)));
  return words.length > 0 && isInFound && !content.some((stretch) => found.cue.some((part) => isInside(part, stretch)));
}
