import type { SubjectId } from '../../../domain/article.js';
import type { Day } from '../../../domain/dates.js';
import type { Id } from '../../../domain/identity.js';
import type { RelationshipKind, UnnamedSourceKind } from '../../../domain/speaker.js';
import type {
  Medium,
  RelationBasis,
  StatementForce,
  StatementKind,
  StatementRelationKind,
} from '../../../domain/statement.js';
import type { Figure } from '../figures.js';
import type { Organization } from '../world/organizations.js';
import type { Character } from '../world/people.js';
import type { Clause, Named } from './clause.js';
import { type Mark, TextBuilder } from './text-builder.js';

/** A source that the article does not name. */
export interface SourceDraft {
  readonly description: string;
  readonly sourceKind: UnnamedSourceKind;
  readonly plural: boolean;
  readonly affiliation: Organization | null;
}

/** Who speaks: somebody, a source without a name, one of two, or nobody that the text names. */
export type Voice =
  | { readonly status: 'NAMED'; readonly speaker: Character | Organization }
  | { readonly status: 'UNNAMED'; readonly source: SourceDraft }
  | { readonly status: 'AMBIGUOUS'; readonly candidates: readonly [Character, Character] }
  | { readonly status: 'ABSENT' };

/** A statement while its article is being written. */
export interface StatementDraft {
  readonly voice: Voice;
  readonly parent: StatementDraft | null;
  readonly kind: StatementKind;
  readonly force: StatementForce;
  /** What is said, where nothing is nested in it. */
  readonly clause: Clause | null;
  readonly content: Mark[];
  readonly quotations: { readonly mark: Mark; readonly wordsOf: StatementDraft | null }[];
  readonly speakerMarks: Mark[];
  readonly cueMarks: Mark[];
  readonly about: Map<SubjectId, Mark[]>;
  medium: Medium | null;
  mediumText: string | null;
  said: { readonly day: Day; readonly mark: Mark | null } | null;
  /** That of an earlier article, where it is the same act of speech. */
  readonly utteranceId: Id<'Utterance'> | null;
}

/** A figure where it stands in the text. */
export interface StatisticDraft {
  readonly figure: Figure;
  readonly mark: Mark;
  readonly subject: string | null;
  readonly asOfMark: Mark | null;
  /** What carries it; null where the article states it itself. */
  readonly statement: StatementDraft | null;
}

/** A statement of an earlier article, as far as later ones need it. */
export interface RecalledStatement {
  readonly id: Id<'Statement'>;
  readonly utteranceId: Id<'Utterance'>;
  readonly statisticId: Id<'Statistic'> | null;
  readonly voice: Voice;
  readonly clause: Clause;
  readonly kind: StatementKind;
  readonly said: Day | null;
  readonly language: string;
}

/** A relation, to a statement of the same article or of an earlier one. */
export interface RelationDraft {
  readonly kind: StatementRelationKind;
  readonly from: StatementDraft;
  readonly to: StatementDraft | RecalledStatement;
  /** Whether it leads to the figure in the statement. */
  readonly toFigure: boolean;
  readonly basis: RelationBasis;
  readonly mark: Mark | null;
}

/** An article while it is being written: its text, and what stands where in it. */
export class ArticleDraft {
  readonly text = new TextBuilder();
  readonly named = new Map<Named['entity']['id'], Named>();
  readonly statements: StatementDraft[] = [];
  readonly statistics: StatisticDraft[] = [];
  readonly relations: RelationDraft[] = [];
  readonly roles: { readonly character: Character; readonly employer: Organization | null; readonly mark: Mark }[] = [];
  readonly relationships: {
    readonly one: Character;
    readonly kind: RelationshipKind;
    readonly other: Character;
    readonly mark: Mark;
  }[] = [];
  readonly unresolved: { readonly mark: Mark; readonly candidates: readonly Character[] }[] = [];

  /** Writes a name. */
  name(named: Named, words: string): Mark {
    this.named.set(named.entity.id, named);
    return this.text.name(named.entity.id, words);
  }
}

/** Puts words in quotation marks down as a statement’s own; whoever reports it quotes them as its words. */
export function credit(mark: Mark, statement: StatementDraft): void {
  statement.quotations.push({ mark, wordsOf: null });
  for (let { parent } = statement; parent !== null; { parent } = parent) {
    parent.quotations.push({ mark, wordsOf: statement });
  }
}
