/** A limit on what one request, or one client, may ask. docs/operations.md has the table. */
export interface Limit {
  /** The environment variable that sets it. */
  readonly variable: string;
  readonly fallback: number;
  /** The code of the error that tells of it. */
  readonly code: string;
  /** What it counts, as its error names it. */
  readonly counts: string;
  /** Whether `off` sets it to no limit. */
  readonly optional?: boolean;
}

/** What a document may be, whatever its variables are: looked at before it is validated, which costs the most for the worst. */
export const DOCUMENT_LIMITS = {
  tokens: { variable: 'ONRECORD_MAX_TOKENS', fallback: 5000, code: 'TOO_MANY_TOKENS', counts: 'tokens' },
  depth: { variable: 'ONRECORD_MAX_DEPTH', fallback: 16, code: 'QUERY_TOO_DEEP', counts: 'levels' },
  fields: { variable: 'ONRECORD_MAX_FIELDS', fallback: 1000, code: 'TOO_MANY_FIELDS', counts: 'fields' },
  aliases: { variable: 'ONRECORD_MAX_ALIASES', fallback: 100, code: 'TOO_MANY_ALIASES', counts: 'aliases' },
  rootFields: {
    variable: 'ONRECORD_MAX_ROOT_FIELDS',
    fallback: 20,
    code: 'TOO_MANY_ROOT_FIELDS',
    counts: 'root fields',
  },
  directives: { variable: 'ONRECORD_MAX_DIRECTIVES', fallback: 50, code: 'TOO_MANY_DIRECTIVES', counts: 'directives' },
} as const satisfies Readonly<Record<string, Limit>>;

/** What an operation may ask with its variables, how often, and how many may be answered at once. */
export const OPERATION_LIMITS = {
  cost: { variable: 'ONRECORD_MAX_COST', fallback: 25_000, code: 'QUERY_TOO_COSTLY', counts: 'units of cost' },
  time: { variable: 'ONRECORD_REQUEST_TIMEOUT', fallback: 10_000, code: 'REQUEST_TIMEOUT', counts: 'milliseconds' },
  store: {
    variable: 'ONRECORD_MAX_STORE_TIME',
    fallback: 400,
    code: 'STORE_TIME_EXCEEDED',
    counts: 'milliseconds of the store',
    optional: true,
  },
  rate: {
    variable: 'ONRECORD_RATE_LIMIT',
    fallback: 3_000_000,
    code: 'RATE_LIMITED',
    counts: 'units of cost a minute',
    optional: true,
  },
  inFlight: {
    variable: 'ONRECORD_MAX_IN_FLIGHT',
    fallback: 64,
    code: 'OVERLOADED',
    counts: 'requests that are answered at once',
  },
  lag: {
    variable: 'ONRECORD_MAX_LAG',
    fallback: 500,
    code: 'OVERLOADED',
    counts: 'milliseconds that the event loop lags',
    optional: true,
  },
} as const satisfies Readonly<Record<string, Limit>>;

export const LIMITS = { ...DOCUMENT_LIMITS, ...OPERATION_LIMITS };

/** The values of the limits; Infinity where one is off. */
export type LimitValues = { readonly [Name in keyof typeof LIMITS]: number };

export type DocumentLimitValues = { readonly [Name in keyof typeof DOCUMENT_LIMITS]: number };
