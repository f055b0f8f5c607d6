import { readFileSync } from 'node:fs';
import type { ConfidenceModel } from './confidence.js';
import { type Model, readModel } from './kernel/model.js';
import { Lexicon } from './lexicon.js';
import { Tagger } from './tagger.js';

/** `DEFAULT` is small and fast, `ACCURATE` slower and better. */
export type Grade = 'DEFAULT' | 'ACCURATE';

/**
 * The networks of each grade, in `models/english`; how much each of them and the field over words count; and how probable
 * an attribution is at the least. All chosen on the development articles.
 */
const GRADES: Readonly<Record<Grade, GradeSettings>> = {
  DEFAULT: { networks: ['default'], weight: 0.8, field: 0.5, leastConfidence: 0.35 },
  ACCURATE: { networks: ['accurate'], weight: 0.9, field: 0.5, leastConfidence: 0.25 },
};

interface GradeSettings {
  readonly networks: readonly string[];
  readonly weight: number;
  readonly field: number;
  readonly leastConfidence: number;
}

const FOLDER = new URL('../../../models/english/', import.meta.url);

let english: TrainedTaggers | undefined;

/** The tagger of a grade that is shipped; its models are read when it is first asked for, and kept. */
export function trainedTagger(grade: Grade): Tagger {
  english ??= new TrainedTaggers(FOLDER, JSON.parse(readFileSync(new URL('confidence.json', FOLDER), 'utf8')));
  return english.of(grade);
}

/** The taggers whose models are in a folder, each of which is read when it is first asked for, and kept. */
export class TrainedTaggers {
  readonly #folder: URL;
  readonly #confidence: Readonly<Record<Grade, ConfidenceModel>>;
  readonly #taggers = new Map<Grade, Tagger>();
  #lexicon: Lexicon | undefined;
  #field: Model | undefined;

  /** The URL of the folder ends with a slash. */
  constructor(folder: URL, confidence: Readonly<Record<Grade, ConfidenceModel>>) {
    this.#folder = folder;
    this.#confidence = confidence;
  }

  of(grade: Grade): Tagger {
    const known = this.#taggers.get(grade);
    if (known !== undefined) return known;
    this.#lexicon ??= new Lexicon(this.#model('lexicon'));
    this.#field ??= this.#model('field');
    const { networks, weight, field, leastConfidence } = GRADES[grade];
    const tagger = new Tagger({
      lexicon: this.#lexicon,
      networks: networks.map((name) => ({ model: this.#model(name), weight })),
      field: { model: this.#field, weight: field },
      confidence: this.#confidence[grade],
      leastConfidence,
    });
    this.#taggers.set(grade, tagger);
    return tagger;
  }

  #model(name: string): Model {
    return readModel(readFileSync(new URL(`${name}.safetensors`, this.#folder)));
  }
}
