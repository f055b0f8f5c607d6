import type { Article, Place, Publisher, SubjectId, Topic } from '../../src/domain/article.js';
import type { Day, ResolvedDate } from '../../src/domain/dates.js';
import type { Id } from '../../src/domain/identity.js';
import type { Provenance, Standing } from '../../src/domain/provenance.js';
import type { Relationship, SpeakerId, UnnamedSource } from '../../src/domain/speaker.js';
import type { Statement, StatementRelation } from '../../src/domain/statement.js';
import type { Metric, Statistic } from '../../src/domain/statistic.js';
import type { OrganizationEntry, PersonEntry } from './entities.js';

/** What a test says of an article; everything else is made up. Words in quotes are looked up in the text. */
export interface ArticleOptions {
  readonly title: string;
  /** The words of the article; those of its title where left out. */
  readonly text?: string;
  readonly publisher?: Publisher;
  readonly url?: string | null;
  readonly publishedAt?: Date;
  /** BCP 47; English where left out. */
  readonly language?: string;
  readonly retraction?: Article['retraction'];
  readonly topics?: readonly Topic[];
  readonly places?: readonly Place[];
  readonly organizations?: readonly OrganizationEntry[];
  readonly people?: readonly PersonEntry[];
  /** Where the text mentions whom; where left out, topics without mentions and whoever's name stands in the text, wherever it does. */
  readonly appearances?: readonly AppearanceOptions[];
  readonly roles?: readonly RoleOptions[];
  readonly relationships?: readonly RelationshipOptions[];
  /** Unnamed sources; those that speak are there without being listed. */
  readonly sources?: readonly SourceOptions[];
  readonly metrics?: readonly Metric[];
  readonly statements?: readonly StatementOptions[];
  readonly statistics?: readonly StatisticOptions[];
  readonly relations?: readonly RelationOptions[];
  readonly unresolved?: readonly ReferenceOptions[];
}

export interface AppearanceOptions {
  readonly subject: { readonly id: SubjectId };
  readonly mentions?: readonly Words[];
}

export interface RoleOptions {
  readonly person: PersonEntry;
  readonly title: string;
  readonly organization?: OrganizationEntry;
  readonly from?: Day;
  readonly to?: Day;
  readonly evidence?: readonly Words[];
}

export interface RelationshipOptions {
  readonly person: PersonEntry;
  readonly kind: Relationship['kind'];
  readonly other: PersonEntry;
  readonly evidence?: readonly Words[];
}

export interface SourceOptions extends Partial<Pick<UnnamedSource, 'sourceKind' | 'plural' | 'affiliationId'>> {
  readonly description: string;
}

export interface ReferenceOptions {
  readonly subject?: { readonly id: SubjectId };
  readonly candidates?: readonly { readonly id: SubjectId }[];
  readonly words?: readonly Words[];
}

export interface ClaimOptions {
  readonly standing?: Standing;
  readonly lastChange?: string;
  readonly provenance?: Partial<Provenance>;
}

/** Whoever speaks: a person, an organization, an unnamed source by its description; null for nobody. */
export type SpeakerOption = { readonly id: SpeakerId } | string | null;

export interface StatementOptions extends ClaimOptions {
  /** What the statement is called in this record; its first content words where left out. */
  readonly key?: string;
  readonly content: Words | readonly Words[];
  readonly speaker?: SpeakerOption;
  readonly candidates?: readonly SpeakerOption[];
  readonly speakerWords?: Words;
  readonly speakerRole?: string;
  readonly cue?: Words;
  readonly force?: Statement['force'];
  readonly medium?: Statement['medium'];
  readonly mediumText?: string;
  readonly said?: ResolvedDate | null;
  /** The key of the statement that reports this one. */
  readonly parent?: string;
  /** Quoted words, and the key of the statement whose they are. */
  readonly quotations?: readonly { readonly words: Words; readonly wordsOf?: string }[];
  readonly about?: readonly ReferenceOptions[];
  readonly utterance?: Id<'Utterance'>;
}

export interface StatisticOptions
  extends ClaimOptions,
    Partial<Pick<Statistic, 'upperValue' | 'comparator' | 'measure' | 'change' | 'subject' | 'asOf'>> {
  readonly metric: Metric;
  readonly value: number;
  /** The figure as printed. */
  readonly words: Words;
  readonly place?: Place;
  /** Who claims it; the article itself where left out. */
  readonly claimedBy?: SpeakerOption;
  /** Whether the text leaves open who of several claims it. */
  readonly isClaimantOpen?: boolean;
  /** The key of the statement that carries it. */
  readonly statement?: string;
}

export interface RelationOptions {
  readonly kind: StatementRelation['kind'];
  /** The key of the statement that it comes from. */
  readonly from: string;
  /** The key of a statement in this record, or one of any article. */
  readonly to: string | Statement;
  /** A figure of this record as printed, or one of any article. */
  readonly figure?: string | Statistic;
  readonly basis?: StatementRelation['basis'];
  readonly words?: Words;
  readonly provenance?: Partial<Provenance>;
}

/** Words to look up in the text: their first occurrence, or the one with the number given (0 is the first). */
export type Words = string | { readonly quote: string; readonly occurrence: number };
