import type { ResolvedDate } from '../../src/domain/dates.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import type { Statement } from '../../src/domain/statement.js';
import type { Statistic } from '../../src/domain/statistic.js';
import type { Counts } from '../../src/extraction/evaluation/ratios.js';
import { jaccardIndex, sharedLength } from '../../src/extraction/evaluation/span-overlap.js';
import type {
  DateExpression,
  ExtractedStatement,
  ExtractedStatistic,
  Extraction,
} from '../../src/extraction/extraction.js';
import { type EntityPairs, pairEntities } from './pair-entities.js';

/** Of how many things something is right. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** How much of an article’s annotation the engine finds. */
export interface ArticleScore {
  /** Statements matched one to one by a Jaccard index of their contents of at least 0.5. */
  readonly statements: Counts;
  /** Of those matched, those with the same speaker, the same candidates, or nobody in both. */
  readonly speakers: Share;
  /** Of those matched, those whose parents are matched with each other, and have the right speakers, all the way up. */
  readonly chains: Share;
  /** The same of those alone that have a parent in the annotation or in the results. */
  readonly nestedChains: Share;
  /** Figures with the right value in the right place of the text. */
  readonly figures: Counts;
  /** Of the figures found, those with the right place, the right as-of date, and the right claimant. */
  readonly figurePlaces: Share;
  readonly figureDates: Share;
  readonly figureClaimants: Share;
  /** Figures for which all three are right. */
  readonly statistics: Counts;
  /** Relations that the text states between statements of the article: kind and both ends. */
  readonly relations: Counts;
}

const LEAST_OVERLAP = 0.5;

/** Scores what the engine found in an article against the annotation. */
export function scoreArticle(record: ArticleRecord, found: Extraction): ArticleScore {
  const entities = pairEntities(record, found);
  const statements = matchStatements(record.statements, found.statements, entities);
  const matched = [...statements].map(([expected, same]) => ({ expected, same }));
  const links = matched.filter(({ expected, same }) => expected.parentId !== null || same.parent !== null);
  const isChainRight = ({ expected, same }: (typeof matched)[number]) =>
    hasSameChain(expected, same, { record, found, entities, statements });
  return {
    statements: { hits: statements.size, predicted: found.statements.length, gold: record.statements.length },
    speakers: {
      right: matched.filter(({ expected, same }) => hasSameSpeaker(expected, same, entities)).length,
      of: matched.length,
    },
    chains: { right: matched.filter(isChainRight).length, of: matched.length },
    nestedChains: { right: links.filter(isChainRight).length, of: links.length },
    ...scoreFigures(record.statistics, found, entities),
    relations: scoreRelations(record, found, statements),
  };
}

/** The annotation’s statements, each with the one that the engine found for it. */
type Matches = ReadonlyMap<Statement, ExtractedStatement>;

/** Best overlap first; of two with the same words, the one with the right speaker. */
function matchStatements(
  annotated: readonly Statement[],
  found: readonly ExtractedStatement[],
  entities: EntityPairs,
): Matches {
  const pairs = annotated.flatMap((expected) =>
    found.map((same) => {
      const overlap = jaccardIndex(expected.spans, same.content);
      return { expected, same, overlap, isRight: Number(hasSameSpeaker(expected, same, entities)) };
    }),
  );
  const matches = new Map<Statement, ExtractedStatement>();
  const taken = new Set<ExtractedStatement>();
  for (const { expected, same } of pairs
    .filter(({ overlap }) => overlap >= LEAST_OVERLAP)
    .sort((a, b) => b.overlap - a.overlap || b.isRight - a.isRight)) {
    if (matches.has(expected) || taken.has(same)) continue;
    matches.set(expected, same);
    taken.add(same);
  }
  return matches;
}

function hasSameSpeaker(expected: Statement, same: ExtractedStatement, entities: EntityPairs): boolean {
  if (expected.speakerStatus !== same.speakerStatus) return false;
  const candidates = new Set<string | undefined>(same.candidates.map((id) => entities.get(id)));
  return (
    expected.speakerId === meant(same.speaker, entities) &&
    candidates.size === expected.speakerCandidateIds.length &&
    expected.speakerCandidateIds.every((id) => candidates.has(id))
  );
}

