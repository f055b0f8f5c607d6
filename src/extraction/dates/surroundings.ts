import type { Document, Token } from '../document.js';
import { partitionPoint } from '../partition-point.js';
import type { DateForm } from './date-form.js';
import type { DateLanguage, DateRule } from './date-language.js';

/** Pronouns that open a noun phrase are determiners in all but name. */
const LONGEST_PHRASE = 6;
const PHRASE_PARTS: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART']);
/** A noun in the plural, or one that is counted like one. */
const COUNTED = /^(?:\p{Ll}+s|people|percent)$/u;

/** What stands around an expression, which shows whether it is a date or a name, a habit or a thing. */
export class Surroundings {
  readonly text: string;
  readonly #document: Document;
  readonly #language: DateLanguage;

  constructor(document: Document, language: DateLanguage) {
    this.text = document.text;
    this.#document = document;
    this.#language = language;
  }

  /** The word before a place, in lower case; empty behind a mark. */
  wordBefore(at: number): string {
    return this.#word(this.tokenAt(at) - 1)?.lower ?? '';
  }

  /** Whether words can be a date here; `shown` where a preposition leads into them. */
  allows({ form, start, end }: { form: DateForm; start: number; end: number }, shown: boolean): boolean {
    const first = this.tokenAt(start);
    const behind = this.#behind(end);
    const before = this.#word(first - 1)?.lower ?? '';
    if (form.is !== 'AGO' && this.#language.habits.has(before)) return false;
    if (!shown && isMark(this.text[start - 1]) && isMark(this.text[end])) return false;
    switch (form.is) {
      case 'WEEKDAY':
        return form.which !== null || this.#allowsWeekday(before, behind, shown);
      case 'MONTH':
        return form.which !== null || form.of !== null || shown || !isName(behind);
      case 'YEAR':
        return !COUNTED.test(behind?.text ?? '') || this.#opensSentence(first - 1);
      case 'PERIOD':
        return form.deictic === undefined || !isName(this.#document.tokens[first]) || this.#opensSentence(first);
      default:
        return true;
    }
  }

  /** Whether what stands behind an expression lets a rule have it. */
  allowsBehind(rule: DateRule, end: number): boolean {
    const behind = this.#behind(end);
    if (rule.notBefore === undefined || behind === undefined) return true;
    return rule.notBefore === 'NOUN' ? behind.pos !== 'NOUN' : !rule.notBefore.includes(behind.lower);
  }

  /** What kind of words begin here, of those that something can be counted from. */
  phraseAt(at: number): 'NOUN' | 'PRONOUN' | 'PARTICIPLE' | null {
    const index = this.tokenAt(at);
    const token = this.#document.tokens[index];
    if (token?.start !== at) return null;
    if (token.pos === 'VERB' && token.lower.endsWith('ing')) return 'PARTICIPLE';
    if (token.pos === 'PRON') return this.#isInPhrase(index + 1) ? 'NOUN' : 'PRONOUN';
    return token.pos !== 'PART' && PHRASE_PARTS.has(token.pos) ? 'NOUN' : null;
  }

  nounPhraseEnd(at: number): number {
    const first = this.tokenAt(at);
    let end = first + 1;
    while (end < first + LONGEST_PHRASE && this.#isInPhrase(end)) end++;
    return this.#document.tokens[end - 1]?.end ?? at;
  }

  /** The token that begins here, or the first behind. */
  tokenAt(at: number): number {
    return partitionPoint(this.#document.tokens, ({ end }) => end <= at);
  }

  #allowsWeekday(before: string, behind: Token | undefined, shown: boolean): boolean {
    const { namesBefore, thingsBehind, determiners } = this.#language;
    if (namesBefore.has(before) || thingsBehind.has(behind?.lower ?? '')) return false;
    return shown || (!isName(behind) && !determiners.has(before));
  }

  #isInPhrase(index: number): boolean {
    const token = this.#document.tokens[index];
    return token !== undefined && PHRASE_PARTS.has(token.pos);
  }

  #opensSentence(index: number): boolean {
    const { tokens, sentences } = this.#document;
    const token = tokens[index];
    const before = tokens[index - 1];
    return token === undefined || sentences[token.sentence]?.firstToken === index || before?.pos === 'PUNCT';
  }

  #word(index: number): Token | undefined {
    const token = this.#document.tokens[index];
    return token !== undefined && /[\p{L}\p{N}]/u.test(token.text) ? token : undefined;
  }

  /** The word behind, where nothing but white space stands between. */
  #behind(end: number): Token | undefined {
    const token = this.#document.tokens[this.tokenAt(end)];
    return token !== undefined && token.start > end && token.start <= end + 2 ? token : undefined;
  }
}

function isName(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}

/** A word alone between quotation marks is a name or a word that is spoken of. */
function isMark(character: string | undefined): boolean {
  return character !== undefined && /["“”‘’']/u.test(character);
}
