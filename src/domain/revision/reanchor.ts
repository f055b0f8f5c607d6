import type { Stretch } from '../span.js';
import { commonWords } from './common-words.js';
import { type TokenizedText, Tokenizer } from './tokens.js';

/** How many words on each side of a place are compared to find it again. */
const CONTEXT = 8;
/** How far from where its statement stands now the words beside it are looked for, in tokens. */
const REACH = 80;
/** How many of the places that have a span’s words are compared. */
const MOST_PLACES = 200;

/** A stretch of tokens: the first, and the one behind the last. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the spans of a text again in another wording of it: where the same words stand, white space aside. Whole paragraphs
 * that are the same are the same wherever they went; what was changed inside others is found word by word. A span whose
 * words are not found this way is looked for everywhere, and stands where the words around it agree best; a span whose
 * words nobody wrote any more stands nowhere.
 */
export class Reanchoring {
  readonly #before: TokenizedText;
  readonly #after: TokenizedText;
  /** For each token before, which it is after; -1 for one that is not there any more. */
  readonly #moved: Int32Array;
  /** Where each word stands after. */
  readonly #places: Map<number, number[]>;

  constructor(before: string, after: string) {
    const tokenizer = new Tokenizer();
    this.#before = tokenizer.tokenize(before);
    this.#after = tokenizer.tokenize(after);
    this.#moved = movedTokens(this.#before, this.#after);
    this.#places = placesOfWords(this.#after);
  }

  /** Where the words of a span stand now; null where they do not. */
  find(span: Stretch): Stretch | null {
    const run = this.#runOf(span);
    if (run === null) return null;
    const from = this.#followed(run) ?? this.#searched(run, { from: 0, to: this.#after.tokens.length });
    return from === null ? null : this.#stretchAt(span, run, from);
  }

