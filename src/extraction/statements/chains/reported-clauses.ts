import type { Stretch } from '../../../domain/span.js';
import type { Document, Token } from '../../document.js';
import { CONDITIONS, NO_SPEAKERS, SUBJECT_PRONOUNS } from '../../language/english/clauses.js';
import { documentAt, documentBefore, type MentionedDocument } from './authors.js';
import type { FoundLink } from './found-link.js';
import { headOf, opensClause, type Phrase, phraseBefore, phraseFrom } from './noun-phrase.js';
import type { Reported, ReportedContent } from './reported-content.js';
import { carryingVerbs, documentVerbs, thinkingVerbs } from './verb-frames.js';
import { groupStart, hasBeenSaid, isVerb } from './verb-group.js';
import { stretchesOf, type WordSequence } from './word-sequence.js';

/** Who or what says something in a clause, and where its words are. */
interface Subject {
  readonly phrase: Phrase;
  readonly source: readonly Stretch[];
  readonly document: MentionedDocument | null;
}

/**
 * Finds clauses that report in a sentence or a part of one: a subject, a verb and what they report. What is reported is
 * not looked into.
 */
export class ReportedClauses {
  readonly #document: Document;
  readonly #contents: ReportedContent;

  constructor(document: Document, contents: ReportedContent) {
    this.#document = document;
    this.#contents = contents;
  }

  find(sequence: WordSequence, isTaken: (token: Token) => boolean): FoundLink[] {
    const found: FoundLink[] = [];
    let subject: Subject | null = null;
    for (let at = 1; at < sequence.length; at++) {
      const token = sequence[at];
      if (token === undefined || isTaken(token) || !isVerb(token)) continue;
      const clause = this.#clauseAt(sequence, at, subject);
      subject = clause?.subject ?? subject;
      if (clause?.reported == null) continue;
      const end = this.#endOf(sequence, clause.reported.content, clause.subject.document !== null);
      found.push(this.#link(sequence, at, clause.subject, clause.reported, end));
      at = end - 1;
    }
    return found;
  }

  /** Clauses that tell of a document that their subject passes on: “read out a letter in which …”. */
  findCarrying(sequence: WordSequence): FoundLink[] {
    return sequence.flatMap((token, at) => {
      if (!isVerb(token) || !carryingVerbs.has(token.lower)) return [];
      const subject = this.#clauseAt(sequence, at, null)?.subject;
      const reported = this.#carried(sequence, at);
      if (subject === undefined || subject.document !== null || reported === null) return [];
      return [this.#link(sequence, at, subject, reported, reported.content.end)];
    });
  }

  #clauseAt(sequence: WordSequence, verb: number, before: Subject | null) {
    const start = groupStart(sequence, verb);
    const subject = hasBeenSaid(sequence, start, verb) ? this.#subjectBefore(sequence, start, before) : null;
    return subject === null ? null : { subject, reported: this.#reported(sequence, verb, subject) };
  }

  #reported(sequence: WordSequence, verb: number, subject: Subject): Reported | null {
    const { first } = subject.phrase;
    const word = sequence[verb]?.lower ?? '';
    if (thinkingVerbs.has(word) && SUBJECT_PRONOUNS.has(sequence[first]?.lower ?? '')) return null;
    if (sequence[first - 1]?.lower === 'what') return null;
    if (subject.document !== null) return this.#contents.afterDocument(sequence, verb);
    const carried = this.#carried(sequence, verb);
    return carried ?? this.#contents.after(sequence, verb);
  }

  /** “Read from Hugo Tarn’s letter …”, “carried a statement by …”: the document and what is told of it. */
  #carried(sequence: WordSequence, verb: number): Reported | null {
    if (!carryingVerbs.has(sequence[verb]?.lower ?? '')) return null;
    const cueEnd = /^(?:out|from)$/u.test(sequence[verb + 1]?.lower ?? '') ? verb + 2 : verb + 1;
    const phrase = phraseFrom(sequence, cueEnd);
    if (phrase === null || this.#documentIn(sequence, phrase) === null) return null;
    return { cueEnd, content: { first: cueEnd, end: sequence.length } };
  }

  #documentIn(sequence: WordSequence, phrase: Phrase): MentionedDocument | null {
    for (let at = phrase.first; at < phrase.end; at++) {
      const token = sequence[at];
      const found = token === undefined ? null : documentAt(this.#document, token.index);
      if (found !== null) return found;
    }
    return null;
  }

  #subjectBefore(sequence: WordSequence, end: number, before: Subject | null): Subject | null {
    if (sequence[end - 1]?.lower === 'and' && before?.document != null) return before;
    const relative = relativeLength(sequence, end);
    const isRelative = relative > 0;
    const phrase = phraseBefore(sequence, end - relative);
    if (phrase === null || !(opensClause(sequence, phrase.first) || isRelative)) return null;
    const opener = sequence[phrase.first - 1]?.lower ?? '';
    const head = sequence[headOf(sequence, phrase)];
    if (CONDITIONS.has(opener) || head === undefined || NO_SPEAKERS.has(head.lower)) return null;
    if (/^(?:no|neither|any|every)$/u.test(sequence[phrase.first]?.lower ?? '')) return null;
    const document = this.#documentMeant(head) ?? this.#documentAround(sequence, phrase.first);
    if (isRelative && document === null) return null;
    if (this.#documentAround(sequence, phrase.first) !== null) {
      return { phrase, document, source: stretchesOf(sequence, phrase.first, phrase.end) };
    }
    return {
      phrase,
      document,
      source: document?.author ? [document.author] : stretchesOf(sequence, phrase.first, phrase.end),
    };
  }

