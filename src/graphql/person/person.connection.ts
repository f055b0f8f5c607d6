import { ArticleObject } from '../article/article.object.js';
import { connectionType } from '../connection/connection-type.js';
import { PersonObject } from './person.object.js';

export const { Connection: PersonConnection } = connectionType('Person', () => PersonObject, 'people');

export const { Connection: PersonArticleConnection, Edge: PersonArticleEdge } = connectionType(
  'PersonArticle',
  () => ArticleObject,
  'the articles that name a person',
);
