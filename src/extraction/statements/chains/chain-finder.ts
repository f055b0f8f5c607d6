import type { Stretch } from '../../../domain/span.js';
import type { Document, Sentence, Token } from '../../document.js';
import type { Attribution } from '../../extraction.js';
import { envelope, isInside, overlaps, sentenceOf, tokenAt, tokensIn } from '../token-search.js';
import { carriedDocument } from './carried-document.js';
import type { FoundLink } from './found-link.js';
import { findFraming } from './framing-phrases.js';
import { findHearsay } from './hearsay.js';
import { findLetterInWhich } from './letters-in-which.js';
import { Link } from './link.js';
import { findParenthesis } from './parentheses.js';
import { findCiting, findQuotedAsSaying } from './quoted-as-saying.js';
import { ReportedClauses } from './reported-clauses.js';
import { ReportedContent } from './reported-content.js';
import { sequencesOf, stretchesOf, type WordSequence } from './word-sequence.js';

/** How many links a chain has at most, from the outermost down. */
const LONGEST_CHAIN = 5;

/** The links of a text while they are put together. */
export class ChainFinder {
  readonly #document: Document;
  readonly #contents: ReportedContent;
  readonly #clauses: ReportedClauses;
  /** Tokens of sources and cues, of which each belongs to one link. */
  readonly #taken = new Set<number>();
  #links: Link[] = [];

  constructor(document: Document, attributions: readonly Attribution[]) {
    this.#document = document;
    this.#contents = new ReportedContent(document);
    this.#clauses = new ReportedClauses(document, this.#contents);
    for (const attribution of attributions) this.#add(Link.given(attribution, carriedDocument(document, attribution)));
  }

  get links(): readonly Link[] {
    return this.#links;
  }

