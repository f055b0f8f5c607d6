import type { Place, SubjectId } from '../domain/article.js';
import type { Id } from '../domain/identity.js';
import type { Organization, Person, Role } from '../domain/speaker.js';
import type { Statement } from '../domain/statement.js';

/** A person that the store knows, with the roles that can back that a name means them. */
export interface KnownPerson {
  readonly person: Person;
  readonly roles: readonly Role[];
}

/** A statement that the store knows, and when its article was published. */
export interface KnownStatement {
  readonly statement: Statement;
  readonly publishedAt: Date;
}

/** In how many of somebody’s articles, the latest, others are looked for who are named beside them. */
export const MOST_ARTICLES = 50;

/** How many of those who share a name, or of statements that share their words, are looked at. */
export const MOST_KNOWN = 20;

/**
 * What the store knows already of what an article names. Names are asked for by their match keys (`matchKey`), words by
 * theirs (`wordsKey`); each answer has at most MOST_KNOWN, in the order of their ids.
 */
export interface KnownRecords {
  /** Who has each name, as the canonical one or another. */
  peopleCalled(names: readonly string[]): Promise<KnownPerson[][]>;
  /** In whose canonical names each word stands first or last, as a surname does. */
  peopleSurnamed(words: readonly string[]): Promise<KnownPerson[][]>;
  /** The people and organizations that appear in the latest MOST_ARTICLES articles of each person, themselves aside. */
  companyOf(people: readonly Id<'Person'>[]): Promise<ReadonlySet<SubjectId>[]>;
  organizationsCalled(names: readonly string[]): Promise<Organization[][]>;
  placesCalled(names: readonly string[]): Promise<Place[][]>;
  /** The listed statements of people and organizations that say just this. */
  statementsSaying(words: readonly number[]): Promise<KnownStatement[][]>;
  /** The articles, current or former revisions of which have this text, by its hash. */
  articlesWithText(textHash: string): Promise<Id<'Article'>[]>;
}
