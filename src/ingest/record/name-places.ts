import { type Place, placeId } from '../../domain/article.js';
import type { Id } from '../../domain/identity.js';
import { matchKey } from '../../domain/matching.js';
import { type Organization, organizationId } from '../../domain/speaker.js';
import type { ExtractedOrganization, ExtractedPlace } from '../../extraction/extraction.js';
import { worldPlace } from '../../extraction/world-place.js';
import type { KnownRecords } from '../../repository/known-records.js';

/** What an article names, under the engine’s id for it. */
export type ByEngineId<Named> = ReadonlyMap<string, Named>;

/** An organization before the store gives it a slug. */
export type NewOrganization = Omit<Organization, 'slug'>;

/** The places that an article names: those known by the name, or new ones. */
export async function namePlaces(places: readonly ExtractedPlace[], known: KnownRecords): Promise<ByEngineId<Place>> {
  const listed = places.map(({ name }) => worldPlace(name) ?? { name, kind: 'OTHER' as const });
  const found = await known.placesCalled(listed.map(({ name }) => matchKey(name)));
  return new Map(
    places.map(({ id }, index) => {
      const { name, kind } = listed[index] ?? { name: '', kind: 'OTHER' };
      const [first, ...others] = (found[index] ?? []).filter(({ placeKind }) => kind === 'OTHER' || placeKind === kind);
      // Two known towns of one name: the article does not say which, and a third is as good as a guess.
      if (first !== undefined && others.length === 0) return [id, first];
      return [id, { id: placeId(name, kind, null), name, placeKind: kind, withinId: null }];
    }),
  );
}

/** The organizations that an article names: those known by a name or alias, or new ones. */
export async function nameOrganizations(
  organizations: readonly ExtractedOrganization[],
  known: KnownRecords,
): Promise<ByEngineId<NewOrganization>> {
  const named = new Map<string, NewOrganization>();
  for (const { id, name, aliases, kind } of organizations) {
    const found = (await known.organizationsCalled([name, ...aliases].map(matchKey))).flat();
    const same = found.find(({ organizationKind }) => organizationKind === kind) ?? found[0];
    named.set(id, same === undefined ? newOrganization(name, aliases, kind) : withNames(same, [name, ...aliases]));
  }
  return named;
}

function newOrganization(
  name: string,
  aliases: readonly string[],
  organizationKind: Organization['organizationKind'],
): NewOrganization {
  const id: Id<'Organization'> = organizationId(name);
  return { id, name, aliases, organizationKind, placeId: null, wikidata: null };
}

function withNames(organization: Organization, names: readonly string[]): NewOrganization {
  const known = new Set([organization.name, ...organization.aliases].map(matchKey));
  return { ...organization, aliases: [...organization.aliases, ...names.filter((name) => !known.has(matchKey(name)))] };
}
