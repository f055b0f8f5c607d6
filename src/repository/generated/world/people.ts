import type { ArticleRecord } from '../../../domain/record.js';
import { personId } from '../../../domain/speaker.js';

/** Somebody of the invented world. */
export interface Character {
  /** Their number in the order in which they enter the news. */
  readonly number: number;
  readonly person: ArticleRecord['people'][number];
  readonly surname: string;
  /** What they are, as articles say it; null for those whom articles only name. */
  readonly role: string | null;
  /** Which organization they speak for, where their role is one at an organization. */
  readonly employer: number | null;
  /** The number of their brother or sister, who has the same surname and entered the news just before. */
  readonly sibling: number | null;
}

const GIVEN_STARTS = [
  'Al',
  'Bri',
  'Cor',
  'Del',
  'Es',
  'Fen',
  'Gal',
  'Hes',
  'Il',
  'Jor',
  'Kel',
  'Lo',
  'Mar',
  'Nes',
  'Or',
  'Pel',
  'Ros',
  'Syl',
];
const GIVEN_ENDINGS = ['dwin', 'lana', 'mond', 'netta', 'rick', 'sibel', 'tavia', 'vin', 'wena', 'zander'];
const SURNAME_STARTS = [
  'Abbot',
  'Bramble',
  'Candle',
  'Dapple',
  'Elder',
  'Fiddle',
  'Gander',
  'Heather',
  'Inkle',
  'Juniper',
  'Kestrel',
  'Lantern',
  'Mallow',
  'Needle',
  'Otter',
  'Pepper',
  'Quince',
  'Russet',
  'Saddle',
  'Thimble',
  'Umber',
  'Velvet',
  'Whistle',
  'Yonder',
  'Zephyr',
  'Barley',
  'Copper',
  'Dimmer',
  'Ember',
  'Flint',
];
const SURNAME_ENDINGS = [
  'brook',
  'croft',
  'dene',
  'field',
  'garth',
  'hurst',
  'ling',
  'marsh',
  'nook',
  'pike',
  'ridge',
  'shaw',
  'thwaite',
  'vane',
  'wold',
  'worth',
  'yard',
  'down',
  'fall',
];
const ROLES = [
  'harbour commissioner',
  'first minister',
  'head of research',
  'press officer',
  'chief engineer',
  'treasurer',
  'deputy director',
  'regional secretary',
  'shift leader',
  'chair of the board',
  'legal counsel',
  'chief economist',
  'safety inspector',
  'delegate',
  'night editor',
  'head of planning',
];
const TRADES = [
  'ferry captain',
  'schoolteacher',
  'beekeeper',
  'hydrologist',
  'shopkeeper',
  'historian',
  'net maker',
  'retired judge',
  'surgeon',
  'orchard owner',
];

const GIVEN_NAMES = GIVEN_STARTS.flatMap((start) => GIVEN_ENDINGS.map((ending) => start + ending));
const SURNAMES = SURNAME_STARTS.flatMap((start) => SURNAME_ENDINGS.map((ending) => start + ending));
/** Steps that share no factor with the number of surnames: every one is reached before any comes again. */
const STEP_BY_ROUND = 211;
const STEP_BY_GIVEN = 97;
/** One in so many has a brother or sister in the news. */
const SIBLING_EVERY = 6;
const KEPT = 20_000;

/** The people of the invented world, made when they are first asked for; the well-known ones are kept. */
export class People {
  readonly #kept: Character[] = [];

  /** The person with a number; no two of the first hundred thousand have one name, later ones have a middle initial. */
  withNumber(number: number): Character {
    const known = this.#kept[number];
    if (known !== undefined) return known;
    const character = invent(number);
    if (number < KEPT) this.#kept[number] = character;
    return character;
  }
}

function invent(number: number): Character {
  const given = number % GIVEN_NAMES.length;
  const round = Math.floor(number / GIVEN_NAMES.length);
  const hasSibling = given % SIBLING_EVERY === 1;
  const surname = at(SURNAMES, round * STEP_BY_ROUND + (hasSibling ? given - 1 : given) * STEP_BY_GIVEN);
  const initial = middleInitial(Math.floor(round / SURNAMES.length));
  const name = `${at(GIVEN_NAMES, given)} ${initial}${surname}`;
  const isEmployed = number % 3 !== 2;
  const role = isEmployed ? at(ROLES, number * 5 + round) : number % 2 === 0 ? at(TRADES, number + round) : null;
  const person = {
    id: personId(name),
    name,
    aliases: number % 4 === 0 ? [`${at(GIVEN_NAMES, given).charAt(0)}. ${surname}`] : [],
    formerIds: [],
    wikidata: null,
  };
  return {
    number,
    person,
    surname,
    role,
    employer: isEmployed ? number * 7 + round : null,
    sibling: hasSibling ? number - 1 : null,
  };
}

/** Nothing at first, then “A. ”, “B. ” and, behind “Z. ”, “A. A. ”. */
function middleInitial(round: number): string {
  if (round === 0) return '';
  const letter = String.fromCharCode(65 + ((round - 1) % 26));
  return `${middleInitial(Math.floor((round - 1) / 26))}${letter}. `;
}

function at(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}
