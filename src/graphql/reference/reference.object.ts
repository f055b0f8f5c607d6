import { createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { type AnyId, typeOf } from '../../domain/identity.js';
import { type Reference, ReferenceStatus } from '../../domain/statement.js';
import { OrganizationObject } from '../organization/organization.object.js';
import { PersonObject } from '../person/person.object.js';
import { PlaceObject } from '../place/place.object.js';
import { TextSpanObject } from '../text/text-span.object.js';
import { TopicObject } from '../topic/topic.object.js';

registerEnumType(ReferenceStatus, {
  name: 'ReferenceStatus',
  description: 'Whether it is settled whom or what words refer to.',
  valuesConfig: {
    RESOLVED: { description: 'It is: the subject is given.' },
    AMBIGUOUS: { description: 'The text leaves it open between the candidates.' },
    UNKNOWN: { description: 'It is not, and nobody comes into question.' },
  },
});

export const SubjectUnion = createUnionType({
  name: 'Subject',
  description: 'Whoever or whatever is spoken of.',
  types: () => [PersonObject, OrganizationObject, PlaceObject, TopicObject] as const,
  resolveType: ({ id }) => typeOf(id as AnyId),
});

@ObjectType('Reference', {
  simpleResolvers: true,
  description: 'Words that refer to somebody or something, as far as the text settles to whom or what.',
})
export class ReferenceObject {
  @Field(() => ReferenceStatus, { description: 'Whether it is settled.' })
  status!: Reference['status'];

  @Field(() => [TextSpanObject], { description: 'Where the words stand.' })
  spans!: Reference['spans'];
}
