import { InputError } from '../errors.js';
import { type Word, wordsOf } from './words.js';

/** The most UTF-16 units that a quotation may have which is to be checked. */
export const LONGEST_QUOTATION = 2000;

/** So few words stand in many places near one another: they have to be there just as they are. */
const FEW_WORDS = 3;

/** How many words have to stand in a quotation for each ellipsis: of fewer, the rest would be found nearly anywhere. */
const WORDS_FOR_GAP = 2;

/** A word of a quotation that is to be checked. */
export interface AskedWord extends Word {
  /** As whoever asks wrote it. */
  readonly text: string;
  /** Put in by whoever quotes, in square brackets: it may stand for another word, or for none. */
  readonly isInserted: boolean;
  /** An ellipsis stands before it, in place of any number of words. */
  readonly followsGap: boolean;
}

/** A quotation that is to be checked. */
export interface AskedQuotation {
  readonly text: string;
  readonly words: readonly AskedWord[];
  /** Whether it has to be found just as it is: it is too short for anything else. */
  readonly exactOnly: boolean;
}

const ELLIPSIS = /[…⋯]|\.\s*\.\s*\./u;
const BRACKETS = /\[[^[\]]*\]/gu;

/**
 * Reads a quotation that is to be checked; throws an InputError that names `text` where it is too long or has no word.
 * Ellipses and square brackets mean what they mean in print, unless so little stands beside them that it says nothing:
 * fewer than two words for each ellipsis, or fewer outside brackets than inside.
 */
export function parseQuotation(text: string): AskedQuotation {
  if (text.length > LONGEST_QUOTATION) {
    throw new InputError(
      'text',
      `The argument \`text\` takes at most ${LONGEST_QUOTATION} characters, but has ${text.length}: check a part of the quotation.`,
    );
  }
  const words = wordsOf(text);
  if (words.length === 0)
    throw new InputError('text', 'The argument `text` has no word in it: give the words to check.');
  const exactOnly = words.length <= FEW_WORDS;
  const insertions = exactOnly ? [] : insertionsIn(text, words);
  const gaps = exactOnly ? [] : gapsIn(text, words);
  return {
    text,
    exactOnly,
    words: words.map((word, index) => ({
      ...word,
      text: text.slice(word.start, word.end),
      isInserted: insertions[index] ?? false,
      followsGap: gaps[index] ?? false,
    })),
  };
}

/** How many of the words are the speaker’s, and no insertion of whoever quotes. */
export function spokenWords({ words }: AskedQuotation): number {
  return words.filter(({ isInserted }) => !isInserted).length;
}

/** Which of the words stand in square brackets; none where these have most of them. */
function insertionsIn(text: string, words: readonly Word[]): boolean[] {
  const brackets = [...text.matchAll(BRACKETS)].map(({ 0: { length }, index }) => ({ index, end: index + length }));
  let next = 0;
  const inserted = words.map(({ start }) => {
    while ((brackets[next]?.end ?? text.length) <= start) next++;
    return (brackets[next]?.index ?? text.length) < start;
  });
  return inserted.filter(Boolean).length * 2 > words.length ? [] : inserted;
}

/** Before which of the words an ellipsis stands; before none where there are too many for the words. */
function gapsIn(text: string, words: readonly Word[]): boolean[] {
  const gaps = words.map(({ start }, index) => {
    const previous = words[index - 1];
    return previous !== undefined && ELLIPSIS.test(text.slice(previous.end, start));
  });
  return gaps.filter(Boolean).length * WORDS_FOR_GAP > words.length ? [] : gaps;
}
