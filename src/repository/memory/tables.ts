import type { Article, ArticleRevision, Place, Publisher, Topic } from '../../domain/article.js';
import type { Change } from '../../domain/change.js';
import type { IdentityCandidate } from '../../domain/identity-candidate.js';
import type { Organization, Person, Relationship, Role, UnnamedSource } from '../../domain/speaker.js';
import {
  DISPUTING_KINDS,
  type Reference,
  type Statement,
  type StatementRelation,
  type Utterance,
} from '../../domain/statement.js';
import type { Metric, Statistic } from '../../domain/statistic.js';
import type { RecordPatch, StoredAppearance } from '../desk.js';
import type { IngestedSource, Validators } from '../source-log.js';
import { isClaimListed } from './listed.js';

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
  readonly statistics = new Map<string, Statistic>();
  readonly relations = new Map<string, StatementRelation>();
  readonly roles: Role[] = [];
  readonly relationships: Relationship[] = [];
  readonly appearances: StoredAppearance[] = [];
  /** By article. */
  readonly unresolved = new Map<string, readonly Reference[]>();
  readonly identityCandidates = new Map<string, IdentityCandidate>();
  /** By source. */
  readonly ingested = new Map<string, IngestedSource>();
  /** By address. */
  readonly feeds = new Map<string, Validators>();
  readonly changes = new Map<string, Change>();
  /** What each change did, by its id. */
  readonly patches = new Map<string, readonly RecordPatch[]>();

  /** Gives what puts the tables back to how they are now. */
  snapshot(): () => void {
    const restores = Object.values(this).map((table: Map<string, unknown> | unknown[]) => {
      if (Array.isArray(table)) {
        const copy = [...table];
        return () => table.splice(0, table.length, ...copy);
      }
      const copy = [...table];
      return () => {
        table.clear();
        for (const [key, record] of copy) table.set(key, record);
      };
    });
    return () => {
      for (const restore of restores) restore();
    };
  }

  /** An utterance is there as long as a statement reports it. */
  utterance(id: string): Utterance | undefined {
    for (const { utteranceId } of this.statements.values()) if (utteranceId === id) return { id: utteranceId };
    return undefined;
  }

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
  currentId(id: string): string {
    return this.person(id)?.id ?? id;
  }

  /** A statement after those that report it, the outermost first. */
  chainOf(id: string | null): Statement[] {
    const statement = id === null ? undefined : this.statements.get(id);
    return statement === undefined ? [] : [...this.chainOf(statement.parentId), statement];
  }

  /** Whether a statement disputes a figure: the figure itself, or the whole statement that carries it. A rejected relation says nothing. */
  disputes(statement: Statement, figure: Statistic): boolean {
    return [...this.relations.values()].some(
      ({ kind, fromId, toId, toStatisticId, provenance }) =>
        fromId === statement.id &&
        DISPUTING_KINDS.some((disputing) => disputing === kind) &&
        provenance.review !== 'REJECTED' &&
        (toStatisticId === figure.id || (toStatisticId === null && toId === figure.statementId)),
    );
  }

  /** How many statements of a person lists show. */
  statementCount(personId: string): number {
    return [...this.statements.values()].filter(
      (statement) => statement.speakerId === personId && isClaimListed(this, statement),
    ).length;
  }

  /** What search looks at in an article: its headline and its text. */
  textsOf({ currentRevisionId }: Article): string[] {
    const revision = this.revisions.get(currentRevisionId);
    return revision === undefined ? [] : [revision.title, revision.text];
  }
}
