import type { RelationshipKind } from '../../../domain/speaker.js';
import type { Gender } from './titles.js';

/** What a noun says that somebody is to another. */
export interface Kin {
  readonly kind: RelationshipKind;
  readonly gender: Gender | null;
}

const kin = (kind: RelationshipKind, gender: Gender | null, words: string) =>
  words.split(' ').map((word) => [word, { kind, gender }] as const);

/** Nouns that say what somebody is to another. “Her brother” is a SIBLING of hers. */
export const KIN: ReadonlyMap<string, Kin> = new Map([
  ...kin('SIBLING', 'FEMALE', 'sister half-sister stepsister twin-sister'),
  ...kin('SIBLING', 'MALE', 'brother half-brother stepbrother'),
  ...kin('SIBLING', null, 'sibling twin'),
  ...kin('PARENT', 'FEMALE', 'mother stepmother mum mom'),
  ...kin('PARENT', 'MALE', 'father stepfather dad'),
  ...kin('PARENT', null, 'parent'),
  ...kin('CHILD', 'FEMALE', 'daughter stepdaughter'),
  ...kin('CHILD', 'MALE', 'son stepson'),
  ...kin('CHILD', null, 'child'),
  ...kin('SPOUSE', 'FEMALE', 'wife widow ex-wife'),
  ...kin('SPOUSE', 'MALE', 'husband widower ex-husband'),
  ...kin('SPOUSE', null, 'spouse'),
  ...kin(
    'COLLEAGUE',
    null,
    'deputy colleague assistant aide successor predecessor boss co-author partner running-mate',
  ),
  ...kin('OTHER', null, 'cousin friend neighbour neighbor lawyer attorney fiancé fiancée girlfriend boyfriend'),
  ...kin('OTHER', 'FEMALE', 'aunt niece grandmother granddaughter sister-in-law mother-in-law daughter-in-law'),
  ...kin('OTHER', 'MALE', 'uncle nephew grandfather grandson brother-in-law father-in-law son-in-law'),
]);
