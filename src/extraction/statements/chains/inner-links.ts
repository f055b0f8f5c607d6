import { overlaps } from '../../../domain/span.js';
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
      for (const found of addReports(set, link, sequence)) queue.push({ link: found, depth: depthOf(found) });
    }
  }
}

const LONGEST_JOINT = 60;
const OF_LETTER = /^(?:it|the letter)\b/iu;

/** What stands between what is told of a letter and what is told of it further, the verb included. */
const GOES_ON = /^[,"”]{0,2}\s(?:(?:and|but)\s\S+|saying|adding|writing|noting|calling)$/u;

/** Puts in the reports in a part of what a link reports; behind an “and” they stand beside it. */
function addReports(set: LinkSet, link: Link, sequence: WordSequence): Link[] {
  const reports = reportsIn(set, sequence);
  const joint = jointBefore(sequence, reports[0]);
  if (joint !== null) link.content = without(link.content, [{ start: joint.start, end: endOf(sequence) }]);
  const added = reports.map((found) => set.add(found, link.confidence, joint === null ? link : link.parent));
  if (joint === null) takeFurtherWords(set, link, reports[0]);
  return added;
}

/**
 * Gives to who has written a letter what is told of it further: in “Finch said Tarn “offers his help” and warns of floods” it
 * is Tarn who warns, and Finch who says so.
 */
function takeFurtherWords(set: LinkSet, teller: Link, told: FoundLink | undefined): void {
  if (told === undefined || told.document === null) return;
  const end = told.content.at(-1)?.end ?? 0;
  const next = set.links.find(
    ({ cue: [cue], parent }) => cue !== undefined && cue.start > end && parent === teller.parent,
  );
  const [cue] = next?.cue ?? [];
  if (next === undefined || cue === undefined || cue.start > end + LONGEST_JOINT) return;
  if (!GOES_ON.test(set.document.text.slice(end, cue.end))) return;
  // “… and called it a good example”: it is the letter, and who calls it so has not written it.
  if (OF_LETTER.test(set.document.text.slice(next.content[0]?.start, cue.end + LONGEST_JOINT))) return;
  next.source = told.source;
  next.document = told.document;
  next.parent = teller;
  teller.extend([{ start: end, end: next.content.at(-1)?.end ?? cue.end }]);
}

function endOf(sequence: WordSequence): number {
  return sequence.at(-1)?.end ?? 0;
}

/** Gives every link the innermost parent that holds it, of those that nothing else reports. */
export function settleParents(set: LinkSet): void {
  for (const { links } of set.bySentence()) {
    for (const link of links) {
      const holders = links.filter(
        (other) => other !== link && other.holds(link) && !link.holds(other) && !isOnlyNamed(link, other),
      );
      for (const holder of holders) if (isAround(holder, link)) link.parent = holder;
    }
  }
}

/** “Corvania’s claim to have none is disputed by …”: what others dispute is named by who claims it, and not reported. */
function isOnlyNamed({ content }: Link, other: Link): boolean {
  return content.length > 0 && !content.some((part) => other.content.some((stretch) => overlaps(part, stretch)));
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
