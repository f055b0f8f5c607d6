import { hash } from 'node:crypto';
import { nameKey } from './names.js';

/**
 * The key by which the names of articles are matched: as `nameKey`, and a hyphen is as good as a space, full stops and a
 * “the” before it count for nothing. “Kim Jong-un” is “Kim Jong Un”, “the U.N.” is “UN”.
 */
export function matchKey(name: string): string {
  return nameKey(name)
    .replace(/[.’']/gu, '')
    .replace(/[\s\p{Pd}]+/gu, ' ')
    .replace(/^the /u, '')
    .trim();
}

/** The words of a name as `matchKey` has them. */
export function matchWords(name: string): string[] {
  return matchKey(name)
    .split(' ')
    .filter((word) => word !== '');
}

/** The first and the last word of a name of two words or more: either may be the surname. */
export function outerWords(name: string): string[] {
  const words = matchWords(name);
  return words.length < 2 ? [] : [...new Set([words[0] ?? '', words.at(-1) ?? ''])];
}

/** How few words can be said by two without anybody repeating anybody. */
const FEWEST_WORDS = 4;

/**
 * The key of what is said, by which the same words are found in other articles: case, accents, punctuation and quotation
 * marks aside. 48 bits of a SHA-256, which a number holds exactly; null for fewer than four words.
 */
export function wordsKey(text: string): number | null {
  const all = nameKey(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  // “He said that it rains” and “He said it rains” say the same.
  const words = all[0] === 'that' ? all.slice(1) : all;
  if (words.length < FEWEST_WORDS) return null;
  return Number.parseInt(hash('sha256', words.join(' ')).slice(0, 12), 16);
}
