import type { Id } from '../domain/identity.js';
import type { TextSpan } from '../domain/span.js';
import type { Statement } from '../domain/statement.js';
import {
  type Comparator,
  type Metric,
  metricId,
  type Statistic,
  type StatisticMeasure,
  statisticId,
} from '../domain/statistic.js';
import type { ArticleFile } from '../repository/desk.js';
import type { Repository } from '../repository/repository.js';
import { letBeSpokenOf, letSpeak } from './appearances.js';
import { articleFileOf } from './article-file.js';
import { type DateInput, readDate } from './date-input.js';
import { type Edit, type EditOutcome, edit } from './edit.js';
import { namedRecord } from './named-record.js';
import { madeByEditor } from './review.js';
import { readSpan, type SpanInput } from './span-input.js';
import { statusOf } from './speaker-choice.js';
import { claimantStatusOf, placeOf, refuseWrongStatistic } from './statistic-fields.js';
import { readName } from './text-input.js';
import { refuse } from './user-error.js';

/** A figure that the engine missed, as an editor finds it in an article. */
export interface NewStatistic {
  readonly article: string;
  /** The figure as printed. */
  readonly span: SpanInput;
  /** What is counted or measured, by name; a new metric where none has it. */
  readonly metric: string;
  /** In a CHANGE below zero for a fall. */
  readonly value: number;
  readonly upperValue?: number | null;
  /** That of the metric where it is left out. */
  readonly unit?: string | null;
  /** EQUAL where it is left out, or RANGE where there is an upper value. */
  readonly comparator?: Comparator | null;
  readonly measure?: StatisticMeasure | null;
  readonly place?: string | null;
  readonly asOf?: DateInput | null | undefined;
  /** Who speaks in the statement where it is left out; null for the article itself. */
  readonly claimedBy?: string | null;
  /** The statement that carries it. */
  readonly statement?: string | null;
  readonly reason: string | null;
}

/** Adds a figure to an article. It is the editor’s own. */
export function createStatistic(
  repository: Repository,
  actor: string,
  input: NewStatistic,
): Promise<EditOutcome<Id<'Statistic'>>> {
  return edit(repository, { action: 'CREATE', actor, reason: input.reason }, async (edit) => {
    const { id: articleId } = await namedRecord(edit, ['article'], input.article, 'Article');
    const file = await articleFileOf(edit, articleId);
    const statistic = await newStatistic(edit, input, file);
    refuseWrongStatistic(statistic, file);
    await letSpeak(edit, file, statistic.claimedById);
    await letBeSpokenOf(edit, file, statistic.placeId);
    await edit.put('Statistic', statistic);
    const { id, metricId } = statistic;
    return { result: id, targetIds: edit.hasMade('Metric', metricId) ? [id, metricId] : [id] };
  });
}

async function newStatistic(edit: Edit, input: NewStatistic, file: ArticleFile): Promise<Statistic> {
  const { article, revision } = file;
  const span = await readSpan(edit, ['span'], input.span, file);
  const metric = await metricNamed(edit, input);
  refuseDuplicate(span, metric, file);
  const statement =
    input.statement == null ? null : await namedRecord(edit, ['statement'], input.statement, 'Statement');
  return {
    id: await freeId(edit, article.id, metric.id, span.text),
    articleId: article.id,
    revisionId: revision.id,
    metricId: metric.id,
    ...figureOf(input),
    valueText: span.text,
    unit: input.unit === undefined ? metric.unit : input.unit && readName(['unit'], input.unit),
    subject: null,
    placeId: await placeOf(edit, input.place ?? null),
    asOf: input.asOf == null ? null : readDate('asOf', input.asOf, null),
    ...(await claimantOf(edit, input, statement)),
    statementId: statement?.id ?? null,
    span,
    standing: 'STANDS',
    lastChange: edit.id,
    provenance: madeByEditor(edit),
  };
}

type Figure = Pick<Statistic, 'value' | 'upperValue' | 'comparator' | 'measure' | 'change'>;

/** The value of a CHANGE is its size, and its sign says which way it goes. */
function figureOf({ value, upperValue, comparator, measure }: NewStatistic): Figure {
  const range = { upperValue: upperValue ?? null, comparator: comparator ?? (upperValue == null ? 'EQUAL' : 'RANGE') };
  if (measure !== 'CHANGE') return { ...range, value, measure: 'LEVEL', change: 'NONE' };
  if (value >= 0) return { ...range, value, measure, change: 'UP' };
  // Of a fall by between 500 and 300 the lower size is that of the end nearer to zero.
  if (upperValue == null) return { ...range, value: -value, measure, change: 'DOWN' };
  return { ...range, value: 0 - upperValue, upperValue: -value, measure, change: 'DOWN' };
}

async function metricNamed(edit: Edit, input: NewStatistic): Promise<Metric> {
  const name = readName(['metric'], input.metric);
  const known = await edit.read('Metric', metricId(name));
  if (known !== undefined) return known;
  const unit = input.unit == null ? null : readName(['unit'], input.unit);
  const metric: Metric = { id: metricId(name), name, unit, definition: null };
  await edit.put('Metric', metric);
  return metric;
}

async function claimantOf(
  edit: Edit,
  { claimedBy }: NewStatistic,
  statement: Statement | null,
): Promise<Pick<Statistic, 'claimedById' | 'claimantStatus'>> {
  if (claimedBy === undefined && statement !== null) {
    return { claimedById: statement.speakerId, claimantStatus: claimantStatusOf(statement.speakerStatus) };
  }
  if (claimedBy == null) return { claimedById: null, claimantStatus: 'ARTICLE' };
  const { id } = await namedRecord(edit, ['claimedBy'], claimedBy, 'Person', 'Organization', 'UnnamedSource');
  return { claimedById: id, claimantStatus: claimantStatusOf(statusOf(id)) };
}

function refuseDuplicate({ start, end }: TextSpan, metric: Metric, { statistics }: ArticleFile): void {
  const known = statistics.find(
    ({ standing, provenance, metricId, span }) =>
      standing === 'STANDS' &&
      provenance.review !== 'REJECTED' &&
      metricId === metric.id &&
      span.start === start &&
      span.end === end,
  );
  if (known !== undefined) {
    refuse('CONFLICT', 'span', `The figure ${known.id} stands at the same place: correct that one where it is wrong.`);
  }
}

/** The id of the first of equal figures that nothing has yet. */
async function freeId(
  edit: Edit,
  articleId: Id<'Article'>,
  metric: Id<'Metric'>,
  valueText: string,
): Promise<Id<'Statistic'>> {
  for (let ordinal = 0; ; ordinal++) {
    const id = statisticId(articleId, metric, valueText, ordinal);
    if ((await edit.read('Statistic', id)) === undefined) return id;
  }
}
