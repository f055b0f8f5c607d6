import type { Stretch } from '../../../domain/span.js';
import type { Attribution } from '../../extraction.js';
import type { ChainLink } from './chain-link.js';
import type { FoundLink } from './found-link.js';

/** How much less sure a link is that only a pattern of words makes than the attribution beside it. */
const PATTERN_CONFIDENCE = 0.7;

/** A link while it is found out what reports it, and how far its report goes. */
export class Link implements ChainLink {
  parent: Link | null = null;
  content: readonly Stretch[];
  readonly source: readonly Stretch[];
  readonly cue: readonly Stretch[];
  readonly confidence: number;
  readonly carries: boolean;
  readonly document: Stretch | null;

  private constructor(from: FoundLink, confidence: number) {
    this.source = from.source;
    this.cue = from.cue;
    this.content = from.content;
    this.carries = from.carries;
    this.document = from.document;
    this.confidence = confidence;
  }

  static given(attribution: Attribution, carried: Stretch | null): Link {
    const from = { ...attribution, carries: carried !== null, document: carried };
    return new Link(from, attribution.confidence);
  }

  static found(from: FoundLink, beside: Link): Link {
    return new Link(from, beside.confidence * PATTERN_CONFIDENCE);
  }

  /** All that the link consists of. */
  get parts(): readonly Stretch[] {
    return [...this.source, ...this.cue, ...this.content];
  }

  /** Takes more of the text into what it reports. */
  extend(more: readonly Stretch[]): void {
    this.content = [...this.content, ...more].sort((a, b) => a.start - b.start);
  }
}
