import type { Stretch } from '../../domain/span.js';
import type { Extraction } from '../../extraction/extraction.js';
import { columnsOf, DIM, type Look, type Page, PLAIN } from './terminal-text.js';

/** What words of a text can be, as bits, for they can be several things at once; what comes first here is shown. */
const MARKS = [
  { bit: 16, name: 'figure', look: [35] },
  { bit: 8, name: 'speaker', look: [1, 33] },
  { bit: 4, name: 'cue', look: [33] },
  { bit: 2, name: 'statement within a statement', look: [4, 36] },
  { bit: 1, name: 'statement', look: [36] },
] as const;
const [FIGURE, SPEAKER, CUE, NESTED, STATEMENT] = MARKS;

/** What each look in the text means. */
export function legend({ paint }: Page): string {
  return MARKS.toReversed()
    .map(({ name, look }) => paint(look, name))
    .join(' · ');
}

/** The lines of the text on the page: statements, speakers and figures in their looks, each statement’s id before it. */
export function markedText(text: string, found: Extraction, page: Page): string[] {
  const marks = marksOf(text, found);
  const labels = labelsOf(found);
  const lines: string[] = [];
  for (const { 0: paragraph, index } of text.matchAll(/[^\n]*\S[^\n]*/gu)) {
    if (lines.length > 0) lines.push('');
    lines.push(...setLines(wordsOf(paragraph, index, marks, labels, page), page));
  }
  return lines;
}

function marksOf(text: string, { statements, quantities }: Extraction): Uint8Array {
  const marks = new Uint8Array(text.length);
  const mark = (spans: readonly Stretch[], { bit }: (typeof MARKS)[number]) => {
    for (const { start, end } of spans) for (let at = start; at < end; at++) marks[at] = (marks[at] ?? 0) | bit;
  };
  for (const { content, cue, source, parent } of statements) {
    mark(content, parent === null ? STATEMENT : NESTED);
    mark(cue, CUE);
    mark(source, SPEAKER);
  }
  mark(
    quantities.map(({ span }) => span),
    FIGURE,
  );
  return marks;
}

/** The ids of statements by the place where their content begins; the first ones at the end of the list. */
function labelsOf({ statements }: Extraction): { readonly at: number; readonly id: string }[] {
  return statements
    .flatMap(({ id, content: [first] }) => (first === undefined ? [] : [{ at: first.start, id }]))
    .sort((a, b) => b.at - a.at);
}

/** A word of a line: how it is shown, how wide it is, and the look of the space before it. */
interface Word {
  readonly shown: string;
  readonly columns: number;
  readonly gap: Look;
}

function* wordsOf(
  paragraph: string,
  paragraphStart: number,
  marks: Uint8Array,
  labels: ReturnType<typeof labelsOf>,
  { paint }: Page,
): Generator<Word> {
  for (const { 0: word, index } of paragraph.matchAll(/\S+/gu)) {
    const start = paragraphStart + index;
    while ((labels.at(-1)?.at ?? Number.POSITIVE_INFINITY) < start + word.length) {
      const label = `[${labels.pop()?.id}]`;
      yield { shown: paint(DIM, label), columns: label.length, gap: PLAIN };
    }
    yield { shown: painted(word, start, marks, paint), columns: columnsOf(word), gap: lookOf(marks[start - 1]) };
  }
}

function painted(word: string, start: number, marks: Uint8Array, paint: Page['paint']): string {
  let shown = '';
  let from = 0;
  for (let to = 1; to <= word.length; to++) {
    if (to < word.length && lookOf(marks[start + to]) === lookOf(marks[start + from])) continue;
    shown += paint(lookOf(marks[start + from]), word.slice(from, to));
    from = to;
  }
  return shown;
}

function lookOf(mark = 0): Look {
  return MARKS.find(({ bit }) => (mark & bit) !== 0)?.look ?? PLAIN;
}

function setLines(words: Iterable<Word>, { paint, width }: Page): string[] {
  const lines: string[] = [];
  let line = '';
  let columns = 0;
  for (const word of words) {
    if (line !== '' && columns + 1 + word.columns <= width) {
      line += paint(word.gap, ' ') + word.shown;
      columns += 1 + word.columns;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word.shown;
    columns = word.columns;
  }
  return line === '' ? lines : [...lines, line];
}
