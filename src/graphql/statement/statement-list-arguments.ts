import { ArgsType, Field, registerEnumType } from 'type-graphql';
import { StatementOrder } from '../../repository/orders.js';
import { PageArguments } from '../connection/page-arguments.js';
import { StatementFilterInput, toStatementFilter } from './statement-filter.input.js';

registerEnumType(StatementOrder, {
  name: 'StatementOrder',
  description: 'How statements are put in order; ties go by id.',
  valuesConfig: {
    SAID_AT_DESC: { description: 'The latest said first, those without a date last.' },
    SAID_AT_ASC: { description: 'The earliest said first, those without a date last.' },
    POSITION_ASC: { description: 'By article, then by place in the text.' },
  },
});

/** The filter of a list of statements; their order has another default in an article than elsewhere. */
@ArgsType()
class FilteredStatements extends PageArguments {
  @Field(() => StatementFilterInput, { nullable: true, description: 'Only these.' })
  filter?: StatementFilterInput | null;
}

@ArgsType()
export class StatementListArguments extends FilteredStatements {
  @Field(() => StatementOrder, {
    nullable: true,
    defaultValue: StatementOrder.SAID_AT_DESC,
    description: 'In which order.',
  })
  orderBy?: StatementOrder | null;

  get list() {
    return { order: this.orderBy ?? StatementOrder.SAID_AT_DESC, filter: toStatementFilter(this.filter) };
  }
}

@ArgsType()
export class ArticleStatementArguments extends FilteredStatements {
  @Field(() => StatementOrder, {
    nullable: true,
    defaultValue: StatementOrder.POSITION_ASC,
    description: 'In which order.',
  })
  orderBy?: StatementOrder | null;

  get list() {
    return { order: this.orderBy ?? StatementOrder.POSITION_ASC, filter: toStatementFilter(this.filter) };
  }
}
