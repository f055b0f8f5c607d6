import type { Article, ArticleRevision, Publisher } from '../domain/article.js';
import { isId } from '../domain/identity.js';
import type { Speaker, SpeakerId } from '../domain/speaker.js';
import type { Statement } from '../domain/statement.js';
import type { Page } from '../repository/page.js';
import { type Repository, WHOLE_STORE } from '../repository/repository.js';

/** A listed article with the listed statements in it, in the order of the text. */
export interface ListedArticle {
  readonly article: Article;
  readonly revision: ArticleRevision;
  readonly publisher: Publisher;
  readonly statements: readonly Statement[];
  /** Who speaks in it, by id. */
  readonly speakers: ReadonlyMap<SpeakerId, Speaker>;
}

/** How many articles are read at once, and how many statements of each. */
const PAGE = 50;
const MOST_STATEMENTS = 10_000;

/** All articles that lists show, in the order of their publication, read some at a time. */
export async function* listedArticles(repository: Repository): AsyncGenerator<ListedArticle, void, undefined> {
  let from: Page<Article>['rows'][number]['keys'] | null = null;
  for (;;) {
    const request = { order: 'PUBLISHED_AT_ASC', filter: undefined, size: PAGE, direction: 'FORWARD', from } as const;
    const [page]: Page<Article>[] = await repository.articles.pages('all', [WHOLE_STORE], request);
    yield* await withStatements(repository, page?.rows.map(({ node }) => node) ?? []);
    from = page?.rows.at(-1)?.keys ?? null;
    if (!page?.hasMore) return;
  }
}

async function withStatements(repository: Repository, articles: readonly Article[]): Promise<ListedArticle[]> {
  const revisions = await repository.revisions.byIds(articles.map(({ currentRevisionId }) => currentRevisionId));
  const publishers = await repository.publishers.byIds(articles.map(({ publisherId }) => publisherId));
  const pages = await repository.statements.pages(
    'article',
    articles.map(({ id }) => id),
    { order: 'POSITION_ASC', filter: undefined, size: MOST_STATEMENTS, direction: 'FORWARD', from: null },
  );
  const statements = pages.map(({ rows }) => rows.map(({ node }) => node));
  const speakers = await speakersOf(repository, statements.flat());
  return articles.flatMap((article, index) => {
    const [revision, publisher] = [revisions[index], publishers[index]];
    if (revision === undefined || publisher === undefined) return [];
    return [{ article, revision, publisher, statements: statements[index] ?? [], speakers }];
  });
}

async function speakersOf(
  { people, organizations, unnamedSources }: Repository,
  statements: readonly Statement[],
): Promise<ReadonlyMap<SpeakerId, Speaker>> {
  const ids = [...new Set(statements.flatMap(({ speakerId }) => speakerId ?? []))];
  const found: (Speaker | undefined)[] = [
    ...(await people.byIds(ids.filter((id) => isId(id, 'Person')))),
    ...(await organizations.byIds(ids.filter((id) => isId(id, 'Organization')))),
    ...(await unnamedSources.byIds(ids.filter((id) => isId(id, 'UnnamedSource')))),
  ];
  return new Map(found.flatMap((speaker) => (speaker === undefined ? [] : [[speaker.id, speaker] as const])));
}

/** The name of who speaks, or the words that stand for it; null where the text leaves it open. */
export function speakerLabel({ speakers }: ListedArticle, { speakerId }: Statement): string | null {
  const speaker = speakerId === null ? undefined : speakers.get(speakerId);
  if (speaker === undefined) return null;
  return 'description' in speaker ? speaker.description : speaker.name;
}

/** The identifier of a record as a URI. */
export function uriOf(id: string): string {
  return `urn:onrecord:${id}`;
}
