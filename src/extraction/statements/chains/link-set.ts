import type { Document, Sentence, Token } from '../../document.js';
import type { Attribution } from '../../extraction.js';
import { sentenceOf, tokenAt, tokensIn } from '../token-search.js';
import { carriedDocument } from './carried-document.js';
import type { FoundLink } from './found-link.js';
import { Link } from './link.js';
import { ReportedClauses } from './reported-clauses.js';
import { ReportedContent } from './reported-content.js';
import { sequencesOf, type WordSequence } from './word-sequence.js';

/** The links of a sentence with its tokens. */
export interface SentenceLinks {
  readonly sentence: Sentence;
  /** Those whose cue stands in it, in the order of the text. */
  readonly links: readonly Link[];
  readonly sequence: WordSequence;
}

/** The links of a text while they are put together, and what reads its clauses. */
export class LinkSet {
  readonly document: Document;
  readonly contents: ReportedContent;
  readonly clauses: ReportedClauses;
  /** How often a token is in a source or a cue. */
  readonly #taken = new Map<number, number>();
  readonly #links = new Set<Link>();
  readonly #sequences = new Map<Sentence, WordSequence | null>();
  /** What `bySentence` gives, until links come or go. */
  #bySentence: readonly SentenceLinks[] | null = null;

  constructor(document: Document, attributions: readonly Attribution[]) {
    this.document = document;
    this.contents = new ReportedContent(document);
    this.clauses = new ReportedClauses(document, this.contents);
    for (const attribution of attributions) this.#put(Link.given(attribution, carriedDocument(document, attribution)));
  }

  get links(): readonly Link[] {
    return [...this.#links];
  }

  /** Puts in what a pattern shows, with what reports it. */
  add(found: FoundLink, confidence: number, parent: Link | null): Link {
    const link = this.#put(Link.found(found, confidence));
    link.parent = parent;
    return link;
  }

  remove(link: Link): void {
    if (this.#links.delete(link)) this.#take(link, -1);
  }

  /** Whether a token is in the source or the cue of a link. */
  readonly isTaken = ({ index }: Token): boolean => (this.#taken.get(index) ?? 0) > 0;

  /** The sentences that have a cue in them, in the order of the text; very long ones are left out. */
  bySentence(): readonly SentenceLinks[] {
    this.#bySentence ??= this.#sortedBySentence();
    return this.#bySentence;
  }

  #sortedBySentence(): SentenceLinks[] {
    const found = new Map<Sentence, Link[]>();
    const placed = this.links
      .map((link) => ({ link, at: (link.cue[0] ?? link.source[0] ?? link.content[0])?.start ?? 0 }))
      .sort((a, b) => a.at - b.at);
    for (const { link, at } of placed) {
      const sentence = sentenceOf(this.document, tokenAt(this.document, at));
      if (sentence === undefined) continue;
      const links = found.get(sentence);
      if (links === undefined) found.set(sentence, [link]);
      else links.push(link);
    }
    return [...found].flatMap(([sentence, links]) => {
      const sequence = this.#sequenceOf(sentence);
      return sequence === null ? [] : [{ sentence, links, sequence }];
    });
  }

  #sequenceOf(sentence: Sentence): WordSequence | null {
    const known = this.#sequences.get(sentence);
    if (known !== undefined) return known;
    const [sequence = null] = sequencesOf(this.document, [sentence]);
    this.#sequences.set(sentence, sequence);
    return sequence;
  }

  #put(link: Link): Link {
    this.#links.add(link);
    this.#take(link, 1);
    return link;
  }

  #take({ source, cue }: Link, times: number): void {
    this.#bySentence = null;
    for (const stretch of [...source, ...cue]) {
      const { firstToken, endToken } = tokensIn(this.document, stretch);
      for (let at = firstToken; at < endToken; at++) this.#taken.set(at, (this.#taken.get(at) ?? 0) + times);
    }
  }
}
