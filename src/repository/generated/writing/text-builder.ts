import type { SubjectId } from '../../../domain/article.js';

/** A stretch of a text that is being written: UTF-16 offsets, `end` exclusive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** Writes a text from its beginning to its end and knows where everything in it stands. */
export class TextBuilder {
  /** Where the text names whom or what, in order of first mention. */
  readonly mentions = new Map<SubjectId, Mark[]>();
  #text = '';
  #startsParagraph = true;
  #startsSentence = true;

  get text(): string {
    return this.#text;
  }

  /** Writes words, with a capital where they begin a sentence. */
  write(words: string): Mark {
    const start = this.#text.length;
    const first = this.#startsSentence ? words.search(/[\p{L}\p{N}]/u) : -1;
    if (first >= 0) this.#startsSentence = false;
    this.#startsParagraph = false;
    this.#text += first < 0 ? words : capitalizedAt(words, first);
    return { start, end: this.#text.length };
  }

  /** Writes words that name somebody or something. */
  name(subject: SubjectId, words: string): Mark {
    const mark = this.write(words);
    const marks = this.mentions.get(subject);
    if (marks === undefined) this.mentions.set(subject, [mark]);
    else marks.push(mark);
    return mark;
  }

  /** Marks all that `compose` writes. */
  marking(compose: () => void): Mark {
    const start = this.#text.length;
    compose();
    return { start, end: this.#text.length };
  }

  /** Begins a sentence of the paragraph that is being written; the space is what the language puts between two. */
  startSentence(space: string): void {
    if (!this.#startsParagraph) this.#text += space;
    this.#startsSentence = true;
  }

  /** The next word has a capital, as the first of a quotation has. */
  expectCapital(): void {
    this.#startsSentence = true;
  }

  startParagraph(): void {
    if (this.#text !== '') this.#text += '\n\n';
    this.#startsParagraph = true;
    this.#startsSentence = true;
  }
}

function capitalizedAt(words: string, index: number): string {
  return words.slice(0, index) + words.charAt(index).toUpperCase() + words.slice(index + 1);
}
