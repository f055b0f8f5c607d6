import type { Stretch } from '../../../domain/span.js';
import { withoutDateline } from '../../attribution/dateline.js';
import type { Document } from '../../document.js';
import { envelope, isInside, meet, tokenAt, tokensIn, without } from '../token-search.js';
import type { Link } from './link.js';
import type { LinkSet } from './link-set.js';
import { isNominal, type Phrase } from './noun-phrase.js';
import { parenthesisIn } from './parentheses.js';
import { withoutMarks } from './reported-clauses.js';
import { carryingVerbs } from './verb-frames.js';
import { stretchesOf, type WordSequence } from './word-sequence.js';

/** Leaves out what nobody says: “nobody says the pier is safe”; and what is no more than a pronoun that joins a clause. */
export function dropNobody(set: LinkSet): void {
  for (const link of set.links) {
    const [source] = link.source;
    // “A statement, which the agency published”
    const told = link.content.map(({ start, end }) => set.document.text.slice(start, end));
    if (told.length > 0 && told.every((words) => /^(?:which|who)$/iu.test(words))) set.remove(link);
    if (source === undefined) continue;
    if (/^(?:nobody|no one|none)\s*$/iu.test(set.document.text.slice(source.start, source.end))) set.remove(link);
  }
}

/** Leaves out what nobody has said yet: “did not immediately respond to a request for comment”. */
export function dropSilence(set: LinkSet): void {
  for (const link of set.links) {
    const [cue] = link.cue;
    if (cue !== undefined && SILENCE.test(set.document.text.slice(cue.start, cue.end + SILENCE_REACH)))
      set.remove(link);
  }
}

