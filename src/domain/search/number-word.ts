const ONES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  ['zero', '0'],
  ...ONES.map((word, i) => [word, String(i + 1)] as const),
  ...TEENS.map((word, i) => [word, String(i + 10)] as const),
  ...TENS.map((word, i) => [word, String((i + 2) * 10)] as const),
]);
const LONGEST = Math.max(...[...NUMBER_WORDS.keys()].map(({ length }) => length));
const INITIALS = new Set([...NUMBER_WORDS.keys()].map((word) => word.charCodeAt(0)));
const TENS_WORDS = new Set(TENS);
const COMPOUND_JOINTS = new Set(['-', '\u2010', '\u2011', ' ', '\u00a0']);

/** The digits of an English number word from zero to nineteen or for a ten, given in lower case. */
export function digitsOfNumberWord(word: string): string | undefined {
  // Every word of a text is asked about: most are seen to be none without a look-up, for which the engine has to intern them.
  if (word.length > LONGEST || !INITIALS.has(word.charCodeAt(0))) return undefined;
  return NUMBER_WORDS.get(word);
}

/** Whether two number words with this between them are one number: “twenty-one”, “twenty one”. */
export function isCompoundNumber(tens: string, joint: string, ones: string): boolean {
  return COMPOUND_JOINTS.has(joint) && TENS_WORDS.has(tens) && ONES.includes(ones);
}
