import { wordList } from '../word-list.js';
import { withS } from './inflection.js';

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['people', 'people'],
  ['children', 'child'],
  ['grandchildren', 'grandchild'],
  ['men', 'man'],
  ['women', 'woman'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['geese', 'goose'],
  ['mice', 'mouse'],
  ['oxen', 'ox'],
  ['lives', 'life'],
  ['wives', 'wife'],
  ['knives', 'knife'],
  ['wolves', 'wolf'],
  ['shelves', 'shelf'],
  ['halves', 'half'],
  ['calves', 'calf'],
  ['leaves', 'leaf'],
  ['loaves', 'loaf'],
  ['thieves', 'thief'],
  ['roofs', 'roof'],
  ['heroes', 'hero'],
  ['potatoes', 'potato'],
  ['tomatoes', 'tomato'],
  ['volcanoes', 'volcano'],
  ['tornadoes', 'tornado'],
  ['mosquitoes', 'mosquito'],
  ['vetoes', 'veto'],
  ['cacti', 'cactus'],
  ['fungi', 'fungus'],
  ['alumni', 'alumnus'],
  ['criteria', 'criterion'],
  ['phenomena', 'phenomenon'],
  ['crises', 'crisis'],
  ['analyses', 'analysis'],
  ['diagnoses', 'diagnosis'],
  ['buses', 'bus'],
  ['viruses', 'virus'],
  ['campuses', 'campus'],
  ['gases', 'gas'],
  ['quizzes', 'quiz'],
  ['series', 'series'],
  ['species', 'species'],
  ['movies', 'movie'],
  ['cookies', 'cookie'],
  ['calories', 'calorie'],
  ['ties', 'tie'],
  ['pies', 'pie'],
  ['lies', 'lie'],
  ['zombies', 'zombie'],
  ['rookies', 'rookie'],
  ['birdies', 'birdie'],
  ['bogies', 'bogey'],
  ['axes', 'axe'],
  ['shoes', 'shoe'],
  ['canoes', 'canoe'],
  ['toes', 'toe'],
  ['foes', 'foe'],
]);

/** Nouns whose plural looks like the singular, or that are plural without an “s”. */
const PLURAL_AS_THEY_ARE: ReadonlySet<string> =
  wordList(`people sheep fish cattle police staff crew personnel aircraft spacecraft hovercraft series species deer
  troops data media bacteria swine salmon trout squid shrimp bison grouse headquarters works crossroads barracks
  offspring folk poultry livestock vermin youth counsel`);

const IRREGULAR_PLURALS: ReadonlyMap<string, string> = new Map([
  ...[...IRREGULAR].map(([plural, singular]): [string, string] => [singular, plural]),
  ['person', 'people'],
  ...[...PLURAL_AS_THEY_ARE].map((noun): [string, string] => [noun, noun]),
]);

const NEVER_PLURAL = /(?:ss|us|is|ous|ness|ics|'s)$/u;

/** Whether a noun in lower case names several. */
export function isPlural(noun: string): boolean {
  if (PLURAL_AS_THEY_ARE.has(noun) || (IRREGULAR.has(noun) && noun !== 'people')) return true;
  return noun.length > 2 && noun.endsWith('s') && !NEVER_PLURAL.test(noun);
}

/** The singular of a noun, in the letters that it has: “Cities” gives “City”. */
export function singularOf(noun: string): string {
  const lower = noun.toLowerCase();
  const irregular = IRREGULAR.get(lower);
  if (irregular !== undefined) return noun.slice(0, 1) + irregular.slice(1);
  if (!isPlural(lower) || PLURAL_AS_THEY_ARE.has(lower)) return noun;
  if (lower.endsWith('ies') && lower.length > 4) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/u.test(lower)) return noun.slice(0, -2);
  return noun.slice(0, -1);
}

/** The plural of a noun in lower case. */
export function pluralOf(noun: string): string {
  const irregular = IRREGULAR_PLURALS.get(noun.toLowerCase());
  if (irregular !== undefined) return irregular;
  return withS(noun);
}
