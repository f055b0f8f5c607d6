import {
  type GraphQLAbstractType,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  isAbstractType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import type { Scope } from '../domain/actor.js';
import { authorizeAll } from './authorization.js';
import type { RequestContext } from './context.js';
import { type Arguments, type Bind, type Bound, resolverOf } from './execution/bind.js';

type Storage = ReturnType<typeof getMetadataStorage>;
type ResolverMetadata = Storage['queries'][number];
type ParameterMetadata = NonNullable<ResolverMetadata['params']>[number];
type Method = (...parameters: unknown[]) => unknown;

/** Gives one parameter of a resolver’s method; arguments are looked at only when one is made. */
type Parameter = (args: Arguments) => (source: unknown, context: RequestContext) => unknown;

/**
 * Puts in the place of type-graphql’s wrappers around resolvers what calls their methods at once. A wrapper does at each
 * call what is the same for all parents of a list: it sorts the parameters, makes an instance of the class of arguments and
 * looks whether one of its values is a promise.
 */
export function makeLean(schema: GraphQLSchema): void {
  const storage = getMetadataStorage();
  const handlers = handlersOf(storage);
  const instances = new Map<unknown, object>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = typeResolverOf(type, storage) ?? type.resolveType;
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const metadata = handlers.get(`${type.name}.${field.name}`);
      const bind = metadata && bindOf(metadata, instances);
      if (bind !== undefined) field.resolve = resolverOf(bind);
    }
  }
}

/** The resolvers by the fields that they answer, as `Type.field`. */
function handlersOf(storage: Storage): ReadonlyMap<string, ResolverMetadata> {
  const handlers = new Map<string, ResolverMetadata>();
  for (const query of storage.queries) handlers.set(`Query.${query.schemaName}`, query);
  const names = new Map<unknown, string>(storage.objectTypes.map(({ target, name }) => [target, name]));
  for (const resolver of storage.fieldResolvers) {
    const name = names.get(resolver.getObjectType?.());
    if (name !== undefined && resolver.kind === 'external') {
      handlers.set(`${name}.${resolver.schemaName}`, resolver as unknown as ResolverMetadata);
    }
  }
  return handlers;
}

function bindOf(metadata: ResolverMetadata, instances: Map<unknown, object>): Bind | undefined {
  const { target, methodName, params = [], roles, middlewares = [] } = metadata;
  if (middlewares.length > 0) return undefined;
  const parameters = params.toSorted((a, b) => a.index - b.index).map(parameterOf);
  if (!parameters.every((parameter) => parameter !== undefined)) return undefined;
  const instance = instances.get(target) ?? (Reflect.construct(target, []) as object);
  instances.set(target, instance);
  const method: Method = Reflect.get(instance, methodName);
  const bind = bindMethod(instance, method, parameters);
  return roles === undefined ? bind : (args) => authorized(bind(args), roles);
}

function authorized(bound: Bound, scopes: readonly Scope[]): Bound {
  return (source, context) => {
    authorizeAll(context, scopes);
    return bound(source, context);
  };
}

/** Calls of a method; those with few parameters, which nearly all have, without a list of them. */
function bindMethod(instance: object, method: Method, parameters: readonly Parameter[]): Bind {
  return (args) => {
    const [first, second, third, ...more] = parameters.map((parameter) => parameter(args));
    if (first === undefined) return () => method.call(instance);
    if (second === undefined) return (source, context) => method.call(instance, first(source, context));
    if (third === undefined) {
      return (source, context) => method.call(instance, first(source, context), second(source, context));
    }
    return (source, context) =>
      method.call(
        instance,
        first(source, context),
        second(source, context),
        third(source, context),
        ...more.map((parameter) => parameter(source, context)),
      );
  };
}

/** Undefined for the kinds of parameters that no resolver here has. */
function parameterOf(parameter: ParameterMetadata): Parameter | undefined {
  switch (parameter.kind) {
    case 'root':
      return parameter.propertyName === undefined && parameter.getType === undefined
        ? () => (source) => source
        : undefined;
    case 'context':
      return parameter.propertyName === undefined ? () => (_, context) => context : undefined;
    case 'arg':
      return (args) => {
        const value = args[parameter.name];
        return () => value;
      };
    case 'args': {
      const { prototype }: { readonly prototype: object } = parameter.getType() as never;
      return (args) => {
        const instance = Object.assign(Object.create(prototype), args);
        return () => instance;
      };
    }
    default:
      return undefined;
  }
}

/** What the class of an abstract type says of its values: type-graphql awaits it, though it knows the answer at once. */
function typeResolverOf(
  type: GraphQLAbstractType,
  { interfaceTypes, unions }: Storage,
): GraphQLTypeResolver<unknown, RequestContext> | undefined {
  const metadata = (isInterfaceType(type) ? interfaceTypes : unions).find(({ name }) => name === type.name);
  return metadata?.resolveType as GraphQLTypeResolver<unknown, RequestContext> | undefined;
}
