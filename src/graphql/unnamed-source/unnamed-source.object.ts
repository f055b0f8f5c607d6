import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { type UnnamedSource, UnnamedSourceKind } from '../../domain/speaker.js';
import { NamedInterface, NodeInterface } from '../node/node.interface.js';
import { ProvenanceObject } from '../provenance/provenance.object.js';

registerEnumType(UnnamedSourceKind, {
  name: 'UnnamedSourceKind',
  description: 'What a source that is not named is said to be.',
  valuesConfig: {
    OFFICIAL: { description: 'An official.' },
    SPOKESPERSON: { description: 'Somebody who speaks for others.' },
    EXPERT: { description: 'An expert.' },
    AUTHORITY: { description: 'An authority.' },
    WITNESS: { description: 'Somebody who was there.' },
    INSIDER: { description: 'Somebody who knows from within.' },
    DOCUMENT: { description: 'A document without a named author.' },
    OTHER: { description: 'Anybody else.' },
  },
});

@ObjectType('UnnamedSource', {
  implements: [NodeInterface, NamedInterface],
  simpleResolvers: true,
  description: 'A source that one article chose not to name. It is never merged with another article’s.',
})
export class UnnamedSourceObject extends NodeInterface {
  @Field(() => String, { description: 'As printed: “a senior official”.' })
  description!: string;

  @Field(() => UnnamedSourceKind, { description: 'What it is said to be.' })
  sourceKind!: UnnamedSource['sourceKind'];

  @Field(() => Boolean, { description: 'Whether it is several: “officials”, “many experts”.' })
  plural!: boolean;

  @Field(() => ProvenanceObject, { description: 'Where this record comes from.' })
  provenance!: UnnamedSource['provenance'];
}
