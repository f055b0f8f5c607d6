import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { InputError, OnRecordError } from '../domain/errors.js';

/** Codes of errors that are the request's own and come from graphql-js and Apollo Server with a message for its author. */
const REQUEST_CODES = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_NOT_REGISTERED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What graphql-js says where a query is nested deeper than its parser can follow. */
const TOO_DEEP = 'Maximum call stack size exceeded';

/** What a client gets to read of an error. */
interface Told {
  readonly message: string;
  readonly extensions: Readonly<Record<string, string>>;
}

/**
 * An error as a client gets to read it: what was wrong with the request in full, everything else only as a fact, since
 * the message may name what is none of a client's business.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const { message, extensions } = toldOf(formatted.message, codeOf(formatted), error) ?? withheld(error);
  return { message, ...(locations && { locations }), ...(path && { path }), extensions };
}

/** The causes of those errors of which a client reads no more than that something went wrong: what a log is to have. */
export function withheldCauses(errors: readonly GraphQLError[]): unknown[] {
  return errors
    .filter((error) => toldOf(error.message, codeOf(error), error) === undefined)
    .map((error) => unwrapResolverError(error));
}

/** What the request's author is told of an error that is the request's own; undefined for all others. */
function toldOf(message: string, code: string | undefined, error: unknown): Told | undefined {
  const cause = unwrapResolverError(error);
  if (cause instanceof OnRecordError && cause.code !== 'STORE_UNAVAILABLE') {
    const argument = cause instanceof InputError ? { argument: cause.argument } : {};
    return { message: cause.message, extensions: { code: cause.code, ...argument } };
  }
  if (code !== undefined && REQUEST_CODES.has(code)) {
    return { message: message.includes(TOO_DEEP) ? 'The query is nested too deeply.' : message, extensions: { code } };
  }
  if (isRefusedByExecution(cause)) return { message: cause.message, extensions: { code: 'BAD_USER_INPUT' } };
  return isRefusedByHttp(error) ? { message, extensions: { code: 'BAD_REQUEST' } } : undefined;
}

/** What graphql-js finds wrong with a request only while it executes it: an argument's value, a missing root type. */
function isRefusedByExecution(cause: unknown): cause is GraphQLError {
  return cause instanceof GraphQLError && cause.originalError === undefined && cause.nodes !== undefined;
}

/** What Apollo Server answers with a status of the client's own fault, but without a code, as it does for persisted queries. */
function isRefusedByHttp(error: unknown): boolean {
  if (!(error instanceof GraphQLError)) return false;
  const { http }: { http?: { readonly status?: number } } = error.extensions;
  return http?.status !== undefined && http.status >= 400 && http.status < 500;
}

function codeOf({ extensions }: Pick<GraphQLFormattedError, 'extensions'>): string | undefined {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : undefined;
}

function withheld(error: unknown): Told {
  const cause = unwrapResolverError(error);
  return cause instanceof OnRecordError
    ? { message: 'The store cannot answer at the moment.', extensions: { code: cause.code } }
    : { message: 'Internal server error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}
