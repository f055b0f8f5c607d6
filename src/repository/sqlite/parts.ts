import { sql } from 'kysely';
import type { Id } from '../../domain/identity.js';
import type { TextSpan } from '../../domain/span.js';
import type { Relationship, Role } from '../../domain/speaker.js';
import type { Reference, Statement } from '../../domain/statement.js';
import type { AppearanceKey } from '../repository.js';
import { PERSON_ID } from './person-id.js';
import { groupByOwner, type Reader } from './reader.js';
import { type StoredReference, type StoredSpan, toReference, toSpans } from './rows/span.js';
import { toRelationship, toRole } from './rows/speaker.js';
import { STATEMENT_MAPPING, toStatement } from './rows/statement.js';
import type { AppearanceTable, RelationshipTable, RoleTable, StatementTable, UnresolvedTable } from './tables.js';

/** Each person’s roles, in the order in which they were recorded. */
export async function rolesOf(
  reader: Reader,
  people: readonly Id<'Person'>[],
  signal?: AbortSignal,
): Promise<Role[][]> {
  const rows = await reader.all(
    sql<RoleTable & { owner: number }>`select o.key as owner, n.* from json_each(${JSON.stringify(people)}) o
      join role n on n.person_id = ${sql.raw(PERSON_ID)} order by o.key, n.position`,
    signal,
  );
  return groupByOwner(people.length, rows).map((group) => group.map(toRole));
}

/** Each person’s relationships to others, in the order in which they were recorded. */
export async function relationshipsOf(
  reader: Reader,
  people: readonly Id<'Person'>[],
  signal?: AbortSignal,
): Promise<Relationship[][]> {
  const rows = await reader.all(
    sql<RelationshipTable & { owner: number }>`select o.key as owner, n.* from json_each(${JSON.stringify(people)}) o
      join relationship n on n.person_id = ${sql.raw(PERSON_ID)} order by o.key, n.position`,
    signal,
  );
  return groupByOwner(people.length, rows).map((group) => group.map(toRelationship));
}

/** Where each article names each subject, in the order of the text. */
export async function mentionsOf(
  reader: Reader,
  appearances: readonly AppearanceKey[],
  signal?: AbortSignal,
): Promise<TextSpan[][]> {
  const pairs = appearances.map(({ articleId, subjectId }) => [articleId, subjectId]);
  const rows = await reader.all(
    sql<AppearanceTable & { owner: number }>`select o.key as owner, n.revision_id, n.mentions
      from json_each(${JSON.stringify(pairs)}) o
      join appearance n on n.article_id = o.value ->> 0
        and n.subject_id = coalesce((select person_id from former_person where id = o.value ->> 1), o.value ->> 1)`,
    signal,
  );
  return groupByOwner(appearances.length, rows).map((group) =>
    group.flatMap((row) => {
      const mentions: StoredSpan[] = JSON.parse(row.mentions);
      return toSpans(row.revision_id, mentions);
    }),
  );
}

/** The names that each article leaves open, in the order of the text. */
export async function unresolvedOf(
  reader: Reader,
  articles: readonly Id<'Article'>[],
  signal?: AbortSignal,
): Promise<Reference[][]> {
  const rows = await reader.all(
    sql<UnresolvedTable & { owner: number }>`select o.key as owner, n.* from json_each(${JSON.stringify(articles)}) o
      join unresolved n on n.article_id = o.value order by o.key, n.position`,
    signal,
  );
  return groupByOwner(articles.length, rows).map((group) =>
    group.map((row) => {
      const reference: StoredReference = JSON.parse(row.reference);
      return toReference(row.revision_id, reference);
    }),
  );
}

/** Each statement’s chain of attribution, the outermost report first. */
export async function chainsOf(
  reader: Reader,
  statements: readonly Id<'Statement'>[],
  signal?: AbortSignal,
): Promise<Statement[][]> {
  const columns = sql.raw(STATEMENT_MAPPING.whole.selection);
  const rows = await reader.all(
    sql<StatementTable & { owner: number }>`
      with recursive chain (owner, id, depth) as (
        select o.key, o.value, 0 from json_each(${JSON.stringify(statements)}) o
        union all
        select chain.owner, s.parent_id, chain.depth + 1 from chain join statement s on s.id = chain.id
        where s.parent_id is not null)
      select chain.owner, ${columns} from chain join statement n on n.id = chain.id
      order by chain.owner, chain.depth desc`,
    signal,
  );
  return groupByOwner(statements.length, rows).map((group) => group.map(toStatement));
}
