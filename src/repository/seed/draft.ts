import type { Article } from '../../domain/article.js';
import type { Id } from '../../domain/identity.js';
import type { TextSpan } from '../../domain/span.js';
import { statementId, statementText } from '../../domain/statement.js';
import { type Statistic, statisticId } from '../../domain/statistic.js';
import type { Anchor } from './anchor.js';
import type { Cast } from './cast.js';
import type { Naming } from './naming.js';
import type { SeedRecord, SeedValue } from './seed-value.js';

const STATEMENT_FIELDS = [
  'parent',
  'speaker',
  'speakerText',
  'role',
  'content',
  'quotations',
  'cue',
  'force',
  'medium',
  'mediumText',
  'said',
  'about',
  'utterance',
  'relations',
] as const;

const STATISTIC_FIELDS = [
  'metric',
  'figure',
  'value',
  'upper',
  'unit',
  'comparator',
  'measure',
  'change',
  'subject',
  'place',
  'asOf',
  'statement',
] as const;

/** A statement that has its id, so that others can refer to it, and the fields that are still to be read. */
export interface StatementDraft {
  readonly key: SeedValue;
  readonly id: Id<'Statement'>;
  readonly spans: readonly TextSpan[];
  readonly fields: SeedRecord<(typeof STATEMENT_FIELDS)[number]>;
}

/** A figure that has its id, and the fields that are still to be read. */
export interface StatisticDraft {
  readonly key: SeedValue;
  readonly id: Id<'Statistic'>;
  readonly metricId: Statistic['metricId'];
  readonly unit: string | null;
  readonly span: TextSpan;
  readonly fields: SeedRecord<(typeof STATISTIC_FIELDS)[number]>;
}

/** A brief whose statements and figures have their ids: what other briefs may refer to. */
export interface Draft {
  readonly slug: string;
  readonly anchor: Anchor;
  readonly naming: Naming;
  /** The whole annotation file, for what has no better place. */
  readonly file: SeedValue;
  readonly sections: SeedRecord<'roles' | 'relationships'>;
  readonly statements: ReadonlyMap<string, StatementDraft>;
  readonly statistics: ReadonlyMap<string, StatisticDraft>;
}

/** Gives every statement of a brief its id, which comes from its content alone. */
export function draftStatements(
  section: SeedValue | undefined,
  articleId: Article['id'],
  anchor: Anchor,
): Map<string, StatementDraft> {
  const ordinalOf = counter();
  const drafts = new Map<string, StatementDraft>();
  for (const { key, value } of section?.entries() ?? []) {
    if (key.text().includes('#'))
      throw key.error('A statement’s key has no “#”, which parts a brief from its statement.');
    const fields = value.record(STATEMENT_FIELDS);
    const spans = anchor.spans(fields.required('content'));
    const text = statementText(spans);
    drafts.set(key.text(), { key, id: statementId(articleId, text, ordinalOf(text)), spans, fields });
  }
  return drafts;
}

/** Gives every figure of a brief its id, which comes from its metric and the figure as printed. */
export function draftStatistics(
  section: SeedValue | undefined,
  articleId: Article['id'],
  anchor: Anchor,
  cast: Cast,
): Map<string, StatisticDraft> {
  const ordinalOf = counter();
  const drafts = new Map<string, StatisticDraft>();
  for (const { key, value } of section?.entries() ?? []) {
    const fields = value.record(STATISTIC_FIELDS);
    const metric = cast.metrics.named(fields.required('metric'));
    const span = anchor.span(fields.required('figure'));
    const id = statisticId(articleId, metric.id, span.text, ordinalOf(`${metric.id} ${span.text}`));
    const unit = fields.optional('unit')?.text() ?? metric.unit;
    drafts.set(key.text(), { key, id, metricId: metric.id, unit, span, fields });
  }
  return drafts;
}

/** Counts equal things: 0 for the first of them. */
function counter(): (thing: string) => number {
  const counts = new Map<string, number>();
  return (thing) => {
    const count = counts.get(thing) ?? 0;
    counts.set(thing, count + 1);
    return count;
  };
}
