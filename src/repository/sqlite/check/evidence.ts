import type { Article, ArticleRevision, Publisher } from '../../../domain/article.js';
import { violationsOf } from '../../../domain/invariants.js';
import type { ArticleRecord } from '../../../domain/record.js';
import type { TextSpan } from '../../../domain/span.js';
import { toArticle, toRevision } from '../rows/article.js';
import { toEvidence } from '../rows/span.js';
import type { ArticleTable, RevisionTable } from '../tables.js';
import { type CheckContext, rowsOf } from './check-context.js';
import { Remedy } from './findings.js';
import { reasonOf } from './reason.js';
import { keyOf } from './row-keys.js';

/** Checks that what articles say of people, their roles and who they are to each other, stands where it is said to. */
export function checkEvidence(context: CheckContext): void {
  for (const table of ['role', 'relationship'] as const) {
    const text = `select ${keyOf(table)} as id, evidence from ${table}`;
    for (const { id, evidence } of rowsOf<{ id: string; evidence: string }>(context, text)) {
      for (const { code, message } of problemsOf(context, evidence)) {
        context.findings.add({ code, table, id, message, remedy: Remedy.RESTORE });
      }
    }
  }
}

type Problem = { readonly code: 'ORPHAN' | 'INVARIANT' | 'UNREADABLE'; readonly message: string };

function* problemsOf(context: CheckContext, evidence: string): Generator<Problem> {
  try {
    for (const span of toEvidence(evidence)) {
      const home = homeOf(context, span.revisionId);
      if (home === undefined) {
        yield { code: 'ORPHAN', message: `Its evidence is in ${span.revisionId}, which is not in article_revision.` };
        continue;
      }
      // What is wrong with the article itself is found where its records are.
      if (violationsOf(recordWith([], home)).length > 0) continue;
      for (const { message } of violationsOf(recordWith([span], home))) yield { code: 'INVARIANT', message };
    }
  } catch (error) {
    yield { code: 'UNREADABLE', message: `Its evidence cannot be read: ${reasonOf(error)}` };
  }
}

interface Home {
  readonly article: Article;
  readonly revision: ArticleRevision;
}

function homeOf({ connection }: CheckContext, revisionId: string): Home | undefined {
  const [revision] = connection
    .prepare('select * from article_revision where id = ?')
    .all([revisionId]) as RevisionTable[];
  if (revision === undefined) return undefined;
  const [article] = connection
    .prepare('select * from article where id = ?')
    .all([revision.article_id]) as ArticleTable[];
  return article && { article: toArticle(article), revision: toRevision(revision) };
}

/** An article that says nothing but this. */
function recordWith(spans: readonly TextSpan[], { article, revision }: Home): ArticleRecord {
  const publisher: Publisher = { id: article.publisherId, name: '', homepage: null };
  return {
    ...{ publisher, revision, article: { ...article, currentRevisionId: revision.id } },
    ...{ topics: [], places: [], organizations: [], people: [], relationships: [], metrics: [] },
    ...{ appearances: [], unnamedSources: [], statements: [], statistics: [], relations: [] },
    roles: [],
    unresolved: [{ status: 'UNKNOWN', subjectId: null, candidateIds: [], spans }],
  };
}
