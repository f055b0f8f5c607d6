import { Field, ID, InterfaceType } from 'type-graphql';
import { typeOfId } from '../../domain/identity.js';
import { CacheFor, UNCHANGING_SECONDS } from '../cache-hint.js';

const resolveType = ({ id }: { readonly id: string }) => typeOfId(id);

@InterfaceType('Node', {
  resolveType,
  description: 'Whatever has an identity of its own and answers by it.',
})
export abstract class NodeInterface {
  @CacheFor(UNCHANGING_SECONDS)
  @Field(() => ID, {
    description:
      'Stable and opaque: the same thing has the same id in every store, and keeps it through revision and correction.',
  })
  id!: string;
}

@InterfaceType('Named', { resolveType, description: 'Whatever can speak or be spoken of.' })
export abstract class NamedInterface {
  @Field(() => String, { description: 'One label for whatever this is.' })
  displayName!: string;
}
