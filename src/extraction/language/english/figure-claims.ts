/** What joins a figure to a verb that claims it. */
export interface FigureVerb {
  /** The word between the verb and what it says: “speaks of”. */
  readonly particle: string | null;
  /** The word between what is counted and the figure: “put the number at”; null where the figure follows at once. */
  readonly before: string | null;
  /** Whether what is counted has to be “it” or “them”: “has them at 7,400 tonnes”, but not “has a game at 7”. */
  readonly pronoun: boolean;
}

const COUNTING: FigureVerb = { particle: null, before: null, pronoun: false };
const SPEAKING: FigureVerb = { particle: 'of', before: null, pronoun: false };
const PUTTING: FigureVerb = { particle: null, before: 'at', pronoun: false };
const HAVING: FigureVerb = { particle: null, before: 'at', pronoun: true };
const GIVING: FigureVerb = { particle: null, before: 'as', pronoun: false };

/** Verbs by which somebody claims a figure. */
export const FIGURE_VERBS: ReadonlyMap<string, FigureVerb> = new Map([
  ['counts', COUNTING],
  ['counted', COUNTING],
  ['tallied', COUNTING],
  ['speaks', SPEAKING],
  ['spoke', SPEAKING],
  ['spoken', SPEAKING],
  ['put', PUTTING],
  ['puts', PUTTING],
  ['has', HAVING],
  ['have', HAVING],
  ['estimates', PUTTING],
  ['estimated', PUTTING],
  ['gives', GIVING],
  ['gave', GIVING],
  ['lists', GIVING],
  ['listed', GIVING],
]);

/** Verbs of doubt whose plural is a noun as well. */
export const PLURAL_STANCES: ReadonlySet<string> = new Set(['dispute', 'doubt', 'question']);
