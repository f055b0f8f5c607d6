import { type AskedQuotation, type AskedWord, spokenWords } from './asked-quotation.js';
import type { Passage, PassageWord } from './passage.js';

export const DifferenceKind = { ADDED: 'ADDED', REMOVED: 'REMOVED', CHANGED: 'CHANGED' } as const;
export type DifferenceKind = keyof typeof DifferenceKind;

/** A word in which a quotation differs from what is found; each as it is written there, null where there is none. */
export interface WordDifference {
  readonly kind: DifferenceKind;
  readonly asked: string | null;
  readonly found: string | null;
}

/** How a quotation stands in a passage. */
export interface Alignment {
  /** The stretch of the article from the first to the last word of it. */
  readonly start: number;
  readonly end: number;
  /**
   * From 0 to 1: one less the share of words that would have to be changed, added or taken away, of those that are asked
   * or of those that are found, whichever are more (the Levenshtein distance in words, normalized). Words that an ellipsis
   * stands for, and those in brackets, do not count.
   */
  readonly similarity: number;
  /** In the order of the text; none where the quotation stands there word for word. */
  readonly differences: readonly WordDifference[];
}

/**
 * What a step costs. A word that differs counts once, unless it is one that an ellipsis or brackets excuse. Among
 * alignments with as many of them that is better in which more asked words stand as they are, and then the one that has
 * another word for those that do not. There are never so many steps that this outweighs a word.
 */
const WORD = 2 ** 17;
const CHANGING = 2;
const ADDING = 3;
const REMOVING = 1;

const Step = { PAIR: 0, ADD: 1, REMOVE: 2 } as const;

/** How many pairs of words it takes to align a quotation with a passage. */
export function alignmentSize(asked: AskedQuotation, passage: Passage): number {
  return (asked.words.length + 1) * (passage.length + 1);
}

/** Where a quotation stands in a passage word for word, the first time; null where it does not. Takes linear time. */
export function findExactly({ words }: AskedQuotation, passage: Passage): Alignment | null {
  const at = ` ${passage.map(({ key }) => key).join(' ')} `.indexOf(` ${words.map(({ key }) => key).join(' ')} `);
  if (at < 0) return null;
  let index = 0;
  for (let offset = 0; offset < at; offset += (passage[index - 1]?.key.length ?? 0) + 1) index++;
  const [first, last] = [passage[index], passage[index + words.length - 1]];
  if (first === undefined || last === undefined) return null;
  return { start: first.start, end: last.end, similarity: 1, differences: [] };
}

/**
 * Where a quotation stands in a passage with the fewest words that differ: all of its words beside some stretch of the
 * passage (Sellers’ approximate matching, over words). Null where no word of it is there.
 */
export function align(asked: AskedQuotation, passage: Passage): Alignment | null {
  const table = new AlignmentTable(asked.words, passage);
  return alignmentOf(asked, table.path());
}

/** An asked word beside a found one, or either alone. */
interface Pair {
  readonly asked: AskedWord | null;
  readonly found: PassageWord | null;
  /** Whether the words are there in place of an ellipsis, or put in by whoever quotes. */
  readonly isFree: boolean;
}

/** The least that it costs to align the first words of a quotation with words that end at each place of a passage. */
class AlignmentTable {
  readonly #asked: readonly AskedWord[];
  readonly #passage: Passage;
  readonly #steps: Uint8Array;
  /** Those of all asked words. */
  readonly #costs: Int32Array;

  constructor(asked: readonly AskedWord[], passage: Passage) {
    this.#asked = asked;
    this.#passage = passage;
    this.#steps = new Uint8Array((asked.length + 1) * (passage.length + 1));
    let costs = new Int32Array(passage.length + 1);
    asked.forEach((word, index) => {
      costs = this.#fill(word, index + 1, costs);
    });
    this.#costs = costs;
  }

  /** The costs of one asked word more than those `before`. */
  #fill(word: AskedWord, row: number, before: Int32Array): Int32Array<ArrayBuffer> {
    const width = this.#passage.length + 1;
    const costs = new Int32Array(width);
    const adding = (word.isInserted ? 0 : WORD) + ADDING;
    // Behind the last word the passage may go on as it likes: what follows is no part of the quotation.
    const removing = (this.#asked[row]?.followsGap ? 0 : WORD) + REMOVING;
    costs[0] = (before[0] ?? 0) + adding;
    this.#steps[row * width] = Step.ADD;
    for (let column = 1; column < width; column++) {
      const paired = (before[column - 1] ?? 0) + pairCost(word, this.#passage[column - 1]);
      const added = (before[column] ?? 0) + adding;
      const removed = (costs[column - 1] ?? 0) + removing;
      const least = Math.min(paired, added, removed);
      costs[column] = least;
      this.#steps[row * width + column] = least === paired ? Step.PAIR : least === added ? Step.ADD : Step.REMOVE;
    }
    return costs;
  }

  /** The pairs of the best alignment, in the order of the text. */
  path(): Pair[] {
    const width = this.#passage.length + 1;
    const pairs: Pair[] = [];
    let row = this.#asked.length;
    let column = this.#costs.indexOf(this.#costs.reduce((least, cost) => Math.min(least, cost)));
    while (row > 0) {
      const step = this.#steps[row * width + column];
      const asked = step === Step.REMOVE ? null : (this.#asked[row - 1] ?? null);
      const found = step === Step.ADD ? null : (this.#passage[column - 1] ?? null);
      const isFree = asked === null ? this.#asked[row]?.followsGap === true : asked.isInserted;
      pairs.push({ asked, found, isFree });
      if (asked !== null) row--;
      if (found !== null) column--;
    }
    return pairs.reverse();
  }
}

function pairCost(asked: AskedWord, found: PassageWord | undefined): number {
  if (asked.key === found?.key) return 0;
  return (asked.isInserted ? 0 : WORD) + CHANGING;
}

function alignmentOf(asked: AskedQuotation, pairs: readonly Pair[]): Alignment | null {
  const found = pairs.flatMap((pair) => pair.found ?? []);
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return null;
  const differing = pairs.filter((pair) => pair.asked?.key !== pair.found?.key);
  const counted = pairs.filter((pair) => !pair.isFree && pair.found !== null).length;
  const most = Math.max(spokenWords(asked), counted);
  const wrong = differing.filter(({ isFree }) => !isFree).length;
  return {
    start: first.start,
    end: last.end,
    similarity: most === 0 ? 0 : 1 - wrong / most,
    differences: differing.map(differenceOf),
  };
}

function differenceOf({ asked, found }: Pair): WordDifference {
  const kind = found === null ? 'ADDED' : asked === null ? 'REMOVED' : 'CHANGED';
  return { kind, asked: asked?.text ?? null, found: found?.text ?? null };
}
