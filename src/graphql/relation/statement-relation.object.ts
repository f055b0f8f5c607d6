import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { RelationBasis, type StatementRelation, StatementRelationKind } from '../../domain/statement.js';
import { NodeInterface } from '../node/node.interface.js';
import { ProvenanceObject } from '../provenance/provenance.object.js';
import { TextSpanObject } from '../text/text-span.object.js';

registerEnumType(StatementRelationKind, {
  name: 'StatementRelationKind',
  description: 'What one statement does to another, or to a figure in it.',
  valuesConfig: {
    CONFIRMS: { description: 'Says that it is so.' },
    DISPUTES: { description: 'Says that it is not so.' },
    DOUBTS: { description: 'Questions it.' },
    DENIES: { description: 'Rejects what it says of the speaker.' },
    RESPONDS_TO: { description: 'Answers it.' },
    REPEATS: { description: 'Says the same again, on another occasion.' },
    CORRECTS: { description: 'Puts it right.' },
  },
});

registerEnumType(RelationBasis, {
  name: 'RelationBasis',
  description: 'What the relation rests on.',
  valuesConfig: {
    STATED: { description: 'The text says it.' },
    EDITOR: { description: 'An editor says it.' },
    INFERRED: { description: 'The engine infers it.' },
  },
});

@ObjectType('StatementRelation', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: 'What one statement does to another, or to one figure in it.',
})
export class StatementRelationObject extends NodeInterface {
  @Field(() => StatementRelationKind, { description: 'What it does.' })
  kind!: StatementRelation['kind'];

  @Field(() => RelationBasis, { description: 'What the relation rests on.' })
  basis!: StatementRelation['basis'];

  @Field(() => TextSpanObject, { nullable: true, description: 'Where the text says it.' })
  span!: StatementRelation['span'];

  @Field(() => ProvenanceObject, { description: 'Where this record comes from.' })
  provenance!: StatementRelation['provenance'];
}
