import type { ItsFunction } from 'wink-nlp';
import type { Stretch } from '../domain/span.js';
import type { Document, Paragraph, PartOfSpeech, Sentence, Token } from './document.js';
import { englishReader } from './language/english/reader.js';
import { findQuotations } from './quotation-marks.js';

/** Longer paragraphs are read in pieces, cut at white space where there is some, so that time stays linear. */
const LONGEST_PIECE = 20_000;

/** The recognition of addresses takes time quadratic in the length of what is not parted by white space. */
const LONGEST_UNPARTED = /\S{500}/u;

/** Segments a text into paragraphs, sentences and tokens, with exact UTF-16 offsets, and pairs its quotation marks. */
export function segment(text: string): Document {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const paragraphs: Paragraph[] = [];
  for (const stretch of paragraphStretches(text)) {
    const firstToken = tokens.length;
    const firstSentence = sentences.length;
    for (const piece of pieces(text, stretch)) readPiece(text, piece, paragraphs.length, { tokens, sentences });
    if (tokens.length === firstToken) continue;
    paragraphs.push({
      ...stretch,
      index: paragraphs.length,
      firstToken,
      endToken: tokens.length,
      firstSentence,
      endSentence: sentences.length,
    });
  }
  return { text, tokens, sentences, paragraphs, quotations: findQuotations(text, paragraphs) };
}

/** A line break ends a paragraph, unless it only wraps a line: nothing ends before it and a small letter goes on behind it. */
function paragraphStretches(text: string): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  for (const { 0: gap, index } of text.matchAll(/[^\S\n\r\u2028\u2029]*[\n\r\u2028\u2029]\s*/gu)) {
    const wraps = !/[\n\r\u2028\u2029]\s*[\n\u2028\u2029]/u.test(gap.replace(/\r\n/gu, '\n'));
    if (
      wraps &&
      /[\p{L}\p{N},–—-]$/u.test(text.slice(start, index)) &&
      /^\p{Ll}/u.test(text.slice(index + gap.length, index + gap.length + 2))
    )
      continue;
    found.push({ start, end: index });
    start = index + gap.length;
  }
  found.push({ start, end: text.length });
  return found.map((stretch) => trimmed(text, stretch)).filter(({ start: from, end }) => from < end);
}

function trimmed(text: string, { start, end }: Stretch): Stretch {
  let from = start;
  let to = end;
  while (from < to && isSpace(text, from)) from++;
  while (to > from && isSpace(text, to - 1)) to--;
  return { start: from, end: to };
}

function isSpace(text: string, at: number): boolean {
  return /\s/u.test(text[at] ?? '');
}

