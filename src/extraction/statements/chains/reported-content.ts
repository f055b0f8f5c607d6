import type { Document, QuotedStretch } from '../../document.js';
import { CLAUSE_PHRASES, VERB_PARTICLES } from '../../language/english/clauses.js';
import { type Phrase, phraseFrom } from './noun-phrase.js';
import {
  addressingVerbs,
  bareClauseVerbs,
  clauseVerbs,
  documentVerbs,
  namingVerbs,
  objectVerbs,
  speakingVerbs,
} from './verb-frames.js';
import type { WordSequence } from './word-sequence.js';

/** What a verb reports: the end of the cue (behind a particle, if it has one), and the content. */
export interface Reported {
  readonly cueEnd: number;
  readonly content: Phrase;
}

/** Reads what follows a verb that reports. */
export class ReportedContent {
  readonly #byStart: ReadonlyMap<number, QuotedStretch>;

  constructor(document: Document) {
    this.#byStart = new Map(document.quotations.map((quoted) => [quoted.outer.start, quoted]));
  }

  /** What a verb reports that somebody says; null where nothing that can be content follows. */
  after(sequence: WordSequence, verb: number): Reported | null {
    const word = sequence[verb]?.lower ?? '';
    const phrase = phraseLength(sequence, verb);
    const cueEnd = verb + Math.max(1, phrase);
    const content =
      (phrase > 0 ? thatClause(sequence, cueEnd) : null) ??
      (addressingVerbs.has(word) ? this.#addressed(sequence, cueEnd) : null) ??
      (clauseVerbs.has(word) ? this.#clause(sequence, cueEnd, bareClauseVerbs.has(word)) : null) ??
      (objectVerbs.has(word) ? object(sequence, cueEnd) : null) ??
      (namingVerbs.has(word) ? this.#named(sequence, cueEnd) : null) ??
      (speakingVerbs.has(word) ? this.quoted(sequence, cueEnd) : null);
    return content === null ? null : { cueEnd, content };
  }

  /** What a verb reports that a document says. */
  afterDocument(sequence: WordSequence, verb: number): Reported | null {
    const said = this.after(sequence, verb);
    if (said !== null) return said;
    if (!documentVerbs.has(sequence[verb]?.lower ?? '')) return null;
    const cueEnd = VERB_PARTICLES.has(sequence[verb + 1]?.lower ?? '') ? verb + 2 : verb + 1;
    const content = this.#named(sequence, cueEnd) ?? object(sequence, cueEnd);
    return content === null ? null : { cueEnd, content };
  }

  /** Words in quotation marks that begin at a place or behind a colon or comma there. */
  quoted(sequence: WordSequence, at: number): Phrase | null {
    const first = /^[:,]$/u.test(sequence[at]?.text ?? '') ? at + 1 : at;
    const token = sequence[first];
    const quoted = token === undefined ? undefined : this.#byStart.get(token.start);
    if (quoted === undefined) return null;
    return { first: first + 1, end: this.#endOf(sequence, quoted, first) };
  }

  #addressed(sequence: WordSequence, at: number): Phrase | null {
    const whom = phraseFrom(sequence, at);
    if (whom === null) return null;
    return thatClause(sequence, whom.end) ?? this.quoted(sequence, whom.end) ?? bareClause(sequence, whom.end);
  }

  #clause(sequence: WordSequence, at: number, bare: boolean): Phrase | null {
    return thatClause(sequence, at) ?? this.quoted(sequence, at) ?? (bare ? bareClause(sequence, at) : null);
  }

  /** An object that has words in quotation marks in it, to their end. */
  #named(sequence: WordSequence, at: number): Phrase | null {
    for (let place = at; place < Math.min(sequence.length, at + 10); place++) {
      const token = sequence[place];
      if (token === undefined || /^[.;:]$/u.test(token.text)) return null;
      const quoted = this.#byStart.get(token.start);
      if (quoted !== undefined) return { first: at, end: this.#endOf(sequence, quoted, place) };
    }
    return null;
  }

  #endOf(sequence: WordSequence, { inner }: QuotedStretch, from: number): number {
    let end = from + 1;
    while (end < sequence.length && (sequence[end]?.start ?? inner.end) < inner.end) end++;
    return end;
  }
}

/** How many tokens a phrase takes that reports like a verb: “let it be known”; 0 where none begins at a place. */
function phraseLength(sequence: WordSequence, at: number): number {
  const found = CLAUSE_PHRASES.find((phrase) => phrase.every((word, i) => sequence[at + i]?.lower === word));
  return found?.length ?? 0;
}

/** How far behind a verb “that” can stand: “said on Monday in a letter that”. */
const FARTHEST_THAT = 7;

function thatClause(sequence: WordSequence, at: number): Phrase | null {
  const start = sequence[at];
  if (start?.lower !== 'that' && !/^(?:ADP|ADV|PROPN)$/u.test(start?.pos ?? '')) return null;
  for (let place = at; place < Math.min(sequence.length - 1, at + FARTHEST_THAT); place++) {
    const token = sequence[place];
    if (token?.lower === 'that') return { first: place + 1, end: sequence.length };
    if (token === undefined || /^(?:VERB|AUX|PUNCT)$/u.test(token.pos)) return null;
  }
  return null;
}

/** How far into a clause its verb can stand. */
const FARTHEST_VERB = 12;

/** A clause without “that”: a noun phrase or pronoun, and a verb behind it. */
function bareClause(sequence: WordSequence, at: number): Phrase | null {
  const first = sequence[at];
  if (first === undefined || !/^(?:DET|PRON|PROPN|NOUN|NUM|ADJ)$/u.test(first.pos)) return null;
  for (let place = at + 1; place < Math.min(sequence.length, at + FARTHEST_VERB); place++) {
    const token = sequence[place];
    if (/^[.:;!?]$/u.test(token?.text ?? '')) return null;
    if (token?.pos === 'VERB' || token?.pos === 'AUX') return { first: at, end: sequence.length };
  }
  return null;
}

function object(sequence: WordSequence, at: number): Phrase | null {
  return phraseFrom(sequence, at) === null ? null : { first: at, end: sequence.length };
}
