import { LIGHT_VERBS, OUTCOMES_OF_PEOPLE, participleOf } from '../language/english/verbs.js';
import { directionOf } from './comparison.js';
import type { Figure } from './figure.js';
import { type Lexeme, wordAt } from './lexeme.js';
import { isTemporal, type NounPhrases } from './noun-phrase.js';

/** What happened to the things that a figure counts, in words that can stand behind their noun: “sunk”, “in the dark”. */
export interface Predicate {
  readonly words: readonly string[];
  /** Whether the things are the subject of the verb, as in “12 boats sank”, or its object. */
  readonly role: 'SUBJECT' | 'OBJECT' | 'NONE';
}

const NOTHING: Predicate = { words: [], role: 'NONE' };
const MOST_WORDS_BETWEEN = 6;

/** Reads what happened to the things that a figure counts. */
export function predicateOf(lexemes: readonly Lexeme[], phrases: NounPhrases, figure: Figure): Predicate {
  return subjectPredicate(lexemes, phrases, figure.stop) ?? objectPredicate(lexemes, figure.start) ?? NOTHING;
}

function subjectPredicate(lexemes: readonly Lexeme[], phrases: NounPhrases, stop: number): Predicate | undefined {
  const from = pastOf(lexemes, phrases, stop);
  let at = from;
  while (at < from + MOST_WORDS_BETWEEN && ['AUX', 'ADV', 'PART'].includes(lexemes[at]?.pos ?? '')) at++;
  const word = lexemes[at];
  if (word?.pos === 'VERB') return { words: verbWords(lexemes, phrases, at, word), role: 'SUBJECT' };
  const words = at > from ? stateWords(lexemes, phrases, at) : undefined;
  if (words !== undefined) return { words, role: 'SUBJECT' };
  // “48 dead”
  if (word !== undefined && OUTCOMES_OF_PEOPLE.has(word.lower)) return { words: [word.lower], role: 'SUBJECT' };
  return /^\p{L}+ed$/u.test(word?.lower ?? '') ? { words: [word?.lower ?? ''], role: 'SUBJECT' } : undefined;
}

/** “lost power”, “torn off”. */
function verbWords(lexemes: readonly Lexeme[], phrases: NounPhrases, at: number, verb: Lexeme): string[] {
  const participle = participleOf(verb.lower);
  const behind = phraseBehind(lexemes, phrases, at + 1) ?? particleAt(lexemes, at + 1);
  return LIGHT_VERBS.has(participle) ? behind : [participle, ...behind];
}

/** What something is said to be: “missing”, “sailors”, “under water”. */
function stateWords(lexemes: readonly Lexeme[], phrases: NounPhrases, at: number): string[] | undefined {
  const word = lexemes[at];
  if (word?.pos === 'ADJ') return [word.lower];
  const noun = phrases.beginningAt(at);
  if (noun !== undefined) return noun.words.slice(0, 3);
  return word?.pos === 'ADP' ? [word.lower, ...(phraseBehind(lexemes, phrases, at + 1) ?? [])] : undefined;
}

/** Skips “of them” and “of the ferries”. */
function pastOf(lexemes: readonly Lexeme[], phrases: NounPhrases, from: number): number {
  let at = from;
  if (wordAt(lexemes, at) !== 'of') return at;
  at++;
  while (lexemes[at]?.pos === 'DET') at++;
  return phrases.around(at)?.end ?? at + 1;
}

/** The words of the phrase that begins there, behind one preposition and a determiner. */
function phraseBehind(lexemes: readonly Lexeme[], phrases: NounPhrases, from: number): string[] | undefined {
  let at = from;
  const preposition = lexemes[at]?.pos === 'ADP' ? [wordAt(lexemes, at)] : [];
  if (preposition.length > 0) at++;
  const article = lexemes[at]?.pos === 'DET' ? [wordAt(lexemes, at)] : [];
  if (article.length > 0) at++;
  const phrase = phrases.beginningAt(at);
  if (phrase === undefined || isTemporal(phrase) || phrase.words.length > 3) return undefined;
  return [...preposition, ...article, ...phrase.words];
}

/** The particle of a verb: “off”, “out”. */
function particleAt(lexemes: readonly Lexeme[], at: number): string[] {
  const word = wordAt(lexemes, at);
  return ['off', 'out', 'up', 'down', 'away', 'aboard', 'ashore', 'back', 'over'].includes(word) ? [word] : [];
}

function objectPredicate(lexemes: readonly Lexeme[], start: number): Predicate | undefined {
  for (let at = start - 1; at >= Math.max(0, start - MOST_WORDS_BETWEEN); at--) {
    const word = lexemes[at];
    if (word === undefined || (word.kind === 'SIGN' && word.text !== '-')) return undefined;
    if (word.pos === 'AUX') return { words: [], role: 'OBJECT' };
    if (word.pos !== 'VERB') continue;
    const participle = participleOf(word.lower);
    if (directionOf(word.lower) !== 'NONE') return { words: [], role: 'OBJECT' };
    const particle = at + 2 === start ? particleAt(lexemes, at + 1) : [];
    return { words: LIGHT_VERBS.has(participle) ? [] : [participle, ...particle], role: 'OBJECT' };
  }
  return undefined;
}
