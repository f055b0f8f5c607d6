import type { Stretch } from '../../domain/span.js';
import type { ExtractedName } from '../extraction.js';
import { partitionPoint } from '../partition-point.js';

/**
 * Gives a look-up of the ids of those who are mentioned in some stretches, in the order of their first mention there. It
 * takes time in proportion to the mentions within, not to those of the text.
 */
export function namesWithin(
  named: readonly Pick<ExtractedName, 'id' | 'mentions'>[],
): (stretches: readonly Stretch[]) => string[] {
  const mentions = named
    .flatMap(({ id, mentions: places }) => places.map(({ start, end }) => ({ id, start, end })))
    .sort((a, b) => a.start - b.start);
  return (stretches) => {
    const found = new Set<string>();
    for (const { start, end } of stretches) {
      for (let at = partitionPoint(mentions, (mention) => mention.start < start); at < mentions.length; at++) {
        const mention = mentions[at];
        if (mention === undefined || mention.start >= end) break;
        if (mention.end <= end) found.add(mention.id);
      }
    }
    return [...found];
  };
}
