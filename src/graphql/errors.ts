import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { InputError, OnRecordError } from '../domain/errors.js';
import type { RequestContext } from './context.js';

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
  'QUERY_TOO_COSTLY',
  'RATE_LIMITED',
]);

/** What an error of one of these codes tells besides, by name. */
const TOLD_BESIDES = ['cost', 'limit'];

/** What graphql-js says where a query is nested deeper than its parser can follow. */
const TOO_DEEP = 'Maximum call stack size exceeded';

/** What is looked at of an error, before and after Apollo Server has written it down. */
type Formatted = Pick<GraphQLFormattedError, 'message'> & {
  readonly extensions?: GraphQLFormattedError['extensions'] | undefined;
};

/** What a client gets to read of an error. */
interface Told {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Under which id the log has an error. Apollo Server formats errors without the request that they belong to. */
const REPORTED_AS = new WeakMap<object, string>();

/**
 * An error as a client gets to read it: what was wrong with the request in full, everything else only as a fact, since
 * the message may name what is none of a client's business, and with the id under which the log has it.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const { message, extensions } = toldOf(formatted, error) ?? withheld(error);
  return { message, ...(locations && { locations }), ...(path && { path }), extensions };
}

/** Tells the log of those errors of which a client reads no more than that something went wrong. */
export function reportWithheld(errors: readonly GraphQLError[], { report }: Pick<RequestContext, 'report'>): void {
  for (const error of errors) {
    if (toldOf(error, error) !== undefined) continue;
    const id = report(unwrapResolverError(error));
    if (id !== undefined) REPORTED_AS.set(error, id);
  }
}

/** What the request's author is told of an error that is the request's own; undefined for all others. */
function toldOf({ message, extensions }: Formatted, error: unknown): Told | undefined {
  const code = codeOf({ extensions });
  const cause = unwrapResolverError(error);
  if (cause instanceof OnRecordError && cause.code !== 'STORE_UNAVAILABLE') {
    const argument = cause instanceof InputError ? { argument: cause.argument } : {};
    return { message: cause.message, extensions: { code: cause.code, ...argument } };
  }
  if (code !== undefined && REQUEST_CODES.has(code)) {
    const besides = Object.entries(extensions ?? {}).filter(([name]) => TOLD_BESIDES.includes(name));
    const told = message.includes(TOO_DEEP) ? 'The query is nested too deeply.' : message;
    return { message: told, extensions: { code, ...Object.fromEntries(besides) } };
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

function codeOf({ extensions }: Pick<Formatted, 'extensions'>): string | undefined {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : undefined;
}

function withheld(error: unknown): Told {
  const cause = unwrapResolverError(error);
  const requestId = error instanceof Error ? REPORTED_AS.get(error) : undefined;
  const reported = requestId === undefined ? {} : { requestId };
  return cause instanceof OnRecordError
    ? { message: 'The store cannot answer at the moment.', extensions: { code: cause.code, ...reported } }
    : { message: 'Internal server error.', extensions: { code: 'INTERNAL_SERVER_ERROR', ...reported } };
}
