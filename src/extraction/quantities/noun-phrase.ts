import { isPlural, singularOf } from '../language/english/nouns.js';
import { MONTHS, WEEKDAYS } from '../language/english/numbered-things.js';
import { TIME_UNITS } from '../language/english/units.js';
import { adjoins, isHyphen, type Lexeme } from './lexeme.js';

/** A noun with what stands before it, `[first, end)` in the lexemes of its sentence. */
export interface NounPhrase {
  readonly first: number;
  readonly end: number;
  readonly words: readonly string[];
  /** The noun that ends it. */
  readonly head: Lexeme;
}

/** The noun phrases of a sentence, in order, by where they stand. */
export class NounPhrases {
  readonly all: readonly NounPhrase[];
  readonly #byLexeme: (NounPhrase | undefined)[] = [];

  constructor(phrases: readonly NounPhrase[], lexemes: number) {
    this.all = phrases;
    this.#byLexeme.length = lexemes;
    for (const phrase of phrases) this.#byLexeme.fill(phrase, phrase.first, phrase.end);
  }

  /** The phrase that a lexeme belongs to. */
  around(at: number): NounPhrase | undefined {
    return this.#byLexeme[at];
  }

  beginningAt(at: number): NounPhrase | undefined {
    const phrase = this.#byLexeme[at];
    return phrase?.first === at ? phrase : undefined;
  }

  endingAt(end: number): NounPhrase | undefined {
    const phrase = this.#byLexeme[end - 1];
    return phrase?.end === end ? phrase : undefined;
  }

  /** The last phrase that ends before a lexeme and says what, not when, at most `reach` lexemes away. */
  lastBefore(end: number, reach: number): NounPhrase | undefined {
    for (let at = Math.min(end, this.#byLexeme.length) - 1; at >= Math.max(0, end - reach); at--) {
      const phrase = this.#byLexeme[at];
      if (phrase !== undefined && phrase.end <= end && !isTemporal(phrase)) return phrase;
    }
    return undefined;
  }
}

/** Cuts the lexemes of a sentence that belong to no figure into noun phrases. */
export function nounPhrasesOf(text: string, lexemes: readonly Lexeme[], taken: (at: number) => boolean): NounPhrases {
  const found: NounPhrase[] = [];
  let first = 0;
  let head: number | undefined;
  for (let at = 0; at <= lexemes.length; at++) {
    const part = at < lexemes.length && !taken(at) ? partOfPhrase(lexemes, at, first) : 'END';
    if (part === 'NOUN') head = at;
    if (part !== 'END') continue;
    const noun = head === undefined ? undefined : lexemes[head];
    if (head !== undefined && noun !== undefined)
      found.push({ first, end: head + 1, words: wordsOf(text, lexemes, first, head + 1), head: noun });
    head = undefined;
    first = at + 1;
  }
  return new NounPhrases(found, lexemes.length);
}

function partOfPhrase(lexemes: readonly Lexeme[], at: number, first: number): 'NOUN' | 'MODIFIER' | 'END' {
  const lexeme = lexemes[at];
  if (lexeme === undefined) return 'END';
  switch (lexeme.pos) {
    case 'NOUN':
    case 'PROPN':
      // “As of Monday | Corvania had …”
      return WEEKDAYS.has(lexeme.lower) && lexemes[at + 1]?.pos === 'PROPN' ? 'END' : 'NOUN';
    case 'ADJ':
      return 'MODIFIER';
    case 'NUM':
      return at > first && lexemes[at - 1]?.pos === 'PROPN' ? 'NOUN' : 'END';
    case 'VERB':
      return /(?:ed|ing)$/u.test(lexeme.lower) &&
        (isNounLike(lexemes[at + 1]) || lexemes[at + 1]?.pos === 'ADJ') &&
        !isNounLike(lexemes[at - 1])
        ? 'MODIFIER'
        : 'END';
    default:
      return joinsWords(lexemes, at) ? 'MODIFIER' : 'END';
  }
}

function isNounLike(lexeme: Lexeme | undefined): boolean {
  return lexeme?.pos === 'NOUN' || lexeme?.pos === 'PROPN';
}

/** A hyphen within a word, the “&” of “S&P”, the apostrophe of a possessive. */
function joinsWords(lexemes: readonly Lexeme[], at: number): boolean {
  const [before, sign, after] = [lexemes[at - 1], lexemes[at], lexemes[at + 1]];
  if (sign?.lower === 's') return before?.text === '’' || before?.text === "'";
  if (isHyphen(sign) || sign?.text === '&') return adjoins(before, sign) && adjoins(sign, after);
  return (sign?.text === '’' || sign?.text === "'") && adjoins(before, sign) && before?.kind === 'WORD';
}

const POSSESSIVE = /[’'](?:s\b)?/gu;

function wordsOf(text: string, lexemes: readonly Lexeme[], first: number, end: number): string[] {
  const words = text.slice(lexemes[first]?.start, lexemes[end - 1]?.end).replace(POSSESSIVE, ' ');
  return words.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Whether a phrase says when and not what: “last week”, “Friday”, “the end of March”. */
export function isTemporal({ head }: NounPhrase): boolean {
  const word = singularOf(head.lower);
  return TIME_UNITS.has(word) || MONTHS.has(word) || WEEKDAYS.has(word) || TEMPORAL.has(word);
}

const TEMPORAL: ReadonlySet<string> = new Set([
  'today',
  'yesterday',
  'tomorrow',
  'time',
  'end',
  'morning',
  'evening',
  'weekend',
  'date',
]);

/** Whether a phrase names several. */
export function isSeveral({ first, end, head }: NounPhrase): boolean {
  // A capital at the beginning of a sentence makes no name.
  return isPlural(head.lower) && (head.pos === 'NOUN' || (first === 0 && end === 1));
}
