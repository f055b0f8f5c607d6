import type { Stretch } from '../span.js';

/** A text as its words and marks; white space is what lies between them. */
export interface TokenizedText {
  readonly text: string;
  readonly tokens: readonly Stretch[];
  /** What each token is, as a number that equal tokens of the texts of one `Tokenizer` share. */
  readonly words: Int32Array;
  /** Where each paragraph begins, as the number of its first token, in order. */
  readonly paragraphs: readonly number[];
}

const TOKEN = /(?<gap>\n\s*\n)|[\p{L}\p{M}\p{N}]+|[^\s]/gu;

/** Cuts texts into tokens, and numbers these over all of its texts. */
export class Tokenizer {
  readonly #numbers = new Map<string, number>();

  tokenize(text: string): TokenizedText {
    const tokens: Stretch[] = [];
    const words: number[] = [];
    const paragraphs = [0];
    for (const match of text.matchAll(TOKEN)) {
      if (match.groups?.['gap'] !== undefined) {
        if (paragraphs.at(-1) !== tokens.length) paragraphs.push(tokens.length);
        continue;
      }
      const [word] = match;
      tokens.push({ start: match.index, end: match.index + word.length });
      words.push(this.#numberOf(word));
    }
    return { text, tokens, words: Int32Array.from(words), paragraphs };
  }

  #numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
