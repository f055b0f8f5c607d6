import type { FoundLink, TwoSources } from './found-link.js';
import { type Phrase, phraseBefore, phraseFrom } from './noun-phrase.js';
import { withoutMarks } from './reported-clauses.js';
import type { ReportedContent } from './reported-content.js';
import { clauseVerbs } from './verb-frames.js';
import { groupStart, isVerb } from './verb-group.js';
import { stretchesOf, type WordSequence } from './word-sequence.js';

/** How far behind who is cited the verb of who reports can stand. */
const FARTHEST_VERB = 5;

/** Finds “the Echo, citing the agency, reported that …” and “officials said the crane was new, citing a report”. */
export function findCiting(sequence: WordSequence, contents: ReportedContent): TwoSources | null {
  const at = sequence.findIndex(({ lower }) => lower === 'citing' || lower === 'quoting');
  const cited = at < 1 ? null : phraseFrom(sequence, at + 1);
  if (cited === null || sequence[at - 1]?.text !== ',') return null;
  return amid(sequence, at, cited, contents) ?? between(sequence, at, cited) ?? behind(sequence, at, cited, contents);
}

function amid(sequence: WordSequence, at: number, cited: Phrase, contents: ReportedContent): TwoSources | null {
  const source = phraseBefore(sequence, at - 1);
  if (source === null || sequence[cited.end]?.text !== ',') return null;
  for (let verb = cited.end + 1; verb < Math.min(sequence.length, cited.end + FARTHEST_VERB); verb++) {
    const token = sequence[verb];
    if (token === undefined || !isVerb(token)) continue;
    const reported = contents.after(sequence, verb);
    if (reported === null) return null;
    const cue = { first: verb, end: reported.cueEnd };
    return twoSources(sequence, { source, cue }, { source: cited, cue: { first: at, end: at + 1 } }, reported.content);
  }
  return null;
}

/** “The agency said on Sunday, citing an official it did not name, that …”. */
function between(sequence: WordSequence, at: number, cited: Phrase): TwoSources | null {
  const that = sequence
    .slice(0, cited.end + 10)
    .findIndex(({ lower }, place) => place >= cited.end && lower === 'that');
  const verb = sequence.findLastIndex(
    (token, place) => place < at && place > at - 2 - FARTHEST_VERB && clauseVerbs.has(token.lower) && isVerb(token),
  );
  const source = verb < 0 ? null : phraseBefore(sequence, groupStart(sequence, verb));
  if (that < 0 || source === null || sequence[that - 1]?.text !== ',') return null;
  const cue = { first: verb, end: verb + 1 };
  const named = { first: cited.first, end: that - 1 };
  const content = { first: that + 1, end: sequence.length };
  return twoSources(sequence, { source, cue }, { source: named, cue: { first: at, end: at + 1 } }, content);
}

function behind(sequence: WordSequence, at: number, cited: Phrase, contents: ReportedContent): TwoSources | null {
  const rest = withoutMarks(sequence, cited.end, sequence.length);
  if (rest.end > rest.first) return null;
  const before = sequence.slice(0, at - 1);
  for (let verb = 1; verb < before.length; verb++) {
    const token = before[verb];
    if (token === undefined || !isVerb(token)) continue;
    const source = phraseBefore(before, groupStart(before, verb));
    const reported = source === null ? null : contents.after(before, verb);
    if (source === null || reported === null) continue;
    const cue = { first: verb, end: reported.cueEnd };
    return twoSources(sequence, { source, cue }, { source: cited, cue: { first: at, end: at + 1 } }, reported.content);
  }
  return null;
}

interface Named {
  readonly source: Phrase;
  readonly cue: Phrase;
}

function twoSources(sequence: WordSequence, outer: Named, inner: Named, content: Phrase): TwoSources {
  const told = withoutMarks(sequence, content.first, content.end);
  const link = ({ source, cue }: Named): FoundLink => ({
    source: stretchesOf(sequence, source.first, source.end),
    cue: stretchesOf(sequence, cue.first, cue.end),
    content: stretchesOf(sequence, told.first, told.end),
    carries: false,
    document: null,
  });
  const places = [outer.source, outer.cue, inner.source, inner.cue];
  const words = {
    first: Math.min(...places.map(({ first }) => first)),
    end: Math.max(...places.map(({ end }) => end)),
  };
  return { outer: link(outer), inner: link(inner), words };
}
