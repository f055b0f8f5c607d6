import { overlaps, type Stretch } from '../../../domain/span.js';
import { envelope, without } from '../token-search.js';
import { findCiting } from './citing.js';
import type { TwoSources } from './found-link.js';
import type { Link } from './link.js';
import type { LinkSet, SentenceLinks } from './link-set.js';
import { findQuotedAsSaying } from './quoted-as-saying.js';
import { stretchesOf, type WordSequence } from './word-sequence.js';

/** Parts “the agency quoted Mina Thorne as saying” into the two who speak. */
export function splitQuotedAsSaying(set: LinkSet): void {
  split(set, (sequence) => findQuotedAsSaying(sequence));
}

/** Parts “the Echo, citing the agency, reported” into who reports and who is cited for it. */
export function splitCiting(set: LinkSet): void {
  split(set, (sequence) => findCiting(sequence, set.contents));
}

function split(set: LinkSet, find: (sequence: WordSequence) => TwoSources | null): void {
  for (const read of set.bySentence()) {
    const found = find(read.sequence);
    if (found !== null) part(set, found, read);
  }
}

function part(set: LinkSet, found: TwoSources, { sentence, links, sequence }: SentenceLinks): void {
  const words = envelope(stretchesOf(sequence, found.words.first, found.words.end));
  const given = links.filter(({ cue }) => words !== null && cue.some((stretch) => overlaps(stretch, words)));
  const [first] = given;
  if (first === undefined || words === null) return;
  for (const link of given) set.remove(link);
  const outer = set.add(found.outer, first.confidence, null);
  const inner = set.add(found.inner, first.confidence, outer);
  const elsewhere = without(
    given.flatMap(({ content }) => content),
    [sentence],
  );
  for (const link of [outer, inner]) link.extend(elsewhere);
  const added = links.filter((link) => !given.includes(link) && isAdded(set.document.text, link, words));
  for (const link of added) goOn(set.document.text, inner, link);
}

/** “… quoted her as saying that …, adding that …”: a participle behind the two who speak, which goes on with what is said. */
function isAdded(text: string, { cue: [cue] }: Link, words: Stretch): boolean {
  return cue !== undefined && cue.start >= words.end && /^\p{L}+ing\b/u.test(text.slice(cue.start, cue.end));
}

/** What is added has been said by whoever is quoted, and not by who quotes. */
function goOn(text: string, quoted: Link, added: Link): void {
  added.source = quoted.source;
  added.parent = quoted.parent;
  const whole = envelope([...added.cue, ...added.content]);
  if (whole !== null) quoted.clip(text, whole);
}
