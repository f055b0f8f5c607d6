import {
  type GraphQLFieldConfigMap,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  isObjectType,
} from 'graphql';
import { InputError } from '../../domain/errors.js';
import { typeOfId } from '../../domain/identity.js';
import { loadNode } from '../../loaders/node.js';
import type { RequestContext } from '../context.js';
import { resolverOf } from '../execution/bind.js';
import { ENTITY_TYPES, type EntityId } from './entities.js';
import { parseRepresentation } from './representation.js';
import { printSubgraph } from './subgraph-sdl.js';

/** As many as a page has at most: what a gateway asks for is what the rows of a page point to. */
const MAX_REPRESENTATIONS = 100;

/** The schema as a subgraph of Apollo Federation 2: with the two fields by which a gateway reads it and asks it for entities. */
export function createSubgraph(schema: GraphQLSchema): GraphQLSchema {
  const { query, types, ...config } = schema.toConfig();
  if (!query) throw new Error('A schema without a query cannot be a subgraph.');
  const { fields, ...root } = query.toConfig();
  return new GraphQLSchema({
    ...config,
    query: new GraphQLObjectType({ ...root, fields: { ...fields, ...federationFields(schema) } }),
    types: types.filter((type) => type !== query),
  });
}

function federationFields(schema: GraphQLSchema): GraphQLFieldConfigMap<unknown, RequestContext> {
  return {
    _service: {
      description: 'What a gateway reads of this subgraph to compose its supergraph.',
      type: new GraphQLNonNull(serviceType(schema)),
      resolve: resolverOf(() => () => ({})),
    },
    _entities: {
      description: 'Whatever each of the representations stands for, in their order; null where nothing has the id.',
      type: new GraphQLNonNull(new GraphQLList(entityUnion(schema))),
      args: {
        representations: {
          description: `Objects with the \`__typename\` and the \`id\` of an entity; at most ${MAX_REPRESENTATIONS}.`,
          type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(REPRESENTATION))),
        },
      },
      resolve: resolverOf((args) => (_root, { loaders }) => {
        const { representations } = args as { readonly representations: readonly unknown[] };
        if (representations.length > MAX_REPRESENTATIONS)
          throw new InputError(
            'representations',
            `The argument \`representations\` takes at most ${MAX_REPRESENTATIONS}, but has ${representations.length}.`,
          );
        // Each fails by itself: a gateway asks at once for what has nothing to do with each other.
        return representations.map(async (representation, index) =>
          loadNode(loaders, parseRepresentation(`representations[${index}]`, representation, schema)),
        );
      }),
    },
  };
}

function serviceType(schema: GraphQLSchema): GraphQLObjectType {
  const sdl = printSubgraph(schema);
  return new GraphQLObjectType({
    name: '_Service',
    description: 'What a gateway has to know of a subgraph.',
    fields: {
      sdl: {
        description: 'The schema with the directives of federation.',
        type: new GraphQLNonNull(GraphQLString),
        resolve: resolverOf(() => () => sdl),
      },
    },
  });
}

function entityUnion(schema: GraphQLSchema): GraphQLUnionType {
  return new GraphQLUnionType({
    name: '_Entity',
    description: 'What other subgraphs know by its id.',
    types: ENTITY_TYPES.map((name) => schema.getType(name)).filter(isObjectType),
    resolveType: ({ id }: { readonly id: EntityId }) => typeOfId(id),
  });
}

const REPRESENTATION = new GraphQLScalarType({
  name: '_Any',
  description: 'What stands for an entity: an object with its `__typename` and its key.',
});
