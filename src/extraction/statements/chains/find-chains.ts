import type { Document } from '../../document.js';
import type { Attribution } from '../../extraction.js';
import { followCarriedDocuments } from './carried-reports.js';
import type { ChainLink } from './chain-link.js';
import { liftClosingReports } from './closing-reports.js';
import { findInnerLinks, settleParents } from './inner-links.js';
import { mendInterruptedDocuments } from './interrupted-documents.js';
import { LinkSet } from './link-set.js';
import {
  completeContents,
  completeSubjects,
  dropDatelines,
  dropEmpty,
  dropNobody,
  dropSilence,
  mendSources,
  widenCarried,
} from './mending.js';
import { findFrames, findOuterLinks } from './outer-links.js';
import { joinSubordinates } from './subordinates.js';
import { splitCiting, splitQuotedAsSaying } from './two-sources.js';

/**
 * Finds who reports whom: the attributions, which do not stand within each other, and the links around and inside them that
 * words show (“in a statement carried by the agency”, “said the abbot had told her that …”), each with what reports it.
 */
export function findChains(document: Document, attributions: readonly Attribution[]): readonly ChainLink[] {
  const set = new LinkSet(document, attributions);
  dropNobody(set);
  dropSilence(set);
  mendSources(set);
  splitQuotedAsSaying(set);
  splitCiting(set);
  mendInterruptedDocuments(set);
  liftClosingReports(set);
  completeContents(set);
  completeSubjects(set);
  widenCarried(set);
  joinSubordinates(set);
  findFrames(set);
  findOuterLinks(set);
  followCarriedDocuments(set);
  findInnerLinks(set);
  settleParents(set);
  dropDatelines(set);
  dropEmpty(set);
  return set.links;
}
