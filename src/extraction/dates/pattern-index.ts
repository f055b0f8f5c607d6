import type { Slot } from './date-language.js';
import { type Beginning, compilePattern, type Pattern, type PatternMatch } from './pattern.js';

interface Entry<T> {
  readonly item: T;
  readonly pattern: Pattern;
  readonly seconds: Beginning['seconds'];
}

const SECOND_WORD = /\p{L}{1,20}[\s‐-]{1,4}(\p{L}{1,20}|\p{N}|[’'‘])/uy;
const FIRST_WORD = /\p{L}{1,20}|\p{N}|[’'‘]/uy;

/** Patterns by the first word that they begin with, so that few of them are tried at each place. */
export class PatternIndex<T extends { readonly says: string }> {
  readonly #byFirst = new Map<string, Entry<T>[]>();

  constructor(items: readonly T[], slots: Readonly<Record<string, Slot>>) {
    for (const item of items) {
      const pattern = compilePattern(item.says, slots);
      for (const { first, seconds } of pattern.beginnings) {
        const entries = this.#byFirst.get(first) ?? [];
        entries.push({ item, pattern, seconds });
        this.#byFirst.set(first, entries);
      }
    }
  }

  /** The first words of all. */
  get firstWords(): Iterable<string> {
    return this.#byFirst.keys();
  }

  /** Those that can match here by their first two words. */
  beginningAt(text: string, at: number): readonly Entry<T>[] {
    const entries = this.#byFirst.get(firstWordAt(text, at));
    if (entries === undefined) return [];
    const second = secondWordAt(text, at);
    return entries.filter(({ seconds }) => seconds === null || seconds.has(second));
  }

  longestAt(text: string, at: number): (Entry<T> & PatternMatch) | undefined {
    let longest: (Entry<T> & PatternMatch) | undefined;
    for (const entry of this.beginningAt(text, at)) {
      const match = entry.pattern.matchAt(text, at);
      if (match !== undefined && match.end > (longest?.end ?? at)) longest = { ...entry, ...match };
    }
    return longest;
  }
}

function secondWordAt(text: string, at: number): string {
  SECOND_WORD.lastIndex = at;
  const [, word = ''] = SECOND_WORD.exec(text) ?? [];
  return /\p{N}/u.test(word) ? '#' : word.toLowerCase();
}

/** The first word at a place in lower case, “#” for a number. */
export function firstWordAt(text: string, at: number): string {
  FIRST_WORD.lastIndex = at;
  const [word = ''] = FIRST_WORD.exec(text) ?? [];
  return /\p{N}/u.test(word) ? '#' : word.toLowerCase();
}
