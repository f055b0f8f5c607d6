import type { Topic } from '../../domain/article.js';
import type { IdentityCandidate } from '../../domain/identity-candidate.js';
import type { ArticleRecord } from '../../domain/record.js';
import { inverseOf, type Relationship, type Role } from '../../domain/speaker.js';
import { relationId, type StatementRelation } from '../../domain/statement.js';
import type { Extraction } from '../../extraction/extraction.js';
import type { KnownRecords } from '../../repository/known-records.js';
import { type ArticleDraft, spanOf } from './article-draft.js';
import { appearancesOf, type Naming, nameAll, unresolvedOf } from './naming.js';
import { type StatementsByEngineId, statementsOf } from './statements.js';
import { statisticsOf } from './statistics.js';

/** What an article says, as the store takes it, and which people in it may be others that are known. */
export interface ReadArticle {
  readonly record: ArticleRecord;
  readonly candidates: readonly IdentityCandidate[];
}

/** Makes the record of an article of what the engine found in its text; whom the names mean is asked of what is known. */
export async function recordOf(draft: ArticleDraft, found: Extraction, known: KnownRecords): Promise<ReadArticle> {
  const naming = await nameAll(draft, found, known);
  const statements = statementsOf(naming, found);
  const { statistics, metrics } = statisticsOf(naming, found, statements);
  const record: ArticleRecord = {
    ...{ publisher: draft.publisher, article: draft.article, revision: draft.revision },
    topics: distinct([...draft.topics, ...naming.topics.values()]),
    places: distinct([...naming.places.values()]),
    organizations: distinct([...naming.organizations.values()]),
    people: distinct([...naming.people.values()]),
    roles: rolesOf(naming, found),
    relationships: relationshipsOf(naming, found),
    appearances: appearancesOf(naming, found),
    unnamedSources: [...naming.sources.values()],
    ...{ metrics, statements: [...statements.values()], statistics },
    relations: relationsOf(draft, found, statements),
    unresolved: unresolvedOf(naming, found),
  };
  return { record, candidates: naming.candidates };
}

function distinct<Named extends Pick<Topic, 'id'> | { readonly id: string }>(all: readonly Named[]): Named[] {
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

function rolesOf({ draft, people, organizations }: Naming, found: Extraction): Role[] {
  return found.people.flatMap(({ id, roles }) => {
    const person = people.get(id);
    if (person === undefined) return [];
    return roles.map(({ title, organization, span }) => ({
      personId: person.id,
      title,
      organizationId: (organization === null ? undefined : organizations.get(organization)?.id) ?? null,
      ...{ from: null, to: null, evidence: [spanOf(draft, span)] },
    }));
  });
}

/** Each relationship both ways; nobody is related to themselves, be it that two names turned out to be one person’s. */
function relationshipsOf({ draft, people }: Naming, found: Extraction): Relationship[] {
  const all = found.people.flatMap(({ id, relationships }) =>
    relationships.flatMap(({ kind, to, span }) => {
      const [person, other] = [people.get(id), people.get(to)];
      if (person === undefined || other === undefined || person.id === other.id) return [];
      const evidence = [spanOf(draft, span)];
      const relationship: Relationship = { personId: person.id, kind, otherId: other.id, evidence };
      return [relationship, inverseOf(relationship)];
    }),
  );
  return [...new Map(all.map((each) => [`${each.personId} ${each.kind} ${each.otherId}`, each])).values()];
}

function relationsOf(
  draft: ArticleDraft,
  { relations }: Extraction,
  statements: StatementsByEngineId,
): StatementRelation[] {
  const all = relations.flatMap(({ kind, from, to, span, confidence }) => {
    const [source, target] = [statements.get(from), statements.get(to)];
    if (source === undefined || target === undefined || source.id === target.id) return [];
    const relation: StatementRelation = {
      ...{ id: relationId(kind, source.id, target.id, null), kind, fromId: source.id, toId: target.id },
      ...{ toStatisticId: null, basis: span === null ? 'INFERRED' : 'STATED' },
      span: span === null ? null : spanOf(draft, span),
      provenance: { ...draft.provenance, confidence },
    };
    return [relation];
  });
  return [...new Map(all.map((relation) => [relation.id, relation])).values()];
}
