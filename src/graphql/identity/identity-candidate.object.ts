import { Field, Float, ObjectType } from 'type-graphql';
import { connectionType } from '../connection/connection-type.js';

@ObjectType('IdentityCandidate', {
  simpleResolvers: true,
  description: 'Two people that may be one; an editor decides.',
})
export class IdentityCandidateObject {
  @Field(() => String, { description: 'What speaks for it and against it.' })
  why!: string;

  @Field(() => Float, { description: 'How much speaks for it, from 0 to 1.' })
  score!: number;
}

export const { Connection: IdentityCandidateConnection } = connectionType(
  'IdentityCandidate',
  () => IdentityCandidateObject,
  'people that may be one',
);
