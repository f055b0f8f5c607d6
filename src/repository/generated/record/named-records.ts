import type { Appearance, Place } from '../../../domain/article.js';
import type { ArticleRecord } from '../../../domain/record.js';
import type { Cast } from '../story.js';
import type { World } from '../world/world.js';
import type { ArticleDraft } from '../writing/article-draft.js';
import type { Named } from '../writing/clause.js';
import { isCharacter } from '../writing/voices.js';
import type { ArticleIdentity } from './article-identity.js';

type NamedRecords = Pick<
  ArticleRecord,
  | 'topics'
  | 'places'
  | 'organizations'
  | 'people'
  | 'metrics'
  | 'roles'
  | 'relationships'
  | 'appearances'
  | 'unresolved'
>;

/** Whom and what a written article names, with all that these belong to. */
export function namedRecords(draft: ArticleDraft, cast: Cast, world: World, identity: ArticleIdentity): NamedRecords {
  const named = new Map([...draft.named, ...unnamedInText(draft).map((each) => [each.entity.id, each] as const)]);
  const organizations = [...named.values()].flatMap(({ kind, entity }) => (kind === 'ORGANIZATION' ? [entity] : []));
  return {
    topics: cast.topics,
    places: placesOf([...named.values()], draft, world),
    organizations,
    people: [...named.values()].flatMap(({ kind, entity }) => (kind === 'PERSON' ? [entity] : [])),
    metrics: [...new Set(draft.statistics.map(({ figure }) => figure.measured.metric))],
    roles: draft.roles.map(({ character: { person, role }, employer, mark }) => ({
      personId: person.id,
      title: role ?? '',
      organizationId: employer?.id ?? null,
      from: null,
      to: null,
      evidence: [identity.span(mark)],
    })),
    relationships: draft.relationships.map(({ one, kind, other, mark }) => ({
      personId: one.person.id,
      kind,
      otherId: other.person.id,
      evidence: [identity.span(mark)],
    })),
    appearances: appearancesOf(draft, cast, identity),
    unresolved: draft.unresolved.map(({ mark, candidates }) => ({
      status: candidates.length === 0 ? 'UNKNOWN' : 'AMBIGUOUS',
      subjectId: null,
      candidateIds: candidates.map(({ person }) => person.id),
      spans: [identity.span(mark)],
    })),
  };
}

/** Those whom the record needs though the text names them nowhere: for whom a source works, who may be meant. */
function unnamedInText({ statements, unresolved }: ArticleDraft): Named[] {
  const affiliations = statements.flatMap(({ voice }) =>
    voice.status === 'UNNAMED' && voice.source.affiliation !== null ? [voice.source.affiliation] : [],
  );
  const speakers = statements.flatMap(({ voice }) => {
    if (voice.status === 'AMBIGUOUS') return voice.candidates;
    return voice.status === 'NAMED' && isCharacter(voice.speaker) ? [voice.speaker] : [];
  });
  const candidates = unresolved.flatMap((reference) => reference.candidates);
  return [
    ...affiliations.map((entity): Named => ({ kind: 'ORGANIZATION', entity })),
    ...[...speakers, ...candidates].map(({ person }): Named => ({ kind: 'PERSON', entity: person })),
  ];
}

function placesOf(named: readonly Named[], { statistics }: ArticleDraft, world: World): Place[] {
  const places = named.flatMap(({ kind, entity }) => {
    if (kind === 'PLACE') return [entity];
    const home = kind === 'ORGANIZATION' && entity.placeId !== null ? world.placeWith(entity.placeId) : undefined;
    return home === undefined ? [] : [home];
  });
  const counted = statistics.map(({ figure }) => figure.place);
  return [...new Set([...places, ...counted].flatMap((place) => world.withSurroundings(place)))];
}

function appearancesOf({ text }: ArticleDraft, { topics }: Cast, identity: ArticleIdentity): Appearance[] {
  const { articleId } = identity;
  return [
    ...topics.map(({ id }) => ({ articleId, subjectId: id, mentions: [] })),
    ...[...text.mentions].map(([subjectId, marks]) => ({ articleId, subjectId, mentions: identity.spans(marks) })),
  ];
}
