import type { Id } from '../../domain/identity.js';
import type { SearchExpression } from '../../domain/search/expression.js';
import { matchesDocument } from '../../domain/search/match.js';
import type { Statement } from '../../domain/statement.js';
import { MOST_CANDIDATES, MOST_COUNTED, mostWeighed, type QuotationIndex } from '../quotations.js';
import { searchRank } from '../search.js';
import type { Guard } from './guard.js';
import { isClaimListed } from './listed.js';
import type { Tables } from './tables.js';

/** Looks through everything, statement by statement. */
export function quotationsOf(tables: Tables, guard: Guard): QuotationIndex {
  return {
    async frequencies(phrases, signal) {
      guard.enter(signal);
      return phrases.map((phrase) => Math.min(hitsOf(tables, phrase).length, MOST_COUNTED));
    },
    async candidates(groups, speakerId, signal) {
      guard.enter(signal);
      const hits = groups.map((group) => hitsOf(tables, group).slice(0, mostWeighed(groups.length)));
      const own = hits.map((list) => list.filter(({ statement }) => statement.speakerId === speakerId));
      return [...new Set([...mostFirst(speakerId === null ? [] : own), ...mostFirst(hits)])];
    },
  };
}

interface Hit {
  readonly statement: Statement;
  readonly rank: number;
}

/** The listed statements in which something stands, those of articles that were published first first. */
function hitsOf(tables: Tables, expression: SearchExpression): Hit[] {
  return [...tables.statements.values()]
    .map((statement, index) => ({ statement, rank: rankOf(tables, statement, index + 1) }))
    .filter(({ statement }) => isClaimListed(tables, statement) && matchesDocument(expression, [statement.text]))
    .sort((a, b) => a.rank - b.rank);
}

function rankOf(tables: Tables, { articleId }: Statement, seq: number): number {
  return searchRank(tables.articles.get(articleId)?.publishedAt ?? new Date(0), seq);
}

/** Those that are in the most lists first, then the earliest. */
function mostFirst(lists: readonly (readonly Hit[])[]): Id<'Statement'>[] {
  const counts = Map.groupBy(lists.flat(), ({ rank }) => rank);
  return [...counts]
    .sort(([rankA, a], [rankB, b]) => b.length - a.length || rankA - rankB)
    .slice(0, MOST_CANDIDATES)
    .flatMap(([, [hit]]) => hit?.statement.id ?? []);
}
