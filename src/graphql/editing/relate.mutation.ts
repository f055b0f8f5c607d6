import { Arg, Authorized, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Scope } from '../../domain/actor.js';
import { StatementRelationKind } from '../../domain/statement.js';
import { relateStatements, unrelateStatements } from '../../editing/relate-statements.js';
import type { RequestContext } from '../context.js';
import { StatementRelationObject } from '../relation/statement-relation.object.js';
import { EditPayload } from './edit-payload.js';
import { makeEdit } from './make-edit.js';

@InputType('RelateStatementsInput', { description: 'What one statement does to another.' })
class RelateStatementsInput {
  @Field(() => ID, { description: 'The statement that does it.' })
  from!: string;

  @Field(() => StatementRelationKind, { description: 'What it does.' })
  kind!: StatementRelationKind;

  @Field(() => ID, { description: 'The statement that it is done to.' })
  to!: string;

  @Field(() => ID, { nullable: true, description: 'The one figure of `to` that it is done to.' })
  toStatistic?: string | null;

  @Field(() => String, { nullable: true, description: 'Why, for whoever reads the change.' })
  reason?: string | null;
}

@InputType('UnrelateStatementsInput', { description: 'Which relation is taken back.' })
class UnrelateStatementsInput {
  @Field(() => ID, { description: 'The relation.' })
  relation!: string;

  @Field(() => String, { nullable: true, description: 'Why, for whoever reads the change.' })
  reason?: string | null;
}

@ObjectType('RelateStatementsPayload', { simpleResolvers: true, description: 'What came of relating two statements.' })
class RelateStatementsPayload extends EditPayload {
  @Field(() => StatementRelationObject, { nullable: true, description: 'The relation.' })
  relation!: object | null;
}

@ObjectType('UnrelateStatementsPayload', { simpleResolvers: true, description: 'What came of taking a relation back.' })
class UnrelateStatementsPayload extends EditPayload {}

@Resolver()
export class RelateMutation {
  @Authorized<Scope>('edit')
  @Mutation(() => RelateStatementsPayload, {
    nullable: true,
    description: 'Says what one statement does to another. Takes the scope “edit”.',
  })
  async relateStatements(
    @Arg('input', () => RelateStatementsInput, { description: 'Which, and how.' }) input: RelateStatementsInput,
    @Ctx() context: RequestContext,
  ) {
    const { reason = null, ...relation } = input;
    const outcome = await makeEdit(context, (...by) => relateStatements(...by, { ...relation, reason }));
    return { ...outcome, relation: () => outcome.result && context.loaders.relationById.load(outcome.result) };
  }

  @Authorized<Scope>('edit')
  @Mutation(() => UnrelateStatementsPayload, {
    nullable: true,
    description:
      'Takes a relation back: an editor’s own is gone, one that was found in the text is rejected for good. Takes the scope “edit”.',
  })
  unrelateStatements(
    @Arg('input', () => UnrelateStatementsInput, { description: 'Which.' }) input: UnrelateStatementsInput,
    @Ctx() context: RequestContext,
  ) {
    const { relation, reason = null } = input;
    return makeEdit(context, (...by) => unrelateStatements(...by, { relation, reason }));
  }
}
