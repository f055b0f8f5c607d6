import { overlaps } from '../../../domain/span.js';
import { envelope, without } from '../token-search.js';
import { findCiting } from './citing.js';
import type { TwoSources } from './found-link.js';
import type { LinkSet } from './link-set.js';
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
  for (const { sentence, links, sequence } of set.bySentence()) {
    const found = find(sequence);
    const words = found === null ? null : envelope(stretchesOf(sequence, found.words.first, found.words.end));
    if (found === null || words === null) continue;
    const given = links.filter(({ cue }) => cue.some((stretch) => overlaps(stretch, words)));
    const [first] = given;
    if (first === undefined) continue;
    for (const link of given) set.remove(link);
    const outer = set.add(found.outer, first.confidence, null);
    const inner = set.add(found.inner, first.confidence, outer);
    const elsewhere = without(
      given.flatMap(({ content }) => content),
      [sentence],
    );
    for (const link of [outer, inner]) link.extend(elsewhere);
  }
}
