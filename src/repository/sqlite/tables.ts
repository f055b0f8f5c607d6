import type { Generated, GeneratedAlways } from 'kysely';
import type { PlaceKind, SubjectId } from '../../domain/article.js';
import type { DatePrecision, Day } from '../../domain/dates.js';
import type { AnyId, Id, NodeType } from '../../domain/identity.js';
import type { ProvenanceOrigin, ReviewState, Standing } from '../../domain/provenance.js';
import type { OrganizationKind, RelationshipKind, SpeakerId, UnnamedSourceKind } from '../../domain/speaker.js';
import type {
  Medium,
  RelationBasis,
  SpeakerStatus,
  StatementForce,
  StatementKind,
  StatementRelationKind,
} from '../../domain/statement.js';
import type { ChangeDirection, ClaimantStatus, Comparator, StatisticMeasure } from '../../domain/statistic.js';
import type { DeskTables } from './desk-tables.js';

/** The tables as Kysely knows them; what the columns mean stands in `migrations/`. */
export interface Tables extends DeskTables {
  named: { id: SubjectId | SpeakerId };
  known_name: { name_key: string; node_id: AnyId };
  match_name: { match_key: string; node_id: AnyId; whole: number };
  publisher: PublisherTable;
  topic: TopicTable;
  place: PlaceTable;
  organization: Numbered<OrganizationTable>;
  person: Numbered<PersonTable> & { statement_count: Generated<number> };
  former_person: { position: GeneratedAlways<number>; id: Id<'Person'>; person_id: Id<'Person'> };
  role: RoleTable;
  relationship: RelationshipTable;
  article: Numbered<ArticleTable>;
  article_revision: RevisionTable;
  appearance: AppearanceTable;
  unresolved: UnresolvedTable;
  unnamed_source: UnnamedSourceTable;
  statement: Numbered<StatementTable>;
  about: { statement_id: Id<'Statement'>; subject_id: SubjectId; said_to: Day | null };
  candidate: { subject_id: SubjectId | SpeakerId; article_id: Id<'Article'> };
  metric: MetricTable;
  statistic: Numbered<StatisticTable>;
  conflict: { statistic_id: Id<'Statistic'>; other_id: Id<'Statistic'> };
  relation: RelationTable;
  search_headline: SearchTable;
  search_article: SearchTable;
  search_article_hidden: SearchTable;
  search_statement: SearchTable;
  search_statement_hidden: SearchTable;
  search_statistic: SearchTable;
  search_person: SearchTable;
  search_organization: SearchTable;
}

/** A table whose rows are numbered in the order of storing. */
export type Numbered<Table> = Table & { seq: GeneratedAlways<number> };

/** An index of texts; a document's `rowid` is its rank (see `search-documents.ts`). */
export interface SearchTable {
  rowid: number;
  body: string;
}

export interface PublisherTable {
  id: Id<'Publisher'>;
  name: string;
  name_key: string;
  homepage: string | null;
}

export interface TopicTable {
  id: Id<'Topic'>;
  name: string;
  name_key: string;
}

export interface PlaceTable {
  id: Id<'Place'>;
  name: string;
  name_key: string;
  place_kind: PlaceKind;
  within_id: Id<'Place'> | null;
}

export interface OrganizationTable {
  id: Id<'Organization'>;
  slug: string;
  name: string;
  name_key: string;
  aliases: string;
  organization_kind: OrganizationKind;
  place_id: Id<'Place'> | null;
  wikidata: string | null;
}

export interface PersonTable {
  id: Id<'Person'>;
  slug: string;
  name: string;
  name_key: string;
  aliases: string;
  wikidata: string | null;
}

export interface RoleTable {
  position: GeneratedAlways<number>;
  person_id: Id<'Person'>;
  title: string;
  title_key: string;
  organization_id: Id<'Organization'> | null;
  from: Day | null;
  to: Day | null;
  evidence: string;
}

