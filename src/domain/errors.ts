/** What went wrong, for whoever has to act on it: the words a client may switch on. */
export type ErrorCode =
  /** What the caller sent cannot be used: a malformed id, a bad page size, a broken seed file. */
  | 'BAD_USER_INPUT'
  /** What the caller sent contradicts what is stored. */
  | 'CONFLICT'
  /** What the caller asks takes an API key, and none came or one that opens nothing. */
  | 'UNAUTHENTICATED'
  /** What the caller asks takes a scope that the API key does not have. */
  | 'FORBIDDEN'
  /** What the caller asks takes longer than it may. */
  | 'REQUEST_TIMEOUT'
  /** What the caller asks makes the store work longer than it may. */
  | 'STORE_TIME_EXCEEDED'
  /** The store cannot be used as it is: not a store, of a newer version, locked or read-only. */
  | 'STORE_UNAVAILABLE';

/** An error with a cause that the reader of its message can remove. Everything else that is thrown is a defect. */
export class OnRecordError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** An argument or input field that cannot be used; `argument` names it as the caller wrote it. */
export class InputError extends OnRecordError {
  readonly argument: string;

  constructor(argument: string, message: string) {
    super('BAD_USER_INPUT', message);
    this.argument = argument;
  }
}

/** A record that contradicts itself or the text it claims to come from. */
export class InvariantError extends OnRecordError {
  constructor(message: string) {
    super('BAD_USER_INPUT', message);
  }
}
