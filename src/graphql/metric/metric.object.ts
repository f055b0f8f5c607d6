import { Field, ObjectType } from 'type-graphql';
import { NodeInterface } from '../node/node.interface.js';

@ObjectType('Metric', { implements: NodeInterface, simpleResolvers: true, description: 'What is counted or measured.' })
export class MetricObject extends NodeInterface {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The unit it is usually given in.' })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: 'What exactly is counted or measured.' })
  definition!: string | null;
}