  /** Where the words of a span stand now, near a stretch that was found: “said” stands everywhere, but only here beside it. */
  findNear(span: Stretch, near: Stretch): Stretch | null {
    const run = this.#runOf(span);
    if (run === null) return null;
    const middle = runIn(this.#after, near);
    if (middle === null) return null;
    const window = {
      from: Math.max(0, middle.from - REACH),
      to: Math.min(this.#after.tokens.length, middle.to + REACH),
    };
    const followed = this.#followed(run);
    const isNear = followed !== null && followed >= window.from && followed <= window.to;
    const from = isNear ? followed : this.#searched(run, window);
    return from === null ? null : this.#stretchAt(span, run, from);
  }

  #runOf(span: Stretch): Run | null {
    return runIn(this.#before, span);
  }

  /** Where the tokens of a run went, if all of them went there side by side. */
  #followed({ from, to }: Run): number | null {
    const first = this.#moved[from] ?? -1;
    if (first < 0) return null;
    for (let token = from; token < to; token++) {
      if (this.#moved[token] !== first + token - from) return null;
    }
    return first;
  }

  /** Where in a window the words of a run stand with the words around them that agree best. */
  #searched(run: Run, window: Run): number | null {
    const { words } = this.#before;
    const places = this.#places.get(words[run.from] ?? -1) ?? [];
    const standing = places.filter((place) => place >= window.from && place < window.to && this.#stands(run, place));
    const expected = this.#expected(run);
    let best: { place: number; agreement: number; distance: number } | null = null;
    for (const place of nearestTo(expected, standing)) {
      const agreement = this.#agreement(run, place);
      const distance = Math.abs(place - expected);
      const isBetter =
        best === null || agreement > best.agreement || (agreement === best.agreement && distance < best.distance);
      if (isBetter) best = { place, agreement, distance };
    }
    return best?.place ?? null;
  }

  #stands({ from, to }: Run, place: number): boolean {
    for (let token = from; token < to; token++) {
      if (this.#before.words[token] !== this.#after.words[place + token - from]) return false;
    }
    return true;
  }

  /** How many words on both sides are the same before one differs. */
  #agreement({ from, to }: Run, place: number): number {
    const [a, b] = [this.#before.words, this.#after.words];
    let agreement = 0;
    for (let i = 1; i <= CONTEXT && from - i >= 0 && a[from - i] === b[place - i]; i++) agreement++;
    const end = place + to - from;
    for (let i = 0; i < CONTEXT && to + i < a.length && a[to + i] === b[end + i]; i++) agreement++;
    return agreement;
  }

  /** Where a run would be if it had gone where the nearest word before it went. */
  #expected({ from }: Run): number {
    for (let token = from; token >= 0 && from - token < REACH; token--) {
      const moved = this.#moved[token] ?? -1;
      if (moved >= 0) return moved + from - token;
    }
    return from;
  }

  #stretchAt(span: Stretch, run: Run, from: number): Stretch | null {
    const [first, last] = [this.#before.tokens[run.from], this.#before.tokens[run.to - 1]];
    const [start, end] = [this.#after.tokens[from], this.#after.tokens[from + run.to - run.from - 1]];
    if (first === undefined || last === undefined || start === undefined || end === undefined) return null;
    // A span may begin or end with white space, or inside a word.
    const lead = Math.max(0, span.start - first.start);
    const trail = Math.max(0, last.end - span.end);
    return { start: start.start + lead, end: end.end - trail };
  }
}

/** Of places, which ascend, those around the one that is expected: half of them before it, half behind. */
function nearestTo(expected: number, places: readonly number[]): readonly number[] {
  const behind = places.findIndex((place) => place >= expected);
  const middle = behind < 0 ? places.length : behind;
  const from = Math.min(Math.max(0, middle - MOST_PLACES / 2), Math.max(0, places.length - MOST_PLACES));
  return places.slice(from, from + MOST_PLACES);
}

/** The tokens that a stretch has a part in; null where it has none. */
function runIn({ tokens }: TokenizedText, { start, end }: Stretch): Run | null {
  const from = firstEndingAfter(tokens, start);
  let to = from;
  while (to < tokens.length && (tokens[to]?.start ?? end) < end) to++;
  return to > from ? { from, to } : null;
}

function firstEndingAfter(tokens: readonly Stretch[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function placesOfWords({ words }: TokenizedText): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [place, word] of words.entries()) {
    const known = places.get(word);
    if (known === undefined) places.set(word, [place]);
    else known.push(place);
  }
  return places;
}

/** For each token of a text, which it is in the other: paragraph by paragraph, and inside those that differ word by word. */
function movedTokens(before: TokenizedText, after: TokenizedText): Int32Array {
  const moved = new Int32Array(before.words.length).fill(-1);
  const rest = paragraphsLeft(before, after, moved);
  const [a, b] = [indexesIn(before, rest.before), indexesIn(after, rest.after)];
  const wordsOf = ({ words }: TokenizedText, indexes: readonly number[]) =>
    Int32Array.from(indexes, (index) => words[index] ?? -1);
  for (const [i, j] of commonWords(wordsOf(before, a), wordsOf(after, b))) {
    const [from, to] = [a[i], b[j]];
    if (from !== undefined && to !== undefined) moved[from] = to;
  }
  return moved;
}

/** Moves the tokens of paragraphs that are the same in both texts; gives those that are left. */
function paragraphsLeft(before: TokenizedText, after: TokenizedText, moved: Int32Array) {
  const waiting = new Map<string, { readonly paragraphs: number[]; next: number }>();
  for (const paragraph of after.paragraphs.keys()) {
    const key = keyOf(after, paragraph);
    const same = waiting.get(key);
    if (same === undefined) waiting.set(key, { paragraphs: [paragraph], next: 0 });
    else same.paragraphs.push(paragraph);
  }
  const left = { before: [] as number[], after: new Set(after.paragraphs.keys()) };
  for (const [paragraph, start] of before.paragraphs.entries()) {
    const queue = waiting.get(keyOf(before, paragraph));
    const same = queue?.paragraphs[queue.next++];
    if (same === undefined) {
      left.before.push(paragraph);
      continue;
    }
    left.after.delete(same);
    const end = before.paragraphs[paragraph + 1] ?? before.words.length;
    const target = after.paragraphs[same] ?? 0;
    for (let token = start; token < end; token++) moved[token] = target + token - start;
  }
  return { before: left.before, after: [...left.after] };
}

function keyOf({ words, paragraphs }: TokenizedText, paragraph: number): string {
  return words.subarray(paragraphs[paragraph], paragraphs[paragraph + 1]).join(' ');
}

function indexesIn({ words, paragraphs }: TokenizedText, chosen: readonly number[]): number[] {
  return chosen.flatMap((paragraph) => {
    const [start = 0, end = words.length] = [paragraphs[paragraph], paragraphs[paragraph + 1]];
    return Array.from({ length: end - start }, (_, index) => start + index);
  });
}
