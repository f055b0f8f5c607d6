import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { type Place, PlaceKind } from '../../domain/article.js';
import { NamedInterface, NodeInterface } from '../node/node.interface.js';

registerEnumType(PlaceKind, {
  name: 'PlaceKind',
  description: 'What kind of place it is.',
  valuesConfig: {
    COUNTRY: { description: 'A country.' },
    REGION: { description: 'A part of a country, or several countries.' },
    CITY: { description: 'A city, town or village.' },
    SITE: { description: 'A building, harbour, base or the like.' },
    OTHER: { description: 'Any other place.' },
  },
});

@ObjectType('Place', {
  implements: [NodeInterface, NamedInterface],
  simpleResolvers: true,
  description: 'Somewhere that articles speak of.',
})
export class PlaceObject extends NodeInterface {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => PlaceKind, { description: 'What kind of place it is.' })
  placeKind!: Place['placeKind'];
}
