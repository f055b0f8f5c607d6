import type { ArticleRecord } from '../../domain/record.js';
import type { Cast } from './cast.js';

type Facts = Pick<
  ArticleRecord,
  'roles' | 'relationships' | 'appearances' | 'unnamedSources' | 'statements' | 'statistics' | 'unresolved'
>;

/** Those of the cast whom the facts of one article name, in the order of the cast, with the places that they belong to. */
export function castOf(
  facts: Facts,
  cast: Cast,
): Pick<ArticleRecord, 'places' | 'organizations' | 'people' | 'metrics'> {
  const ids = new Set<string | null>(idsIn(facts));
  const organizations = cast.organizations.all.filter(({ id }) => ids.has(id));
  for (const { placeId } of organizations) ids.add(placeId);
  // A place stands below the one that it lies in: going up, each place that is reached names the next.
  for (const { id, withinId } of cast.places.all.reverse()) if (ids.has(id)) ids.add(withinId);
  return {
    places: cast.places.all.filter(({ id }) => ids.has(id)),
    organizations,
    people: cast.people.all.filter(({ id }) => ids.has(id)),
    metrics: cast.metrics.all.filter(({ id }) => ids.has(id)),
  };
}

function* idsIn(facts: Facts): Generator<string | null> {
  for (const { subjectId } of facts.appearances) yield subjectId;
  for (const { personId, organizationId } of facts.roles) yield* [personId, organizationId];
  for (const { personId, otherId } of facts.relationships) yield* [personId, otherId];
  for (const { affiliationId } of facts.unnamedSources) yield affiliationId;
  for (const { speakerId, speakerCandidateIds, about } of facts.statements) {
    yield* [speakerId, ...speakerCandidateIds];
    for (const { subjectId, candidateIds } of about) yield* [subjectId, ...candidateIds];
  }
  for (const { metricId, placeId } of facts.statistics) yield* [metricId, placeId];
  for (const { candidateIds } of facts.unresolved) yield* candidateIds;
}
