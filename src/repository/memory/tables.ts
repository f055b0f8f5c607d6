import type { Appearance, Article, ArticleRevision, Place, Publisher, SubjectId, Topic } from '../../domain/article.js';
import type { Organization, Person, Relationship, Role, UnnamedSource } from '../../domain/speaker.js';
import type { Reference, Statement, StatementRelation, Utterance } from '../../domain/statement.js';
import type { Metric, Statistic } from '../../domain/statistic.js';

/** What an appearance is stored as: with the key by which its article's list shows the subject. */
export interface StoredAppearance extends Appearance {
  /** Where the text first mentions the subject; for one that it never mentions, its place in the record's list. */
  readonly position: number;
}

/** All that the store holds. Maps go from id to record, in the order of storing. */
export class Tables {
  readonly publishers = new Map<string, Publisher>();
  readonly articles = new Map<string, Article>();
  readonly revisions = new Map<string, ArticleRevision>();
  readonly topics = new Map<string, Topic>();
  readonly places = new Map<string, Place>();
  readonly people = new Map<string, Person>();
  readonly organizations = new Map<string, Organization>();
  readonly unnamedSources = new Map<string, UnnamedSource>();
  readonly metrics = new Map<string, Metric>();
  readonly statements = new Map<string, Statement>();
  readonly utterances = new Map<string, Utterance>();
  readonly statistics = new Map<string, Statistic>();
  readonly relations = new Map<string, StatementRelation>();
  readonly roles: Role[] = [];
  readonly relationships: Relationship[] = [];
  readonly appearances: StoredAppearance[] = [];
  /** By article. */
  readonly unresolved = new Map<string, readonly Reference[]>();

  /** The person who answers to an id: of a person who was merged, the one that remains. */
  person(id: string): Person | undefined {
    for (const person of this.people.values()) {
      if (person.formerIds.some((former) => former === id)) return person;
    }
    return this.people.get(id);
  }

  /** The appearances of a subject in an article: one, or none. */
  appearancesOf(articleId: string, subjectId: string): StoredAppearance[] {
    return this.appearances.filter(
      (appearance) => appearance.articleId === articleId && appearance.subjectId === subjectId,
    );
  }

  /** Whether something is stored under an id that other records can name. */
  has(id: string): boolean {
    const named = [
      this.topics,
      this.places,
      this.organizations,
      this.unnamedSources,
      this.metrics,
      this.statements,
      this.statistics,
    ];
    return named.some((table) => table.has(id)) || this.person(id) !== undefined;
  }

  /** The id that a person's former id stands for today; any other id itself. */
  currentId(id: SubjectId): string {
    return this.person(id)?.id ?? id;
  }
}
