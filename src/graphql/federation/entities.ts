import type { Id, NodeType } from '../../domain/identity.js';

/** The types that other subgraphs of a supergraph can point to by id, and add fields to. */
export const ENTITY_TYPES = [
  'Article',
  'Person',
  'Organization',
  'Statement',
  'Statistic',
] as const satisfies readonly NodeType[];

export type EntityType = (typeof ENTITY_TYPES)[number];

export type EntityId = Id<EntityType>;

export function isEntityType(name: string): name is EntityType {
  return ENTITY_TYPES.some((type) => type === name);
}
