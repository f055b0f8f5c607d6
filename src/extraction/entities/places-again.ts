import type { Document, Token } from '../document.js';
import { PLACES_AGAIN } from '../language/english/places.js';
import type { Cast, PlaceEntry } from './cast.js';

/** Adds the mentions of places by the noun of their names alone: “the dam” behind “the Kelder Dam”. */
export function settlePlacesAgain({ tokens }: Document, cast: Cast): void {
  const byNoun = placesByNoun(cast);
  if (byNoun.size === 0) return;
  for (const token of tokens) {
    const place = byNoun.get(token.lower);
    if (place === undefined || place === null || token.lower !== token.text) continue;
    const article = tokens[token.index - 1];
    const isKnown = (place.mentions[0]?.start ?? token.start) < token.start;
    if (article?.lower !== 'the' || !isKnown || cast.at(token.index) !== undefined || isModifier(token, tokens))
      continue;
    cast.mention(place, {
      firstToken: article.index,
      endToken: token.index + 1,
      start: article.start,
      end: token.end,
      sentence: token.sentence,
    });
  }
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
