import type { Document } from '../document.js';
import type { DateExpression } from '../extraction.js';
import { COUNTED_ANYWHERE } from '../language/english/claims.js';
import { partitionPoint } from '../partition-point.js';
import type { FoundQuantity } from '../quantities/find-quantities.js';
import type { Surroundings } from './circumstances.js';

/** What has been told of a figure. */
export interface Told {
  readonly place: string | null;
  readonly asOf: DateExpression | null;
  readonly claimedBy: string | null;
}

interface ToldEarlier extends Told {
  readonly sentence: number;
}

/** How many sentences a date holds on, and a place for what is counted everywhere. */
const REACH = 3;

/**
 * What figures leave to those before them: where the same things were counted (“300 fewer than an hour before”), and as of
 * when somebody else counted them (“the union put it at 19”). A question how many there are begins anew.
 */
export class CarriedOver {
  readonly #byUnit = new Map<string, ToldEarlier>();
  #last: ToldEarlier | undefined;
  readonly #questions: readonly { readonly sentence: number; readonly place: string | null }[];

  constructor({ text, sentences }: Document, surroundings: Surroundings) {
    this.#questions = sentences.flatMap((sentence) => {
      const at = text.slice(sentence.start, sentence.end).search(/\bhow many\b/iu);
      const place = at === -1 ? null : surroundings.placeBehind(sentence, sentence.start + at);
      return at === -1 ? [] : [{ sentence: sentence.index, place }];
    });
  }

  placeOf(found: FoundQuantity): string | null {
    const { index } = found.sentence;
    const told = this.#toldOf(found);
    if (told !== undefined) return told.place;
    const question = this.#questionBefore(index);
    return question !== undefined && index - question.sentence <= REACH ? question.place : null;
  }

  /** Who gives another figure for the same gives it for the same time. */
  dateOf(found: FoundQuantity, place: string | null, claimedBy: string | null): DateExpression | null {
    const told = this.#toldOf(found);
    const competes = told !== undefined && place === told.place && claimedBy !== null && claimedBy !== told.claimedBy;
    return competes && found.sentence.index - told.sentence <= REACH ? told.asOf : null;
  }

  tell({ figure: { unit }, sentence }: FoundQuantity, told: Told): void {
    this.#last = { ...told, sentence: sentence.index };
    if (unit !== null) this.#byUnit.set(unit, this.#last);
  }

  /** What was told of the same things: of counts wherever that was, of amounts where a pronoun takes them up. */
  #toldOf(found: FoundQuantity): ToldEarlier | undefined {
    const { unit, measure } = found.figure;
    if (measure.kind === 'COUNT') return COUNTED_ANYWHERE.has(unit ?? '') ? undefined : this.#byUnit.get(unit ?? '');
    const told = takesUp(found) && measure.kind === 'NONE' ? this.#last : this.#ofSame(found);
    if (told === undefined || found.sentence.index - told.sentence > REACH) return undefined;
    return told.sentence >= (this.#questionBefore(found.sentence.index)?.sentence ?? 0) ? told : undefined;
  }

  #ofSame(found: FoundQuantity): ToldEarlier | undefined {
    const { unit, measure } = found.figure;
    return unit !== null && (measure.kind === 'NONE' || takesUp(found)) ? this.#byUnit.get(unit) : undefined;
  }

  #questionBefore(sentence: number): { readonly sentence: number; readonly place: string | null } | undefined {
    return this.#questions[partitionPoint(this.#questions, (question) => question.sentence < sentence) - 1];
  }
}

/** “They have cost more than 4 million”, “has them at 7,400 tonnes”. */
function takesUp({ lexemes, figure }: FoundQuantity): boolean {
  return lexemes
    .slice(Math.max(0, figure.start - LONGEST_CLAUSE), figure.start)
    .some(({ lower }) => TAKEN_UP.has(lower));
}

const LONGEST_CLAUSE = 14;
const TAKEN_UP: ReadonlySet<string> = new Set(['it', 'they', 'them']);
