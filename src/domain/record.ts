import type { Appearance, Article, ArticleRevision, Place, Publisher, Topic } from './article.js';
import { isId } from './identity.js';
import type { Organization, Person, Relationship, Role, SpeakerId, UnnamedSource } from './speaker.js';
import type { Reference, Statement, StatementRelation } from './statement.js';
import type { Metric, Statistic } from './statistic.js';

/**
 * Everything that is read from one article: what is stored whole or not at all. People, organizations, places, topics,
 * metrics and the publisher may be known to the store already; what the record says of them is added to what is there.
 * `checkRecord` enforces its invariants.
 */
export interface ArticleRecord {
  readonly publisher: Publisher;
  readonly article: Omit<Article, 'slug' | 'updatedAt'>;
  readonly revision: Omit<ArticleRevision, 'storedAt'>;
  /** In the order in which they are to be shown. */
  readonly topics: readonly Topic[];
  readonly places: readonly Place[];
  readonly organizations: readonly Omit<Organization, 'slug'>[];
  readonly people: readonly Omit<Person, 'slug'>[];
  readonly roles: readonly Role[];
  readonly relationships: readonly Relationship[];
  readonly appearances: readonly Appearance[];
  readonly unnamedSources: readonly UnnamedSource[];
  readonly metrics: readonly Metric[];
  readonly statements: readonly Statement[];
  readonly statistics: readonly Statistic[];
  /** Relations from this article's statements; to statements of this or another article. */
  readonly relations: readonly StatementRelation[];
  /** Names that the text does not settle. */
  readonly unresolved: readonly Reference[];
}

/** What of an article a claim in it is checked against. */
export type ClaimHome = Pick<ArticleRecord, 'unnamedSources'> & {
  readonly article: Pick<Article, 'id'>;
  readonly revision: Pick<ArticleRevision, 'id'>;
};

/** What is wrong with a claim, and in which of its fields. */
export interface Problem<Claim> {
  readonly at: keyof Claim;
  readonly message: string;
}

/** Where an article’s list shows a subject: by its first mention; without one, by its place in the record’s list of its kind. */
export function positionOf(
  { subjectId, mentions }: Appearance,
  { topics, places, organizations, people }: ArticleRecord,
): number {
  if (mentions.length > 0) return Math.min(...mentions.map(({ start }) => start));
  const positions = [topics, places, organizations, people].map((list) => list.findIndex(({ id }) => id === subjectId));
  return Math.max(0, ...positions);
}

/** Whether a speaker is an unnamed source that is not the article's own. */
export function isForeignSource(
  speaker: SpeakerId | null,
  { unnamedSources }: Pick<ClaimHome, 'unnamedSources'>,
): boolean {
  return speaker !== null && isId(speaker, 'UnnamedSource') && !unnamedSources.some(({ id }) => id === speaker);
}
