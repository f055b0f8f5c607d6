import type { KeyTypes } from './page.js';

export const ArticleOrder = {
  PUBLISHED_AT_DESC: 'PUBLISHED_AT_DESC',
  PUBLISHED_AT_ASC: 'PUBLISHED_AT_ASC',
  UPDATED_AT_ASC: 'UPDATED_AT_ASC',
  TITLE_ASC: 'TITLE_ASC',
} as const;
export type ArticleOrder = keyof typeof ArticleOrder;

/** By name; or, in the lists of an article, by first mention. */
export type SubjectOrder = 'NAME_ASC' | 'APPEARANCE_ASC';
export type PersonOrder = SubjectOrder | 'STATEMENT_COUNT_DESC';

export const StatementOrder = {
  SAID_AT_DESC: 'SAID_AT_DESC',
  SAID_AT_ASC: 'SAID_AT_ASC',
  /** By article, then by place in the text. */
  POSITION_ASC: 'POSITION_ASC',
} as const;
export type StatementOrder = keyof typeof StatementOrder;

export const StatisticOrder = {
  AS_OF_DESC: 'AS_OF_DESC',
  AS_OF_ASC: 'AS_OF_ASC',
  VALUE_DESC: 'VALUE_DESC',
  VALUE_ASC: 'VALUE_ASC',
  /** By article, then by place in the text. */
  POSITION_ASC: 'POSITION_ASC',
} as const;
export type StatisticOrder = keyof typeof StatisticOrder;

/** For each order the types of its keys, all of which ascend. */
export const KEY_TYPES = {
  PUBLISHED_AT_DESC: ['number', 'string'],
  PUBLISHED_AT_ASC: ['number', 'string'],
  UPDATED_AT_ASC: ['number', 'string'],
  TITLE_ASC: ['string', 'string'],
  NUMBER_DESC: ['number', 'string'],
  NAME_ASC: ['string', 'string'],
  APPEARANCE_ASC: ['number', 'string'],
  STATEMENT_COUNT_DESC: ['number', 'string'],
  SAID_AT_DESC: ['number', 'string'],
  SAID_AT_ASC: ['number', 'string'],
  AS_OF_DESC: ['number', 'string'],
  AS_OF_ASC: ['number', 'string'],
  VALUE_DESC: ['number', 'string'],
  VALUE_ASC: ['number', 'string'],
  POSITION_ASC: ['string', 'number', 'string'],
  RECORDED_ASC: ['number', 'string'],
  AT_DESC: ['number', 'string'],
  SCORE_DESC: ['number', 'string'],
} as const satisfies KeyTypes<string>;
