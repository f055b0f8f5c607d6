import { GraphQLURL } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { type Organization, OrganizationKind } from '../../domain/speaker.js';
import { NamedInterface, NodeInterface } from '../node/node.interface.js';

registerEnumType(OrganizationKind, {
  name: 'OrganizationKind',
  description: 'What kind of organization it is.',
  valuesConfig: {
    GOVERNMENT: { description: 'A government or one of its offices; also a state that speaks.' },
    NEWS_AGENCY: { description: 'A news agency or outlet.' },
    COMPANY: { description: 'A company.' },
    MILITARY: { description: 'Armed forces.' },
    PARTY: { description: 'A political party.' },
    INTERNATIONAL: { description: 'An organization of several states.' },
    OTHER: { description: 'Any other organization.' },
  },
});

@ObjectType('Organization', {
  implements: [NodeInterface, NamedInterface],
  simpleResolvers: true,
  description: 'A body that speaks, is spoken of, or has people.',
})
export class OrganizationObject extends NodeInterface {
  @Field(() => String, { description: 'A readable name for use in an address, unique among organizations.' })
  slug!: string;

  @Field(() => String, { description: 'The canonical name.' })
  name!: string;

  @Field(() => [String], { description: 'Other names that articles use.' })
  aliases!: Organization['aliases'];

  @Field(() => OrganizationKind, { description: 'What kind of organization it is.' })
  organizationKind!: Organization['organizationKind'];

  @Field(() => GraphQLURL, { nullable: true, description: 'Its Wikidata URI.' })
  wikidata!: string | null;
}
