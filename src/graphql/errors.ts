import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { InputError, OnRecordError } from '../domain/errors.js';

/** Codes of errors that are the request's own and come from graphql-js and Apollo Server with a message for its author. */
const REQUEST_CODES = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * What a client gets to read of an error: what was wrong with the request in full, everything else only as a fact, since
 * the message may name what is none of a client's business. `report` is told of what is withheld.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  report: (error: unknown) => void,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const place = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  if (cause instanceof OnRecordError && cause.code !== 'STORE_UNAVAILABLE') {
    const argument = cause instanceof InputError ? { argument: cause.argument } : {};
    return { message: cause.message, ...place, extensions: { code: cause.code, ...argument } };
  }
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && REQUEST_CODES.has(code)) {
    return { message: formatted.message, ...place, extensions: { code } };
  }
  // An argument that a scalar refuses while a field is being executed is still the request's own fault.
  if (cause instanceof GraphQLError && cause.originalError === undefined && code === undefined) {
    return { message: cause.message, ...place, extensions: { code: 'BAD_USER_INPUT' } };
  }
  report(cause);
  return cause instanceof OnRecordError
    ? { message: 'The store cannot answer at the moment.', ...place, extensions: { code: cause.code } }
    : { message: 'Internal server error.', ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}