/** Whom of the annotation an id of the engine means; undefined where nobody. */
function meant(id: string | null, entities: EntityPairs): string | null | undefined {
  return id === null ? null : entities.get(id);
}

interface Comparison {
  readonly record: ArticleRecord;
  readonly found: Extraction;
  readonly entities: EntityPairs;
  readonly statements: Matches;
}

function hasSameChain(expected: Statement, same: ExtractedStatement, comparison: Comparison): boolean {
  const { record, found, entities, statements } = comparison;
  const reporter = record.statements.find(({ id }) => id === expected.parentId);
  const foundReporter = found.statements.find(({ id }) => id === same.parent);
  if (reporter === undefined || foundReporter === undefined)
    return reporter === undefined && foundReporter === undefined;
  return (
    statements.get(reporter) === foundReporter &&
    hasSameSpeaker(reporter, foundReporter, entities) &&
    hasSameChain(reporter, foundReporter, comparison)
  );
}

type FigureScore = Pick<ArticleScore, 'figures' | 'figurePlaces' | 'figureDates' | 'figureClaimants' | 'statistics'>;

function scoreFigures(annotated: readonly Statistic[], found: Extraction, entities: EntityPairs): FigureScore {
  const left = new Set(found.statistics);
  const claims = annotated.flatMap((expected) => {
    const alike = [...left]
      .filter((statistic) => isSameFigure(expected, statistic, found))
      .map((statistic) => ({ statistic, ...compareClaims(expected, statistic, entities) }));
    const best = alike.toSorted((a, b) => Number(b.isRight) - Number(a.isRight))[0];
    if (best === undefined) return [];
    left.delete(best.statistic);
    return [best];
  });
  const counted = { predicted: found.statistics.length, gold: annotated.length };
  const share = (is: (claim: (typeof claims)[number]) => boolean) => ({
    right: claims.filter(is).length,
    of: claims.length,
  });
  return {
    figures: { hits: claims.length, ...counted },
    figurePlaces: share(({ isPlaceRight }) => isPlaceRight),
    figureDates: share(({ isDateRight }) => isDateRight),
    figureClaimants: share(({ isClaimantRight }) => isClaimantRight),
    statistics: { hits: claims.filter(({ isRight }) => isRight).length, ...counted },
  };
}

function isSameFigure(expected: Statistic, { quantity }: ExtractedStatistic, { quantities }: Extraction): boolean {
  const same = quantities[quantity];
  if (same === undefined) return false;
  const isSameValue = same.value === expected.value && same.upperValue === expected.upperValue;
  return isSameValue && sharedLength([same.span], [expected.span]) > 0;
}

function compareClaims(expected: Statistic, { place, asOf, claimedBy }: ExtractedStatistic, entities: EntityPairs) {
  const isPlaceRight = meant(place, entities) === expected.placeId;
  const isClaimantRight = meant(claimedBy, entities) === expected.claimedById;
  const isDateRight = isSameDate(expected.asOf, asOf);
  return { isPlaceRight, isClaimantRight, isDateRight, isRight: isPlaceRight && isClaimantRight && isDateRight };
}

function isSameDate(expected: ResolvedDate | null, found: DateExpression | null): boolean {
  return (expected?.from ?? null) === (found?.from ?? null) && (expected?.to ?? null) === (found?.to ?? null);
}

/** Compares the relations that a text states; those of annotators, and to other articles, nobody can find in it. */
function scoreRelations({ relations, statements: all }: ArticleRecord, found: Extraction, statements: Matches): Counts {
  const idsOf = new Map<string, string | undefined>(
    all.map((statement) => [statement.id, statements.get(statement)?.id]),
  );
  const stated = relations.filter(({ basis, toId }) => basis === 'STATED' && idsOf.has(toId));
  const keys = new Set(found.relations.map(({ kind, from, to }) => `${kind} ${from} ${to}`));
  const hits = new Set(
    stated
      .map(({ kind, fromId, toId }) => `${kind} ${idsOf.get(fromId)} ${idsOf.get(toId)}`)
      .filter((key) => keys.has(key)),
  );
  const gold = new Set(stated.map(({ kind, fromId, toId }) => `${kind} ${fromId} ${toId}`)).size;
  return { hits: hits.size, predicted: keys.size, gold };
}
