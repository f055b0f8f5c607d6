import { type AnyId, isId } from '../domain/identity.js';
import type { Loaders } from './loaders.js';
import { loadSpeaker } from './named.js';

/** Whatever has the id, whatever type it has. */
export function loadNode(loaders: Loaders, id: AnyId) {
  if (isId(id, 'Article')) return loaders.articleById.load(id);
  if (isId(id, 'ArticleRevision')) return loaders.revisionById.load(id);
  if (isId(id, 'Publisher')) return loaders.publisherById.load(id);
  if (isId(id, 'Topic')) return loaders.topicById.load(id);
  if (isId(id, 'Place')) return loaders.placeById.load(id);
  if (isId(id, 'Statement')) return loaders.statementById.load(id);
  if (isId(id, 'Utterance')) return loaders.utteranceById.load(id);
  if (isId(id, 'StatementRelation')) return loaders.relationById.load(id);
  if (isId(id, 'Metric')) return loaders.metricById.load(id);
  if (isId(id, 'Statistic')) return loaders.statisticById.load(id);
  if (isId(id, 'Change')) return loaders.changeById.load(id);
  // A pair is known by the two people, and does not answer by itself.
  if (isId(id, 'IdentityCandidate')) return null;
  return loadSpeaker(loaders, id);
}
