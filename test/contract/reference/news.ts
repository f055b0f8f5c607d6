import type { Appearance, SubjectId } from '../../../src/domain/article.js';
import type { Id } from '../../../src/domain/identity.js';
import type { ArticleRecord } from '../../../src/domain/record.js';
import type { Role, UnnamedSource } from '../../../src/domain/speaker.js';
import { DISPUTING_KINDS, type Statement, type StatementRelation } from '../../../src/domain/statement.js';
import type { Statistic } from '../../../src/domain/statistic.js';

/** What has names: a name by which it is first known, and others. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}

/** All that a store was told, laid side by side, with nothing left out, no index and no cleverness. */
export class News {
  readonly records: readonly ArticleRecord[];
  readonly statements: readonly Statement[];
  readonly statistics: readonly Statistic[];
  readonly relations: readonly StatementRelation[];
  readonly roles: readonly Role[];
  readonly sources: readonly UnnamedSource[];
  readonly appearances: readonly Appearance[];
  readonly #updatedAt: ReadonlyMap<string, number>;
  readonly #articles: ReadonlyMap<string, ArticleRecord>;
  readonly #statementsById: ReadonlyMap<string, Statement>;
  readonly #remaining: ReadonlyMap<string, Id<'Person'>>;

  /** `updatedAt`: when the store says that it stored each article, in milliseconds. No record knows that. */
  constructor(records: readonly ArticleRecord[], updatedAt: ReadonlyMap<string, number>) {
    this.records = records;
    this.statements = records.flatMap((record) => record.statements);
    this.statistics = records.flatMap((record) => record.statistics);
    this.relations = records.flatMap((record) => record.relations);
    this.roles = records.flatMap((record) => record.roles);
    this.sources = records.flatMap((record) => record.unnamedSources);
    this.appearances = records.flatMap((record) => record.appearances);
    this.#updatedAt = updatedAt;
    this.#articles = new Map(records.map((record) => [record.article.id, record]));
    this.#statementsById = new Map(this.statements.map((statement) => [statement.id, statement]));
    const people = records.flatMap((record) => record.people);
    this.#remaining = new Map(people.flatMap(({ id, formerIds }) => formerIds.map((former) => [former, id] as const)));
  }

  /** The record of an article that is there. */
  recordOf(article: Id<'Article'>): ArticleRecord {
    const record = this.#articles.get(article);
    if (record === undefined) throw new Error(`There is no article ${article}.`);
    return record;
  }

  updatedAt(article: Id<'Article'>): number {
    const time = this.#updatedAt.get(article);
    if (time === undefined) throw new Error(`Nobody said when ${article} was stored.`);
    return time;
  }

  /** Whether two ids mean the same: that of a person who was merged means the person that remains. */
  isSame(one: string | null, other: string): boolean {
    return one !== null && (this.#remaining.get(one) ?? one) === (this.#remaining.get(other) ?? other);
  }

  isAnyOf(one: string | null, others: readonly string[]): boolean {
    return others.some((other) => this.isSame(one, other));
  }

  appearsIn(subject: SubjectId | string, article: string): boolean {
    return this.appearances.some(
      ({ articleId, subjectId }) => articleId === article && this.isSame(subjectId, subject),
    );
  }

  /** The chain of attribution, from the statement itself outwards. */
  chainOf(statement: Statement): Statement[] {
    const parent = statement.parentId === null ? undefined : this.#statementsById.get(statement.parentId);
    return parent === undefined ? [statement] : [statement, ...this.chainOf(parent)];
  }

  /** Whether a statement or figure stands in an article that is not retracted: what a list can show at all. */
  stands({ articleId, standing }: Pick<Statement, 'articleId' | 'standing'>): boolean {
    return standing === 'STANDS' && this.recordOf(articleId).article.retraction === null;
  }

  /** Whether a list shows a statement or figure when nothing else is asked for. */
  isListed(claim: Pick<Statement, 'articleId' | 'standing' | 'provenance'>): boolean {
    return this.stands(claim) && claim.provenance.review !== 'REJECTED';
  }

  /** The relations that count when somebody asks what is done to something: not rejected, and by a listed statement. */
  get listedRelations(): StatementRelation[] {
    return this.relations.filter(({ fromId, provenance }) => {
      const from = this.#statementsById.get(fromId);
      return provenance.review !== 'REJECTED' && from !== undefined && this.isListed(from);
    });
  }
}

/** Whether a relation disputes a figure: the figure itself, or all of the statement that carries it. */
export function disputes({ kind, toId, toStatisticId }: StatementRelation, figure: Statistic): boolean {
  if (!DISPUTING_KINDS.some((disputing) => disputing === kind)) return false;
  return toStatisticId === null ? toId === figure.statementId : toStatisticId === figure.id;
}
