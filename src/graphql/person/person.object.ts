import { GraphQLURL } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MOST_EVIDENCE, type Person, type Relationship, RelationshipKind, type Role } from '../../domain/speaker.js';
import { DateScalar } from '../date/date-scalars.js';
import { NamedInterface, NodeInterface } from '../node/node.interface.js';
import { TextSpanObject } from '../text/text-span.object.js';

registerEnumType(RelationshipKind, {
  name: 'RelationshipKind',
  description: 'What one person is to another.',
  valuesConfig: {
    SIBLING: { description: 'Brother or sister.' },
    PARENT: { description: 'Father or mother.' },
    CHILD: { description: 'Son or daughter.' },
    SPOUSE: { description: 'Husband or wife.' },
    COLLEAGUE: { description: 'Somebody of the same organization.' },
    OTHER: { description: 'Any other relationship.' },
  },
});

@ObjectType('Person', {
  implements: [NodeInterface, NamedInterface],
  simpleResolvers: true,
  description: 'One real person, whatever the articles call them. Two people who share a surname are two people.',
})
export class PersonObject extends NodeInterface {
  @Field(() => String, { description: 'A readable name for use in an address, unique among people.' })
  slug!: string;

  @Field(() => String, { description: 'The canonical name.' })
  name!: string;

  @Field(() => [String], { description: 'Other names that articles use.' })
  aliases!: Person['aliases'];

  @Field(() => [ID], { description: 'The ids of people who were merged into this one; they go on answering.' })
  formerIds!: Person['formerIds'];

  @Field(() => GraphQLURL, { nullable: true, description: 'The person’s Wikidata URI.' })
  wikidata!: string | null;
}

@ObjectType('CoSpeaker', {
  simpleResolvers: true,
  description: 'Somebody who is quoted in the same articles as the one asked about.',
})
export class CoSpeakerObject {
  @Field(() => Int, { description: 'In how many articles both are quoted.' })
  articleCount!: number;
}

@ObjectType('Role', { simpleResolvers: true, description: 'What a person is or was, as articles say it.' })
export class RoleObject {
  @Field(() => String, { description: 'The title: “leader of …”, “spokeswoman”.' })
  title!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day, where it is known.' })
  from!: Role['from'];

  @Field(() => DateScalar, { nullable: true, description: 'The last day, where it is known.' })
  to!: Role['to'];

  @Field(() => [TextSpanObject], { description: `Where articles say it; the first ${MOST_EVIDENCE} places.` })
  evidence!: Role['evidence'];
}

@ObjectType('Relationship', { simpleResolvers: true, description: 'What another person is to the one asked about.' })
export class RelationshipObject {
  @Field(() => RelationshipKind, { description: 'What the other is: PARENT means the parent of the one asked about.' })
  kind!: Relationship['kind'];

  @Field(() => [TextSpanObject], { description: `Where articles say it; the first ${MOST_EVIDENCE} places.` })
  evidence!: Relationship['evidence'];
}
