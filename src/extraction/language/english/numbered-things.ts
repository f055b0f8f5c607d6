import { wordList } from '../word-list.js';

/** Nouns that a number behind them names and does not count: “page 114”, “room 9”, “number two”. */
export const NUMBERED_THINGS: ReadonlySet<string> = wordList(`
  page pages p pp room route highway road motorway interstate line pier gate platform flight bus tram train chapter section
  sections part article articles clause paragraph rule act number numbers no nos nr № # phase level channel category class
  grade day week year version volume vol issue episode season figure table appendix exhibit item question step stage group
  lane block apartment apt suite unit floor door seat row ward district precinct zone area sector exit junction berth hole
  lot box model type mark size psalm verse round game match set test building house terminal division tier league team
  squadron battalion brigade regiment resolution proposition prop amendment measure law bill order case form iphone
  android windows ios covid minute age aged quarter under-
`);

/** Words before a number that ranks: “the top 10”. */
export const RANKING: ReadonlySet<string> = wordList('top bottom last-placed final');

/** “One” before these counts nothing: “one day”, “one another”. */
export const NOT_COUNTED_BY_ONE: ReadonlySet<string> = wordList(`
  day another point time thing way hand side moment reason sense occasion word night morning evening afternoon
  instance example stage side's size fell half other account respect end
`);

/** Words after which “one” is a pronoun: “no one”, “the old one”. */
export const BEFORE_ONE_AS_PRONOUN: ReadonlySet<string> = wordList(`
  no any every each this that which another the some such many day's
`);

export const MONTHS: ReadonlySet<string> = wordList(`
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec
`);

export const WEEKDAYS: ReadonlySet<string> = wordList(`
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
`);

export const CLOCK_MARKS: ReadonlySet<string> = wordList(`
  am pm gmt bst utc cet est edt et pt pst pdt o'clock oclock noon hours' a.m p.m hrs
`);

export const ORDINAL_ENDINGS: ReadonlySet<string> = wordList('st nd rd th');

export const ORDINALS: ReadonlySet<string> = wordList(`
  first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
  sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth
  hundredth thousandth millionth
`);

/** Words that lead into a year. */
export const BEFORE_A_YEAR: ReadonlySet<string> = wordList(`
  in since from until till by of between and to during before after around circa late early mid fiscal year season
`);

/** Ends of street names. */
export const STREETS: ReadonlySet<string> = wordList(
  'street avenue road lane drive boulevard square st ave rd blvd court place way',
);
