import { Field, ID, InputType } from 'type-graphql';
import { Medium, SpeakerStatus, StatementForce, StatementKind } from '../../domain/statement.js';
import { ReviewVerdict } from '../../editing/review.js';
import type { StatementReview } from '../../editing/review-statement.js';
import '../statement/statement.enums.js';
import { DateInputObject, SpanInputObject, toDateInput } from './input-fields.js';
import './review-verdict.js';

@InputType('ReviewStatementInput', {
  description:
    'What an editor makes of a statement. In a correction a field that is left out keeps what it has, and null clears it.',
})
export class ReviewStatementInput {
  @Field(() => ID, { description: 'The statement.' })
  id!: string;

  @Field(() => ReviewVerdict, { description: 'Whether it is right; the fields below go with CORRECT alone.' })
  verdict!: ReviewVerdict;

  @Field(() => StatementKind, {
    nullable: true,
    description: 'How the article gives the words; the quotation marks of the text have to agree.',
  })
  kind?: StatementKind | null;

  @Field(() => [SpanInputObject], {
    nullable: true,
    description: 'Where the content stands, in the order of the text; what is quoted in it follows.',
  })
  spans?: SpanInputObject[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who says it: a person, organization or unnamed source, which settles `speakerStatus`. Null takes a `speakerStatus` that says why.',
  })
  speaker?: string | null;

  @Field(() => SpeakerStatus, { nullable: true, description: 'Whether the text says who speaks.' })
  speakerStatus?: SpeakerStatus | null;

  @Field(() => [ID], { nullable: true, description: 'Those between whom the text leaves it open, when AMBIGUOUS.' })
  speakerCandidates?: string[] | null;

  @Field(() => [SpanInputObject], { nullable: true, description: 'The words that report it.' })
  cueSpans?: SpanInputObject[] | null;

  @Field(() => StatementForce, { nullable: true, description: 'What the cue makes of it.' })
  force?: StatementForce | null;

  @Field(() => ID, { nullable: true, description: 'The statement of the same article that reports this one.' })
  parent?: string | null;

  @Field(() => DateInputObject, { nullable: true, description: 'When it was said.' })
  said?: DateInputObject | null;

  @Field(() => Medium, { nullable: true, description: 'Through what it was said or written.' })
  medium?: Medium | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'All people, organizations, places and topics that it is about.',
  })
  about?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Why, for whoever reads the change.' })
  reason?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The `lastChange` that the editor saw, null where there was none: where it has moved on, nothing is done and the error is a CONFLICT. Left out, it is not looked at.',
  })
  expectedChange?: string | null;
}

export function toStatementReview(input: ReviewStatementInput): StatementReview {
  const { id, verdict, reason = null, expectedChange, said, ...fields } = input;
  return { id, verdict, reason, expectedChange, correction: { ...fields, said: toDateInput(said) } };
}
