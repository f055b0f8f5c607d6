import { isId } from '../../domain/identity.js';
import type { SearchExpression } from '../../domain/search/expression.js';
import { type Highlight, highlightOf } from '../../domain/search/highlight.js';
import type { Loaders } from '../../loaders/loaders.js';
import { type SearchHit, statisticTexts } from '../../repository/search.js';

/** What of records is looked at to show where they have what was looked for. */
export const HIGHLIGHTED = {
  Article: ['currentRevisionId'],
  ArticleRevision: ['title', 'text'],
  Statement: ['text'],
  Statistic: null,
  Metric: ['name'],
  Place: ['name'],
  Person: ['name', 'aliases'],
  Organization: ['name', 'aliases'],
};

/** Where something has what was looked for, with the field of its type whose text that is. */
export async function highlightsOf(
  loaders: Loaders,
  id: SearchHit['id'],
  expression: SearchExpression,
): Promise<({ readonly field: string } & Highlight)[]> {
  return (await searchedTexts(loaders, id)).flatMap(([field, text]) => {
    const highlight = highlightOf(text, expression);
    return highlight === null ? [] : [{ field, ...highlight }];
  });
}

/** The texts in which search found something, each with its field. */
async function searchedTexts(loaders: Loaders, id: SearchHit['id']): Promise<[field: string, text: string][]> {
  if (isId(id, 'Article')) return textsOfArticle(loaders, id);
  if (isId(id, 'Statement')) return [['text', (await loaders.statementById.load(id))?.text ?? '']];
  if (isId(id, 'Statistic')) return textsOfStatistic(loaders, id);
  const named = await (isId(id, 'Person') ? loaders.personById.load(id) : loaders.organizationById.load(id));
  if (named === undefined) return [];
  return [['name', named.name], ...named.aliases.map((alias): [string, string] => ['aliases', alias])];
}

async function textsOfArticle(
  { articleById, revisionById }: Loaders,
  id: Parameters<Loaders['articleById']['load']>[0],
): Promise<[string, string][]> {
  const article = await articleById.load(id);
  const revision = article && (await revisionById.load(article.currentRevisionId));
  if (revision === undefined) return [];
  return [
    ['title', revision.title],
    ['text', revision.text],
  ];
}

async function textsOfStatistic(
  { statisticById, metricById, placeById }: Loaders,
  id: Parameters<Loaders['statisticById']['load']>[0],
): Promise<[string, string][]> {
  const statistic = await statisticById.load(id);
  if (statistic === undefined) return [];
  const [metric, place] = await Promise.all([
    metricById.load(statistic.metricId),
    statistic.placeId && placeById.load(statistic.placeId),
  ]);
  return Object.entries(statisticTexts(statistic, { metric: metric?.name ?? null, place: place?.name ?? null }));
}
