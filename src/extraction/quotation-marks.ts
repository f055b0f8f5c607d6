import type { Stretch } from '../domain/span.js';
import type { QuotedStretch } from './document.js';
import { APOSTROPHE_ENDS } from './language/english/apostrophes.js';
import { type MarkFamily, marksIn, type QuotationMark } from './quotation-marks/marks.js';
import { useOf } from './quotation-marks/use.js';

/**
 * Pairs the quotation marks of a text, paragraph by paragraph. A mark that nothing closes runs to the end of its paragraph,
 * or to the next one of its kind: its `inner` then ends where its `outer` does. Time is linear in the length of the text.
 */
export function findQuotations(text: string, paragraphs: readonly Stretch[]): QuotedStretch[] {
  return paragraphs.flatMap((paragraph, i) => {
    const next = paragraphs[i + 1];
    const pairing = pairMarks([...marksIn(text, paragraph)], text);
    return nested([...pairing.pairs, ...unclosed(pairing, text, paragraph, next)]).map(({ pair, around, depth }) => ({
      ...pair,
      depth,
      use: useOf(text, pair, around?.inner ?? paragraph),
    }));
  });
}

type Pair = Pick<QuotedStretch, 'inner' | 'outer' | 'continues'>;

/** The marks of a paragraph in pairs, and those that nothing closes. */
interface Pairing {
  readonly pairs: readonly Pair[];
  readonly unclosed: readonly QuotationMark[];
}

function pairMarks(marks: readonly QuotationMark[], text: string): Pairing {
  const pairs: Pair[] = [];
  const open = new OpenMarks();
  const closings = surerClosings(marks);
  for (const [i, mark] of marks.entries()) {
    if (mark.role === 'OPEN' || (mark.role === 'EITHER' && !open.has(mark))) {
      open.push(mark);
      continue;
    }
    if (!open.has(mark) || isApostrophe(mark, closings[i] ?? false, text) || isInches(mark, marks, i)) continue;
    const opened = open.close(mark);
    if (opened !== undefined) pairs.push(paired(opened, mark));
  }
  return { pairs, unclosed: open.left() };
}

/** The marks that are open, innermost last. */
class OpenMarks {
  readonly #marks: QuotationMark[] = [];
  readonly #counts = { DOUBLE: 0, SINGLE: 0, ANGLE: 0, SINGLE_ANGLE: 0 };

  /** Whether a mark can close one of them; a single one closes only the innermost. */
  has({ family }: QuotationMark): boolean {
    return family === 'SINGLE' ? this.#marks.at(-1)?.family === family : this.#counts[family] > 0;
  }

  push(mark: QuotationMark): void {
    this.#marks.push(mark);
    this.#counts[mark.family]++;
  }

  /** Takes away the innermost mark of the family and all inside it, which nothing can close any more. */
  close({ family }: QuotationMark): QuotationMark | undefined {
    for (let mark = this.#marks.pop(); mark !== undefined; mark = this.#marks.pop()) {
      this.#counts[mark.family]--;
      if (mark.family === family) return mark;
    }
    return undefined;
  }

  left(): readonly QuotationMark[] {
    return this.#marks;
  }
}

/** For each mark, whether a single mark that surely closes follows it before another opens or the words around end. */
function surerClosings(marks: readonly QuotationMark[]): boolean[] {
  const found: boolean[] = [];
  const outside: boolean[] = [];
  let closes = false;
  for (let i = marks.length - 1; i >= 0; i--) {
    found[i] = closes;
    const mark = marks[i];
    if (mark?.family === 'SINGLE') closes = mark.role === 'CLOSE' && (closes || !mark.doubtful);
    else if (mark?.role === 'OPEN') closes = outside.pop() ?? false;
    else {
      outside.push(closes);
      closes = false;
    }
  }
  return found;
}

function isApostrophe({ family, doubtful, start }: QuotationMark, surerFollows: boolean, text: string): boolean {
  return (
    family === 'SINGLE' && doubtful && surerFollows && APOSTROPHE_ENDS.test(text.slice(Math.max(0, start - 3), start))
  );
}

/** A mark behind a digit, where another follows that has nothing else to close: "a 12" pipe," he said. */
function isInches({ family, doubtful }: QuotationMark, marks: readonly QuotationMark[], i: number): boolean {
  const next = marks[i + 1];
  return family === 'DOUBLE' && doubtful && next?.family === family && next.role === 'CLOSE';
}

function paired(opened: QuotationMark, closing: QuotationMark): Pair {
  return {
    inner: { start: opened.end, end: closing.start },
    outer: { start: opened.start, end: closing.end },
    continues: false,
  };
}

/** What is left open: it goes on in the next paragraph where that opens with a mark of the family. */
function unclosed({ pairs, unclosed: left }: Pairing, text: string, paragraph: Stretch, next?: Stretch): Pair[] {
  const last = left.at(-1);
  const goesOn = last !== undefined && next !== undefined && opensWith(last.family, next, text);
  const marks = left.filter((mark) => mark.family !== 'SINGLE' || (goesOn && mark === last));
  const ends = endsOfUnclosed(marks, pairs, text);
  return marks.flatMap((mark) => {
    const continues = goesOn && mark === last;
    let end = continues ? paragraph.end : (ends.get(mark) ?? paragraph.end);
    while (end > mark.end && /\s/u.test(text[end - 1] ?? '')) end--;
    return end > mark.end ? [{ inner: { start: mark.end, end }, outer: { start: mark.start, end }, continues }] : [];
  });
}

/** Where the words behind marks that nothing closes end: at the next such mark, or the next pair of the same glyph. */
function endsOfUnclosed(marks: readonly QuotationMark[], pairs: readonly Pair[], text: string) {
  const ends = new Map<QuotationMark, number>();
  if (marks.length === 0) return ends;
  const outermost = nested(pairs).flatMap(({ pair, depth }) => (depth === 0 ? [pair.outer] : []));
  let following: number | undefined;
  for (const mark of marks.toReversed()) {
    const sameGlyph = new Map<string, number>();
    for (let pair = outermost.at(-1); pair !== undefined && pair.start > mark.start; pair = outermost.at(-1)) {
      sameGlyph.set(text[pair.start] ?? '', pair.start);
      outermost.pop();
    }
    const end = sameGlyph.get(text[mark.start] ?? '') ?? following;
    if (end !== undefined) ends.set(mark, end);
    following = mark.start;
  }
  return ends;
}

function opensWith(family: MarkFamily, { start, end }: Stretch, text: string): boolean {
  const [first] = marksIn(text, { start, end: Math.min(end, start + 2) });
  return first !== undefined && first.start === start && first.family === family && first.role !== 'CLOSE';
}

/** A pair, the innermost that it stands in, and how many those are. */
interface NestedPair {
  readonly pair: Pair;
  readonly around: Pair | undefined;
  readonly depth: number;
}

/** Pairs in the order of the text. */
function nested(pairs: readonly Pair[]): NestedPair[] {
  const open: Pair[] = [];
  return pairs
    .toSorted((a, b) => a.outer.start - b.outer.start)
    .map((pair) => {
      while ((open.at(-1)?.outer.end ?? Number.POSITIVE_INFINITY) <= pair.outer.start) open.pop();
      const around = open.at(-1);
      const depth = open.push(pair) - 1;
      return { pair, around, depth };
    });
}
