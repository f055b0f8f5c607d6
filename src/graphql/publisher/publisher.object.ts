import { GraphQLURL } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { NodeInterface } from '../node/node.interface.js';

@ObjectType('Publisher', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: 'An outlet that publishes articles.',
})
export class PublisherObject extends NodeInterface {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => GraphQLURL, { nullable: true, description: 'Its address on the web.' })
  homepage!: string | null;
}
