import type { Document, Sentence, Token } from '../../document.js';
import { wordsBeforeRemarks } from '../../remarks.js';
import { envelope, tokenAt, tokensIn } from '../token-search.js';
import { documentAt } from './authors.js';
import { findFraming } from './framing-phrases.js';
import type { Link } from './link.js';
import type { LinkSet, SentenceLinks } from './link-set.js';
import { documentNouns } from './verb-frames.js';
import { sequencesOf } from './word-sequence.js';

/** Puts to a statement that an agency carries what the sentences that follow tell of it. */
export function followCarriedDocuments(set: LinkSet): void {
  let before: SentenceLinks | null = null;
  let last: CarriedDocument | null = null;
  for (const read of set.bySentence()) {
    const roots = read.links.filter(({ parent, carries }) => parent === null && !carries);
    const named = isNamedAgain(set.document, read, last) ? last?.carrier : null;
    const carrier = roots.length === 0 ? null : (carrierBefore(set, read.sentence, before, roots) ?? named);
    if (before !== null) giveRemarks(set.document, before, read);
    before = read;
    last = carriedIn(read) ?? last;
    if (carrier) giveTo(carrier, roots);
  }
}

function giveTo(carrier: Link, roots: readonly Link[]): void {
  for (const root of roots) {
    root.parent = carrier;
    const told = envelope(root.parts);
    if (told !== null) carrier.extend([told]);
  }
}

/**
 * “Quill called the pier unsafe. Her comments came in a statement published by the agency.” What the agency carries is what
 * was said before, and not that it came.
 */
function giveRemarks({ tokens }: Document, before: SentenceLinks, { links, sentence }: SentenceLinks): void {
  const carrier = links.find(({ carries }) => carries);
  const words = tokens.slice(sentence.firstToken, sentence.firstToken + LONGEST_REMARKS);
  const isTheirs = wordsBeforeRemarks(words).some(
    ({ lower, text }) => /^(?:his|her|their)$/u.test(lower) || /^[’']s?$/u.test(text),
  );
  const told = before.links.filter(({ parent, carries }) => parent === null && !carries);
  if (carrier === undefined || !isTheirs || told.length === 0 || before.sentence.index + 1 !== sentence.index) return;
  carrier.content = [];
  giveTo(carrier, told);
}

/** How far into its sentence “Her first public comments came in” reaches, in tokens. */
const LONGEST_REMARKS = 8;

interface CarriedDocument {
  readonly carrier: Link;
  readonly noun: string;
  readonly sentence: number;
}

function carriedIn({ links, sentence, sequence }: SentenceLinks): CarriedDocument | null {
  const carrier = links.find(({ carries, document }) => carries && document !== null);
  const noun = sequence.find(({ start }) => start === carrier?.document?.start)?.lower;
  return carrier === undefined || noun === undefined ? null : { carrier, noun, sentence: sentence.index };
}

/** How many sentences behind it a document that is carried can be named again. */
const NAMED_REACH = 6;

/** Whether a sentence tells what stands in a document that has been carried: “in the statement Quill called the pier …”. */
function isNamedAgain(document: Document, { sentence }: SentenceLinks, last: CarriedDocument | null): boolean {
  if (last === null || sentence.index - last.sentence > NAMED_REACH) return false;
  const tokens = document.tokens.slice(sentence.firstToken, sentence.endToken);
  return tokens.some(
    ({ lower }, at) => lower === 'in' && tokens[at + 1]?.lower === 'the' && tokens[at + 2]?.lower === last.noun,
  );
}

/** What carries the document that a sentence goes on to tell of; null where it tells of none. */
function carrierBefore(
  set: LinkSet,
  sentence: Sentence,
  read: SentenceLinks | null,
  roots: readonly Link[],
): Link | null {
  const { document } = set;
  const before = document.sentences[sentence.index - 1];
  if (before === undefined) return null;
  const told = read?.sentence === before ? read.links : [];
  const carried = told.find(({ parent }) => parent?.carries === true);
  if (carried !== undefined) return roots.every((root) => mayGoOn(document, carried, root)) ? carried.parent : null;
  const carrier = told.find(({ carries }) => carries);
  if (carrier !== undefined && roots.every((root) => isByAuthor(document, carrier, root))) return carrier;
  if (!beginsWithIn(document, sentence) && !roots.every((root) => isOfDocument(document, root))) return null;
  return carrier ?? carrierIn(set, before, roots);
}

function carrierIn(set: LinkSet, sentence: Sentence, [beside]: readonly Link[]): Link | null {
  for (const sequence of sequencesOf(set.document, [sentence])) {
    const found =
      set.clauses.find(sequence, set.isTaken).find(({ carries }) => carries) ??
      findFraming(set.document, sequence)?.link;
    if (found?.carries === true && beside !== undefined) return set.add(found, beside.confidence, null);
  }
  return null;
}

/** “In it”, “In the letter”. */
function beginsWithIn({ tokens }: Document, { firstToken }: Sentence): boolean {
  const [first, second] = [tokens[firstToken], tokens[firstToken + 1]];
  return first?.lower === 'in' && /^(?:it|the|this|that)$/u.test(second?.lower ?? '');
}

/** Whether who speaks is the author of what is carried: “Malk’s statement was carried by the agency. … she said”. */
function isByAuthor(document: Document, { document: carried }: Link, root: Link): boolean {
  const noun = carried === null ? null : documentAt(document, tokenAt(document, carried.start));
  const last = lastWord(document, root);
  if (noun?.author == null || last === null) return false;
  const author = document.text.slice(noun.author.start, noun.author.end);
  return /^(?:he|she)$/u.test(last.lower) || author.split(/\s+/u).includes(last.text);
}

/** Whether the source of a statement is what it stands in: “it”, “the letter”. */
function isOfDocument(document: Document, link: Link): boolean {
  const last = lastWord(document, link);
  return last !== null && (last.lower === 'it' || documentNouns.has(last.lower));
}

/** Whether a statement has the speaker of the one before it: a pronoun or a name of theirs. */
function mayGoOn(document: Document, before: Link, next: Link): boolean {
  const other = lastWord(document, next);
  if (other === null) return false;
  if (/^(?:he|she|they)$/u.test(other.lower) || isOfDocument(document, next)) return true;
  return before.source.some((source) => {
    const { firstToken, endToken } = tokensIn(document, source);
    return document.tokens.slice(firstToken, endToken).some(({ text }) => text === other.text);
  });
}

function lastWord(document: Document, { source }: Link): Token | null {
  const last = source.at(-1);
  return last === undefined ? null : (document.tokens[tokenAt(document, last.end - 1)] ?? null);
}
