import type { Document, Token } from '../document.js';
import { PLACE_HEADS, PLACES_AGAIN, WORLD } from '../language/english/places.js';
import type { Cast, Mention, PlaceEntry } from './cast.js';

/** Adds the mentions of places by a noun alone: “the dam” behind “the Kelder Dam”, “the town” behind “in Vellby”. */
export function settlePlacesAgain({ tokens }: Document, cast: Cast): void {
  const byNoun = placesByNoun(cast);
  let town: PlaceEntry | undefined;
  for (const token of tokens) {
    const named = cast.at(token.index)?.entry;
    if (named?.type === 'PLACE' && isTown(named) && !isBehindPlace(token, cast)) town = named;
    if (named !== undefined || token.lower !== token.text || tokens[token.index - 1]?.lower !== 'the') continue;
    const place = TOWNS.has(token.lower) ? town : byNoun.get(token.lower);
    if (place !== undefined && place !== null && isKnownAt(place, token) && !isModifier(token, tokens))
      cast.mention(place, mentionOf(tokens, token));
  }
}

const TOWNS: ReadonlySet<string> = new Set(['town', 'city', 'village']);

/** Whether a place can be a town, as far as its name tells. */
function isTown({ name }: PlaceEntry): boolean {
  return !WORLD.countries.has(name) && !name.split(' ').some((word) => PLACE_HEADS.has(word));
}

/** “Vellby, Corvania”: the larger one stands behind. */
function isBehindPlace({ index }: Token, cast: Cast): boolean {
  return cast.at(index - 1) === undefined && cast.at(index - 2)?.entry.type === 'PLACE';
}

function isKnownAt({ mentions: [first] }: PlaceEntry, { start }: Token): boolean {
  return first !== undefined && first.start < start;
}

/** A noun with its article. */
function mentionOf(tokens: readonly Token[], { index, start, end, sentence }: Token): Mention {
  const article = tokens[index - 1];
  return { firstToken: index - 1, endToken: index + 1, start: article?.start ?? start, end, sentence };
}

/** Places by the noun that says what they are; null where that is said of several. */
function placesByNoun(cast: Cast): ReadonlyMap<string, PlaceEntry | null> {
  const found = new Map<string, PlaceEntry | null>();
  for (const place of cast.places) {
    const words = place.name.split(' ');
    const noun = words.length > 1 ? words.find((word) => PLACES_AGAIN.has(word.toLowerCase())) : undefined;
    if (noun === undefined) continue;
    const key = noun.toLowerCase();
    found.set(key, found.has(key) ? null : place);
  }
  return found;
}

/** “The dam safety board”, “the bridge of Vellby”. */
function isModifier({ index, sentence }: Token, tokens: readonly Token[]): boolean {
  const next = tokens[index + 1];
  return (
    next?.sentence === sentence && (/^(?:NOUN|PROPN)$/u.test(next.pos) || next.lower === 'of' || next.text === '-')
  );
}
