import { readFileSync } from 'node:fs';
import type { ConfidenceModel } from './confidence.js';
import { type Model, readModel } from './kernel/model.js';
import { Lexicon } from './lexicon.js';
import { Tagger } from './tagger.js';

/** `DEFAULT` is small and fast, `ACCURATE` slower and better. */
export type Grade = 'DEFAULT' | 'ACCURATE';

/** The models of each grade, in `models/english`; those of one grade vote. */
const MODELS: Readonly<Record<Grade, readonly string[]>> = {
  DEFAULT: ['default'],
  ACCURATE: ['default', 'accurate'],
};

const FOLDER = new URL('../../../models/english/', import.meta.url);

const taggers = new Map<Grade, Tagger>();
let lexicon: Lexicon | undefined;

/** The tagger of a grade; its models are read when it is first asked for, and kept. */
export function trainedTagger(grade: Grade): Tagger {
  const known = taggers.get(grade);
  if (known !== undefined) return known;
  lexicon ??= new Lexicon(modelNamed('lexicon'));
  const tagger = new Tagger(lexicon, MODELS[grade].map(modelNamed), confidenceModels()[grade]);
  taggers.set(grade, tagger);
  return tagger;
}

function confidenceModels(): Readonly<Record<Grade, ConfidenceModel>> {
  return JSON.parse(readFileSync(new URL('confidence.json', FOLDER), 'utf8'));
}

function modelNamed(name: string): Model {
  return readModel(readFileSync(new URL(`${name}.safetensors`, FOLDER)));
}
