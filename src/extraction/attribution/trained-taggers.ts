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

const taggers = new Map<Grade, Tagger>();
let lexicon: Lexicon | undefined;
let field: Model | undefined;

/** The tagger of a grade; its models are read when it is first asked for, and kept. */
export function trainedTagger(grade: Grade): Tagger {
  const known = taggers.get(grade);
  if (known !== undefined) return known;
  lexicon ??= new Lexicon(modelNamed('lexicon'));
  field ??= modelNamed('field');
  const settings = GRADES[grade];
  const tagger = new Tagger({
    lexicon,
    networks: settings.networks.map((name) => ({ model: modelNamed(name), weight: settings.weight })),
    field: { model: field, weight: settings.field },
    confidence: confidenceModels()[grade],
    leastConfidence: settings.leastConfidence,
  });
  taggers.set(grade, tagger);
  return tagger;
}

function confidenceModels(): Readonly<Record<Grade, ConfidenceModel>> {
  return JSON.parse(readFileSync(new URL('confidence.json', FOLDER), 'utf8'));
}

function modelNamed(name: string): Model {
  return readModel(readFileSync(new URL(`${name}.safetensors`, FOLDER)));
}
