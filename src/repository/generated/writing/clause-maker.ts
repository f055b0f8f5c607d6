import { type Figure, figureOf } from '../figures.js';
import type { Language } from '../languages/language.js';
import type { Random } from '../random.js';
import { type Cast, type Story, seriesOf } from '../story.js';
import type { Measured } from '../world/metrics.js';
import type { World } from '../world/world.js';
import type { Clause, Named, Segment } from './clause.js';
import { figurePatterns, metricWords, printAsOf, printFigure } from './figure-words.js';
import { templateOf } from './template.js';
import { definiteBefore } from './voices.js';

/** What fills the slots of one kind of clause; nothing for those that it does not know. */
type Slots = (slot: string) => Clause | undefined;

/** Composes what is said, from the words of a language and the cast of an article. */
export class ClauseMaker {
  readonly #language: Language;
  readonly #random: Random;
  readonly #slots: Slots;

  constructor(language: Language, cast: Cast, random: Random) {
    this.#language = language;
    this.#random = random;
    this.#slots = (slot) => {
      switch (slot) {
        case 'place':
          return [this.#place(random.pick(cast.places))];
        case 'organization': {
          const entity = random.pick(cast.organizations);
          return [
            { words: definiteBefore(entity, language) },
            { name: entity.name, named: { kind: 'ORGANIZATION', entity } },
          ];
        }
        case 'person': {
          const entity = random.pick(cast.people).person;
          return [{ name: entity.name, named: { kind: 'PERSON', entity } }];
        }
        case 'quoted':
          return [{ quoted: this.#fill(random.pick(language.words['quoted'] ?? []), this.#slots) }];
        default:
          return undefined;
      }
    };
  }

  /** One of the patterns, filled. */
  compose(patterns: readonly string[]): Clause {
    return this.#fill(this.#random.pick(patterns), this.#slots);
  }

  /** A clause that says what a figure is. */
  composeFigure(story: Story, cast: Cast, world: World): Clause {
    const { place, day, measured } = seriesOf(story, cast, world, this.#random);
    const figure = figureOf({ place, day, measured: this.#sayable(measured, world) }, this.#random);
    return this.#fill(this.#random.pick(figurePatterns(figure, this.#language.figures)), this.#figureSlots(figure));
  }

  /** The metric itself, or another in its place where the language has no name for it. */
  #sayable(measured: Measured, { metrics }: World): Measured {
    const named = this.#language.figures.metrics.length;
    return named === 0 ? measured : (metrics[measured.number % named] ?? measured);
  }

  #figureSlots(figure: Figure): Slots {
    const { figures, space } = this.#language;
    const { name, unit } = metricWords(figure, this.#language);
    const subject = figure.hasSubject ? this.#random.pick(figures.subjects) : null;
    const slots: Slots = (slot) => {
      switch (slot) {
        case 'metric':
          return [{ words: name }];
        case 'place':
          return [this.#place(figure.place)];
        case 'figure':
          return this.#fill(figures.comparators[figure.comparator], slots);
        case 'number':
          return [{ figure, number: printFigure(figure, figures), subject: subject?.[0] ?? null }];
        case 'unit':
          return [{ words: unit }];
        case 'among':
          return subject === null ? [] : [{ words: subject[1] }];
        case 'asOf':
          return figure.asOf === null ? [] : [{ words: space }, { asOf: printAsOf(figure.asOf, figures) }];
        default:
          return undefined;
      }
    };
    return slots;
  }

  #place(entity: Extract<Named, { kind: 'PLACE' }>['entity']): Segment {
    return { name: entity.name, named: { kind: 'PLACE', entity } };
  }

  #fill(pattern: string, slots: Slots): Clause {
    const clause: Segment[] = [];
    this.#fillInto(clause, pattern, slots);
    return clause;
  }

  /** A slot is what the slots say; otherwise an entry of the language’s list of that name, which is filled in turn. */
  #fillInto(clause: Segment[], pattern: string, slots: Slots): void {
    for (const part of templateOf(pattern)) {
      if ('words' in part) {
        clause.push(part);
        continue;
      }
      const known = slots(part.slot);
      if (known !== undefined) clause.push(...known);
      else this.#fillInto(clause, this.#random.pick(this.#language.words[part.slot] ?? []), slots);
    }
  }
}
