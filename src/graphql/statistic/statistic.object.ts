import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Standing } from '../../domain/provenance.js';
import {
  ChangeDirection,
  ClaimantStatus,
  Comparator,
  type Statistic,
  StatisticMeasure,
} from '../../domain/statistic.js';
import { NodeInterface } from '../node/node.interface.js';
import { ProvenanceObject } from '../provenance/provenance.object.js';
import { TextSpanObject } from '../text/text-span.object.js';

registerEnumType(ClaimantStatus, {
  name: 'ClaimantStatus',
  description: 'Whether the text says who claims a figure.',
  valuesConfig: {
    NAMED: { description: 'A person or organization is named.' },
    UNNAMED: { description: 'The text speaks of a source without naming it.' },
    AMBIGUOUS: { description: 'The text does not settle who.' },
    ARTICLE: { description: 'The article itself states it.' },
  },
});

registerEnumType(StatisticMeasure, {
  name: 'StatisticMeasure',
  description: 'Whether a figure is a state or a movement.',
  valuesConfig: {
    LEVEL: { description: 'A state: “rose to 8,961”.' },
    CHANGE: { description: 'A movement: “rose by 500”.' },
  },
});

registerEnumType(Comparator, {
  name: 'Comparator',
  description: 'How a printed figure stands to the true one.',
  valuesConfig: {
    EQUAL: { description: 'It is the figure, as exactly as it is printed.' },
    APPROXIMATE: { description: 'About.' },
    MORE_THAN: { description: 'More than.' },
    AT_LEAST: { description: 'At least.' },
    LESS_THAN: { description: 'Less than.' },
    AT_MOST: { description: 'At most.' },
    RANGE: { description: 'Between the value and the upper value.' },
  },
});

registerEnumType(ChangeDirection, {
  name: 'ChangeDirection',
  description: 'Which way a figure moves.',
  valuesConfig: {
    NONE: { description: 'The text speaks of no movement.' },
    UP: { description: 'It rises.' },
    DOWN: { description: 'It falls.' },
  },
});

@ObjectType('Statistic', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: 'A figure that somebody claims, or that an article itself states. It belongs to whoever claims it.',
})
export class StatisticObject extends NodeInterface {
  @Field(() => Float, { description: 'The figure; the lower end of a range.' })
  value!: number;

  @Field(() => Float, { nullable: true, description: 'The upper end of a range.' })
  upperValue!: number | null;

  @Field(() => String, { description: 'The figure as printed.' })
  valueText!: string;

  @Field(() => String, { nullable: true, description: 'The unit: people, %, kilometres.' })
  unit!: string | null;

  @Field(() => Comparator, { description: 'How the printed figure stands to the true one.' })
  comparator!: Statistic['comparator'];

  @Field(() => StatisticMeasure, { description: 'Whether it is a state or a movement.' })
  measure!: Statistic['measure'];

  @Field(() => ChangeDirection, { description: 'Which way it moves.' })
  change!: Statistic['change'];

  @Field(() => String, {
    nullable: true,
    description: 'Who or what is counted, where the metric alone does not say it.',
  })
  subject!: string | null;

  @Field(() => ClaimantStatus, { description: 'Whether the text says who claims it.' })
  claimantStatus!: Statistic['claimantStatus'];

  @Field(() => TextSpanObject, { description: 'Where the article prints it.' })
  span!: Statistic['span'];

  @Field(() => Standing, { description: 'Whether it is in the article’s current revision.' })
  standing!: Statistic['standing'];

  @Field(() => ID, {
    nullable: true,
    description: 'The last edit of it, which an editor’s `expectedChange` is compared with.',
  })
  lastChange!: string | null;

  @Field(() => ProvenanceObject, { description: 'Where this record comes from.' })
  provenance!: Statistic['provenance'];
}
