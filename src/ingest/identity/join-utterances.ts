import type { Id } from '../../domain/identity.js';
import { wordsKey } from '../../domain/matching.js';
import type { ArticleRecord } from '../../domain/record.js';
import { relationId, type Statement, type StatementRelation } from '../../domain/statement.js';
import type { Desk } from '../../repository/desk.js';
import type { KnownStatement } from '../../repository/known-records.js';
import { isSameOccasion } from './occasion.js';

/**
 * Joins what a new article reports to what others reported before: the same words of the same speaker are one utterance
 * when they were said on the same occasion, and on another a repetition (`REPEATS`) of what was said first. Where the whole
 * text stands in another article, each statement is of the same utterance as its twin there, whoever said it.
 */
export async function joinUtterances(record: ArticleRecord, desk: Desk): Promise<ArticleRecord> {
  const twins = await twinsOf(record, desk);
  if (twins !== undefined) {
    const statements = record.statements.map((statement) => ({
      ...statement,
      utteranceId: twins.get(twinKey(statement)) ?? statement.utteranceId,
    }));
    return { ...record, statements };
  }
  const keys = record.statements.map(({ text, speakerStatus }) => (speakerStatus === 'NAMED' ? wordsKey(text) : null));
  const asked = [...new Set(keys.filter((key) => key !== null))];
  const answers = new Map(asked.map((key) => [key, [] as KnownStatement[]]));
  const found = await desk.known.statementsSaying(asked);
  for (const [index, key] of asked.entries()) answers.set(key, found[index] ?? []);
  const joined = record.statements.map((statement, index) =>
    joinOne(statement, record, answers.get(keys[index] ?? Number.NaN) ?? []),
  );
  return {
    ...record,
    statements: joined.map(({ statement }) => statement),
    relations: [...record.relations, ...joined.flatMap(({ repeats }) => repeats ?? [])],
  };
}

function joinOne(
  statement: Statement,
  { article }: ArticleRecord,
  saying: readonly KnownStatement[],
): { readonly statement: Statement; readonly repeats?: StatementRelation } {
  const others = saying.filter(
    (known) => known.statement.speakerId === statement.speakerId && known.statement.articleId !== article.id,
  );
  const own = { statement, publishedAt: article.publishedAt };
  const same = others.find((known) => isSameOccasion(own, known));
  if (same !== undefined) return { statement: { ...statement, utteranceId: same.statement.utteranceId } };
  const [first] = others.toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime());
  if (first === undefined || first.publishedAt > article.publishedAt) return { statement };
  const { provenance } = statement;
  return {
    statement,
    repeats: {
      id: relationId('REPEATS', statement.id, first.statement.id, null),
      ...{ kind: 'REPEATS', fromId: statement.id, toId: first.statement.id, toStatisticId: null },
      ...{ basis: 'INFERRED', span: null, provenance },
    },
  };
}

/** The utterances of an article with the very same text, by what each statement says and where. */
async function twinsOf(
  { article, revision }: ArticleRecord,
  desk: Desk,
): Promise<ReadonlyMap<string, Id<'Utterance'>> | undefined> {
  const ids = await desk.known.articlesWithText(revision.textHash);
  const files = await desk.articleFiles(ids.filter((id) => id !== article.id));
  const twin = files.find((file) => file?.revision.textHash === revision.textHash);
  return twin && new Map(twin.statements.map((statement) => [twinKey(statement), statement.utteranceId]));
}

function twinKey({ text, spans }: Statement): string {
  return `${spans[0]?.start} ${text}`;
}
