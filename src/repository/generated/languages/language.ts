import type { UnnamedSourceKind } from '../../../domain/speaker.js';
import type { Medium, StatementForce, StatementRelationKind } from '../../../domain/statement.js';

/** Words that introduce what somebody says, and what they make of it. */
export type Cue = readonly [words: string, force: StatementForce];

/** A sentence, or a part of one, that reports what somebody says, with the cues that fit it. */
export interface ReportPattern {
  readonly pattern: string;
  /** None where the pattern has it in itself. */
  readonly cues: readonly Cue[];
  /** What the words stand in, where the pattern says it. */
  readonly medium?: Medium;
}

/**
 * The ways to report. Slots: `speaker` (introduced, where it is new), `brief` (only named), `cue`, `content` and, where a
 * quotation is interrupted, `rest`; `circumstance` (when or where it was said); `other` (a second person) and `report` (what
 * the speaker in turn reports).
 */
export interface ReportPatterns {
  readonly indirect: readonly ReportPattern[];
  readonly direct: readonly ReportPattern[];
  readonly interrupted: readonly ReportPattern[];
  /** Nobody is named as the speaker. */
  readonly absent: readonly ReportPattern[];
  /** One of two, and it stays open which. */
  readonly either: readonly ReportPattern[];
  /** The first link of a chain, a whole sentence. */
  readonly outer: readonly ReportPattern[];
  /** A link between two others. */
  readonly middle: readonly ReportPattern[];
  /** The last link, in its reporter’s words or, in `innerQuoted`, in its own. */
  readonly inner: readonly ReportPattern[];
  readonly innerQuoted: readonly ReportPattern[];
  /** A quotation in which the speaker tells, in `report`, what somebody else says. */
  readonly quotedReport: readonly ReportPattern[];
}

/** How figures and their dates are told. The slots of clauses: `metric`, `place`, `figure`, `among`, `asOf`. */
export interface FigureWords {
  /** Names and units of the first metrics; the metrics’ own where there are none. */
  readonly metrics: readonly (readonly [name: string, unit: string])[];
  readonly level: readonly string[];
  readonly roseTo: readonly string[];
  readonly fellTo: readonly string[];
  readonly roseBy: readonly string[];
  readonly fellBy: readonly string[];
  /** Slots: `number`, `unit`. */
  readonly comparators: Readonly<
    Record<'EQUAL' | 'APPROXIMATE' | 'MORE_THAN' | 'AT_LEAST' | 'LESS_THAN' | 'AT_MOST' | 'RANGE', string>
  >;
  /** Between the two ends of a range. */
  readonly to: string;
  readonly thousands: string;
  readonly decimal: string;
  /** Who is counted, with the words that say so. */
  readonly subjects: readonly (readonly [subject: string, words: string])[];
  readonly months: readonly string[];
  /** Slots: `d`, `m` (the month’s name or number), `y`. */
  readonly day: string;
  /** Slots: `from`, `to`, each a day; `m`, `y`. */
  readonly asOf: Readonly<Record<'DAY' | 'MONTH' | 'YEAR' | 'RANGE', string>>;
}

/** What a language needs to tell the news: everything is words, nothing of it is code. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** What its texts have of it on average, by Unicode’s segmentation. */
  readonly charactersPerWord: number;
  /** What stands between two sentences, or before an adverbial; nothing in Chinese. */
  readonly space: string;
  /** What stands before the names of authorities and parties. */
  readonly definite: string;
  readonly titles: readonly string[];
  /** What anybody may say, without a full stop. Slots are `place`, `person`, `organization`, and the lists of `words`. */
  readonly clauses: readonly string[];
  /** The same with words in quotation marks, which are the slot `quoted`. */
  readonly partlyQuoted: readonly string[];
  /** What the article says itself, without a full stop. */
  readonly background: readonly string[];
  readonly fullStop: string;
  /** Lists for the slots of the same names; their entries may have slots in turn. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly reports: ReportPatterns;
  /** Each a sentence with the slot `other`, whose statement the one before it is related to. */
  readonly relations: Readonly<Record<StatementRelationKind, readonly string[]>>;
  /** Stands for `other` where the speaker has no name. */
  readonly earlierReport: string;
  /** How somebody new is introduced, between commas. */
  readonly introductions: { readonly employed: string; readonly trade: string; readonly sibling: string } | null;
  readonly sources: readonly (readonly [description: string, kind: UnnamedSourceKind, plural: boolean])[];
  readonly media: readonly (readonly [words: string, medium: Medium])[];
  /** From Sunday on, as a statement is dated by them. */
  readonly weekdays: readonly string[];
  /** A sentence with somebody whom nobody can place: the slot `stranger`. */
  readonly strangers: readonly string[];
  readonly figures: FigureWords;
}
