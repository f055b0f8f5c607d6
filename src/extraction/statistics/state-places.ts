import type { ExtractedOrganization, ExtractedPlace } from '../extraction.js';
import { KNOWN_ORGANIZATIONS, ORGANIZATION_HEADS } from '../language/english/organizations.js';

/** Where the figures hold that a state gives of itself, and nobody says where: “Corvania has reported 14 cases”. */
export class StatePlaces {
  /** The places of states, by the ids of the organizations that they speak as. */
  readonly #byState = new Map<string, ExtractedPlace>();
  readonly #known: readonly ExtractedPlace[];

  constructor(organizations: readonly ExtractedOrganization[], places: readonly ExtractedPlace[]) {
    this.#known = places;
    let number = places.length;
    for (const { id, kind, name, mentions } of organizations) {
      const country = kind === 'GOVERNMENT' ? countryIn(name) : undefined;
      if (country === undefined) continue;
      const place = places.find((each) => each.name === country);
      this.#byState.set(id, place ?? { id: `l${++number}`, name: country, mentions });
    }
  }

  /** The place of a state, by its id; null for anybody else. */
  placeOf(speaker: string | null): string | null {
    return (speaker === null ? undefined : this.#byState.get(speaker)?.id) ?? null;
  }

  /** The places of a text, with those that its figures take from states. */
  placesWith(used: ReadonlySet<string | null>): readonly ExtractedPlace[] {
    const added = [...this.#byState.values()].filter((place) => used.has(place.id) && !this.#known.includes(place));
    return [...this.#known, ...added];
  }

  get all(): readonly ExtractedPlace[] {
    return [...new Set([...this.#known, ...this.#byState.values()])];
  }
}

/** The country that a state’s name is; undefined for a ministry or a palace. */
function countryIn(name: string): string | undefined {
  const country = /^Government of (?<country>.+)$/u.exec(name)?.groups?.['country'];
  if (country !== undefined) return country;
  const words = name.split(/[\s-]+/u);
  const isInstitution = words.some((word) => !/^\p{Lu}/u.test(word) || ORGANIZATION_HEADS.has(word.toLowerCase()));
  return isInstitution || KNOWN_ORGANIZATIONS.has(name) ? undefined : name;
}
