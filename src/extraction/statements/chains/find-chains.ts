import type { Document } from '../../document.js';
import type { Attribution } from '../../extraction.js';
import { ChainFinder } from './chain-finder.js';
import type { ChainLink } from './chain-link.js';

/**
 * Finds who reports whom: the attributions, which do not stand within each other, and the links around and inside them that
 * words show (“in a statement carried by the agency”, “said the abbot had told her that …”), each with what reports it.
 */
export function findChains(document: Document, attributions: readonly Attribution[]): readonly ChainLink[] {
  const finder = new ChainFinder(document, attributions);
  finder.splitQuotedAsSaying();
  finder.findOuterLinks();
  finder.followCarriedDocuments();
  finder.findCited();
  finder.findInnerLinks();
  return finder.links;
}
