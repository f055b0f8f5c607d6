import type { PlaceKind } from '../domain/article.js';
import { WORLD } from './language/english/places.js';

/** A place that the engine knows from everywhere, not from the text. */
export interface WorldPlace {
  /** The name it is listed under: “Britain” for the United Kingdom. */
  readonly name: string;
  readonly kind: PlaceKind;
}

/** What is known of the place of a name; undefined for one that only its text tells of. */
export function worldPlace(name: string): WorldPlace | undefined {
  const country = WORLD.countries.get(name);
  if (country !== undefined) return { name: country, kind: 'COUNTRY' };
  return WORLD.capitals.has(name) ? { name, kind: 'CITY' } : undefined;
}
