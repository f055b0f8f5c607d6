import type { GraphQLFieldResolver } from 'graphql';
import type { RequestContext } from '../context.js';

export type Arguments = Readonly<Record<string, unknown>>;

/** Answers a field for one parent. */
export type Bound = (source: unknown, context: RequestContext) => unknown;

/**
 * Makes of a field’s arguments what answers it for any parent. It is asked once for all parents that have the same arguments,
 * and, where no variable is among them, once for all requests: it keeps nothing of one.
 */
export type Bind = (args: Arguments) => Bound;

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

const BIND = Symbol('bind');

/** A resolver as graphql-js calls it, which tells what it binds. */
export function resolverOf(bind: Bind): Resolver {
  const resolve: Resolver = (source, args, context) => bind(args)(source, context);
  return Object.assign(resolve, { [BIND]: bind });
}

/** What a resolver binds; undefined for one that has to be called with everything that graphql-js gives. */
export function bindOf(resolve: Resolver | undefined): Bind | undefined {
  const bind: unknown = resolve && Reflect.get(resolve, BIND);
  return typeof bind === 'function' ? (bind as Bind) : undefined;
}
