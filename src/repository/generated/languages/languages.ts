import { ENGLISH } from './english.js';
import type { Language } from './language.js';

/** The languages of the news, each with its share of the articles in per cent. */
export const LANGUAGES: readonly (readonly [language: Language, percent: number])[] = [[ENGLISH, 80]];
