import type { Stretch } from '../../domain/span.js';
import {
  isFull,
  LEAST_OVERLAP,
  type Match,
  matchRelations,
  type Relation,
  type ScoredArticle,
} from './attribution-match.js';
import { jaccardIndex, lengthOf, sharedLength, trimmedSpan } from './span-overlap.js';

/** What can be wrong with a statement, with what each means. */
export const ATTRIBUTION_ERRORS = {
  missed: 'a statement of which nothing is found',
  spurious: 'a statement where the gold data have none',
  'wrong source': 'the right content with another source',
  'source not found': 'the right content without a source',
  'source invented': 'a source for a statement that has none in the gold data',
  'merged with a neighbour': 'one statement found where there are two',
  'split in parts': 'several statements found where there is one',
  'too little overlap': 'contents that overlap, but with a Jaccard index below 0.5',
  'content too long': 'found, but the content goes further than it should',
  'content too short': 'found, but some of the content is missing',
  'content elsewhere': 'found, but the content is too long at one end and too short at another',
  'same words twice': 'a second statement of words that are found already',
} as const;

export type AttributionErrorKind = keyof typeof ATTRIBUTION_ERRORS;

/** One thing that went wrong: with what should have been found, what was, or both. */
export interface AttributionError {
  readonly kind: AttributionErrorKind;
  readonly article: ScoredArticle;
  readonly gold: Relation | null;
  readonly predicted: Relation | null;
}

type Found = Omit<AttributionError, 'article'>;

/** What went wrong in an article: one error at most for each statement of the gold data and each predicted one. */
export function attributionErrorsIn(article: ScoredArticle): AttributionError[] {
  const matches = matchRelations(article);
  const blamed = new Set<Relation>(matches.map(({ predicted }) => predicted));
  const errors = matches.flatMap((match) => matchError(match, article.text));
  const matched = new Set<Relation>(matches.map(({ gold }) => gold));
  for (const gold of article.gold.filter((relation) => isFull(relation) && !matched.has(relation))) {
    const error = goldError(gold, article, blamed);
    if (error.predicted !== null) blamed.add(error.predicted);
    errors.push(error);
  }
  for (const predicted of article.predicted ?? []) {
    if (isFull(predicted) && !blamed.has(predicted)) errors.push(...predictedError(predicted, article, blamed));
  }
  return errors.map((error) => ({ ...error, article }));
}

/** What is wrong with a statement that was found. */
function matchError({ gold, predicted, isSourceRight }: Match, text: string): Found[] {
  if (!isSourceRight) return [{ kind: 'wrong source', gold, predicted }];
  const [expected, found] = [trimmedContent(gold, text), trimmedContent(predicted, text)];
  const shared = sharedLength(expected, found);
  const isLong = lengthOf(found) > shared;
  const isShort = lengthOf(expected) > shared;
  if (isLong && isShort) return [{ kind: 'content elsewhere', gold, predicted }];
  if (isLong) return [{ kind: 'content too long', gold, predicted }];
  return isShort ? [{ kind: 'content too short', gold, predicted }] : [];
}

/** Why a statement of the gold data was not found. */
function goldError(gold: Relation, article: ScoredArticle, blamed: ReadonlySet<Relation>): Found {
  const touching = (article.predicted ?? []).filter(({ content }) => sharedLength(content, gold.content) > 0);
  const sourceless = touching.find((found) => !isFull(found) && isAlike(found, gold));
  if (sourceless !== undefined) return { kind: 'source not found', gold, predicted: sourceless };
  const merged = touching.find(
    (found) => covers(found, gold) && article.gold.some((other) => isApart(other, gold) && covers(found, other)),
  );
  if (merged !== undefined) return { kind: 'merged with a neighbour', gold, predicted: merged };
  const parts = touching.filter((found) => covers(gold, found) && !blamed.has(found));
  if (parts.length > 1) return { kind: 'split in parts', gold, predicted: parts[0] ?? null };
  const near = touching.find((found) => !blamed.has(found));
  return near === undefined
    ? { kind: 'missed', gold, predicted: null }
    : { kind: 'too little overlap', gold, predicted: near };
}

/** What is wrong with a predicted statement that no statement of the gold data accounts for. */
function predictedError(predicted: Relation, { gold }: ScoredArticle, blamed: ReadonlySet<Relation>): Found[] {
  const touching = gold.filter(({ content }) => sharedLength(content, predicted.content) > 0);
  const sourceless = touching.find((expected) => !isFull(expected) && isAlike(expected, predicted));
  if (sourceless !== undefined) return [{ kind: 'source invented', gold: sourceless, predicted }];
  if (touching.length === 0) return [{ kind: 'spurious', gold: null, predicted }];
  const isSecond = [...blamed].some((other) => sharedLength(other.content, predicted.content) > 0);
  return [{ kind: isSecond ? 'same words twice' : 'split in parts', gold: touching[0] ?? null, predicted }];
}

/** Whether a relation’s content has at least half of another’s in it. */
function covers(outer: Relation, inner: Relation): boolean {
  return sharedLength(outer.content, inner.content) >= LEAST_OVERLAP * lengthOf(inner.content);
}

function isApart(a: Relation, b: Relation): boolean {
  return a !== b && isFull(a) && sharedLength(a.content, b.content) === 0;
}

function isAlike(a: Relation, b: Relation): boolean {
  return jaccardIndex(a.content, b.content) >= LEAST_OVERLAP;
}

function trimmedContent({ content }: Relation, text: string): Stretch[] {
  return content.flatMap((span) => trimmedSpan(text, span) ?? []);
}
