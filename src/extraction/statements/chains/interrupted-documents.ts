import type { Stretch } from '../../../domain/span.js';
import type { Document } from '../../document.js';
import { envelope, tokensIn } from '../token-search.js';
import { documentAt } from './authors.js';
import type { Link } from './link.js';
import type { LinkSet } from './link-set.js';
import { headOf } from './noun-phrase.js';
import { documentVerbs } from './verb-frames.js';

/**
 * Mends what is said of a document around its cue: “The letter, Finch said, “crosses a line” and calls the abbey a barn”.
 * The document belongs to the content, not to the source, and so does what else it does, whose verb is not the speaker’s.
 */
export function mendInterruptedDocuments(set: LinkSet): void {
  for (const { links } of set.bySentence()) {
    for (const link of links) takeFromSource(set.document, link);
    links.forEach((link, place) => {
      const before = links[place - 1];
      const whole = envelope(link.parts.filter(({ start }) => start >= (link.cue[0]?.start ?? 0)));
      if (before === undefined || whole === null) return;
      leaveOutTeller(set.document, before, link);
      if (isInterrupted(set.document, before, link)) {
        giveToDocument(before, link, whole);
      } else if (saysMore(set.document, before, link)) {
        before.extend([{ start: before.content.at(-1)?.end ?? whole.start, end: whole.end }]);
        set.remove(link);
      }
    });
  }
}

/** “Hugo Tarn’s letter, Finch” before “said”: the document is what is spoken of. */
function takeFromSource(document: Document, link: Link): void {
  const { text } = document;
  const [source] = link.source;
  const [cue] = link.cue;
  if (source === undefined || cue === undefined || link.source.length > 1) return;
  const comma = text.slice(source.start, source.end).indexOf(', ');
  const isInterruption = /^\s*,/u.test(text.slice(cue.end, cue.end + 3));
  const spokenOf = { start: source.start, end: source.start + Math.max(comma, 0) };
  if (comma <= 0 || !isInterruption || !isDocument(document, spokenOf)) return;
  link.source = [{ start: spokenOf.end + 2, end: source.end }];
  link.extend([spokenOf]);
}

/** “The letter, Finch said, reads: “…””: what reads so is the letter. */
function leaveOutTeller(document: Document, { source: [teller], cue: [cue] }: Link, link: Link): void {
  const [source] = link.source;
  if (source === undefined || teller === undefined || cue === undefined) return;
  if (source.start >= teller.start || cue.end > source.end) return;
  const before = document.text.slice(source.start, teller.start).trimEnd();
  if (before.endsWith(',')) link.source = [{ start: source.start, end: source.start + before.length - 1 }];
}

/** “The letter, Finch said, claims that …”: Finch tells what the letter claims. */
function giveToDocument(teller: Link, link: Link, whole: Stretch): void {
  link.source = teller.content;
  link.parent = teller;
  teller.extend([whole]);
}

/** Whether a document is all that a link reports before its cue, and another link begins with the document’s verb behind it. */
function isInterrupted(document: Document, before: Link, link: Link): boolean {
  const [spokenOf, cue, verb] = [before.content[0], before.cue[0], link.cue[0]];
  if (spokenOf === undefined || cue === undefined || verb === undefined || before.content.length > 1) return false;
  const isAround = spokenOf.end <= cue.start && /^,\s*$/u.test(document.text.slice(cue.end, verb.start));
  const isOfDocument = documentVerbs.has(document.text.slice(verb.start, verb.end).toLowerCase());
  return isAround && isOfDocument && isDocument(document, spokenOf);
}

/** Whether a link has the verb that a document has beside the one that another link reports already. */
function saysMore(document: Document, before: Link, link: Link): boolean {
  const [spokenOf, cue] = [before.content[0], before.cue[0]];
  const [verb, source] = [link.cue[0], link.source[0]];
  const end = before.content.at(-1)?.end ?? 0;
  if (spokenOf === undefined || cue === undefined || verb === undefined || spokenOf.end > cue.start) return false;
  const isShared = source === undefined || source.end < cue.start;
  const isJoined =
    end > cue.end
      ? /^[\s”"’,]*and\s+$/u.test(document.text.slice(end, verb.start))
      : /^\s*,\s*$/u.test(document.text.slice(cue.end, verb.start));
  const isOfDocument = documentVerbs.has(document.text.slice(verb.start, verb.end).toLowerCase());
  return isShared && isJoined && isOfDocument && isDocument(document, spokenOf);
}

/** Whether some words are a noun phrase for a document, with no verb in them. */
function isDocument(document: Document, words: Stretch): boolean {
  const { firstToken, endToken } = tokensIn(document, words);
  const tokens = document.tokens.slice(firstToken, endToken);
  if (tokens.length === 0 || tokens.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return false;
  return documentAt(document, firstToken + headOf(tokens, { first: 0, end: tokens.length })) !== null;
}
