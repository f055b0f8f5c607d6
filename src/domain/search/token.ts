import { CharacterKind, endOfKinds, kindOf, widthOf } from './character.js';
import { foldWord } from './fold.js';
import { readNumber } from './number.js';
import { digitsOfNumberWord, isCompoundNumber } from './number-word.js';
import { runCharacters } from './run-character.js';

/**
 * A word of a text, or in scripts written without spaces two neighbouring characters: the key by which it is found, and
 * where it stands, as UTF-16 offsets, `end` exclusive.
 *
 * A key has letters, marks, digits and “·” in it and nothing else, and its ASCII letters are small. So keys can be
 * joined by spaces and indexed by any tokenizer that leaves such words alone, like SQLite FTS5's `ascii`.
 */
export interface Token {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const WORD = new Set<CharacterKind>([CharacterKind.LETTER, CharacterKind.DIGIT, CharacterKind.EXTENDER]);
const RUN = new Set<CharacterKind>([CharacterKind.SPACELESS, CharacterKind.EXTENDER]);

/**
 * Analyses a text into tokens, in the order in which they stand there. Every store indexes and asks by these, so that
 * all of them find the same.
 *
 * - Words are folded as names are: accents and case aside.
 * - Numbers are found however they are grouped (“8,961”, “8961”) and, in English, as words: “two” has the key “2”.
 * - Hangul and scripts written without spaces (Han, kana, Thai, Lao, Khmer, Myanmar) give every two neighbouring
 *   characters and the last one alone: “한국말” gives “한국”, “국말” and “말”.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (isAsciiLetter(unit)) at = pushWord(tokens, text, at);
    else if (isAsciiSeparator(unit)) at++;
    else at = pushAnything(tokens, text, at);
  }
  return tokens;
}

/** Adds the tokens of what begins at `start`, where that is something, and gives where to go on. */
function pushAnything(tokens: Token[], text: string, start: number): number {
  const codePoint = text.codePointAt(start);
  switch (kindOf(codePoint)) {
    case CharacterKind.LETTER:
      return pushWord(tokens, text, start);
    case CharacterKind.DIGIT:
      return pushNumber(tokens, text, start);
    case CharacterKind.SPACELESS:
      return pushRun(tokens, text, start);
    default:
      return start + widthOf(codePoint);
  }
}

function pushWord(tokens: Token[], text: string, start: number): number {
  const endOfAscii = endOfAsciiWord(text, start);
  const end = endOfKinds(text, endOfAscii, WORD);
  const word = text.slice(start, end);
  // Nearly all words of English end here; normalizing them as well would take many times as long.
  const key = end === endOfAscii ? word.toLowerCase() : foldWord(word);
  const digits = digitsOfNumberWord(key);
  if (digits !== undefined) pushNumberWord(tokens, text, { key: digits, start, end });
  else if (key !== '') tokens.push({ key, start, end });
  return end;
}

/** Adds a number that is written as a word, to the one before it where both are one number: “twenty-one”. */
function pushNumberWord(tokens: Token[], text: string, token: Token): void {
  const previous = tokens.at(-1);
  if (previous !== undefined && joinsNumber(text, previous, token)) {
    tokens[tokens.length - 1] = { key: previous.key.charAt(0) + token.key, start: previous.start, end: token.end };
  } else {
    tokens.push(token);
  }
}

function joinsNumber(text: string, previous: Token, token: Token): boolean {
  const joint = text.slice(previous.end, token.start);
  const [tens, ones] = [previous, token].map(({ start, end }) => foldWord(text.slice(start, end)));
  return isCompoundNumber(tens ?? '', joint, ones ?? '');
}

function pushNumber(tokens: Token[], text: string, start: number): number {
  const { key, end } = readNumber(text, start);
  tokens.push({ key, start, end });
  return end;
}

function pushRun(tokens: Token[], text: string, start: number): number {
  const end = endOfKinds(text, start, RUN);
  const characters = runCharacters(text, start, end);
  characters.forEach((character, i) => {
    const next = characters[i + 1];
    tokens.push(next ? { key: character.key + next.key, start: character.start, end: next.end } : character);
  });
  return end;
}

function endOfAsciiWord(text: string, start: number): number {
  let end = start;
  while (isAsciiLetter(text.charCodeAt(end)) || isAsciiDigit(text.charCodeAt(end))) end++;
  return end;
}

function isAsciiLetter(unit: number): boolean {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a && unit < 0x80;
}

function isAsciiDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isAsciiSeparator(unit: number): boolean {
  return unit < 0x80 && !isAsciiDigit(unit);
}
