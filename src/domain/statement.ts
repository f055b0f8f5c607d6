import type { SubjectId } from './article.js';
import type { ResolvedDate } from './dates.js';
import { type Id, makeId } from './identity.js';
import type { Provenance, Standing } from './provenance.js';
import type { TextSpan } from './span.js';
import type { SpeakerId } from './speaker.js';

export const StatementKind = { DIRECT: 'DIRECT', INDIRECT: 'INDIRECT', MIXED: 'MIXED' } as const;
export type StatementKind = keyof typeof StatementKind;

export const SpeakerStatus = { NAMED: 'NAMED', UNNAMED: 'UNNAMED', AMBIGUOUS: 'AMBIGUOUS', ABSENT: 'ABSENT' } as const;
export type SpeakerStatus = keyof typeof SpeakerStatus;

export const StatementForce = {
  STATED: 'STATED',
  CLAIMED: 'CLAIMED',
  CONFIRMED: 'CONFIRMED',
  DENIED: 'DENIED',
  DOUBTED: 'DOUBTED',
  ASKED: 'ASKED',
  PROMISED: 'PROMISED',
  WARNED: 'WARNED',
  THOUGHT: 'THOUGHT',
  OTHER: 'OTHER',
} as const;
export type StatementForce = keyof typeof StatementForce;

export const Medium = {
  LETTER: 'LETTER',
  WRITTEN_STATEMENT: 'WRITTEN_STATEMENT',
  PRESS_BRIEFING: 'PRESS_BRIEFING',
  INTERVIEW: 'INTERVIEW',
  SPEECH: 'SPEECH',
  SOCIAL_MEDIA: 'SOCIAL_MEDIA',
  REPORT: 'REPORT',
  DOCUMENT: 'DOCUMENT',
  OTHER: 'OTHER',
} as const;
export type Medium = keyof typeof Medium;

/** Words between quotation marks, and whose they are: in a nested statement often the reporter's, not the author's. */
export interface Quotation {
  readonly span: TextSpan;
  readonly wordsOfId: Id<'Statement'> | null;
}

export const ReferenceStatus = { RESOLVED: 'RESOLVED', AMBIGUOUS: 'AMBIGUOUS', UNKNOWN: 'UNKNOWN' } as const;
export type ReferenceStatus = keyof typeof ReferenceStatus;

/** Words that refer to somebody or something: settled (RESOLVED), left open between candidates (AMBIGUOUS) or not known. */
export interface Reference {
  readonly status: ReferenceStatus;
  readonly subjectId: SubjectId | null;
  readonly candidateIds: readonly SubjectId[];
  readonly spans: readonly TextSpan[];
}

/** Something that somebody is reported to have said or written, as one article reports it. */
export interface Statement {
  readonly id: Id<'Statement'>;
  readonly articleId: Id<'Article'>;
  readonly revisionId: Id<'ArticleRevision'>;
  readonly kind: StatementKind;
  /** The content spans joined by " … ". */
  readonly text: string;
  /** The content; in the order of the text, at least one. */
  readonly spans: readonly TextSpan[];
  readonly quotations: readonly Quotation[];
  readonly speakerId: SpeakerId | null;
  readonly speakerStatus: SpeakerStatus;
  readonly speakerCandidateIds: readonly SpeakerId[];
  /** The words that name the speaker. */
  readonly speakerSpans: readonly TextSpan[];
  /** The role that this article gives the speaker. */
  readonly speakerRole: string | null;
  readonly cueSpans: readonly TextSpan[];
  readonly force: StatementForce;
  readonly medium: Medium | null;
  readonly mediumText: string | null;
  readonly said: ResolvedDate | null;
  /** The statement that reports this one, of the same article. */
  readonly parentId: Id<'Statement'> | null;
  readonly about: readonly Reference[];
  readonly utteranceId: Id<'Utterance'>;
  readonly standing: Standing;
  readonly lastChange: string | null;
  readonly provenance: Provenance;
}

/** One act of speech or writing, however many articles report it. */
export interface Utterance {
  readonly id: Id<'Utterance'>;
}

export const StatementRelationKind = {
  CONFIRMS: 'CONFIRMS',
  DISPUTES: 'DISPUTES',
  DOUBTS: 'DOUBTS',
  DENIES: 'DENIES',
  RESPONDS_TO: 'RESPONDS_TO',
  REPEATS: 'REPEATS',
  CORRECTS: 'CORRECTS',
} as const;
export type StatementRelationKind = keyof typeof StatementRelationKind;

export const RelationBasis = { STATED: 'STATED', EDITOR: 'EDITOR', INFERRED: 'INFERRED' } as const;
export type RelationBasis = keyof typeof RelationBasis;

/** What one statement does to another, or to one figure in it. */
export interface StatementRelation {
  readonly id: Id<'StatementRelation'>;
  readonly kind: StatementRelationKind;
  readonly fromId: Id<'Statement'>;
  readonly toId: Id<'Statement'>;
  readonly toStatisticId: Id<'Statistic'> | null;
  readonly basis: RelationBasis;
  /** Where the text says so, if it does. */
  readonly span: TextSpan | null;
  readonly provenance: Provenance;
}

/** A statement's identity: its article, its content when first stored, and which of several equal ones it is (0 for the first). */
export function statementId(article: Id<'Article'>, text: string, ordinal: number): Id<'Statement'> {
  return makeId('Statement', article, text, ordinal);
}

/** An utterance's identity: the first statement known to report it. */
export function utteranceId(first: Id<'Statement'>): Id<'Utterance'> {
  return makeId('Utterance', first);
}

export function relationId(
  kind: StatementRelationKind,
  from: Id<'Statement'>,
  to: Id<'Statement'>,
  figure: Id<'Statistic'> | null,
): Id<'StatementRelation'> {
  return makeId('StatementRelation', kind, from, to, figure ?? '');
}

/** The text of a statement: its content spans, joined by an ellipsis where there are several. */
export function statementText(spans: readonly TextSpan[]): string {
  return spans.map((span) => span.text).join(' … ');
}

/** The kinds of relation by which one statement calls another, or a figure in it, into question. */
export const DISPUTING_KINDS = ['DISPUTES', 'DOUBTS', 'DENIES'] as const satisfies readonly StatementRelationKind[];

/**
 * The kind that its quotations make a statement: DIRECT when all of its words are quoted, INDIRECT when none are. White
 * space, punctuation and quotation marks belong to either; content without a word is what its marks say. Words that are
 * credited to another statement do not count: where a reporter is quoted on what a letter says, nobody quotes the letter.
 */
export function kindOf({ id, spans, quotations }: Pick<Statement, 'id' | 'spans' | 'quotations'>): StatementKind {
  const own = quotations.filter(({ wordsOfId }) => wordsOfId === null || wordsOfId === id);
  if (own.length === 0) return 'INDIRECT';
  const quoted = (offset: number) => own.some(({ span }) => offset >= span.start && offset < span.end);
  const letters = spans.flatMap((span) =>
    [...span.text.matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => span.start + index),
  );
  if (letters.every(quoted)) return 'DIRECT';
  return letters.some(quoted) ? 'MIXED' : 'INDIRECT';
}
