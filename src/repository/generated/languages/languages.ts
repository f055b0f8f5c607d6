import { ARABIC } from './arabic.js';
import { CHINESE } from './chinese.js';
import { ENGLISH } from './english.js';
import { FRENCH } from './french.js';
import { GERMAN } from './german.js';
import { KOREAN } from './korean.js';
import type { Language } from './language.js';
import { RUSSIAN } from './russian.js';
import { SPANISH } from './spanish.js';

/** The languages of the news, each with its share of the articles in per cent. */
export const LANGUAGES: readonly (readonly [language: Language, percent: number])[] = [
  [ENGLISH, 80],
  [SPANISH, 4],
  [FRENCH, 3],
  [GERMAN, 3],
  [CHINESE, 3],
  [RUSSIAN, 3],
  [KOREAN, 2],
  [ARABIC, 2],
];
