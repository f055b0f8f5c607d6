import { Field, ID, InputType, Int } from 'type-graphql';
import { DatePrecision } from '../../domain/dates.js';
import type { DateInput } from '../../editing/date-input.js';
import { DateScalar } from '../date/date-scalars.js';
import '../date/resolved-date.object.js';

@InputType('SpanInput', { description: 'A stretch of an article’s text.' })
export class SpanInputObject {
  @Field(() => Int, { description: 'Where it begins: UTF-16 offset into the revision’s text.' })
  start!: number;

  @Field(() => Int, { description: 'Where it ends, exclusive: UTF-16 offset into the revision’s text.' })
  end!: number;

  @Field(() => ID, { description: 'The revision that the offsets count in; it has to be the article’s current one.' })
  revision!: string;
}

@InputType('DateInput', { description: 'When something was, as exactly as the text says it.' })
export class DateInputObject {
  @Field(() => DateScalar, { nullable: true, description: 'The first day it can mean; left out where that is open.' })
  from?: Date | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day it can mean; left out where that is open.' })
  to?: Date | null;

  @Field(() => DatePrecision, { description: 'How exactly the text dates it.' })
  precision!: DatePrecision;
}

/** A date as editing takes it; what is left out stays so, and null null. */
export function toDateInput(date: DateInputObject | null | undefined): DateInput | null | undefined {
  return date && { from: dayOf(date.from), to: dayOf(date.to), precision: date.precision };
}

/** `DateScalar` reads a day as midnight in UTC. */
export function dayOf(date: Date | null | undefined): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}