  /** Parts “the agency quoted Mina Thorne as saying” into the two who speak. */
  splitQuotedAsSaying(): void {
    for (const [sentence, links] of this.#bySentence()) {
      for (const sequence of sequencesOf(this.#document, [sentence])) {
        const found = findQuotedAsSaying(sequence);
        const words = found === null ? null : envelope(stretchesOf(sequence, found.words.first, found.words.end));
        const given = links.find(({ cue }) => words !== null && cue.some((stretch) => overlaps(stretch, words)));
        if (found === null || given === undefined) continue;
        this.#links = this.#links.filter((link) => link !== given);
        const outer = this.#add(Link.found(found.outer, given));
        const inner = this.#add(Link.found(found.inner, given));
        inner.parent = outer;
        const elsewhere = given.content.filter((stretch) => !overlaps(stretch, sentence));
        for (const link of [outer, inner]) link.extend(elsewhere);
      }
    }
  }

  /** Finds who reports what the attributions report themselves. */
  findOuterLinks(): void {
    for (const [sentence, links] of this.#bySentence()) {
      for (const sequence of sequencesOf(this.#document, [sentence])) {
        for (const found of this.#framesOf(sequence)) this.#adopt(found, links, sentence);
      }
    }
  }

  /** Puts to a statement that an agency carries what the sentences that follow tell of it. */
  followCarriedDocuments(): void {
    for (const [sentence, links] of this.#bySentence()) {
      const roots = links.filter(({ parent, carries }) => parent === null && !carries);
      const carrier = roots.length === 0 ? null : this.#carrierBefore(sentence, roots);
      if (carrier === null) continue;
      for (const root of roots) {
        root.parent = carrier;
        const told = envelope(root.parts);
        if (told !== null && !carrier.content.some((stretch) => overlaps(stretch, told))) carrier.extend([told]);
      }
    }
  }

  /** Finds what a speaker cites for what they say. */
  findCited(): void {
    for (const [sentence, links] of this.#bySentence()) {
      for (const sequence of sequencesOf(this.#document, [sentence])) {
        const cited = findCiting(sequence, (token) => this.#isTaken(token));
        const citing = links.find(
          ({ content }) =>
            cited !== null && !content.some((stretch) => cited.cue.some((cue) => isInside(cue, stretch))),
        );
        if (cited === null || citing === undefined) continue;
        const { content } = citing;
        const inner = this.#add(Link.found({ ...cited, content, carries: false, document: null }, citing));
        inner.parent = citing;
      }
    }
  }

  /** Finds who speaks in what others say. */
  findInnerLinks(): void {
    const queue = this.#links.map((link) => ({ link, depth: depthOf(link) }));
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { link, depth } = next;
      if (depth >= LONGEST_CHAIN) continue;
      for (const sequence of sequencesOf(this.#document, link.content)) {
        for (const found of this.#reportsIn(sequence)) {
          const inner = this.#add(Link.found(found, link));
          inner.parent = link;
          queue.push({ link: inner, depth: depth + 1 });
        }
      }
    }
  }

  #add(link: Link): Link {
    this.#links.push(link);
    for (const stretch of [...link.source, ...link.cue]) {
      const { firstToken, endToken } = tokensIn(this.#document, stretch);
      for (let at = firstToken; at < endToken; at++) this.#taken.add(at);
    }
    return link;
  }

  #isTaken({ index }: Token): boolean {
    return this.#taken.has(index);
  }

  #framesOf(sequence: WordSequence): FoundLink[] {
    const isTaken = (token: Token) => this.#isTaken(token);
    const frame = findFraming(this.#document, sequence, isTaken);
    const parenthesis = findParenthesis(sequence, isTaken);
    return [frame ?? [], parenthesis ?? [], this.#clauses.find(sequence, isTaken)].flat();
  }

  #reportsIn(sequence: WordSequence): FoundLink[] {
    const isTaken = (token: Token) => this.#isTaken(token);
    const parenthesis = findParenthesis(sequence, isTaken);
    if (parenthesis !== null) return [parenthesis];
    const clauses = this.#clauses.find(sequence, isTaken);
    if (clauses.length > 0) return clauses;
    const other =
      findHearsay(sequence, this.#contents, isTaken) ??
      findLetterInWhich(this.#document, sequence, this.#contents, isTaken);
    return other === null ? [] : [other];
  }

  /** Makes a link of a pattern around attributions, where it holds one that nothing reports yet. */
  #adopt(found: FoundLink, links: readonly Link[], sentence: Stretch): void {
    const held = links.filter(
      ({ parent, source, cue, content }) =>
        parent === null &&
        [...source, ...cue].every((part) => found.content.some((stretch) => isInside(part, stretch))) &&
        !content.some((stretch) => found.cue.some((part) => isInside(part, stretch))),
    );
    const [first] = held;
    if (first === undefined) return;
    const outer = this.#add(Link.found(found, first));
    for (const link of held) {
      link.parent = outer;
      outer.extend(link.content.filter((stretch) => !overlaps(stretch, sentence)));
    }
  }

  /** What carries the document that a sentence goes on to tell of; null where it tells of none. */
  #carrierBefore(sentence: Sentence, roots: readonly Link[]): Link | null {
    const before = this.#document.sentences[sentence.index - 1];
    if (before === undefined) return null;
    const told = this.#links.filter(({ cue, source }) => [...cue, ...source].some((part) => isInside(part, before)));
    const carried = told.find(({ parent }) => parent?.carries === true);
    if (carried !== undefined) return roots.every((root) => this.#mayGoOn(carried, root)) ? carried.parent : null;
    if (!this.#beginsWithIn(sentence)) return null;
    const carrier = told.find(({ carries }) => carries);
    if (carrier !== undefined) return carrier;
    for (const sequence of sequencesOf(this.#document, [before])) {
      const found = this.#clauses.find(sequence, (token) => this.#isTaken(token)).find(({ carries }) => carries);
      const [beside] = roots;
      if (found !== undefined && beside !== undefined) return this.#add(Link.found(found, beside));
    }
    return null;
  }

  /** “In it”, “In the letter”. */
  #beginsWithIn({ firstToken }: Sentence): boolean {
    const [first, second] = [this.#document.tokens[firstToken], this.#document.tokens[firstToken + 1]];
    return first?.lower === 'in' && /^(?:it|the|this|that)$/u.test(second?.lower ?? '');
  }

  /** Whether a statement has the speaker of the one before it: a pronoun or the same last name. */
  #mayGoOn(before: Link, next: Link): boolean {
    const [name, other] = [this.#lastWord(before), this.#lastWord(next)];
    return other !== null && (other === name || /^(?:he|she|they)$/u.test(other));
  }

  #lastWord({ source }: Link): string | null {
    const last = source.at(-1);
    if (last === undefined) return null;
    return this.#document.tokens[tokenAt(this.#document, last.end - 1)]?.lower ?? null;
  }

  /** The links by the sentence that their cue stands in, in the order of the text. */
  #bySentence(): ReadonlyMap<Sentence, readonly Link[]> {
    const found = new Map<Sentence, Link[]>();
    const placed = this.#links
      .map((link) => ({ link, at: (link.cue[0] ?? link.source[0] ?? link.content[0])?.start ?? 0 }))
      .sort((a, b) => a.at - b.at);
    for (const { link, at } of placed) {
      const sentence = sentenceOf(this.#document, tokenAt(this.#document, at));
      if (sentence === undefined) continue;
      const links = found.get(sentence);
      if (links === undefined) found.set(sentence, [link]);
      else links.push(link);
    }
    return found;
  }
}

function depthOf(link: Link): number {
  let depth = 0;
  for (let at = link.parent; at !== null; at = at.parent) depth++;
  return depth;
}
