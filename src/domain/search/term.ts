import { foldWord } from './fold.js';
import { type Phrase, phraseOf } from './phrase.js';
import { type Token, tokensOf } from './token.js';

export type Operator = 'AND' | 'OR' | 'NOT';

/** A word or a phrase of a query. */
export interface Term {
  /** What is looked for: one of these. */
  readonly phrases: readonly Phrase[];
  /** The operator that the term is if it stands between two others. */
  readonly operator: Operator | null;
}

const OPERATORS: readonly Operator[] = ['AND', 'OR', 'NOT'];

/** A phrase in quotation marks, straight or curly. A mark that nothing closes is text. */
const QUOTED = /["“”„]([^"“”„]*)["“”„]/gu;

/** The terms of a query in order, without those in which there is nothing to look for. */
export function* termsOf(query: string): Generator<Term> {
  let end = 0;
  for (const quotation of query.matchAll(QUOTED)) {
    const [marked, quoted = ''] = quotation;
    yield* wordsOf(query.slice(end, quotation.index));
    const tokens = tokensOf(quoted);
    if (tokens.length > 0) yield { phrases: [phraseOf(tokens)], operator: null };
    end = quotation.index + marked.length;
  }
  yield* wordsOf(query.slice(end));
}

/** The terms of unquoted text: what white space sets apart, but for a number that has some within (“twenty one”). */
function* wordsOf(text: string): Generator<Term> {
  let word: Token[] = [];
  for (const token of tokensOf(text)) {
    const last = word.at(-1);
    if (last !== undefined && /\s/u.test(text.slice(last.end, token.start))) {
      yield wordOf(text, word, last);
      word = [];
    }
    word.push(token);
  }
  const last = word.at(-1);
  if (last !== undefined) yield wordOf(text, word, last);
}

function wordOf(text: string, tokens: readonly Token[], last: Token): Term {
  const phrase = phraseOf(tokens);
  const isStarred = text.charAt(last.end) === '*';
  return { phrases: isStarred ? prefixesOf(phrase, text, last) : [phrase], operator: operatorAt(text, tokens) };
}

/** What a starred word looks for. A number word is looked for as what it begins too: “ten*” means 10 and tension. */
function prefixesOf(phrase: Phrase, text: string, last: Token): Phrase[] {
  const key = phrase.keys.at(-1);
  // The last characters of a run, and a phrase that was cut short, find what goes on as they are.
  if (key !== last.key || [...key].length < 2) return [phrase];
  const spelled = foldWord(text.slice(last.start, last.end));
  const isNumberWord = /^\d+$/.test(key) && spelled !== key;
  if (!isNumberWord) return [{ ...phrase, isPrefix: true }];
  return [phrase, { ...phrase, keys: [...phrase.keys.slice(0, -1), spelled], isPrefix: true }];
}

function operatorAt(text: string, [token, ...others]: readonly Token[]): Operator | null {
  if (token === undefined || others.length > 0) return null;
  const surroundings = text.charAt(token.start - 1) + text.charAt(token.end);
  if (/\S/u.test(surroundings)) return null;
  return OPERATORS.find((operator) => operator === text.slice(token.start, token.end)) ?? null;
}
