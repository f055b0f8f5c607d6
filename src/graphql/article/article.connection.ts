import { connectionType } from '../connection/connection-type.js';
import { OrganizationObject } from '../organization/organization.object.js';
import { PersonObject } from '../person/person.object.js';
import { PlaceObject } from '../place/place.object.js';
import { ArticleObject } from './article.object.js';

export const { Connection: ArticleConnection } = connectionType('Article', () => ArticleObject, 'articles');

export const { Connection: ArticlePersonConnection, Edge: ArticlePersonEdge } = connectionType(
  'ArticlePerson',
  () => PersonObject,
  'the people whom an article names',
);

export const { Connection: ArticleOrganizationConnection, Edge: ArticleOrganizationEdge } = connectionType(
  'ArticleOrganization',
  () => OrganizationObject,
  'the organizations that an article names',
);

export const { Connection: ArticlePlaceConnection, Edge: ArticlePlaceEdge } = connectionType(
  'ArticlePlace',
  () => PlaceObject,
  'the places that an article names',
);
