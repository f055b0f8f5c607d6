import type { DatePrecision, Day } from '../domain/dates.js';
import type { Stretch } from '../domain/span.js';
import type { OrganizationKind, RelationshipKind, UnnamedSourceKind } from '../domain/speaker.js';
import type {
  Medium,
  SpeakerStatus,
  StatementForce,
  StatementKind,
  StatementRelationKind,
} from '../domain/statement.js';
import type { ChangeDirection, Comparator, StatisticMeasure } from '../domain/statistic.js';

/** All that the engine finds in one text. Offsets are UTF-16 into that text; ids (“s1”, “p2”) hold within it. */
export interface Extraction {
  readonly statements: readonly ExtractedStatement[];
  readonly people: readonly ExtractedPerson[];
  readonly organizations: readonly ExtractedOrganization[];
  readonly places: readonly ExtractedPlace[];
  readonly unnamedSources: readonly ExtractedSource[];
  readonly topics: readonly ExtractedTopic[];
  /** Names that the text does not settle. */
  readonly unresolved: readonly UnresolvedName[];
  readonly quantities: readonly Quantity[];
  readonly statistics: readonly ExtractedStatistic[];
  readonly dates: readonly DateExpression[];
  readonly relations: readonly ExtractedRelation[];
}

/** Who said what, as the attribution stage finds it: the three roles of an attribution relation and how sure they are. */
export interface Attribution {
  /** The words that name who speaks; empty where the text names nobody. */
  readonly source: readonly Stretch[];
  /** The words that report: “said”, “according to”. */
  readonly cue: readonly Stretch[];
  /** What is reported, in the order of the text. */
  readonly content: readonly Stretch[];
  /** The probability, 0–1, that content and source are right. */
  readonly confidence: number;
}

export interface ExtractedStatement extends Attribution {
  readonly id: string;
  readonly kind: StatementKind;
  readonly force: StatementForce;
  /** The id of a person, organization or unnamed source; null where the status is AMBIGUOUS or ABSENT. */
  readonly speaker: string | null;
  readonly speakerStatus: SpeakerStatus;
  /** Ids of those who can be meant, where the status is AMBIGUOUS. */
  readonly candidates: readonly string[];
  /** The id of the statement that reports this one. */
  readonly parent: string | null;
  readonly medium: Medium | null;
  readonly mediumSpan: Stretch | null;
  readonly said: DateExpression | null;
  /** Ids of people, organizations, places and topics that it is about. */
  readonly about: readonly string[];
  /** Words between quotation marks within the content, and the id of the statement whose words they are. */
  readonly quotations: readonly { readonly span: Stretch; readonly wordsOf: string }[];
}

export interface ExtractedName {
  readonly id: string;
  /** The fullest form in the text, without a title. */
  readonly name: string;
  readonly mentions: readonly Stretch[];
}

export interface ExtractedPerson extends ExtractedName {
  readonly aliases: readonly string[];
  readonly roles: readonly ExtractedRole[];
  readonly relationships: readonly ExtractedRelationship[];
}

/** What the text says that somebody is: “minister of ports”. */
export interface ExtractedRole {
  readonly title: string;
  /** The id of an organization. */
  readonly organization: string | null;
  readonly span: Stretch;
}

/** What the person in `to` is to the one who has the relationship. */
export interface ExtractedRelationship {
  readonly kind: RelationshipKind;
  /** The id of a person. */
  readonly to: string;
  readonly span: Stretch;
}

export interface ExtractedOrganization extends ExtractedName {
  readonly kind: OrganizationKind;
  readonly aliases: readonly string[];
}

export interface ExtractedPlace extends ExtractedName {}

export interface ExtractedTopic extends ExtractedName {}

/** A source that the text does not name. */
export interface ExtractedSource {
  readonly id: string;
  /** Its first mention, as printed. */
  readonly description: string;
  readonly kind: UnnamedSourceKind;
  readonly plural: boolean;
  /** The id of an organization. */
  readonly affiliation: string | null;
  readonly mentions: readonly Stretch[];
}

export interface UnresolvedName {
  readonly span: Stretch;
  /** Ids of those who can be meant: none, or two and more. */
  readonly candidates: readonly string[];
}

/** How a quantity compares or moves, in the vocabulary of NewsQuant (Almasian et al., EMNLP 2023). */
export type QuantityChange = '=' | '~' | '>' | '<' | 'up' | 'down';

/** A number that counts or measures. */
export interface Quantity {
  readonly span: Stretch;
  /** The number, or the lower end of a range. */
  readonly value: number;
  readonly upperValue: number | null;
  /** The unit’s name or the noun counted, in the singular; “-” for none. */
  readonly unit: string;
  readonly comparator: QuantityChange;
  /** What is measured, in at most eight words. */
  readonly about: string;
}

/** A quantity that makes a claim. */
export interface ExtractedStatistic {
  /** Which of the quantities it is; 0 for the first. */
  readonly quantity: number;
  readonly metric: string;
  readonly subject: string | null;
  /** The id of a place. */
  readonly place: string | null;
  readonly asOf: DateExpression | null;
  /** The id of a speaker; null where the article itself states the figure. */
  readonly claimedBy: string | null;
  /** The id of the statement that carries it. */
  readonly statement: string | null;
  readonly comparator: Comparator;
  readonly measure: StatisticMeasure;
  readonly change: ChangeDirection;
  readonly confidence: number;
}

/**
 * Words that name a day or a stretch of days. `from` and `to` are the first and the last day, both inclusive; null is an
 * open end. Without a precision the text leaves it open which days are meant, and both ends are null.
 */
export interface DateExpression {
  readonly span: Stretch;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly precision: DatePrecision | null;
}

/** What one statement does to another, where the text says so. */
export interface ExtractedRelation {
  readonly kind: StatementRelationKind;
  /** The ids of the two statements. */
  readonly from: string;
  readonly to: string;
  /** The words that say so. */
  readonly span: Stretch | null;
  readonly confidence: number;
}
