import { tokensOf } from '../search/token.js';

/** A word of a quotation: the key by which it is compared, and where it stands, as UTF-16 offsets, `end` exclusive. */
export interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** What joins the parts of “can’t”. */
const APOSTROPHE = /^['’‘‛＇]$/u;
/** The apostrophe that is a letter, so that search has the parts as one word. */
const LETTER_APOSTROPHES = /ʼ/gu;

/**
 * The words of a text, as quotations are compared by them: those that search finds, so that case, accents, punctuation
 * and the grouping of digits do not matter and “two” is “2”. A hyphen is as good as a space. Unlike in search a word
 * goes on behind an apostrophe, whichever of them it is (“can’t” is one word, and not “cant”), and scripts written
 * without spaces give their single characters.
 */
export function wordsOf(text: string): Word[] {
  return joinApostrophes(text, separate(tokensOf(text)));
}

/**
 * Tokens of scripts without spaces overlap: each has the next one’s character too, which is taken off here. Where folding
 * makes two characters of one stretch, they share it.
 */
function separate(tokens: readonly Word[]): Word[] {
  const words: Word[] = [];
  for (const token of tokens.toReversed()) {
    const next = words.at(-1);
    if (next === undefined || next.start >= token.end) {
      words.push(token);
    } else {
      const { key, start, end } = token;
      words.push({
        key: key.slice(0, key.length - next.key.length),
        start,
        end: next.start > start ? next.start : end,
      });
    }
  }
  return words.reverse();
}

function joinApostrophes(text: string, words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (const { key, start, end } of words) {
    const plain = key.replace(LETTER_APOSTROPHES, "'");
    const previous = joined.at(-1);
    if (previous !== undefined && start - previous.end === 1 && APOSTROPHE.test(text.charAt(previous.end))) {
      joined[joined.length - 1] = { key: `${previous.key}'${plain}`, start: previous.start, end };
    } else {
      joined.push({ key: plain, start, end });
    }
  }
  return joined;
}
