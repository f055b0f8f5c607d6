import { InvariantError } from '../../domain/errors.js';
import type { Stretch } from '../../domain/span.js';

/**
 * Finds the words that a quotation selects in a text. A quotation is copied from the text and selects what it quotes;
 * square brackets in it narrow the selection, the rest being context: `communications with [Kim]` selects one “Kim”.
 * Throws an InvariantError where the quotation, without its brackets, does not stand in the text exactly once.
 */
export function findQuote(text: string, quote: string): Stretch {
  const { words, from, to } = parseQuote(quote);
  const [start, ...others] = occurrencesOf(text, words);
  if (start === undefined) {
    throw new InvariantError(
      `“${words}” does not stand in the text. Copy it from there exactly, curly quotation marks and dashes included.`,
    );
  }
  if (others.length > 0) {
    throw new InvariantError(
      `“${words}” stands ${others.length + 1} times in the text. Quote some of the words around the one that is meant ` +
        'and put it in square brackets.',
    );
  }
  return { start: start + from, end: start + to };
}

/** Finds every place where `words` stand in a text as whole words. Throws an InvariantError where there is none. */
export function findEvery(text: string, words: string): Stretch[] {
  const stretches = occurrencesOf(text, words)
    .map((start) => ({ start, end: start + words.length }))
    .filter(({ start, end }) => !(endsInWord(text.slice(0, start)) || startsInWord(text.slice(end))));
  if (stretches.length === 0) throw new InvariantError(`“${words}” does not stand in the text as whole words.`);
  return stretches;
}

/** The quoted words, and which of them (offsets within) are selected. */
function parseQuote(quote: string): { words: string; from: number; to: number } {
  const [before = '', selected, after, ...more] = quote.split(/[[\]]/u);
  if (selected === undefined) return { words: quote, from: 0, to: quote.length };
  const inOrder = quote.indexOf('[') < quote.indexOf(']');
  if (after === undefined || more.length > 0 || !inOrder || selected === '') {
    throw new InvariantError(`“${quote}” needs one pair of square brackets, with the selected words between them.`);
  }
  return { words: before + selected + after, from: before.length, to: before.length + selected.length };
}

function occurrencesOf(text: string, words: string): number[] {
  const starts: number[] = [];
  if (words === '') return starts;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) starts.push(at);
  return starts;
}

function endsInWord(text: string): boolean {
  return /[\p{L}\p{N}]$/u.test(text);
}

function startsInWord(text: string): boolean {
  return /^[\p{L}\p{N}]/u.test(text);
}
