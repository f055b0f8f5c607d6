import type { FoundLink, TwoSources } from './found-link.js';
import { type Phrase, phraseBefore, phraseFrom } from './noun-phrase.js';
import { withoutMarks } from './reported-clauses.js';
import { groupStart } from './verb-group.js';
import { stretchesOf, type WordSequence } from './word-sequence.js';

const SAYING: ReadonlySet<string> = new Set([
  'saying',
  'telling',
  'writing',
  'warning',
  'claiming',
  'adding',
  'calling',
  'describing',
]);

/** Finds “the agency quoted Mina Thorne as saying”, “Jonas Brill was quoted by the agency as saying”. */
export function findQuotedAsSaying(sequence: WordSequence): TwoSources | null {
  for (let at = 1; at < sequence.length - 3; at++) {
    if (!/^(?:quoted|quotes|cited)$/u.test(sequence[at]?.lower ?? '')) continue;
    const found =
      sequence[at + 1]?.lower === 'by' ? passive(sequence, at) : (saidBy(sequence, at) ?? active(sequence, at));
    if (found !== null) return found;
  }
  return null;
}

function active(sequence: WordSequence, verb: number): TwoSources | null {
  const group = groupStart(sequence, verb);
  const outer = phraseBefore(sequence, group);
  const inner = phraseFrom(sequence, verb + 1);
  const saying = (inner?.end ?? 0) + 1;
  if (outer === null || inner === null || !isAsSaying(sequence, saying)) return null;
  const words = { first: outer.first, end: saying + 1 };
  const content = contentOf(sequence, words);
  if (content === null) return null;
  const said = stretchesOf(sequence, content.first, content.end);
  const told = stretchesOf(sequence, inner.first, saying + 1);
  const isBefore = content.first < outer.first;
  const behind = stretchesOf(sequence, inner.first, content.end);
  return {
    outer: plainLink(sequence, outer, { first: verb, end: verb + 1 }, isBefore ? [...said, ...told] : behind),
    inner: plainLink(sequence, inner, { first: saying, end: saying + 1 }, said),
    words,
  };
}

function passive(sequence: WordSequence, verb: number): TwoSources | null {
  const group = groupStart(sequence, verb);
  const inner = phraseBefore(sequence, group);
  const outer = phraseFrom(sequence, verb + 2);
  const saying = (outer?.end ?? 0) + 1;
  if (outer === null || inner === null || !isAsSaying(sequence, saying)) return null;
  const words = { first: inner.first, end: saying + 1 };
  const content = contentOf(sequence, words);
  if (content === null) return null;
  const said = stretchesOf(sequence, content.first, content.end);
  const isBefore = content.first < inner.first;
  const named = stretchesOf(sequence, inner.first, inner.end);
  const told = stretchesOf(sequence, saying - 1, isBefore ? saying + 1 : content.end);
  return {
    outer: plainLink(
      sequence,
      outer,
      { first: group, end: verb + 2 },
      isBefore ? [...said, ...named, ...told] : [...named, ...told],
    ),
    inner: plainLink(sequence, inner, { first: saying, end: saying + 1 }, said),
    words,
  };
}

/** “Jonas Brill was quoted as saying by the agency”. */
function saidBy(sequence: WordSequence, verb: number): TwoSources | null {
  const group = groupStart(sequence, verb);
  const inner = phraseBefore(sequence, group);
  const outer = sequence[verb + 3]?.lower === 'by' ? phraseFrom(sequence, verb + 4) : null;
  if (outer === null || inner === null || !isAsSaying(sequence, verb + 2)) return null;
  const words = { first: inner.first, end: outer.end };
  const content = contentOf(sequence, words);
  if (content === null) return null;
  const said = stretchesOf(sequence, content.first, content.end);
  const told = [inner, { first: verb + 1, end: verb + 3 }].flatMap((part) =>
    stretchesOf(sequence, part.first, part.end),
  );
  const link = plainLink(
    sequence,
    outer,
    { first: group, end: verb + 1 },
    content.first < inner.first ? [...said, ...told] : [...told, ...said],
  );
  return {
    outer: { ...link, cue: [...link.cue, ...stretchesOf(sequence, verb + 3, verb + 4)] },
    inner: plainLink(sequence, inner, { first: verb + 2, end: verb + 3 }, said),
    words,
  };
}

function isAsSaying(sequence: WordSequence, saying: number): boolean {
  return sequence[saying - 1]?.lower === 'as' && SAYING.has(sequence[saying]?.lower ?? '');
}

/** What is said: all that follows in the sentence or, where nothing does, what stands before. */
function contentOf(sequence: WordSequence, { first, end }: Phrase): Phrase | null {
  const from = sequence[end]?.lower === 'that' ? end + 1 : end;
  const behind = withoutMarks(sequence, from, sequence.length);
  if (behind.end > behind.first && !isDate(sequence, behind)) return behind;
  const before = withoutMarks(sequence, 0, first);
  return before.end > before.first ? before : null;
}

/** How many words say when something was said. */
const LONGEST_DATE = 5;

/** Whether words behind “as saying” only say when: “on Friday”, “late on Monday”. */
function isDate(sequence: WordSequence, { first, end }: Phrase): boolean {
  const words = sequence.slice(first, end);
  if (words.length > LONGEST_DATE || words.some(({ pos }) => /^(?:VERB|AUX|PRON)$/u.test(pos))) return false;
  return /^(?:on|late|early|earlier|in|at|last|this|yesterday|today|\p{L}+day)$/u.test(words[0]?.lower ?? '');
}

function plainLink(sequence: WordSequence, source: Phrase, cue: Phrase, content: FoundLink['content']): FoundLink {
  return {
    source: stretchesOf(sequence, source.first, source.end),
    cue: stretchesOf(sequence, cue.first, cue.end),
    content,
    carries: false,
    document: null,
  };
}
