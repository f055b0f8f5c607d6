import { ObjectType } from 'type-graphql';
import { NodeInterface } from '../node/node.interface.js';

@ObjectType('Utterance', {
  implements: NodeInterface,
  simpleResolvers: true,
  description:
    'One act of speech or writing, however many articles report it. Saying the same again is another one (REPEATS).',
})
export class UtteranceObject extends NodeInterface {}
