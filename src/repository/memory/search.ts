import { nameKey } from '../../domain/names.js';
import { matchesDocument } from '../../domain/search/match.js';
import { compareKeys } from '../compare-keys.js';
import type { Keys } from '../page.js';
import {
  SEARCH_TIERS,
  type SearchHit,
  type SearchIndex,
  type SearchNode,
  type SearchQuery,
  type SearchTier,
  searchRank,
  statisticTexts,
} from '../search.js';
import type { Guard } from './guard.js';
import { descending } from './keys.js';
import { isArticleListed, isClaimListed } from './listed.js';
import type { Tables } from './tables.js';

/** Looks through everything, document by document. */
export function searchOf(tables: Tables, guard: Guard): SearchIndex {
  return {
    async page(request, signal) {
      guard.enter(signal);
      const { from, size } = request;
      const hits = hitsOf(tables, request).filter(({ keys }) => from === null || compareKeys(keys, from) > 0);
      return { hits: hits.slice(0, size), hasMore: hits.length > size };
    },
    async count(query, signal) {
      guard.enter(signal);
      return hitsOf(tables, query).length;
    },
  };
}

/** All hits, each in the first tier that has it, the best first. */
function hitsOf(tables: Tables, query: SearchQuery): SearchHit[] {
  const hits = new Map<string, SearchHit>();
  for (const [index, { tier, type, score }] of SEARCH_TIERS.entries()) {
    if (!query.types.includes(type)) continue;
    for (const { id, rank } of candidates(tables, tier, query)) {
      if (!hits.has(id)) hits.set(id, { id, keys: [index, ...rank], score });
    }
  }
  return [...hits.values()].sort((a, b) => compareKeys(a.keys, b.keys));
}

interface Candidate {
  readonly id: SearchNode['id'];
  readonly rank: Keys;
}

function candidates(tables: Tables, tier: SearchTier, query: SearchQuery): Candidate[] {
  const occursIn = (texts: readonly string[]) => matchesDocument(query.expression, texts);
  switch (tier) {
    case 'PERSON_CALLED':
      return speakers(tables.people, (names) => isCalled(names, query), tables);
    case 'PERSON_NAMED':
      return speakers(tables.people, occursIn, tables);
    case 'ORGANIZATION_CALLED':
      return speakers(tables.organizations, (names) => isCalled(names, query));
    case 'ORGANIZATION_NAMED':
      return speakers(tables.organizations, occursIn);
    case 'HEADLINE':
      return articles(tables, ([title = '', text = '']) => occursIn([title]) && occursIn([title, text]));
    case 'TEXT':
      return articles(tables, occursIn);
    case 'CONTENT':
      return claims(tables, tables.statements, ({ text }) => occursIn([text]));
    case 'FIGURE':
      return claims(tables, tables.statistics, (statistic) => {
        const metric = tables.metrics.get(statistic.metricId)?.name ?? null;
        const place = (statistic.placeId && tables.places.get(statistic.placeId)?.name) ?? null;
        return occursIn(Object.values(statisticTexts(statistic, { metric, place })));
      });
  }
}

function isCalled(names: readonly string[], { name }: SearchQuery): boolean {
  return names.some((each) => nameKey(each) === name);
}

interface Names {
  readonly id: SearchNode['id'];
  readonly name: string;
  readonly aliases: readonly string[];
}

/** People rank by how many statements they have; where no tables are given, nobody has any. */
function speakers(
  nodes: ReadonlyMap<string, Names>,
  occurs: (names: readonly string[]) => boolean,
  counted?: Tables,
): Candidate[] {
  return numbered(nodes)
    .filter(([, { name, aliases }]) => occurs([name, ...aliases]))
    .map(([seq, { id }]) => ({ id, rank: [descending(counted?.statementCount(id) ?? 0), descending(seq)] }));
}

function articles(tables: Tables, occurs: (texts: readonly string[]) => boolean): Candidate[] {
  return numbered(tables.articles)
    .filter(([, article]) => isArticleListed(tables, article.id) && occurs(tables.textsOf(article)))
    .map(([seq, { id, publishedAt }]) => ({ id, rank: [descending(searchRank(publishedAt, seq)), 0] }));
}

function claims<Claim extends Parameters<typeof isClaimListed>[1] & { readonly id: SearchNode['id'] }>(
  tables: Tables,
  nodes: ReadonlyMap<string, Claim>,
  occurs: (claim: Claim) => boolean,
): Candidate[] {
  return numbered(nodes)
    .filter(([, claim]) => isClaimListed(tables, claim) && occurs(claim))
    .map(([seq, { id, articleId }]) => {
      const publishedAt = tables.articles.get(articleId)?.publishedAt ?? new Date(0);
      return { id, rank: [descending(searchRank(publishedAt, seq)), 0] };
    });
}

/** Records with their numbers in the order of storing, from 1. */
function numbered<Node>(nodes: ReadonlyMap<string, Node>): [number, Node][] {
  return [...nodes.values()].map((node, index) => [index + 1, node]);
}
