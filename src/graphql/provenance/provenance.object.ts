import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { type Provenance, ProvenanceOrigin, ReviewState, Standing } from '../../domain/provenance.js';
import { DateTimeScalar } from '../date/date-scalars.js';

registerEnumType(ProvenanceOrigin, {
  name: 'ProvenanceOrigin',
  description: 'What kind of hand made a record.',
  valuesConfig: {
    SEED: { description: 'It came with the seeded collection, annotated by hand.' },
    ENGINE: { description: 'The extraction engine read it out of the text.' },
    EDITOR: { description: 'An editor made it.' },
  },
});

registerEnumType(ReviewState, {
  name: 'ReviewState',
  description: 'What an editor has made of a record.',
  valuesConfig: {
    UNREVIEWED: { description: 'No editor has looked at it.' },
    CONFIRMED: { description: 'An editor found it right.' },
    CORRECTED: { description: 'An editor changed it.' },
    REJECTED: { description: 'An editor found it wrong; it leaves the lists and answers by id.' },
  },
});

registerEnumType(Standing, {
  name: 'Standing',
  description: 'Whether a record’s words are in its article’s current revision.',
  valuesConfig: {
    STANDS: { description: 'They are.' },
    GONE: { description: 'They are not any more; the record leaves the lists and answers by id.' },
  },
});

@ObjectType('Provenance', {
  simpleResolvers: true,
  description: 'Where a record comes from and what has been made of it since.',
})
export class ProvenanceObject {
  @Field(() => ProvenanceOrigin, { description: 'What kind of hand made it.' })
  origin!: Provenance['origin'];

  @Field(() => String, { description: 'Who or what made it: the seeds, the engine or the editor by name.' })
  agent!: string;

  @Field(() => String, { nullable: true, description: 'The version of the engine that made it.' })
  agentVersion!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  recordedAt!: Date;

  @Field(() => Float, {
    nullable: true,
    description: 'How sure the engine is, from 0 to 1; null where no engine made it.',
  })
  confidence!: number | null;

  @Field(() => ReviewState, { description: 'What an editor has made of it.' })
  review!: Provenance['review'];

  @Field(() => String, { nullable: true, description: 'The editor who reviewed it last.' })
  reviewedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was reviewed last.' })
  reviewedAt!: Date | null;
}
