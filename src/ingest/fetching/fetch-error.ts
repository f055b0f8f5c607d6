import { OnRecordError } from '../../domain/errors.js';

/** Why an address gave no document; the message names the address and says what is wrong with it. */
export class FetchError extends OnRecordError {
  constructor(url: string, reason: string, options?: ErrorOptions) {
    super('BAD_USER_INPUT', `${url} cannot be fetched: ${reason}`, options);
  }

  /** The error for what a connection or a decompressor threw. */
  static from(url: string, error: unknown): FetchError {
    if (error instanceof FetchError) return error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const message = error instanceof Error ? error.message : String(error);
    const [, reason = `${message}.`] = REASONS.find(([codes]) => codes.test(code)) ?? [];
    return new FetchError(url, reason, { cause: error });
  }
}

const ENDED_EARLY = 'the connection ended before all was there.';

/** What the codes of Node’s errors mean to whoever gave the address. */
const REASONS: readonly (readonly [codes: RegExp, reason: string])[] = [
  [/^ENOTFOUND$/u, 'there is no such host.'],
  [/^EAI_/u, 'the name cannot be resolved at the moment.'],
  [/^ECONNREFUSED$/u, 'nothing listens there.'],
  [/^(?:EHOSTUNREACH|ENETUNREACH)$/u, 'no network leads there.'],
  [/^(?:ECONNRESET|EPIPE)$/u, 'the server closed the connection.'],
  [/^(?:ERR_STREAM_PREMATURE_CLOSE|Z_BUF_ERROR|HPE_INVALID_EOF_STATE)$/u, ENDED_EARLY],
  [/^(?:Z_|ERR_BROTLI|ERR__ERROR)/u, 'what it sends is not packed as the server says.'],
  [/^HPE_HEADER_OVERFLOW$/u, 'the server sends more headers than are read.'],
  [/^HPE_/u, 'the server does not speak HTTP.'],
];
