import type { Place } from '../../../domain/article.js';
import { inventMetrics } from './metrics.js';
import { AGENCY_EVERY, inventOrganization, MOST_ORGANIZATIONS, type Organization } from './organizations.js';
import { inventOutlets } from './outlets.js';
import { People } from './people.js';
import { inventPlaces } from './places.js';
import { inventTopics } from './topics.js';

/** How many people and organizations the news knows from the start. */
const FIRST_PEOPLE = 60;
const FIRST_ORGANIZATIONS = 40;
/** How often somebody new enters the news for good, in articles. */
const NEWCOMER_EVERY = 4;

/** The invented world that the news is about. It is the same for every seed: the seed decides what happens in it. */
export class World {
  readonly outlets = inventOutlets();
  readonly places = inventPlaces();
  readonly topics = inventTopics();
  readonly metrics = inventMetrics();
  readonly people = new People();
  readonly #countries = this.places.filter(({ placeKind }) => placeKind === 'COUNTRY');
  readonly #organizations = new Map<number, Organization>();
  readonly #placesById = new Map(this.places.map((place) => [place.id, place]));

  /** How many people have entered the news before the article with a number. */
  peopleBefore(article: number): number {
    return FIRST_PEOPLE + 20 * Math.floor(Math.sqrt(article)) + Math.floor(article / NEWCOMER_EVERY);
  }

  organizationsBefore(article: number): number {
    return Math.min(MOST_ORGANIZATIONS, FIRST_ORGANIZATIONS + Math.floor(Math.sqrt(article) / 8));
  }

  organization(number: number): Organization {
    const known = this.#organizations.get(number);
    if (known !== undefined) return known;
    const organization = inventOrganization(number, this.#countries);
    this.#organizations.set(number, organization);
    return organization;
  }

  /** One of the first `size` organizations that is a news agency; `turn` says which. */
  agency(turn: number, size: number): Organization {
    return this.organization((turn % Math.ceil(size / AGENCY_EVERY)) * AGENCY_EVERY);
  }

  /** The place and all that it lies in, from the outermost on. */
  withSurroundings(place: Place): Place[] {
    const around = place.withinId === null ? undefined : this.#placesById.get(place.withinId);
    return around === undefined ? [place] : [...this.withSurroundings(around), place];
  }

  /** The place with an id of this world. */
  placeWith(id: Place['id']): Place | undefined {
    return this.#placesById.get(id);
  }
}
