import type { Stretch } from '../../domain/span.js';
import { isFull, matchRelations, type Relation, type ScoredArticle } from './attribution-match.js';
import { type Counts, percent, type Ratios, ratiosOf, share, sumOf } from './ratios.js';
import { trimmedSpan } from './span-overlap.js';

const ROLES = ['source', 'cue', 'content'] as const;
type Role = (typeof ROLES)[number];

/** How well attributions are found; shares in per cent with one decimal. */
export interface AttributionScores {
  readonly articles: number;
  /** How many articles the output has no row for. */
  readonly missing: number;
  /** Spans whose two ends agree once quotation marks and punctuation are off; every span for itself. */
  readonly exact: Readonly<Record<Role, Ratios>>;
  /** Characters that belong to the content of any relation. */
  readonly contentCharacters: Ratios;
  /** Relations with source and content, matched one to one by their contents. */
  readonly contentFound: Ratios;
  /** The share of those matched whose source overlaps the one of the gold data. */
  readonly speakerRightWhenFound: number;
  /** Relations that are matched and have the right source. */
  readonly endToEnd: Ratios;
}

/** Scores articles against gold data; the same counts are added up over all of them. */
export function scoreAttributions(articles: readonly ScoredArticle[]): AttributionScores {
  const counts = articles.map(countsOf);
  const total = (name: keyof Omit<ArticleCounts, 'exact'>) => sumOf(counts.map((count) => count[name]));
  const exact = (role: Role) => ratiosOf(sumOf(counts.map((count) => count.exact[role])));
  return {
    articles: articles.length,
    missing: articles.filter(({ predicted }) => predicted === null).length,
    exact: { source: exact('source'), cue: exact('cue'), content: exact('content') },
    contentCharacters: ratiosOf(total('characters')),
    contentFound: ratiosOf(total('found')),
    speakerRightWhenFound: percent(share(total('right').hits, total('found').hits)),
    endToEnd: ratiosOf(total('right')),
  };
}

/** What is added up over articles. */
interface ArticleCounts {
  readonly exact: Readonly<Record<Role, Counts>>;
  readonly characters: Counts;
  readonly found: Counts;
  readonly right: Counts;
}

function countsOf(article: ScoredArticle): ArticleCounts {
  const { text, gold } = article;
  const predicted = article.predicted ?? [];
  const matches = matchRelations(article);
  const full = { predicted: predicted.filter(isFull).length, gold: gold.filter(isFull).length };
  const exact = (role: Role) =>
    overlapOf(
      spansOf(predicted, role, text).map(({ start, end }) => `${start},${end}`),
      spansOf(gold, role, text).map(({ start, end }) => `${start},${end}`),
    );
  return {
    exact: { source: exact('source'), cue: exact('cue'), content: exact('content') },
    characters: overlapOf(
      spansOf(predicted, 'content', text).flatMap(offsetsIn),
      spansOf(gold, 'content', text).flatMap(offsetsIn),
    ),
    found: { hits: matches.length, ...full },
    right: { hits: matches.filter(({ isSourceRight }) => isSourceRight).length, ...full },
  };
}

function spansOf(relations: readonly Relation[], role: Role, text: string): Stretch[] {
  return relations.flatMap((relation) =>
    relation[role].flatMap((span) => {
      const trimmed = trimmedSpan(text, span);
      return trimmed === null ? [] : [trimmed];
    }),
  );
}

function offsetsIn({ start, end }: Stretch): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/** How many different things of one list are in another. */
function overlapOf<T>(predicted: readonly T[], gold: readonly T[]): Counts {
  const [found, expected] = [new Set(predicted), new Set(gold)];
  return { hits: [...found].filter((one) => expected.has(one)).length, predicted: found.size, gold: expected.size };
}
