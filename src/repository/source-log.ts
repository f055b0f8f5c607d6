/** By what a server tells whether a document has changed (RFC 9110): what it said of it the last time. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** A file or address that was ingested: how many articles it had, and the fingerprint of what it was then. */
export interface IngestedSource {
  readonly source: string;
  readonly fingerprint: string;
  readonly documents: number;
}

/** What was ingested already, so that a batch that was ended goes on where it was and a feed is asked only for what is new. */
export interface SourceLog {
  /** What is known of each source; undefined for one that was not ingested whole. A desk notes them (`noteIngested`). */
  ingested(sources: readonly string[]): Promise<(IngestedSource | undefined)[]>;
  validatorsOf(url: string): Promise<Validators | undefined>;
  rememberFeed(url: string, validators: Validators): Promise<void>;
}
