import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { CostOf } from '../cost.js';

@ObjectType('PageInfo', { simpleResolvers: true, description: 'Where a page lies in its list.' })
export class PageInfoObject {
  @Field(() => Boolean, { description: 'Whether rows follow this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether rows precede this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first row; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last row; null on an empty page.' })
  endCursor!: string | null;
}

/**
 * Makes the pair of types of a Relay connection, `${name}Edge` and `${name}Connection`. What fills them is a
 * `Connection`; a resolver on the edge type can add fields to it.
 */
export function connectionType(name: string, node: () => ClassType<object>, nodes: string) {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One row of a list of ${nodes}.` })
  class EdgeObject {
    @Field(node, { description: 'What stands in this row.' })
    node!: object;

    @Field(() => String, { description: 'The place of this row in its list, for `after` and `before`.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of a list of ${nodes}.` })
  class ConnectionObject {
    @Field(() => [EdgeObject], { description: 'The rows of this page.' })
    edges!: EdgeObject[];

    @Field(() => [node()], { description: 'What stands in the rows of this page, for those who need no cursors.' })
    nodes!: object[];

    @Field(() => PageInfoObject, { description: 'Where this page lies in its list.' })
    pageInfo!: PageInfoObject;

    @Field(() => Int, { description: 'How many rows the whole list has; counted only when asked for.' })
    @CostOf(5)
    totalCount!: number;
  }

  return { Edge: EdgeObject, Connection: ConnectionObject };
}
