import { overlaps, type Stretch } from '../../../domain/span.js';
import type { Attribution } from '../../extraction.js';
import { isInside, without } from '../token-search.js';
import type { ChainLink } from './chain-link.js';
import type { FoundLink } from './found-link.js';

/** How much less sure a link is that only a pattern of words makes than the attribution beside it. */
const PATTERN_CONFIDENCE = 0.7;

/** A link while it is found out what reports it, and how far its report goes. */
export class Link implements ChainLink {
  parent: Link | null = null;
  source: readonly Stretch[];
  cue: readonly Stretch[];
  content: readonly Stretch[];
  readonly confidence: number;
  readonly carries: boolean;
  document: Stretch | null;

  private constructor(from: FoundLink, confidence: number) {
    this.source = from.source;
    this.cue = from.cue;
    this.content = from.content;
    this.carries = from.carries;
    this.document = from.document;
    this.confidence = confidence;
  }

  /** An attribution; `carried` is the noun of the document that it passes on, if it does. */
  static given(attribution: Attribution, carried: Stretch | null): Link {
    const from = { ...attribution, carries: carried !== null, document: carried };
    return new Link(from, attribution.confidence);
  }

  /** What a pattern of words shows beside an attribution. */
  static found(from: FoundLink, confidence: number): Link {
    return new Link(from, confidence * PATTERN_CONFIDENCE);
  }

  /** All that the link consists of. */
  get parts(): readonly Stretch[] {
    return [...this.source, ...this.cue, ...this.content];
  }

  /** Whether the source and the cue of another link stand in what this one reports. */
  holds(other: Link): boolean {
    const words = [...other.source, ...other.cue];
    return words.length > 0 && words.every((part) => this.content.some((stretch) => isInside(part, stretch)));
  }

  /** Takes more of the text into what it reports. */
  extend(more: readonly Stretch[]): void {
    const added = more.flatMap((stretch) => without([stretch], this.content));
    this.content = joined([...this.content, ...added].sort((a, b) => a.start - b.start));
  }

  /** Leaves out what belongs to another, and the marks and white space that are left at the ends. */
  clip(text: string, other: Stretch): void {
    this.cue = clipped(text, this.cue, other);
    this.source = clipped(text, this.source, other);
    this.content = clipped(text, this.content, other);
  }
}

function clipped(text: string, stretches: readonly Stretch[], other: Stretch): readonly Stretch[] {
  return stretches.flatMap((stretch) => {
    if (!overlaps(stretch, other)) return [stretch];
    return without([stretch], [other]).flatMap(({ start, end }) => {
      const words = text.slice(start, end);
      const first = words.search(/[^\s,;:]/u);
      const behind = /[\s,;:]*$/u.exec(words)?.[0].length ?? 0;
      return /[\p{L}\p{N}]/u.test(words) ? [{ start: start + first, end: end - behind }] : [];
    });
  });
}

/** Sorted stretches, with those that touch made one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const stretch of stretches) {
    const last = found.at(-1);
    if (last?.end === stretch.start) found.splice(-1, 1, { start: last.start, end: stretch.end });
    else found.push(stretch);
  }
  return found;
}
