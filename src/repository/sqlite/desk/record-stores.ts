import type { StoredRecords, StoredType } from '../../desk.js';
import {
  APPEARANCE_STORE,
  ARTICLE_STORE,
  REVISION_STORE,
  UNNAMED_SOURCE_STORE,
  UNRESOLVED_STORE,
} from './article-stores.js';
import { RELATION_STORE, STATEMENT_STORE, STATISTIC_STORE } from './claim-stores.js';
import {
  METRIC_STORE,
  ORGANIZATION_STORE,
  PERSON_STORE,
  PLACE_STORE,
  PUBLISHER_STORE,
  TOPIC_STORE,
} from './name-stores.js';
import type { RecordStore } from './record-store.js';
import { RELATIONSHIP_STORE, ROLE_STORE } from './role-stores.js';

/** The store of each type of record. */
export const RECORD_STORES: { readonly [Type in StoredType]: RecordStore<StoredRecords[Type]> } = {
  Publisher: PUBLISHER_STORE,
  Topic: TOPIC_STORE,
  Place: PLACE_STORE,
  Organization: ORGANIZATION_STORE,
  Person: PERSON_STORE,
  Role: ROLE_STORE,
  Relationship: RELATIONSHIP_STORE,
  Metric: METRIC_STORE,
  Article: ARTICLE_STORE,
  ArticleRevision: REVISION_STORE,
  Appearance: APPEARANCE_STORE,
  Unresolved: UNRESOLVED_STORE,
  UnnamedSource: UNNAMED_SOURCE_STORE,
  Statement: STATEMENT_STORE,
  Statistic: STATISTIC_STORE,
  StatementRelation: RELATION_STORE,
};