function* pieces(text: string, { start, end }: Stretch): Generator<Stretch> {
  let from = start;
  while (end - from > LONGEST_PIECE) {
    let to = from + LONGEST_PIECE;
    const space = text.lastIndexOf(' ', to);
    if (space > from + LONGEST_PIECE / 2) to = space;
    else if (isHighSurrogate(text, to - 1)) to--;
    yield trimmed(text, { start: from, end: to });
    from = to;
  }
  yield trimmed(text, { start: from, end });
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** What has been read so far of a document. */
interface Reading {
  readonly tokens: Token[];
  readonly sentences: Sentence[];
}

function readPiece(text: string, piece: Stretch, paragraph: number, { tokens, sentences }: Reading): void {
  if (piece.start >= piece.end) return;
  const found = tokenize(text, piece);
  let from = 0;
  for (const to of found.sentenceEnds) {
    const sentence = sentences.length;
    const firstToken = tokens.length;
    for (const { start, end, lemma, pos } of found.tokens.slice(from, to)) {
      const word = text.slice(start, end);
      tokens.push({
        index: tokens.length,
        start,
        end,
        text: word,
        lower: word.toLowerCase(),
        lemma,
        pos,
        sentence,
        paragraph,
      });
    }
    from = to;
    const [first, last] = [tokens[firstToken], tokens.at(-1)];
    if (first === undefined || last === undefined || tokens.length === firstToken) continue;
    sentences.push({
      index: sentence,
      paragraph,
      start: first.start,
      end: last.end,
      firstToken,
      endToken: tokens.length,
    });
  }
}

interface FoundToken extends Stretch {
  readonly lemma: string;
  readonly pos: PartOfSpeech;
}

/** Tokens of a piece, and behind which of them its sentences end. */
interface Found {
  readonly tokens: readonly FoundToken[];
  readonly sentenceEnds: readonly number[];
}

/** Reads a piece with wink-nlp; where its tokens cannot be found again in the text, character by character instead. */
function tokenize(text: string, piece: Stretch): Found {
  const words = text.slice(piece.start, piece.end);
  if (LONGEST_UNPARTED.test(words)) return tokenizePlainly(text, piece);
  const nlp = englishReader();
  const { its } = nlp;
  const document = nlp.readDoc(words);
  const items = document.tokens();
  const values = items.out(its.value) as string[];
  const lemmas = items.out(its.lemma as unknown as ItsFunction<string>) as string[];
  const parts = items.out(its.pos) as string[];
  const tokens: FoundToken[] = [];
  const placed: number[] = [];
  let at = piece.start;
  for (const [i, value] of values.entries()) {
    placed.push(tokens.length);
    const start = text.indexOf(value, at);
    if (start < 0 || start + value.length > piece.end || /\S/u.test(text.slice(at, start)))
      return tokenizePlainly(text, piece);
    at = start + value.length;
    const pos = parts[i] as PartOfSpeech | 'SPACE';
    if (pos === 'SPACE' || !/\S/u.test(value)) continue;
    tokens.push({ start, end: at, lemma: lemmas[i] ?? value, pos });
  }
  placed.push(tokens.length);
  const ends = (document.sentences().out(its.span) as unknown as number[][]).map(
    ([, last = 0]) => placed[last + 1] ?? tokens.length,
  );
  return { tokens, sentenceEnds: sentenceEnds(text, tokens, ends) };
}

/** Words and single marks, without parts of speech: for text that wink-nlp changes, or reads too slowly. */
function tokenizePlainly(text: string, piece: Stretch): Found {
  const tokens = [...text.slice(piece.start, piece.end).matchAll(/[\p{L}\p{M}\p{N}]+|\S/gu)].map(
    ({ 0: word, index }) => ({
      start: piece.start + index,
      end: piece.start + index + word.length,
      lemma: word.toLowerCase(),
      pos: 'X' as const,
    }),
  );
  return { tokens, sentenceEnds: [tokens.length] };
}

/** The point of “RM12.50” and “a .500 record”, which wink-nlp takes for the end of a sentence. */
function isDecimalPoint(text: string, start: number, end: number): boolean {
  return end === start + 1 && /^[\d\s]?\.\d/u.test(text.slice(Math.max(0, start - 1), end + 1));
}

/** Puts closing quotation marks and brackets to the sentence that they close, and parts sentences that marks part. */
function sentenceEnds(text: string, tokens: readonly FoundToken[], given: readonly number[]): number[] {
  const ends = new Set(given);
  ends.add(tokens.length);
  tokens.forEach(({ start, end }, i) => {
    if (!/^[.!?…]+$/u.test(text.slice(start, end))) return;
    if (isDecimalPoint(text, start, end)) ends.delete(i + 1);
    let next = i + 1;
    while (
      next < tokens.length &&
      /^["”’')\]]$/u.test(text.slice(tokens[next]?.start, tokens[next]?.end)) &&
      text[(tokens[next]?.start ?? 0) - 1] !== ' '
    )
      next++;
    if (next === i + 1) return;
    for (let at = i + 1; at < next; at++) ends.delete(at);
    if (/^[\p{Lu}\p{N}“"‘—–-]/u.test(text.slice(tokens[next]?.start, tokens[next]?.end))) ends.add(next);
  });
  return [...ends].filter((end) => end > 0).sort((a, b) => a - b);
}
