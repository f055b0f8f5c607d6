import { wordList } from '../word-list.js';
/** Number words below a hundred. */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['zero', 0],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['thirteen', 13],
  ['fourteen', 14],
  ['fifteen', 15],
  ['sixteen', 16],
  ['seventeen', 17],
  ['eighteen', 18],
  ['nineteen', 19],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fourty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
]);

/** What multiplies the number before it. */
export const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['quadrillion', 1e15],
  ['dozen', 12],
  ['score', 20],
]);

/** Abbreviated magnitudes that can mean nothing else behind a number. */
export const MAGNITUDE_ABBREVIATIONS: ReadonlyMap<string, number> = new Map([
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mio', 1e6],
]);

/** Letters that are magnitudes where money or something counted goes with them (“$5m”, “4M readers”), otherwise units. */
export const MAGNITUDE_LETTERS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['K', 1e3],
  ['m', 1e6],
  ['M', 1e6],
  ['b', 1e9],
  ['B', 1e9],
  ['T', 1e12],
]);

/** Names of parts, by what they divide a whole into. */
export const FRACTIONS: ReadonlyMap<string, number> = new Map(
  (
    [
      ['half', 2],
      ['third', 3],
      ['quarter', 4],
      ['fifth', 5],
      ['sixth', 6],
      ['seventh', 7],
      ['eighth', 8],
      ['ninth', 9],
      ['tenth', 10],
      ['twelfth', 12],
      ['twentieth', 20],
      ['hundredth', 100],
      ['thousandth', 1000],
    ] as const
  ).flatMap(([word, parts]) => [
    [word, parts],
    [word === 'half' ? 'halves' : `${word}s`, parts],
  ]),
);

/** Fractions that are one character. */
export const FRACTION_SIGNS: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
]);

/** Plurals that count without saying how many, by the least that they can mean. */
export const INDEFINITE_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['tens', 10],
  ['dozens', 12],
  ['scores', 20],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
]);

/** Nouns whose absence is itself a count: “no deaths”, where “no doubt” counts nothing. */
export const COUNTED_WHEN_ABSENT: ReadonlySet<string> =
  wordList(`case death injury fatality casualty infection victim survivor arrest passenger patient loss incident accident
  attack complaint vote goal bed nurse doctor soldier prisoner hostage test dose accusation conviction wound patrol
  ship boat ferry house home civilian fault leak outage earthquake fire breach`);
