import type { Stretch } from '../../domain/span.js';
import type { Document } from '../document.js';
import { partitionPoint } from '../partition-point.js';
import type { PatternAttribution } from './patterns.js';
import { ROLES } from './states.js';

/** What the rules that find attributions have for content, by words of their names; the first that fits. */
const KINDS = [/quotation/u, /according/u, /that clause/u, /infinitive/u, /question/u, /object/u, /clause/u];

/**
 * What the rules make of each token: 0 for nothing, otherwise a number for the kind of rule, the role, and whether the
 * token begins it. Sources and cues are told from the content around them.
 */
export function patternPlaces({ tokens }: Document, found: readonly PatternAttribution[]): Int32Array {
  const places = new Int32Array(tokens.length);
  for (const role of ['content', 'source', 'cue'] as const) {
    for (const attribution of found) {
      const kind = KINDS.findIndex((name) => name.test(attribution.pattern)) + 1;
      const place = 1 + (kind * ROLES.length + ROLES.indexOf(role)) * 2;
      for (const span of attribution[role]) mark(span, place);
    }
  }
  return places;

  function mark({ start, end }: Stretch, place: number): void {
    let token = partitionPoint(tokens, (each) => each.end <= start);
    for (let inside = 0; (tokens[token]?.start ?? end) < end; token++, inside = 1) places[token] = place + inside;
  }
}
