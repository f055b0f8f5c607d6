import { isPlural, singularOf } from '../language/english/nouns.js';
import { adjoins, isHyphen, type Lexeme, wordAt } from './lexeme.js';

/** The noun that a number counts, with what modifies it, `[first, end)` in the lexemes. */
export interface CountedNoun {
  readonly first: number;
  readonly end: number;
  /** Modifiers and head, the head in the singular. */
  readonly name: string;
  /** The head alone, in the singular and in lower case. */
  readonly head: string;
}

/** A noun phrase longer than this is no unit any more. */
const LONGEST_PHRASE = 8;

const NO_MODIFIER: ReadonlySet<string> = new Set([
  'other',
  'more',
  'additional',
  'further',
  'such',
  'extra',
  'of',
  'or',
]);

/**
 * The noun counted by a number of `value` that ends before `first`: the plural noun that ends the phrase, or the
 * singular one behind a hyphen (“four-cylinder”) or “one”.
 */
export function countedNounAt(lexemes: readonly Lexeme[], first: number, value: number): CountedNoun | undefined {
  const hyphened = isHyphen(lexemes[first]) && adjoins(lexemes[first - 1], lexemes[first]);
  if (hyphened) return singleWord(lexemes, first + 1);
  const head = headOf(lexemes, first, value);
  return head === undefined ? undefined : phrase(lexemes, first, head);
}

/** The last of the first nouns in a row that can be what is counted. */
function headOf(lexemes: readonly Lexeme[], first: number, value: number): number | undefined {
  let head: number | undefined;
  for (let at = first; at < Math.min(lexemes.length, first + LONGEST_PHRASE); at++) {
    const part = isMistaggedPlural(lexemes, at, value) ? 'NOUN' : partOfPhrase(lexemes, at, first);
    const counts = part === 'NOUN' && (value === 1 || isPlural(wordAt(lexemes, at)));
    if (part === 'END' || (head !== undefined && !counts)) break;
    if (counts) head = at;
  }
  return head;
}

/** “11 rebounds in …”: no verb with an “s” follows a number above one. */
function isMistaggedPlural(lexemes: readonly Lexeme[], at: number, value: number): boolean {
  const word = lexemes[at];
  const singular = word?.pos === 'VERB' && value > 1 && isPlural(word.lower);
  return (
    singular && (lexemes[at - 1]?.pos === 'NUM' || lexemes[at - 1]?.pos === 'ADJ' || lexemes[at - 1]?.pos === 'NOUN')
  );
}

function singleWord(lexemes: readonly Lexeme[], at: number): CountedNoun | undefined {
  const word = lexemes[at];
  if (word?.kind !== 'WORD' || (word.pos !== 'NOUN' && word.pos !== 'PROPN') || !adjoins(lexemes[at - 1], word))
    return undefined;
  return phrase(lexemes, at, at);
}

/** What a lexeme is to the phrase that a number opens. */
function partOfPhrase(lexemes: readonly Lexeme[], at: number, first: number): 'NOUN' | 'MODIFIER' | 'END' {
  const lexeme = lexemes[at];
  if (lexeme?.lower === 'others') return 'END';
  if (lexeme?.kind === 'WORD' && (lexeme.pos === 'NOUN' || lexeme.pos === 'PROPN')) return 'NOUN';
  return lexeme !== undefined && isModifier(lexemes, at, lexeme, at > first) ? 'MODIFIER' : 'END';
}

function isModifier(lexemes: readonly Lexeme[], at: number, lexeme: Lexeme, inside: boolean): boolean {
  if (lexeme.kind !== 'WORD') return isHyphen(lexeme) ? inside && joinsWord(lexemes, at) : isInName(lexemes, at);
  if (lexeme.pos === 'ADJ') return lexeme.lower !== 'worth';
  if (lexeme.lower === 'and') return inside && joinsModifiers(lexemes, at);
  if (lexeme.pos === 'ADV') return lexeme.lower.endsWith('ly') && !inside;
  return isParticiple(lexeme) && leadsToNoun(lexemes, at + 1);
}

function joinsWord(lexemes: readonly Lexeme[], at: number): boolean {
  return adjoins(lexemes[at - 1], lexemes[at]) && adjoins(lexemes[at], lexemes[at + 1]);
}

/** “COVID-19 tests”, “Formula 1 races”. */
function isInName(lexemes: readonly Lexeme[], at: number): boolean {
  return lexemes[at]?.kind === 'NUMBER' && isHyphen(lexemes[at - 1]) && lexemes[at - 2]?.pos === 'PROPN';
}

function isParticiple({ pos, lower: word }: Lexeme): boolean {
  return pos === 'VERB' && /(?:ed|ing|wn|en)$/u.test(word);
}

function leadsToNoun(lexemes: readonly Lexeme[], at: number): boolean {
  const next = lexemes[at];
  return next !== undefined && (next.pos === 'NOUN' || next.pos === 'PROPN' || next.pos === 'ADJ');
}

/** “digital and physical sales”, “Kia and Hyundai cars”: the word before is no plural, and a plural comes behind. */
function joinsModifiers(lexemes: readonly Lexeme[], at: number): boolean {
  if (isPlural(wordAt(lexemes, at - 1))) return false;
  const [next, afterNext] = [lexemes[at + 1], lexemes[at + 2]];
  if (next === undefined || next.kind !== 'WORD' || next.pos === 'DET' || next.pos === 'NUM') return false;
  return (
    afterNext !== undefined && (afterNext.pos === 'NOUN' || afterNext.pos === 'PROPN') && isPlural(afterNext.lower)
  );
}

function phrase(lexemes: readonly Lexeme[], first: number, head: number): CountedNoun {
  const singular = singularOf(lexemes[head]?.text ?? '');
  let name = '';
  for (let at = first; at < head; at++) {
    const part = lexemes[at];
    if (part !== undefined && isKept(lexemes, at, part))
      name += `${isHyphen(part) || name.endsWith('-') ? '' : ' '}${part.text}`;
  }
  name += name.endsWith('-') ? singular : ` ${singular}`;
  return { first, end: head + 1, name: name.trim(), head: singular.toLowerCase() };
}

/** Whether a word is part of a unit’s name: participles and adverbs are only where a hyphen joins them. */
function isKept(lexemes: readonly Lexeme[], at: number, { lower, pos }: Lexeme): boolean {
  if (isHyphen(lexemes[at]) || isHyphen(lexemes[at - 1])) return true;
  return lower !== 'and' && !NO_MODIFIER.has(lower) && pos !== 'VERB' && pos !== 'ADV';
}
