import type { Stretch } from '../../domain/span.js';
import type { Document, Token } from '../document.js';
import type { ExtractedStatement } from '../extraction.js';
import { ENGLISH_STANCES } from '../language/english/stance-words.js';
import { partitionPoint } from '../partition-point.js';
import { isClaim } from './stance-objects.js';

const { idle, kindred, telling } = ENGLISH_STANCES;
const CONTENT_WORDS: ReadonlySet<string> = new Set(['NOUN', 'VERB', 'ADJ', 'NUM']);
/** How many words take up what somebody else has said: “the grave accusation”. */
const LONGEST_CLAIM = 4;
/** As many letters of two words as show them to be of one family: “dispute” and “disputing”. */
const STEM = 5;

/** A statement with where it stands and the words that it is made of. */
export interface PlacedStatement {
  readonly statement: ExtractedStatement;
  /** Its place among the statements of the text, in the order of the text. */
  readonly index: number;
  /** Everything from the first of its source, cue and content to the last. */
  readonly start: number;
  readonly end: number;
  /** The lemmas of its content that mean something. */
  readonly lemmas: ReadonlySet<string>;
  readonly hasNumber: boolean;
  /** Whether it only takes up what somebody else has said: “it”, “the accusation”. */
  readonly isWordless: boolean;
  /** The lemmas of its cue. */
  readonly cueLemmas: ReadonlySet<string>;
  /** The paragraph that its content ends in. */
  readonly lastParagraph: number;
  /** How many characters its content takes. */
  readonly length: number;
}

/** The statements of a text, in its order and by the sentences that they stand in. */
export interface StatementPlaces {
  readonly inOrder: readonly PlacedStatement[];
  readonly inSentence: ReadonlyMap<number, readonly PlacedStatement[]>;
}

export function placeStatements(document: Document, statements: readonly ExtractedStatement[]): StatementPlaces {
  const inSentence = new Map<number, PlacedStatement[]>();
  const inOrder = statements
    .filter(({ source, cue, content }) => source.length + cue.length + content.length > 0)
    .map((statement) => ({ statement, ...envelope(statement) }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ statement, start, end }, index) => {
      const tokens = statement.content.flatMap((span) => tokensWithin(document, span));
      const placed: PlacedStatement = {
        statement,
        index,
        start,
        end,
        lemmas: lemmasOf(tokens),
        hasNumber: tokens.some(({ pos, lower }) => pos === 'NUM' || ENGLISH_STANCES.zeros.has(lower)),
        isWordless: isWordless(document, tokens),
        cueLemmas: new Set(statement.cue.flatMap((span) => tokensWithin(document, span)).map(({ lemma }) => lemma)),
        lastParagraph: tokens.at(-1)?.paragraph ?? 0,
        length: statement.content.reduce((sum, span) => sum + span.end - span.start, 0),
      };
      const around = [...statement.source, ...statement.cue].flatMap((span) => tokensWithin(document, span));
      for (const sentence of new Set([...around, ...tokens].map((token) => token.sentence)))
        inSentence.get(sentence)?.push(placed) ?? inSentence.set(sentence, [placed]);
      return placed;
    });
  return { inOrder, inSentence };
}

function isWordless(document: Document, tokens: readonly Token[]): boolean {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined || tokens.length > LONGEST_CLAIM) return false;
  if (tokens.length === 1) return ENGLISH_STANCES.pronouns.has(first.lower);
  const range = { firstToken: first.index, endToken: last.index + 1 };
  return isClaim(document, range, ENGLISH_STANCES) && !tokens.some(({ pos }) => /^(?:VERB|AUX|NUM)$/u.test(pos));
}

function envelope({ source, cue, content }: ExtractedStatement): Stretch {
  const spans = [...source, ...cue, ...content];
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}

/** What words mean, by which two ways of saying the same can be told; names, which stand in most statements, do not. */
export function lemmasOf(tokens: readonly Token[]): Set<string> {
  return new Set(
    tokens
      .filter(({ pos, lower, lemma }) => telling.has(lower) || (CONTENT_WORDS.has(pos) && !idle.has(lemma)))
      .map(({ lemma, lower }) => stem(kindred[lower] ?? kindred[lemma] ?? lemma)),
  );
}

/** What words of one family begin with. */
export function stem(lemma: string): string {
  return lemma.toLowerCase().slice(0, STEM);
}

/** The tokens that lie in a stretch. */
export function tokensWithin({ tokens }: Document, { start, end }: Stretch): Document['tokens'] {
  const first = partitionPoint(tokens, (token) => token.end <= start);
  let behind = first;
  while ((tokens[behind]?.start ?? end) < end) behind++;
  return tokens.slice(first, behind);
}

export function contains(spans: readonly Stretch[], { start, end }: Stretch): boolean {
  return spans.some((span) => span.start <= start && end <= span.end);
}