export interface RelationshipTable {
  position: GeneratedAlways<number>;
  person_id: Id<'Person'>;
  kind: RelationshipKind;
  other_id: Id<'Person'>;
  evidence: string;
}

export interface ArticleTable {
  id: Id<'Article'>;
  slug: string;
  title: string;
  title_key: string;
  url: string | null;
  publisher_id: Id<'Publisher'>;
  bylines: string;
  published_at: number;
  published_precision: DatePrecision;
  updated_at: number;
  language: string;
  word_count: number;
  current_revision_id: Id<'ArticleRevision'>;
  retracted_at: number | null;
  retraction_reason: string | null;
}

export interface RevisionTable {
  id: Id<'ArticleRevision'>;
  article_id: Id<'Article'>;
  number: number;
  title: string;
  text: string;
  text_hash: string;
  stored_at: number;
  reason: string | null;
}

export interface AppearanceTable {
  article_id: Id<'Article'>;
  subject_id: SubjectId;
  subject_type: NodeType;
  position: number;
  revision_id: Id<'ArticleRevision'>;
  mentions: string;
  published_at: number;
}

export interface ProvenanceColumns {
  origin: ProvenanceOrigin;
  agent: string;
  agent_version: string | null;
  recorded_at: number;
  confidence: number | null;
  review: ReviewState;
  reviewed_by: string | null;
  reviewed_at: number | null;
}

export interface UnnamedSourceTable extends ProvenanceColumns {
  id: Id<'UnnamedSource'>;
  article_id: Id<'Article'>;
  description: string;
  source_kind: UnnamedSourceKind;
  plural: number;
  affiliation_id: Id<'Organization'> | null;
}

export interface StatementTable extends ProvenanceColumns {
  words: number | null;
  id: Id<'Statement'>;
  article_id: Id<'Article'>;
  revision_id: Id<'ArticleRevision'>;
  kind: StatementKind;
  text: string;
  position: number;
  speaker_id: SpeakerId | null;
  speaker_status: SpeakerStatus;
  speaker_role: string | null;
  force: StatementForce;
  medium: Medium | null;
  medium_text: string | null;
  said_from: Day | null;
  said_to: Day | null;
  said_precision: DatePrecision | null;
  parent_id: Id<'Statement'> | null;
  utterance_id: Id<'Utterance'>;
  detail: string;
  standing: Standing;
  last_change: string | null;
  retracted: number;
}

export interface MetricTable {
  id: Id<'Metric'>;
  name: string;
  name_key: string;
  unit: string | null;
  definition: string | null;
}

export interface StatisticTable extends ProvenanceColumns {
  id: Id<'Statistic'>;
  article_id: Id<'Article'>;
  revision_id: Id<'ArticleRevision'>;
  metric_id: Id<'Metric'>;
  value: number;
  upper_value: number | null;
  value_text: string;
  unit: string | null;
  comparator: Comparator;
  measure: StatisticMeasure;
  change: ChangeDirection;
  subject: string | null;
  place_id: Id<'Place'> | null;
  as_of_from: Day | null;
  as_of_to: Day | null;
  as_of_precision: DatePrecision | null;
  as_of_span: string | null;
  claimed_by_id: SpeakerId | null;
  claimant_status: ClaimantStatus;
  statement_id: Id<'Statement'> | null;
  position: number;
  end: number;
  standing: Standing;
  last_change: string | null;
  retracted: number;
  series: string;
  low: number | null;
  high: number | null;
}

export interface RelationTable extends ProvenanceColumns {
  id: Id<'StatementRelation'>;
  kind: StatementRelationKind;
  from_id: Id<'Statement'>;
  to_id: Id<'Statement'>;
  to_statistic_id: Id<'Statistic'> | null;
  basis: RelationBasis;
  revision_id: Id<'ArticleRevision'> | null;
  span: string | null;
}

export interface UnresolvedTable {
  article_id: Id<'Article'>;
  position: number;
  revision_id: Id<'ArticleRevision'>;
  reference: string;
}