const SILENCE =
  /^(?:(?:did|does|do|had|has|have) not|(?:did|has|had)n[’']t) (?:\w+ly )?(?:respond|responded|return|returned|reply|replied|answer|answered)\b/iu;
const SILENCE_REACH = 40;

/** Leaves the datelines out of what is told by whoever reports a whole sentence. */
export function dropDatelines({ links, document }: LinkSet): void {
  for (const link of links) link.content = link.content.map((stretch) => withoutDateline(document, stretch));
}

/** Leaves out links that have lost all content to others; what they reported is reported by what reports them. */
export function dropEmpty(set: LinkSet): void {
  const empty = new Set(set.links.filter(({ content }) => content.length === 0));
  if (empty.size === 0) return;
  for (const link of set.links) {
    while (link.parent !== null && empty.has(link.parent)) link.parent = link.parent.parent;
  }
  for (const link of empty) set.remove(link);
}

/** Gives sources the rest of a name that is cut before the cue (“The Marrowby [Echo] published”), and their article. */
export function mendSources(set: LinkSet): void {
  for (const { links } of set.bySentence()) {
    for (const link of links) {
      const [source] = link.source;
      if (source === undefined || link.source.length > 1) continue;
      const mended = {
        start: startWithArticle(set.document, source),
        end: endOfName(set.document, source, link.cue[0]),
      };
      if (mended.start === source.start && mended.end === source.end) continue;
      link.source = [mended];
      for (const other of links) other.content = without(other.content, [mended]);
    }
  }
}

/** How many words of a name a source lacks at most. */
const LONGEST_REST = 3;

function endOfName(document: Document, { start, end }: Stretch, cue: Stretch | undefined): number {
  const { endToken } = tokensIn(document, { start, end });
  const next = cue === undefined ? endToken : tokenAt(document, cue.start);
  const rest = document.tokens.slice(endToken, Math.min(next, endToken + LONGEST_REST + 1));
  const last = rest.at(-1);
  const isName = (text: string) => /^\p{Lu}\p{Ll}/u.test(text);
  if (last === undefined || next - endToken > LONGEST_REST || !rest.every(({ text }) => isName(text))) return end;
  return isName(document.tokens[endToken - 1]?.text ?? '') ? last.end : end;
}

function startWithArticle(document: Document, { start }: Stretch): number {
  const first = tokenAt(document, start);
  const [article, next] = [document.tokens[first - 1], document.tokens[first]];
  const lacksOne = article !== undefined && /^(?:the|an?)$/u.test(article.lower) && article.sentence === next?.sentence;
  return lacksOne && isNominal(next) ? article.start : start;
}

/** Gives who reads out or carries a document all of what the sentence tells of it. */
export function widenCarried(set: LinkSet): void {
  for (const { sentence, links, sequence } of set.bySentence()) {
    if (!sequence.some(({ lower }) => carryingVerbs.has(lower))) continue;
    for (const found of set.clauses.findCarrying(sequence)) {
      const given = links.find(({ cue, content }) => meet(cue, found.cue) && meet(content, found.content));
      if (given === undefined) continue;
      set.remove(given);
      set.add(found, given.confidence, null).extend(without(given.content, [sentence]));
    }
  }
}

/**
 * Gives attributions the rest of what they report where it cannot be all: of “the vault is empty, the notary believes, Ines
 * Corder said” only “the notary believes”, of “the tower, Petra Vell said, leans” only “the tower”.
 */
export function completeContents(set: LinkSet): void {
  for (const { sentence, links, sequence } of set.bySentence()) {
    for (const link of links) {
      const [content] = link.content;
      const words = envelope([...link.source, ...link.cue]);
      if (content === undefined || words === null || link.content.length > 1 || content.end > words.start) continue;
      const { first, end } = placesOf(sequence, content);
      if (first > 1 && sequence[first - 1]?.text === ',' && parenthesisIn(sequence, { first, end }) !== null) {
        link.extend([{ start: sentence.start, end: content.start }]);
      } else if (isInterrupted(sequence, { first, end }, words, set)) {
        link.extend(restBehind(sequence, words));
      }
    }
  }
}

/** What a sentence goes on with behind who says it; “…, who was not authorized to speak,” is told of them. */
function restBehind(sequence: WordSequence, words: Stretch): readonly Stretch[] {
  const { first, end } = withoutMarks(sequence, placesOf(sequence, words).end, sequence.length);
  return /^who(?:m|se)?$/u.test(sequence[first]?.lower ?? '') ? [] : stretchesOf(sequence, first, end);
}

/**
 * Gives attributions the clause whose subject alone they have, where a name in commas stands behind it: of “says the prime
 * minister, Dora Vint, has written and offered ships” only “the prime minister, Dora Vint”. What was taken for further
 * reports of the same speaker in the rest is a part of it.
 */
export function completeSubjects(set: LinkSet): void {
  for (const { links, sequence } of set.bySentence()) {
    for (const link of links) {
      const rest = restOfClause(link, sequence);
      if (rest === null) continue;
      for (const other of links) if (other !== link && isOwnIn(other, link, rest)) set.remove(other);
      link.extend([{ start: link.content[0]?.end ?? rest.start, end: rest.end }]);
    }
  }
}

/** What a clause has behind a subject that is all of somebody’s content. */
function restOfClause({ content: [content, ...others] }: Link, sequence: WordSequence): Stretch | null {
  if (content === undefined || others.length > 0) return null;
  const { first, end } = placesOf(sequence, content);
  if (!isOnlySubject(sequence, { first, end })) return null;
  return envelope(stretchesOf(sequence, end, withoutMarks(sequence, end, sequence.length).end));
}

/** Whether a link stands in a stretch and has the source of another, or none. */
function isOwnIn({ source: [source], cue }: Link, { source: [own] }: Link, within: Stretch): boolean {
  const isOwn = source === undefined || source.start === own?.start;
  return isOwn && cue.every((words) => isInside(words, within));
}

/** Whether words have no verb, end with a name in commas, and a verb that has them for its subject follows. */
function isOnlySubject(sequence: WordSequence, { first, end }: Phrase): boolean {
  const [comma, verb] = [sequence[end], sequence[end + 1]];
  const words = sequence.slice(first, end);
  const isApposed = words.some(({ text }) => text === ',') && words.at(-1)?.pos === 'PROPN';
  const hasVerb = verb?.pos === 'AUX' || (verb?.pos === 'VERB' && !verb.lower.endsWith('ing'));
  return isApposed && comma?.text === ',' && hasVerb && !words.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
}

/** Whether content has no verb, ends with a comma before its source and cue, and is followed by a comma and words of nobody else. */
function isInterrupted(sequence: WordSequence, { first, end }: Phrase, words: Stretch, { isTaken }: LinkSet): boolean {
  const behind = placesOf(sequence, words);
  const gap = sequence.slice(end, behind.first);
  const rest = sequence.slice(behind.end + 1);
  const isQuoted = /^[“"«‘]$/u.test(sequence[first]?.text ?? '') || /^[”"»’]$/u.test(sequence[end - 1]?.text ?? '');
  if (isQuoted) return false;
  return (
    gap.length <= 1 &&
    sequence[behind.end]?.text === ',' &&
    !isCircumstance(sequence, first, behind.end + 1) &&
    !sequence.slice(first, end).some(({ pos }) => pos === 'VERB' || pos === 'AUX') &&
    rest.some(({ pos }) => pos === 'VERB' || pos === 'AUX') &&
    !rest.some(isTaken)
  );
}

/** Whether what follows quoted words and who says them tells when and of what: “…, said Quill, of the offer”. */
function isCircumstance(sequence: WordSequence, first: number, rest: number): boolean {
  const isQuoted = [sequence[first - 1], sequence[first]].some((token) => /^[“"«]/u.test(token?.text ?? ''));
  return isQuoted && sequence[rest]?.pos === 'ADP';
}

function placesOf(sequence: WordSequence, { start, end }: Stretch): Phrase {
  const first = sequence.findIndex((token) => token.end > start);
  const behind = sequence.findIndex((token) => token.start >= end);
  return first < 0 ? { first: 0, end: 0 } : { first, end: behind < 0 ? sequence.length : behind };
}
