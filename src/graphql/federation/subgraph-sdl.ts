import {
  type ConstDirectiveNode,
  type GraphQLSchema,
  Kind,
  lexicographicSortSchema,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql';
import { isEntityType } from './entities.js';

/**
 * The specification that the directives below are of. The first of version 2 has them all, so that gateways and registries
 * of any later one can read it.
 */
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key", "@shareable"])';

/**
 * The types that other subgraphs define just so and may answer in our stead. Relay prescribes the fields of PageInfo, so
 * whoever has connections has it, and what it says lies in it. Everything else that we define is ours to answer, and two
 * subgraphs that both did would contradict each other unnoticed.
 */
const SHAREABLE = new Set(['PageInfo']);

/** The SDL from which a gateway composes its supergraph: that of the schema, with what federation has to know of its types. */
export function printSubgraph(schema: GraphQLSchema): string {
  const document = visit(parse(printSchema(lexicographicSortSchema(schema))), {
    ObjectTypeDefinition: (node) => ({ ...node, directives: directivesOf(node) }),
  });
  return `${LINK}\n\n${print(document)}\n`;
}

function directivesOf({ name: { value: name }, directives = [] }: ObjectTypeDefinitionNode): ConstDirectiveNode[] {
  return [
    ...directives,
    ...(isEntityType(name) ? [directive('key', { fields: 'id' })] : []),
    ...(SHAREABLE.has(name) ? [directive('shareable')] : []),
  ];
}

function directive(name: string, args: Readonly<Record<string, string>> = {}): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: Object.entries(args).map(([argument, value]) => ({
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: argument },
      value: { kind: Kind.STRING, value },
    })),
  };
}
