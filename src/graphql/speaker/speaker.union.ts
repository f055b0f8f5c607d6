import { createUnionType } from 'type-graphql';
import { type AnyId, typeOf } from '../../domain/identity.js';
import { OrganizationObject } from '../organization/organization.object.js';
import { PersonObject } from '../person/person.object.js';
import { UnnamedSourceObject } from '../unnamed-source/unnamed-source.object.js';

export const SpeakerUnion = createUnionType({
  name: 'Speaker',
  description: 'Whoever says or writes something.',
  types: () => [PersonObject, OrganizationObject, UnnamedSourceObject] as const,
  resolveType: ({ id }) => typeOf(id as AnyId),
});
