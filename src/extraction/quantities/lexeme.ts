import type { Stretch } from '../../domain/span.js';
import type { Document, PartOfSpeech, Sentence, Token } from '../document.js';
import { VERBS_OF_CHANGE } from '../language/english/comparing-words.js';

/**
 * A piece of a token as figures need it: digits, letters or one sign. “$1.2bn” is three of them, however the tokens
 * are cut.
 */
export interface Lexeme extends Stretch {
  readonly kind: 'NUMBER' | 'WORD' | 'SIGN';
  readonly text: string;
  readonly lower: string;
  /** That of the token that it belongs to; the token’s own lower-case text where it is only a part of the token. */
  readonly lemma: string;
  readonly pos: PartOfSpeech;
}

// Every repetition is bounded where it could be tried again, so that time stays linear.
const LEXEME = /(\d{1,3}(?:,\d{2,3}){0,8},\d{3}(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)*)|(\p{L}[\p{L}\p{M}]*)|\S/gu;

/** Cuts a sentence into lexemes. */
export function lexemesOf({ text, tokens }: Document, { start, end, firstToken, endToken }: Sentence): Lexeme[] {
  const found: Lexeme[] = [];
  let at = firstToken;
  for (const match of text.slice(start, end).matchAll(LEXEME)) {
    const from = start + match.index;
    while (at + 1 < endToken && (tokens[at]?.end ?? end) <= from) at++;
    found.push(lexeme(match, from, tokens[at]));
  }
  return found.map((each, i) => (isVerbOfChange(each, found[i - 1], found[i + 1]) ? { ...each, pos: 'VERB' } : each));
}

function lexeme([text, number, word]: RegExpMatchArray, start: number, token: Token | undefined): Lexeme {
  const lower = text.toLowerCase();
  const whole = token !== undefined && token.start === start && token.end === start + text.length;
  return {
    start,
    end: start + text.length,
    kind: kindOf(number, word),
    text,
    lower,
    lemma: whole ? token.lemma.toLowerCase() : lower,
    pos: partOfSpeech(number, word, lower, token),
  };
}

/** “Shares rose 5%”: a form that can only be a verb there, whatever part of speech it was taken for. */
function isVerbOfChange({ pos, lower }: Lexeme, before: Lexeme | undefined, after: Lexeme | undefined): boolean {
  if ((pos !== 'NOUN' && pos !== 'PROPN' && pos !== 'ADJ') || !VERBS_OF_CHANGE.has(lower)) return false;
  if (before === undefined || before.pos === 'DET' || before.pos === 'ADP') return false;
  return (
    after !== undefined &&
    (after.kind !== 'WORD' || ['by', 'to', 'from', 'sharply', 'slightly', 'about'].includes(after.lower))
  );
}

function kindOf(number: string | undefined, word: string | undefined): Lexeme['kind'] {
  if (number !== undefined) return 'NUMBER';
  return word === undefined ? 'SIGN' : 'WORD';
}

function partOfSpeech(
  number: string | undefined,
  word: string | undefined,
  lower: string,
  token: Token | undefined,
): PartOfSpeech {
  if (number !== undefined) return 'NUM';
  if (word === undefined) return 'PUNCT';
  if (lower === 'a' || lower === 'an' || lower === 'the') return 'DET';
  return token?.pos ?? 'X';
}

/** Whether nothing stands between a lexeme and the next. */
export function adjoins(before: Lexeme | undefined, after: Lexeme | undefined): boolean {
  return before !== undefined && after !== undefined && before.end === after.start;
}

/** Whether a lexeme is one of the dashes that join a number with what it counts. */
export function isHyphen(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && (lexeme.text === '-' || lexeme.text === '‑');
}

/** Whether a word begins with a capital letter. */
export function isCapitalized(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && lexeme.kind === 'WORD' && /^\p{Lu}/u.test(lexeme.text);
}

/** The word or sign at a place in lower case; empty outside of the sentence. */
export function wordAt(lexemes: readonly Lexeme[], at: number): string {
  return lexemes[at]?.lower ?? '';
}

/** Whether a sign stands between two numbers without white space: “9:01”, “24/7”. */
export function joinsDigits(lexemes: readonly Lexeme[], at: number, sign: string): boolean {
  const [before, mark, after] = [lexemes[at - 1], lexemes[at], lexemes[at + 1]];
  return (
    mark?.text === sign &&
    before?.kind === 'NUMBER' &&
    after?.kind === 'NUMBER' &&
    adjoins(before, mark) &&
    adjoins(mark, after)
  );
}
