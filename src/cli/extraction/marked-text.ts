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
    lines.push(...setLines(wordsOf(paragraph, index, marks, labels), page));
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

/** The id of a statement, and where its content begins. */
interface Label {
  readonly at: number;
  readonly id: string;
}

/** The ids of statements by the place where their content begins; the first ones at the end of the list. */
function labelsOf({ statements }: Extraction): Label[] {
  return statements
    .flatMap(({ id, content: [first] }) => (first === undefined ? [] : [{ at: first.start, id }]))
    .sort((a, b) => a.at - b.at)
    .reverse();
}

/** Text of one look. */
interface Piece {
  readonly look: Look;
  readonly text: string;
}

/** A word of a line, with the look of the space before it. */
interface Word {
  readonly pieces: readonly Piece[];
  readonly columns: number;
  readonly gap: Look;
}

function* wordsOf(paragraph: string, paragraphStart: number, marks: Uint8Array, labels: Label[]): Generator<Word> {
  for (const { 0: word, index } of paragraph.matchAll(/\S+/gu)) {
    const start = paragraphStart + index;
    while ((labels.at(-1)?.at ?? Number.POSITIVE_INFINITY) < start + word.length) {
      const text = `[${labels.pop()?.id}]`;
      yield { pieces: [{ look: DIM, text }], columns: text.length, gap: PLAIN };
    }
    yield { pieces: piecesOf(word, start, marks), columns: columnsOf(word), gap: lookOf(marks[start - 1]) };
  }
}

function piecesOf(word: string, start: number, marks: Uint8Array): Piece[] {
  return merged(word.split('').map((text, index) => ({ look: lookOf(marks[start + index]), text })));
}

function lookOf(mark = 0): Look {
  return MARKS.find(({ bit }) => (mark & bit) !== 0)?.look ?? PLAIN;
}

/** The same text in as few pieces as there are changes of look. */
function merged(pieces: readonly Piece[]): Piece[] {
  const longest: Piece[] = [];
  for (const { look, text } of pieces) {
    const last = longest.at(-1);
    if (last?.look === look) longest[longest.length - 1] = { look, text: last.text + text };
    else longest.push({ look, text });
  }
  return longest;
}

function setLines(words: Iterable<Word>, { paint, width }: Page): string[] {
  const lines: Piece[][] = [];
  let columns = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && columns + 1 + word.columns <= width) {
      line.push({ look: word.gap, text: ' ' }, ...word.pieces);
      columns += 1 + word.columns;
    } else {
      lines.push([...word.pieces]);
      columns = word.columns;
    }
  }
  return lines.map((line) =>
    merged(line)
      .map(({ look, text }) => paint(look, text))
      .join(''),
  );
}
