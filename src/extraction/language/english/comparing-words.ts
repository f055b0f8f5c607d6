import type { Comparator } from '../../../domain/statistic.js';
import { wordList } from '../word-list.js';

function phrases(comparator: Comparator, text: string): [string, Comparator][] {
  return text
    .split(',')
    .map((phrase) => phrase.trim())
    .filter(Boolean)
    .map((phrase) => [phrase, comparator]);
}

/** What stands right before a number and says how it compares; of two that fit the longer one holds. */
export const COMPARISONS_BEFORE: ReadonlyMap<string, Comparator> = new Map([
  ...phrases(
    'APPROXIMATE',
    `about, around, some, roughly, nearly, almost, approximately, approx, approx., circa, ca, close to, near, barely,
    an estimated, estimated, in the region of, in the vicinity of, something like, or so, more or less, just about,
    give or take, virtually, practically, upward of about, at about, at around, at roughly, ~, ≈`,
  ),
  ...phrases(
    'MORE_THAN',
    `more than, over, well over, just over, above, well above, just above, exceeding, upwards of, upward of, in excess of,
    greater than, higher than, larger than, bigger than, longer than, better than, beyond, north of, topping, surpassing,
    slightly more than, a little more than, a little over, much more than, far more than, >, older than, heavier than`,
  ),
  ...phrases(
    'AT_LEAST',
    `at least, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum of, as few as,
    as little as, no lower than, ≥, at the very least`,
  ),
  ...phrases(
    'LESS_THAN',
    `fewer than, less than, under, just under, well under, below, just below, well below, lower than, smaller than, shy of,
    just shy of, shorter than, slightly less than, a little less than, a little under, just less than, south of, <,
    not quite, lighter than, slightly under, slightly below`,
  ),
  ...phrases(
    'AT_MOST',
    `up to, no more than, not more than, at most, at the most, a maximum of, maximum of, as many as, as much as, as high as,
    no greater than, no higher than, not exceeding, no longer than, ≤, as long as, as large as`,
  ),
]);

/** What stands behind a number and says how it compares. */
export const COMPARISONS_BEHIND: ReadonlyMap<string, Comparator> = new Map([
  ...phrases('APPROXIMATE', 'or so, or thereabouts, give or take, more or less, or thereby'),
  ...phrases('AT_LEAST', 'or more, or above, or over, or higher, or greater, or longer, and above, and up, +, plus'),
  ...phrases('AT_MOST', 'or less, or fewer, or below, or under, or lower, or younger, max, tops, at most, at the most'),
]);

/** Verbs, nouns and adverbs of going up, in all their forms. */
export const RISING: ReadonlySet<string> = wordList(`
  rise rises rose risen rising increase increases increased increasing grow grows grew grown growing gain gains gained
  gaining climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring
  advance advances advanced advancing rally rallies rallied rallying leap leaps leaped leapt leaping spike spikes spiked
  spiking swell swells swelled swollen expand expands expanded expanding rebound rebounds rebounded accelerate accelerates
  accelerated improve improves improved strengthen strengthens strengthened skyrocket skyrocketed rocket rocketed balloon
  ballooned mushroom mushroomed appreciate appreciated edge edged inch inched tick ticked add adds added raise raises raised
  raising boost boosts boosted lift lifts lifted hike hikes hiked up higher
`);

/** Verbs, nouns and adverbs of going down, in all their forms. */
export const FALLING: ReadonlySet<string> = wordList(`
  fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases
  decreased decreasing tumble tumbles tumbled tumbling plummet plummets plummeted plummeting plunge plunges plunged
  plunging slide slides slid sliding slip slips slipped slipping sink sinks sank sunk sinking shed sheds shedding dip dips
  dipped dipping lose loses lost losing shrink shrinks shrank shrunk shrinking contract contracts contracted ease eases
  eased easing weaken weakens weakened slump slumps slumped slumping crash crashes crashed retreat retreats retreated slow
  slows slowed slowing cut cuts cutting reduce reduces reduced reducing lower lowers lowered lowering depreciate depreciated
  dwindle dwindled diminish diminished down
`);

/** Of these, verbs that take what is not a change as their object as well: “lost three men”, “added two rooms”. */
export const CHANGING_ONLY_SHARES: ReadonlySet<string> = wordList(`
  gain gains gained gaining lose loses lost losing add adds added shed sheds shedding cut cuts cutting raise raises raised
  raising lower lowers lift lifts lifted boost hike reduce reduces reduced drop drops dropped dropping edge edged inch
  contract contracts contracted appreciate lowered lowering jump jumps jumped jumping leap leaps leaped leapt climb climbs
  climbed climbing swell swells spread advance sink sinks sank sunk crash crashes crashed
`);

/** Words that can stand between a verb of change and the number without changing what they say. */
export const CHANGE_FILLERS: ReadonlySet<string> = wordList(`
  a an the just only another further record additional whopping staggering mere total combined average sharply slightly
  steadily modestly again even still also now more by as well of nearly almost about around roughly some
`);

/** Forms of these verbs that are no nouns. */
export const VERBS_OF_CHANGE: ReadonlySet<string> = wordList(`
  rose risen grew grown climbed jumped surged soared advanced gained fell fallen dropped declined tumbled plummeted plunged
  slid slipped sank shed dipped lost shrank slumped retreated rises falls climbs jumps soars drops tumbles plunges slips
  added raised increased decreased reduced lowered
`);
