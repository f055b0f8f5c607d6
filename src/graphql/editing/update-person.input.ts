import { GraphQLURL } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { RelationshipKind } from '../../domain/speaker.js';
import type { PersonUpdate } from '../../editing/update-person.js';
import { DateScalar } from '../date/date-scalars.js';
import '../person/person.object.js';
import { dayOf } from './input-fields.js';

@InputType('RoleInput', { description: 'What a person is or was.' })
export class RoleInputObject {
  @Field(() => String, { description: 'The title: “leader of …”, “spokeswoman”.' })
  title!: string;

  @Field(() => ID, { nullable: true, description: 'The organization in which the person has the role.' })
  organization?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day, where it is known.' })
  from?: Date | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day, where it is known.' })
  to?: Date | null;
}

@InputType('RelationshipInput', { description: 'What another person is to the one that is updated.' })
export class RelationshipInputObject {
  @Field(() => RelationshipKind, { description: 'What the other is: PARENT means the parent of the one updated.' })
  kind!: RelationshipKind;

  @Field(() => ID, { description: 'The other person, who gets the same relationship seen from there.' })
  person!: string;
}

@InputType('UpdatePersonInput', {
  description: 'What is right about a person. A field that is left out keeps what it has, and null clears it.',
})
export class UpdatePersonInput {
  @Field(() => ID, { description: 'The person.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The canonical name. The slug stays.' })
  name?: string | null;

  @Field(() => [String], { nullable: true, description: 'Other names that articles use, besides those known.' })
  addAliases?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Other names that are not the person’s.' })
  removeAliases?: string[] | null;

  @Field(() => GraphQLURL, {
    nullable: true,
    description: 'The person at Wikidata: https://www.wikidata.org/entity/Q….',
  })
  wikidata?: URL | null;

  @Field(() => [RoleInputObject], {
    nullable: true,
    description: 'All that the person is or was, in place of what is there; what stays keeps its evidence.',
  })
  roles?: RoleInputObject[] | null;

  @Field(() => [RelationshipInputObject], {
    nullable: true,
    description: 'Who everybody else is to the person, in place of what is there; what stays keeps its evidence.',
  })
  relationships?: RelationshipInputObject[] | null;

  @Field(() => String, { nullable: true, description: 'Why, for whoever reads the change.' })
  reason?: string | null;
}

export function toPersonUpdate(input: UpdatePersonInput): { id: string; reason: string | null; update: PersonUpdate } {
  const { id, reason = null, wikidata, roles, ...fields } = input;
  const update = {
    ...fields,
    wikidata: wikidata && String(wikidata),
    roles: roles?.map(({ title, organization = null, from, to }) => {
      return { title, organization, from: dayOf(from), to: dayOf(to) };
    }),
  };
  return { id, reason, update: roles === null ? { ...update, roles } : update };
}
