import { ArgsType, Field } from 'type-graphql';
import { StatementRelationKind } from '../../domain/statement.js';
import type { RelationFilter } from '../../repository/filters.js';
import { ListArguments } from '../connection/page-arguments.js';
import './statement-relation.object.js';

@ArgsType()
export class RelationArguments extends ListArguments {
  @Field(() => [StatementRelationKind], { nullable: true, description: 'Only relations of these kinds.' })
  kinds?: StatementRelationKind[] | null;

  get filter(): RelationFilter {
    return this.kinds == null ? {} : { kinds: this.kinds };
  }
}
