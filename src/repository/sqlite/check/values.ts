import { SCOPES } from '../../../domain/actor.js';
import { PlaceKind } from '../../../domain/article.js';
import { ChangeAction } from '../../../domain/change.js';
import { DatePrecision } from '../../../domain/dates.js';
import { ProvenanceOrigin, ReviewState, Standing } from '../../../domain/provenance.js';
import { OrganizationKind, RelationshipKind, UnnamedSourceKind } from '../../../domain/speaker.js';
import {
  Medium,
  RelationBasis,
  SpeakerStatus,
  StatementForce,
  StatementKind,
  StatementRelationKind,
} from '../../../domain/statement.js';
import { ChangeDirection, ClaimantStatus, Comparator, StatisticMeasure } from '../../../domain/statistic.js';
import { KEYS } from '../../desk.js';
import { type CheckContext, rowsOf } from './check-context.js';
import { Remedy } from './findings.js';
import { keyOf } from './row-keys.js';

const PROVENANCE = { origin: ProvenanceOrigin, review: ReviewState };

/** The columns that have one of a few values; null where the schema allows it. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  place: { place_kind: PlaceKind },
  organization: { organization_kind: OrganizationKind },
  relationship: { kind: RelationshipKind },
  article: { published_precision: DatePrecision },
  unnamed_source: { source_kind: UnnamedSourceKind, plural: { 0: 0, 1: 1 }, ...PROVENANCE },
  statement: {
    ...{ kind: StatementKind, speaker_status: SpeakerStatus, force: StatementForce, medium: Medium },
    ...{ said_precision: DatePrecision, standing: Standing, ...PROVENANCE },
  },
  statistic: {
    ...{ comparator: Comparator, measure: StatisticMeasure, change: ChangeDirection, claimant_status: ClaimantStatus },
    ...{ as_of_precision: DatePrecision, standing: Standing, ...PROVENANCE },
  },
  relation: { kind: StatementRelationKind, basis: RelationBasis, ...PROVENANCE },
  change: { action: ChangeAction },
  change_patch: { type: KEYS },
};

/** The columns that are JSON. */
const JSON_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  organization: ['aliases'],
  person: ['aliases'],
  role: ['evidence'],
  relationship: ['evidence'],
  article: ['bylines'],
  appearance: ['mentions'],
  unresolved: ['reference'],
  statement: ['detail'],
  statistic: ['as_of_span', 'series'],
  relation: ['span'],
  change_patch: ['before', 'after'],
  api_key: ['scopes'],
};

/** How the ids of each table begin. */
const PREFIXES: Readonly<Record<string, string>> = {
  publisher: 'pub_',
  topic: 'top_',
  place: 'plc_',
  organization: 'org_',
  person: 'per_',
  former_person: 'per_',
  article: 'art_',
  article_revision: 'rev_',
  unnamed_source: 'src_',
  statement: 'stm_',
  metric: 'met_',
  statistic: 'stc_',
  relation: 'rel_',
  change: 'chg_',
  identity_candidate: 'idc_',
};

/** How many characters an id has behind its prefix. */
const ID_LENGTH = 24;

/** Looks at what the columns of each table may hold at all. */
export function checkValues(context: CheckContext): void {
  for (const [table, columns] of Object.entries(CHOICES)) {
    for (const [column, choices] of Object.entries(columns)) {
      const values = JSON.stringify(Object.keys(choices));
      const isOther = `"${column}" is not null and cast("${column}" as text) not in (select value from json_each(?))`;
      report(context, table, column, isOther, [values], 'which is none of what it can be');
    }
  }
  for (const [table, columns] of Object.entries(JSON_COLUMNS)) {
    for (const column of columns) {
      const isBroken = `"${column}" is not null and not json_valid("${column}")`;
      report(context, table, column, isBroken, [], 'which is not JSON');
    }
  }
  for (const [table, prefix] of Object.entries(PREFIXES)) {
    const isMisshapen = 'length(id) <> ? or substr(id, 1, 4) <> ? or substr(id, 5) glob ?';
    report(context, table, 'id', isMisshapen, [prefix.length + ID_LENGTH, prefix, '*[^0-9a-v]*'], 'which is no id');
  }
  const isUnknown = 'exists (select 1 from json_each(scopes) s where s.value not in (select value from json_each(?)))';
  report(
    context,
    'api_key',
    'scopes',
    `json_valid(scopes) and ${isUnknown}`,
    [JSON.stringify(SCOPES)],
    'which names no scope',
  );
}

function report(
  context: CheckContext,
  table: string,
  column: string,
  condition: string,
  parameters: readonly unknown[],
  what: string,
): void {
  const text = `select ${keyOf(table)} as id, substr("${column}", 1, 60) as value from ${table} where ${condition}`;
  for (const { id, value } of rowsOf<{ id: unknown; value: unknown }>(context, text, parameters)) {
    const message = `Its ${column} is “${value}”, ${what}.`;
    context.findings.add({ code: 'UNREADABLE', table, id: String(id), message, remedy: Remedy.RESTORE });
  }
}
