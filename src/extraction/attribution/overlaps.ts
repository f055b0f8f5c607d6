import type { Stretch } from '../../domain/span.js';
import type { Attribution } from '../extraction.js';
import { partitionPoint } from '../partition-point.js';

/** Which of some attributions, in the order of the text, shares its cue or most of its content with another. */
export class Overlaps {
  readonly #byPlace: readonly { readonly span: Stretch; readonly attribution: Attribution; readonly cue: boolean }[];

  constructor(attributions: readonly Attribution[]) {
    this.#byPlace = attributions
      .flatMap((attribution) => [
        ...attribution.cue.map((span) => ({ span, attribution, cue: true })),
        ...attribution.content.map((span) => ({ span, attribution, cue: false })),
      ])
      .sort((a, b) => a.span.start - b.span.start);
  }

  of(attribution: Attribution): Attribution | undefined {
    return this.withCue(attribution) ?? this.#withContent(attribution);
  }

  withCue({ cue }: Attribution): Attribution | undefined {
    for (const each of cue) {
      const found = this.#at(each).find((entry) => entry.cue);
      if (found !== undefined) return found.attribution;
    }
    return undefined;
  }

  /** Whether one of them reports another: its content holds the other’s cue, which is not its own. */
  report({ cue }: Attribution): boolean {
    return cue.some((each) => {
      const around = this.#at(each);
      return (
        !around.some((entry) => entry.cue) && around.some(({ span }) => span.start < each.start && span.end > each.end)
      );
    });
  }

  /** Whether anything stands between the first and the last word of an attribution’s cue and content. */
  touches({ cue, content }: Attribution): boolean {
    const spans = [...cue, ...content];
    const start = Math.min(...spans.map((span) => span.start));
    const end = Math.max(...spans.map((span) => span.end));
    return this.#at({ start, end }).length > 0;
  }

  #withContent({ content }: Attribution): Attribution | undefined {
    for (const each of content) {
      const found = this.#at(each).find((entry) => !entry.cue && overlap([entry.span], [each]) > 0.5);
      if (found !== undefined) return found.attribution;
    }
    return undefined;
  }

  /** The spans that overlap another: patterns stand beside one another, so that few begin before it and reach it. */
  #at({ start, end }: Stretch) {
    const behind = partitionPoint(this.#byPlace, ({ span }) => span.start < end);
    return this.#byPlace.slice(Math.max(0, behind - MOST_AT_A_PLACE), behind).filter(({ span }) => span.end > start);
  }
}

const MOST_AT_A_PLACE = 12;

/** The length of what two lists of spans share, over that of both together. */
export function overlap(a: readonly Stretch[], b: readonly Stretch[]): number {
  const length = (spans: readonly Stretch[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const shared = a
    .slice(0, MOST_AT_A_PLACE)
    .reduce(
      (sum, one) =>
        sum +
        b
          .slice(0, MOST_AT_A_PLACE)
          .reduce(
            (inner, other) => inner + Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)),
            0,
          ),
      0,
    );
  return shared / Math.max(1, length(a) + length(b) - shared);
}
