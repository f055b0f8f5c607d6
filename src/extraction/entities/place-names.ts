import { INSTITUTIONS } from '../language/english/organizations.js';
import { PLACE_PREPOSITIONS, SEATS, WORLD } from '../language/english/places.js';
import { TITLE_NOUNS } from '../language/english/titles.js';
import type { NamedRun } from './name-kinds.js';
import { type Naming, wordCount } from './naming.js';

/** “The North” for North Velland, where the text names no other North. */
export function halvesOfCountries(runs: readonly NamedRun[]): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { name, kind } of runs) {
    const country = kind === 'PLACE' ? name : WORLD.adjectives.get(name);
    const half = country === undefined ? undefined : HALF.exec(country)?.[0];
    if (country !== undefined && half !== undefined) found.set(half, (found.get(half) ?? new Set()).add(country));
  }
  return new Map(
    [...found].flatMap(([half, [name, another]]) =>
      name !== undefined && another === undefined ? [[half, name]] : [],
    ),
  );
}

const HALF = /^(?:North|South|East|West)(?= \p{Lu}\p{Ll}+$)/u;

/** Single words that the text uses as names of places somewhere: “in Vellby”, “the government of Corvania”. */
export function namesOfPlaces(naming: Naming, runs: readonly NamedRun[]): ReadonlySet<string> {
  const stems = stemsOfDemonyms(naming);
  const isPlace = (run: NamedRun) =>
    run.kind === 'UNKNOWN' &&
    wordCount(run) === 1 &&
    !DEMONYM.test(run.name) &&
    (isInDateline(naming, run) ||
      isGoverned(naming, run) ||
      hasInstitution(naming, run) ||
      stems.some((stem) => run.name.startsWith(stem)));
  return new Set(runs.filter(isPlace).map(({ name }) => name));
}

/** The second name in a dateline: “VELLBY, Corvania –”. */
function isInDateline({ document: { tokens, paragraphs } }: Naming, { firstToken, endToken }: NamedRun): boolean {
  const city = tokens[firstToken - 2];
  const [comma, dash] = [tokens[firstToken - 1], tokens[endToken]];
  const opens = city !== undefined && (paragraphs[city.paragraph]?.firstToken ?? -9) > firstToken - 6;
  return opens && /^\p{Lu}{3,}$/u.test(city.text) && comma?.text === ',' && /^(?:–|—|--?)$/u.test(dash?.text ?? '');
}

/** “The government of Corvania”, “the ministry of Corvania”, “the island of Corvania”. */
function isGoverned({ document: { tokens } }: Naming, { firstToken, sentence }: NamedRun): boolean {
  const [of, noun] = [tokens[firstToken - 1], tokens[firstToken - 2]];
  if (of?.lower !== 'of' || of.sentence !== sentence || noun === undefined) return false;
  const kind = INSTITUTIONS.get(noun.lower);
  return SEATS.has(noun.lower) || kind === 'GOVERNMENT' || kind === 'MILITARY';
}

/** How many words there can be between a country and its ministry: “the Corvanian public health ministry”. */
const LONGEST_PORTFOLIO = 2;

/** “The Corvania health ministry”, “the Corvania Press Agency”: what a state has is named after it. */
function hasInstitution({ document: { tokens }, cast }: Naming, { name, firstToken, endToken }: NamedRun): boolean {
  if (tokens[firstToken - 1]?.lower === 'the') {
    const behind = tokens.slice(endToken, endToken + LONGEST_PORTFOLIO + 1);
    const noun = behind.findIndex(({ lower }) => OF_STATES.has(INSTITUTIONS.get(lower) ?? 'OTHER'));
    if (
      noun >= 0 &&
      behind.slice(0, noun).every(({ pos, text }) => /^(?:NOUN|ADJ)$/u.test(pos) && /^\p{Ll}/u.test(text))
    )
      return true;
  }
  return cast.organizationsWith(name).some((each) => each.kind === 'NEWS_AGENCY' && each.name.startsWith(`${name} `));
}

const OF_STATES: ReadonlySet<string> = new Set(['GOVERNMENT', 'MILITARY']);

/** What the words that say where somebody is from have in common with names of countries: “Corvan” of “Corvanian”. */
function stemsOfDemonyms({ document: { tokens } }: Naming): readonly string[] {
  const stems = tokens.flatMap(({ text }) => DEMONYM.exec(text)?.groups?.['stem'] ?? []);
  return [...new Set(stems)].slice(0, MOST_DEMONYMS);
}

const DEMONYM = /^(?<stem>\p{Lu}\p{Ll}{3,})(?:ish|ian|ean|ese)$/u;

/** No article is about more countries than that. */
const MOST_DEMONYMS = 20;

/** Whether the words before a run are those before a place: “in Vellby”, “the capital of Corvania”. */
export function isPlaced({ document: { tokens } }: Naming, { firstToken, sentence }: NamedRun): boolean {
  const [before, second] = [tokens[firstToken - 1], tokens[firstToken - 2]];
  if (before === undefined || before.sentence !== sentence) return false;
  if (PLACE_PREPOSITIONS.has(before.lower)) return true;
  return before.lower === 'of' && second !== undefined && (TITLE_NOUNS.has(second.lower) || SEATS.has(second.lower));
}
