import { Field, ObjectType } from 'type-graphql';
import { NamedInterface, NodeInterface } from '../node/node.interface.js';

@ObjectType('Topic', {
  implements: [NodeInterface, NamedInterface],
  simpleResolvers: true,
  description: 'Something that articles are about.',
})
export class TopicObject extends NodeInterface {
  @Field(() => String, { description: 'Its name.' })
  name!: string;
}
