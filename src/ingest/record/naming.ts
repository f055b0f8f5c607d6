import { type Appearance, type Place, type SubjectId, type Topic, topicId } from '../../domain/article.js';
import { type Id, isId } from '../../domain/identity.js';
import type { IdentityCandidate } from '../../domain/identity-candidate.js';
import { nameKey } from '../../domain/names.js';
import type { Stretch, TextSpan } from '../../domain/span.js';
import { type SpeakerId, type UnnamedSource, unnamedSourceId } from '../../domain/speaker.js';
import type { Reference } from '../../domain/statement.js';
import type { Extraction } from '../../extraction/extraction.js';
import type { KnownRecords } from '../../repository/known-records.js';
import { type ArticleDraft, spanOf } from './article-draft.js';
import { type NewPerson, namePeople } from './name-people.js';
import { type ByEngineId, type NewOrganization, nameOrganizations, namePlaces } from './name-places.js';

/** Everybody and everything that one article names, under the engine’s ids. */
export interface Naming {
  readonly draft: ArticleDraft;
  readonly people: ByEngineId<NewPerson>;
  readonly organizations: ByEngineId<NewOrganization>;
  readonly places: ByEngineId<Place>;
  readonly topics: ByEngineId<Topic>;
  readonly sources: ByEngineId<UnnamedSource>;
  /** People whom the text does not settle, and whom the name may mean. */
  readonly open: ByEngineId<readonly Id<'Person'>[]>;
  readonly candidates: readonly IdentityCandidate[];
}

/** Finds out whom and what an article means by the names in it. */
export async function nameAll(draft: ArticleDraft, found: Extraction, known: KnownRecords): Promise<Naming> {
  const organizations = await nameOrganizations(found.organizations, known);
  const places = await namePlaces(found.places, known);
  const { text } = draft.revision;
  const { people, open, candidates } = await namePeople({ text, people: found.people }, organizations, known);
  const topics = new Map(found.topics.map(({ id, name }) => [id, { id: topicId(name), name }]));
  return {
    draft,
    people,
    organizations,
    places,
    topics,
    open,
    candidates,
    sources: sourcesOf(draft, found, organizations),
  };
}

function sourcesOf(
  { article, provenance }: ArticleDraft,
  { unnamedSources }: Extraction,
  organizations: ByEngineId<NewOrganization>,
): ByEngineId<UnnamedSource> {
  const alike = new Map<string, number>();
  const sources = new Map<string, UnnamedSource>();
  for (const { id, description, kind, plural, affiliation } of unnamedSources) {
    const ordinal = alike.get(nameKey(description)) ?? 0;
    alike.set(nameKey(description), ordinal + 1);
    sources.set(id, {
      ...{ id: unnamedSourceId(article.id, description, ordinal), articleId: article.id },
      ...{ description, sourceKind: kind, plural, provenance },
      affiliationId: (affiliation === null ? undefined : organizations.get(affiliation)?.id) ?? null,
    });
  }
  return sources;
}

/** Who the engine says speaks; null for one whom the text, or the store, does not settle. */
export function speakerOf(naming: Naming, engineId: string): SpeakerId | null {
  const { people, organizations, sources } = naming;
  return (people.get(engineId) ?? organizations.get(engineId) ?? sources.get(engineId))?.id ?? null;
}

/** Whom the engine’s candidates stand for, each once; one who is open stands for those whom the name may mean. */
export function candidatesOf(naming: Naming, engineIds: readonly string[]): SpeakerId[] {
  const ids = engineIds.flatMap((id): readonly SpeakerId[] => {
    const speaker = speakerOf(naming, id);
    return speaker === null ? (naming.open.get(id) ?? []) : [speaker];
  });
  return [...new Set(ids)];
}

/** What the engine’s id stands for among what can be spoken of; undefined for a person whom nothing settles. */
export function subjectOf({ people, organizations, places, topics }: Naming, engineId: string): SubjectId | undefined {
  return (people.get(engineId) ?? organizations.get(engineId) ?? places.get(engineId) ?? topics.get(engineId))?.id;
}

/** Where the article names everybody and everything; its own topics as a whole. */
export function appearancesOf(naming: Naming, found: Extraction): Appearance[] {
  const { draft } = naming;
  const articleId = draft.article.id;
  const mentions = new Map<SubjectId, TextSpan[]>(draft.topics.map(({ id }) => [id, []]));
  for (const named of [...found.people, ...found.organizations, ...found.places, ...found.topics]) {
    const subjectId = subjectOf(naming, named.id);
    if (subjectId === undefined) continue;
    const spans = named.mentions.map((mention) => spanOf(draft, mention));
    mentions.set(subjectId, [...(mentions.get(subjectId) ?? []), ...spans]);
  }
  return [...mentions].map(([subjectId, spans]) => ({ articleId, subjectId, mentions: inTextOrder(spans) }));
}

function inTextOrder(spans: readonly TextSpan[]): TextSpan[] {
  const byPlace = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]));
  return [...byPlace.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The names that the article leaves open: those that the engine could not settle, and bare surnames. */
export function unresolvedOf(naming: Naming, found: Extraction): Reference[] {
  const { draft, open } = naming;
  const named = found.people.flatMap(({ id, mentions }) => {
    const candidates = open.get(id);
    return candidates === undefined ? [] : [openReference(draft, mentions, candidates)];
  });
  const unsettled = found.unresolved.map(({ span, candidates }) =>
    openReference(draft, [span], candidatesOf(naming, candidates).filter(isSubject)),
  );
  return [...named, ...unsettled];
}

/** A reference that is left open between candidates; one candidate alone is as good as none. */
export function openReference(
  draft: ArticleDraft,
  mentions: readonly Stretch[],
  candidates: readonly SubjectId[],
): Reference {
  const spans = mentions.map((mention) => spanOf(draft, mention));
  if (candidates.length < 2) return { status: 'UNKNOWN', subjectId: null, candidateIds: [], spans };
  return { status: 'AMBIGUOUS', subjectId: null, candidateIds: candidates, spans };
}

function isSubject(id: SpeakerId): id is Id<'Person' | 'Organization'> {
  return isId(id, 'Person', 'Organization');
}