  /** The document that the subject is, or that “it” or “the letter” means. */
  #documentMeant(head: Token): MentionedDocument | null {
    if (head.lower === 'it') return documentBefore(this.#document, head.index, null);
    const named = documentAt(this.#document, head.index);
    if (named === null || named.author !== null) return named;
    const earlier = documentBefore(this.#document, head.index, head.lower);
    return { noun: named.noun, author: earlier?.author ?? null };
  }

  /** The document of “a letter from Hugo Tarn in which [he]”. */
  #documentAround(sequence: WordSequence, first: number): MentionedDocument | null {
    if (sequence[first - 1]?.lower !== 'which' || sequence[first - 2]?.lower !== 'in') return null;
    const index = sequence[first - 2]?.index ?? -1;
    const nearest = documentBefore(this.#document, index, null);
    return nearest !== null && index - nearest.noun.index < 8 ? nearest : null;
  }

  /**
   * Where content ends: where another clause with a speaker of its own is joined to the one that reports it, or a second
   * verb to that of a document.
   */
  #endOf(sequence: WordSequence, content: Phrase, isDocument: boolean): number {
    const { first, end } = withinMarks(sequence, content);
    for (let at = first + 1; at < end - 2; at++) {
      if (!/^(?:and|but|while)$/u.test(sequence[at]?.lower ?? '')) continue;
      if (isDocument && documentVerbs.has(sequence[at + 1]?.lower ?? '')) return at;
      if (this.#reportsFrom(sequence, sequence[at + 1]?.lower === 'that' ? at + 2 : at + 1)) return at;
    }
    return end;
  }

  /** Whether a clause that reports, with a subject of its own, begins at a place. */
  #reportsFrom(sequence: WordSequence, first: number): boolean {
    let verb = subjectFrom(sequence, first)?.end ?? sequence.length;
    while (/^(?:AUX|ADV)$/u.test(sequence[verb]?.pos ?? '')) verb++;
    const token = sequence[verb];
    return token !== undefined && isVerb(token) && this.#clauseAt(sequence, verb, null)?.reported != null;
  }

  #link(sequence: WordSequence, verb: number, subject: Subject, reported: Reported, end: number): FoundLink {
    const content = withoutMarks(sequence, reported.content.first, end);
    const carries = subject.document === null && this.#carried(sequence, verb) !== null;
    const carried = carries ? this.#documentIn(sequence, content) : null;
    const isReadOut = /^read/u.test(sequence[verb]?.lower ?? '');
    return {
      source: subject.source,
      cue: stretchesOf(sequence, verb, reported.cueEnd),
      content: stretchesOf(sequence, content.first, content.end),
      carries: carries && !isReadOut,
      document: isReadOut ? null : stretchOf((carried ?? subject.document)?.noun),
    };
  }
}

/** How many tokens “, which” or “that” take between a document and its verb; 0 where neither stands there. */
function relativeLength(sequence: WordSequence, end: number): number {
  const [before, last] = [sequence[end - 2], sequence[end - 1]];
  if (last?.lower === 'which') return before?.text === ',' ? 2 : 0;
  return last?.lower === 'that' && before?.pos !== 'VERB' ? 1 : 0;
}

function stretchOf(token: Token | undefined): Stretch | null {
  return token === undefined ? null : { start: token.start, end: token.end };
}

function subjectFrom(sequence: WordSequence, at: number): Phrase | null {
  if (/^(?:he|she|they|it)$/u.test(sequence[at]?.lower ?? '')) return { first: at, end: at + 1 };
  return phraseFrom(sequence, at);
}

/** What is said between marks does not go on behind them. */
function withinMarks(sequence: WordSequence, { first, end }: Phrase): Phrase {
  let depth = 0;
  for (let at = first; at < end; at++) {
    const { text } = sequence[at] ?? { text: '' };
    if (text === '“') depth++;
    if (text === '”') depth--;
    if (depth < 0) return { first, end: at };
  }
  return { first, end };
}

/** A part of a sequence without the marks at its ends. */
export function withoutMarks(sequence: WordSequence, first: number, end: number): Phrase {
  let [from, to] = [first, end];
  while (from < to && sequence[from]?.pos === 'PUNCT') from++;
  while (to > from && sequence[to - 1]?.pos === 'PUNCT') to--;
  return { first: from, end: to };
}
