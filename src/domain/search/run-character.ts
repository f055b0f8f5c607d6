import { CharacterKind, kindOf } from './character.js';
import { foldWord } from './fold.js';

/** A folded character, and the stretch of the text that it was folded from. */
export interface RunCharacter {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Characters other than these may fold to another, compose with a neighbour, or take two UTF-16 units. */
const NOT_PLAIN = /[^\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/;

/** How many characters may compose with one another: the limit of Unicode's Stream-Safe Text Format (UAX #15). */
const LONGEST_COMPOSITION = 30;

/**
 * The folded characters of a run of a script that is written without spaces. Whether the text has “한” and “が” as one
 * character each or in parts, they are one here.
 */
export function runCharacters(text: string, start: number, end: number): RunCharacter[] {
  const run = text.slice(start, end);
  if (NOT_PLAIN.test(run)) return compositionsOf(run, start).flatMap(charactersOf);
  return Array.from(run, (key, i) => ({ key, start: start + i, end: start + i + 1 }));
}

interface Composition extends RunCharacter {
  readonly source: string;
  readonly size: number;
}

/** Divides a run where folding what stands before and what stands behind gives the same as folding both together. */
function compositionsOf(run: string, start: number): Composition[] {
  const compositions: Composition[] = [];
  let at = start;
  for (const source of run) {
    const character = { source, size: 1, key: foldWord(source), start: at, end: at + source.length };
    const previous = compositions.at(-1);
    const joined = previous && joinOf(previous, character);
    if (joined) compositions[compositions.length - 1] = joined;
    else compositions.push(character);
    at = character.end;
  }
  return compositions;
}

/** The two as one, or null where they fold apart as they do together. An accent always joins what it follows. */
function joinOf(previous: Composition, next: Composition): Composition | null {
  const { size, start } = previous;
  const isAccent = kindOf(next.source.codePointAt(0)) === CharacterKind.EXTENDER;
  if (size >= LONGEST_COMPOSITION) return isAccent ? { ...previous, end: next.end } : null;
  const source = previous.source + next.source;
  const key = foldWord(source);
  if (!isAccent && key === previous.key + next.key) return null;
  return { source, size: size + 1, key, start, end: next.end };
}

/** Most compositions fold to one character; the vowel sign “ำ” of Thai, for one, folds to two. */
function charactersOf({ key, start, end }: Composition): RunCharacter[] {
  return Array.from(key, (character) => ({ key: character, start, end }));
}
