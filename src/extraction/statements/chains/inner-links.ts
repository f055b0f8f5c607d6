import type { Token } from '../../document.js';
import { without } from '../token-search.js';
import type { FoundLink } from './found-link.js';
import { findHearsay } from './hearsay.js';
import { findLetterInWhich } from './letters-in-which.js';
import type { Link } from './link.js';
import type { LinkSet } from './link-set.js';
import { findParenthesis } from './parentheses.js';
import { findToldLetter } from './told-letters.js';
import { sequencesOf, type WordSequence } from './word-sequence.js';

/** How many links a chain has at most, from the outermost down. */
const LONGEST_CHAIN = 5;

/** Finds who speaks in what others say. */
export function findInnerLinks(set: LinkSet): void {
  const queue = set.links.map((link) => ({ link, depth: depthOf(link) }));
  // The queue grows while it is read.
  for (const { link, depth } of queue) {
    if (depth >= LONGEST_CHAIN) continue;
    for (const sequence of sequencesOf(set.document, link.content)) {
      const reports = reportsIn(set, sequence);
      const joint = jointBefore(sequence, reports[0]);
      if (joint !== null) link.content = without(link.content, [{ start: joint.start, end: endOf(sequence) }]);
      const [parent, below] = joint === null ? [link, depth + 1] : [link.parent, depth];
      for (const found of reports) queue.push({ link: set.add(found, link.confidence, parent), depth: below });
    }
  }
}

function endOf(sequence: WordSequence): number {
  return sequence.at(-1)?.end ?? 0;
}

/** Gives every link the innermost parent that holds it, of those that nothing else reports. */
export function settleParents(set: LinkSet): void {
  for (const { links } of set.bySentence()) {
    for (const link of links) {
      const holders = links.filter((other) => other !== link && other.holds(link) && !link.holds(other));
      for (const holder of holders) if (isAround(holder, link)) link.parent = holder;
    }
  }
}

/** Whether a link that holds another is nearer to it than what reports it so far. */
function isAround(holder: Link, link: Link): boolean {
  for (let at: Link | null = holder; at !== null; at = at.parent) {
    if (at === link) return false;
    if (at === link.parent) return at !== holder;
  }
  return link.parent === null;
}

function reportsIn(set: LinkSet, sequence: WordSequence): FoundLink[] {
  const parenthesis = findParenthesis(sequence, set.isTaken);
  if (parenthesis !== null) return [parenthesis];
  const letter = findToldLetter(set.document, sequence, set.isTaken);
  if (letter.length > 0) return letter;
  const clauses = set.clauses.find(sequence, set.isTaken);
  if (clauses.length > 0) return clauses;
  const other =
    findHearsay(sequence, set.contents, set.isTaken) ??
    findLetterInWhich(set.document, sequence, set.contents, set.isTaken);
  return other === null ? [] : [other];
}

/** The “and” before a clause that stands beside the one in whose content it was taken to be: “… and Jonas Brill said …”. */
function jointBefore(sequence: WordSequence, found: FoundLink | undefined): Token | null {
  const start = found?.source[0]?.start ?? -1;
  const first = sequence.findIndex((token) => token.start === start);
  const joint = sequence[first - 1];
  return first > 1 && joint !== undefined && /^(?:and|but|while)$/u.test(joint.lower) ? joint : null;
}

function depthOf(link: Link): number {
  let depth = 0;
  for (let at = link.parent; at !== null; at = at.parent) depth++;
  return depth;
}
