import type { Provenance, Standing } from '../../../domain/provenance.js';
import { minutesAfter } from '../calendar.js';
import type { Random } from '../random.js';

const ENGINE = { origin: 'ENGINE', agent: 'onrecord generate', agentVersion: '1' } as const;
const DESKS = ['desk 1', 'desk 2', 'desk 3'] as const;
/** What reviewers made of the records, in thousandths. */
const REVIEWS = [
  ['UNREVIEWED', 915],
  ['CONFIRMED', 60],
  ['CORRECTED', 17],
  ['REJECTED', 8],
] as const;
/** How many per cent of the statements and figures are no longer in the text, as far as anybody can tell. */
const GONE = 0.6;

/** Where the records of an article come from, and what became of them. */
export class Provenances {
  readonly #publishedAt: Date;
  readonly #random: Random;

  constructor(publishedAt: Date, random: Random) {
    this.#publishedAt = publishedAt;
    this.#random = random;
  }

  /** Recorded within an hour; reviewed within days, if at all. */
  next(): Provenance {
    const recordedAt = minutesAfter(this.#publishedAt, this.#random.int(1, 60));
    const review = this.#random.weighted(REVIEWS);
    const confidence = this.#random.chance(92) ? this.#random.int(45, 99) / 100 : null;
    const reviewed =
      review === 'UNREVIEWED'
        ? { reviewedBy: null, reviewedAt: null }
        : { reviewedBy: this.#random.pick(DESKS), reviewedAt: minutesAfter(recordedAt, this.#random.int(30, 9000)) };
    return { ...ENGINE, recordedAt, confidence, review, ...reviewed };
  }

  standing(): { standing: Standing; lastChange: string | null } {
    if (!this.#random.chance(GONE)) return { standing: 'STANDS', lastChange: null };
    return { standing: 'GONE', lastChange: 'The words are no longer in the text.' };
  }
}
