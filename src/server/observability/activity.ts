import type { OpenSpan } from './tracing.js';

/** Where something happens: for which request, and within which span of its trace. */
export interface Scope {
  readonly activity: Activity;
  /** Undefined where nothing is traced. */
  readonly span: OpenSpan | undefined;
}

/** What one request does, as its log line, metrics and trace tell it. */
export class Activity implements Scope {
  readonly began = performance.now();
  /** Where it comes from. */
  readonly address: string;
  /** SQL statements that were run for it, and rows that they gave. */
  statements = 0;
  rows = 0;
  /** The operation, once it is known to be one of the schema’s; null for one without a name. */
  operation: { readonly name: string | null } | undefined;
  hash: string | undefined;
  cost: number | undefined;
  /** The codes of the errors in its answer. */
  codes: readonly string[] = [];
  /** Whether its query had to be parsed: it was not known. */
  isParsed = false;
  /** The span of the whole request. */
  readonly request: OpenSpan | undefined;
  /** The one that things happen within now. */
  span: OpenSpan | undefined;

  constructor(address: string, request: OpenSpan | undefined) {
    this.address = address;
    this.request = request;
    this.span = request;
  }

  get activity(): Activity {
    return this;
  }
}
