import { Field, ID, ObjectType } from 'type-graphql';
import { Standing } from '../../domain/provenance.js';
import { Medium, SpeakerStatus, type Statement, StatementForce, StatementKind } from '../../domain/statement.js';
import { ResolvedDateObject } from '../date/resolved-date.object.js';
import { NodeInterface } from '../node/node.interface.js';
import { ProvenanceObject } from '../provenance/provenance.object.js';
import { TextSpanObject } from '../text/text-span.object.js';
import './statement.enums.js';

@ObjectType('Quotation', { simpleResolvers: true, description: 'Words between quotation marks.' })
export class QuotationObject {
  @Field(() => TextSpanObject, { description: 'The words, without the marks.' })
  span!: Statement['quotations'][number]['span'];
}

@ObjectType('Statement', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: 'Something that somebody is reported to have said or written, as one article reports it.',
})
export class StatementObject extends NodeInterface {
  @Field(() => StatementKind, { description: 'How the article gives the words.' })
  kind!: Statement['kind'];

  @Field(() => String, { description: 'What is said: the content spans, joined by “ … ” where there are several.' })
  text!: string;

  @Field(() => [TextSpanObject], { description: 'Where the content stands, in the order of the text.' })
  spans!: Statement['spans'];

  @Field(() => [QuotationObject], { description: 'The parts of the content that stand in quotation marks.' })
  quotations!: Statement['quotations'];

  @Field(() => SpeakerStatus, { description: 'Whether the text says who speaks.' })
  speakerStatus!: Statement['speakerStatus'];

  @Field(() => [TextSpanObject], { description: 'The words that name the speaker.' })
  speakerSpans!: Statement['speakerSpans'];

  @Field(() => String, { nullable: true, description: 'The role that this article gives the speaker.' })
  speakerRole!: string | null;

  @Field(() => [TextSpanObject], { description: 'The words that report it: “said”, “confirmed”, “according to”.' })
  cueSpans!: Statement['cueSpans'];

  @Field(() => StatementForce, { description: 'What the cue makes of it.' })
  force!: Statement['force'];

  @Field(() => Medium, {
    nullable: true,
    description: 'Through what it was said or written, where the article says it.',
  })
  medium!: Statement['medium'];

  @Field(() => String, { nullable: true, description: 'The medium in the article’s words.' })
  mediumText!: string | null;

  @Field(() => ResolvedDateObject, {
    nullable: true,
    description: 'When it was said, as exactly as the text says it; null where it does not.',
  })
  said!: Statement['said'];

  @Field(() => Standing, { description: 'Whether its words are in the article’s current revision.' })
  standing!: Statement['standing'];

  @Field(() => ID, {
    nullable: true,
    description: 'The last edit of it, which an editor’s `expectedChange` is compared with.',
  })
  lastChange!: string | null;

  @Field(() => ProvenanceObject, { description: 'Where this record comes from.' })
  provenance!: Statement['provenance'];
}
