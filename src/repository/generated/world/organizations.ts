import type { Place } from '../../../domain/article.js';
import type { ArticleRecord } from '../../../domain/record.js';
import { type OrganizationKind, organizationId } from '../../../domain/speaker.js';

export type Organization = ArticleRecord['organizations'][number];

const FIELDS = [
  'Tides',
  'Roads',
  'Public Health',
  'Fisheries',
  'Schooling',
  'Finance',
  'Housing',
  'Lighthouses',
  'Trade',
  'Forests',
  'Energy',
  'Labour',
];
const FIRMS = [
  'Saltmarsh',
  'Northlight',
  'Greywater',
  'Halyard',
  'Ironquay',
  'Kelpline',
  'Lodestar',
  'Mooring',
  'Oakum',
  'Plimsoll',
];
const BRANCHES = ['Shipping', 'Power', 'Foods', 'Insurance', 'Timber'];
const AGENCIES = [
  'Beacon',
  'Signal',
  'Curlew',
  'Longshore',
  'Skerry',
  'Tideline',
  'Foghorn',
  'Petrel',
  'Windrose',
  'Semaphore',
];
const DESKS = ['News Agency', 'Wire', 'Press Service', 'Dispatches'];
const PARTIES = ['Islanders’ League', 'Lantern Front', 'Free Harbour Union', 'Orchard Alliance'];
const BODIES = [
  'Institute for Shoals',
  'Consumers’ Council',
  'Hospital Trust',
  'Pilots’ Guild',
  'Rescue Society',
  'Farmers’ Chamber',
  'Weather Bureau',
  'Teachers’ Association',
];
const FORCES = ['Coast Guard', 'Harbour Patrol', 'Signal Corps', 'Border Rangers'];
const JOINT = ['Council of the Straits', 'Archipelago Bank', 'Court of Passage', 'Inter-Island Assembly'];

/** The kinds, in the order in which they take turns. */
const KINDS = [
  'NEWS_AGENCY',
  'GOVERNMENT',
  'OTHER',
  'COMPANY',
  'GOVERNMENT',
  'PARTY',
  'INTERNATIONAL',
  'MILITARY',
] as const;
const SECOND_GOVERNMENT = KINDS.lastIndexOf('GOVERNMENT');

/** How far apart news agencies stand among the organizations; number 0 is the first. */
export const AGENCY_EVERY = KINDS.length;
/** How many organizations there are with a name of their own. */
export const MOST_ORGANIZATIONS = 40 * KINDS.length;

/** The organization with a number, in the order in which they enter the news. */
export function inventOrganization(number: number, countries: readonly Place[]): Organization {
  const organizationKind = KINDS[number % KINDS.length] ?? 'OTHER';
  const turn = turnOf(number);
  const round = Math.floor(turn / countries.length);
  const country = countries[turn % countries.length];
  const name = nameOf(organizationKind, turn, round, country?.name ?? '');
  return {
    id: organizationId(name),
    name,
    aliases: organizationKind === 'GOVERNMENT' ? [name.slice(name.indexOf('Ministry'))] : [],
    organizationKind,
    placeId: organizationKind === 'INTERNATIONAL' ? null : (country?.id ?? null),
    wikidata: null,
  };
}

/** The how-manieth of its kind an organization is. */
function turnOf(number: number): number {
  const turn = Math.floor(number / KINDS.length);
  if (KINDS[number % KINDS.length] !== 'GOVERNMENT') return turn;
  return 2 * turn + (number % KINDS.length === SECOND_GOVERNMENT ? 1 : 0);
}

/** A name by turn and country, where `round` counts how often all countries have had theirs. */
function nameOf(kind: OrganizationKind, turn: number, round: number, country: string): string {
  switch (kind) {
    case 'NEWS_AGENCY':
      return `${at(AGENCIES, turn)} ${at(DESKS, Math.floor(turn / AGENCIES.length))}`;
    case 'GOVERNMENT':
      return `${country} Ministry of ${at(FIELDS, turn + round)}`;
    case 'COMPANY':
      return `${at(FIRMS, turn)} ${at(BRANCHES, Math.floor(turn / FIRMS.length))}`;
    case 'PARTY':
      return `${country} ${at(PARTIES, turn + round)}`;
    case 'INTERNATIONAL':
      return turn < JOINT.length ? at(JOINT, turn) : `${country} Chamber of the ${at(JOINT, round)}`;
    case 'MILITARY':
      return `${country} ${at(FORCES, round)}`;
    case 'OTHER':
      return `${country} ${at(BODIES, turn + round)}`;
  }
}

function at(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}
