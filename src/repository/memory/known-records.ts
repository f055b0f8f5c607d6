import type { Place, SubjectId } from '../../domain/article.js';
import type { Id } from '../../domain/identity.js';
import { matchKey, outerWords, wordsKey } from '../../domain/matching.js';
import { compareCodePoints } from '../../domain/names.js';
import type { Organization, Person } from '../../domain/speaker.js';
import {
  type KnownPerson,
  type KnownRecords,
  type KnownStatement,
  MOST_ARTICLES,
  MOST_KNOWN,
} from '../known-records.js';
import { isClaimListed } from './listed.js';
import type { Tables } from './tables.js';

/** What a store in memory knows. */
export class MemoryKnownRecords implements KnownRecords {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  async peopleCalled(names: readonly string[]): Promise<KnownPerson[][]> {
    return names.map((name) =>
      this.#people(({ name: own, aliases }) => [own, ...aliases].map(matchKey).includes(name)),
    );
  }

  async peopleSurnamed(words: readonly string[]): Promise<KnownPerson[][]> {
    return words.map((word) => this.#people(({ name }) => outerWords(name).includes(word)));
  }

  async organizationsCalled(names: readonly string[]): Promise<Organization[][]> {
    const all = [...this.#tables.organizations.values()];
    return names.map((wanted) =>
      known(all.filter(({ name, aliases }) => [name, ...aliases].map(matchKey).includes(wanted))),
    );
  }

  async placesCalled(names: readonly string[]): Promise<Place[][]> {
    const all = [...this.#tables.places.values()];
    return names.map((wanted) => known(all.filter(({ name }) => matchKey(name) === wanted)));
  }

  async statementsSaying(words: readonly number[]): Promise<KnownStatement[][]> {
    const { statements, articles } = this.#tables;
    const listed = [...statements.values()].filter(
      (statement) => statement.speakerStatus === 'NAMED' && isClaimListed(this.#tables, statement),
    );
    return words.map((key) =>
      known(listed.filter(({ text }) => wordsKey(text) === key)).flatMap((statement) => {
        const article = articles.get(statement.articleId);
        return article === undefined ? [] : [{ statement, publishedAt: article.publishedAt }];
      }),
    );
  }

  async articlesWithText(textHash: string): Promise<Id<'Article'>[]> {
    const revisions = [...this.#tables.revisions.values()].filter((revision) => revision.textHash === textHash);
    return [...new Set(revisions.map(({ articleId }) => articleId))].sort(compareCodePoints).slice(0, MOST_KNOWN);
  }

  async companyOf(people: readonly Id<'Person'>[]): Promise<ReadonlySet<SubjectId>[]> {
    return people.map((personId) => {
      const articles = new Set(this.#latestArticles(personId));
      const beside = this.#tables.appearances.filter(
        ({ articleId, subjectId }) => articles.has(articleId) && subjectId !== personId,
      );
      return new Set(beside.map(({ subjectId }) => subjectId).filter((id) => /^(?:per|org)_/u.test(id)));
    });
  }

  #latestArticles(personId: Id<'Person'>): Id<'Article'>[] {
    const { appearances, articles } = this.#tables;
    const publishedAt = (id: Id<'Article'>) => articles.get(id)?.publishedAt.getTime() ?? 0;
    const own = appearances.filter(({ subjectId }) => subjectId === personId).map(({ articleId }) => articleId);
    return own.sort((a, b) => publishedAt(b) - publishedAt(a) || compareCodePoints(a, b)).slice(0, MOST_ARTICLES);
  }

  #people(isWanted: (person: Person) => boolean): KnownPerson[] {
    const { people, roles } = this.#tables;
    return known([...people.values()].filter(isWanted)).map((person) => ({
      person,
      roles: roles.filter(({ personId }) => personId === person.id),
    }));
  }
}

function known<Named extends { readonly id: string }>(all: readonly Named[]): Named[] {
  return [...all].sort((a, b) => compareCodePoints(a.id, b.id)).slice(0, MOST_KNOWN);
}
