import type { Stretch } from '../../domain/span.js';
import type { Document } from '../document.js';
import type { Attribution } from '../extraction.js';
import type { Cast, SpeakerEntry } from './cast.js';

/** Who can be meant by some words: one or several who are, or several of whom any can be. */
export interface Meaning {
  readonly speakers: readonly SpeakerEntry[];
  readonly candidates: readonly SpeakerEntry[];
}

export const NOBODY: Meaning = { speakers: [], candidates: [] };

export function oneOf(candidates: readonly SpeakerEntry[]): Meaning {
  return candidates.length > 1 ? { speakers: [], candidates } : { speakers: candidates, candidates: [] };
}

/** A statement that has been read, and who makes it. */
export interface Spoken {
  readonly sentence: number;
  readonly speakers: readonly SpeakerEntry[];
  /** Whether another statement reports it. */
  readonly nested: boolean;
  /** Whether the other is that of an organization, as of an agency that carries what somebody said. */
  readonly carried: boolean;
}

/** What the stage knows while it goes through the attributions of a text in their order. */
export interface Reading {
  readonly document: Document;
  readonly cast: Cast;
  /** Descriptions that can mean several, by their first token. */
  readonly open: ReadonlyMap<number, readonly SpeakerEntry[]>;
  readonly enclosing: ReadonlyMap<Attribution, Attribution>;
  readonly spoken: Spoken[];
  readonly meanings: Map<Attribution, Meaning>;
}

/** The attribution, for each that has one, in whose content its source and cue stand; the innermost of several. */
export function findEnclosing(attributions: readonly Attribution[]): ReadonlyMap<Attribution, Attribution> {
  const spans = attributions
    .flatMap((attribution) => attribution.content.map((content) => ({ attribution, ...content })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const anchors = attributions
    .flatMap((attribution) => {
      const anchor = anchorOf(attribution);
      return anchor === undefined ? [] : [{ attribution, anchor }];
    })
    .sort((a, b) => a.anchor.start - b.anchor.start);
  const enclosing = new Map<Attribution, Attribution>();
  const open: typeof spans = [];
  let next = 0;
  for (const { attribution, anchor } of anchors) {
    for (let span = spans[next]; span !== undefined && span.start <= anchor.start; span = spans[++next])
      open.push(span);
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= anchor.start) open.pop();
    const around = open.findLast(
      (span) => span.end >= anchor.end && span.attribution !== attribution && !sameWords(span.attribution, attribution),
    );
    if (around !== undefined) enclosing.set(attribution, around.attribution);
  }
  return enclosing;
}

function anchorOf({ source, cue, content }: Attribution): Stretch | undefined {
  return source[0] ?? cue[0] ?? content[0];
}

function sameWords(a: Attribution, b: Attribution): boolean {
  return a.cue[0]?.start === b.cue[0]?.start && a.content[0]?.start === b.content[0]?.start;
}
