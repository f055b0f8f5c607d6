import { textHashOf, wordCountOf } from '../../../domain/article.js';
import type { ArticleRecord } from '../../../domain/record.js';
import { minutesAfter } from '../calendar.js';
import type { Random } from '../random.js';
import { type Outlet, REPORTERS } from '../world/outlets.js';
import type { RecalledStatement, StatementDraft } from '../writing/article-draft.js';
import type { Assignment, WrittenArticle } from '../writing/write-article.js';
import { ArticleIdentity } from './article-identity.js';
import { namedRecords } from './named-records.js';
import { Provenances } from './provenances.js';
import { relationRecords } from './relation-records.js';
import { StatementRecords } from './statement-records.js';
import { statisticRecords } from './statistic-records.js';

/** Where and when an article appears. */
export interface Publication {
  readonly outlet: Outlet;
  readonly publishedAt: Date;
  /** Its part of the outlet’s address; null for one that has no address. */
  readonly path: string | null;
}

/** An article as a record, and what later articles may come back to. */
export interface Recorded {
  readonly record: ArticleRecord;
  readonly recalled: RecalledStatement[];
}

/** How many per cent of the articles were taken back, and say the day but not the time. */
const RETRACTED = 0.5;
const WITHOUT_TIME = 12;

export function recordOf(written: WrittenArticle, publication: Publication, assignment: Assignment): Recorded {
  const { draft, title } = written;
  const { outlet, publishedAt, path } = publication;
  const { cast, world, language, random } = assignment;
  const text = draft.text.text;
  const url = path === null ? null : outlet.address + path;
  const identity = new ArticleIdentity(outlet.publisher.id, url, text);
  const provenances = new Provenances(publishedAt, random);
  const statements = new StatementRecords(draft, identity, provenances);
  const statistics = statisticRecords(draft, identity, statements, provenances);
  const record: ArticleRecord = {
    publisher: outlet.publisher,
    article: {
      id: identity.articleId,
      title,
      url,
      publisherId: outlet.publisher.id,
      bylines: random.shuffled(REPORTERS).slice(0, random.int(0, 2)),
      publishedAt,
      publishedPrecision: random.chance(WITHOUT_TIME) ? 'DAY' : 'TIME',
      language: language.tag,
      wordCount: wordCountOf(text, language.tag),
      currentRevisionId: identity.revisionId,
      retraction: retractionOf(publishedAt, random),
    },
    revision: {
      id: identity.revisionId,
      articleId: identity.articleId,
      number: 1,
      title,
      text,
      textHash: textHashOf(text),
      reason: null,
    },
    ...namedRecords(draft, cast, world, identity),
    unnamedSources: statements.unnamedSources,
    statements: statements.statements,
    statistics,
    relations: relationRecords(draft, identity, statements, statistics, provenances),
  };
  return { record, recalled: recalledFrom(draft.statements, record, language.tag) };
}

function retractionOf(publishedAt: Date, random: Random): ArticleRecord['article']['retraction'] {
  if (!random.chance(RETRACTED)) return null;
  return { at: minutesAfter(publishedAt, random.int(600, 40_000)), reason: 'The report could not be verified.' };
}

/** The statements in which nothing is nested, as later articles need them. */
function recalledFrom(drafts: readonly StatementDraft[], record: ArticleRecord, language: string): RecalledStatement[] {
  return drafts.flatMap(({ clause, content, voice, kind, said }, index) => {
    const statement = record.statements[index];
    if (clause === null || content.length > 1 || statement === undefined) return [];
    const { id, utteranceId } = statement;
    const figure = record.statistics.find(({ statementId }) => statementId === id);
    return [
      { id, utteranceId, statisticId: figure?.id ?? null, voice, clause, kind, said: said?.day ?? null, language },
    ];
  });
}
