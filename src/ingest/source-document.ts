import type { DatePrecision } from '../domain/dates.js';
import { OnRecordError } from '../domain/errors.js';

/** When something was published: to the second, or to the day (then `at` is the day’s midnight in UTC). */
export interface Published {
  readonly at: Date;
  readonly precision: 'TIME' | 'DAY';
}

/** What an article is made of, as a reader finds it. All text is normalized (`normalizeText`): offsets begin here. */
export interface SourceDocument {
  /** Null where the document has none: the store then takes its first sentence. */
  readonly title: string | null;
  /** Paragraphs apart by one blank line. Never empty. */
  readonly text: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly bylines: readonly string[];
  readonly publishedAt: Date;
  readonly publishedPrecision: DatePrecision;
  /** BCP 47; `und` where unknown. */
  readonly language: string;
  readonly topics: readonly string[];
}

/** What somebody knows of a document beside what it says itself. */
export interface Known {
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  readonly bylines?: readonly string[] | undefined;
  readonly published?: Published | undefined;
  readonly language?: string | undefined;
  readonly topics?: readonly string[] | undefined;
}

/** What is to be read. Its kind is told by its bytes; the name and the content type help where they do not. */
export interface Source {
  readonly bytes: Uint8Array;
  /** The file’s name, or the address: what messages begin with. */
  readonly name: string;
  /** As HTTP gives it, with its charset. */
  readonly contentType?: string | undefined;
  /** Where it was fetched from; relative addresses start here. */
  readonly url?: string | undefined;
}

/** Why a document was refused. */
export type RefusalReason =
  | 'NO_PUBLISHER'
  | 'NO_DATE'
  | 'NO_TEXT'
  | 'UNREADABLE_DATE'
  | 'FUTURE_DATE'
  | 'PAYWALL'
  | 'WITHDRAWN'
  | 'EMPTY'
  | 'BINARY'
  | 'TOO_LARGE'
  | 'TOO_DEEP'
  | 'MALFORMED';

/** A document that cannot become an article; the message says where it is, what is wrong and what to do. */
export class Refusal extends OnRecordError {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, place: string, message: string) {
    super('BAD_USER_INPUT', `${place}: ${message}`);
    this.reason = reason;
  }
}

/** One thing that was found in a source. */
export type ReadResult =
  | { readonly kind: 'document'; readonly place: string; readonly document: SourceDocument }
  /** An item of a feed that has only a summary: `url` has to be fetched and read with `known` as what fills its gaps. */
  | { readonly kind: 'link'; readonly place: string; readonly url: string; readonly known: Known }
  | { readonly kind: 'refusal'; readonly place: string; readonly error: Refusal };
