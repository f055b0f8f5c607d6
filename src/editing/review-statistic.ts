import type { Id } from '../domain/identity.js';
import type { SpeakerId } from '../domain/speaker.js';
import type { ChangeDirection, ClaimantStatus, Comparator, Statistic, StatisticMeasure } from '../domain/statistic.js';
import type { Repository } from '../repository/repository.js';
import { letBeSpokenOf, letSpeak } from './appearances.js';
import { articleFileOf } from './article-file.js';
import { type DateInput, readDate } from './date-input.js';
import { type Edit, type EditOutcome, edit } from './edit.js';
import { namedRecord } from './named-record.js';
import { type Judgement, refuseWhenMovedOn, refuseWrongFields, reviewed } from './review.js';
import { statusOf } from './speaker-choice.js';
import { claimantStatusOf, placeOf, refuseWrongStatistic } from './statistic-fields.js';
import { readName, unclearable } from './text-input.js';
import { refuse } from './user-error.js';

/** What is right about a figure: what is left out stays as it is, null clears. */
export interface StatisticCorrection {
  readonly metric?: string | null;
  readonly value?: number | null;
  readonly upperValue?: number | null;
  readonly unit?: string | null;
  readonly comparator?: Comparator | null;
  readonly measure?: StatisticMeasure | null;
  readonly change?: ChangeDirection | null;
  readonly subject?: string | null;
  readonly place?: string | null;
  readonly asOf?: DateInput | null | undefined;
  /** The id of a person, organization or unnamed source; null for nobody in particular. */
  readonly claimedBy?: string | null;
  readonly claimantStatus?: ClaimantStatus | null;
}

export interface StatisticReview extends Judgement {
  readonly correction: StatisticCorrection;
}

/** Confirms, rejects or corrects a figure. No later reading of its article undoes that. */
export function reviewStatistic(
  repository: Repository,
  actor: string,
  review: StatisticReview,
): Promise<EditOutcome<Id<'Statistic'>>> {
  const { verdict, reason, correction } = review;
  return edit(repository, { action: 'REVIEW', actor, reason }, async (edit) => {
    const statistic = await namedRecord(edit, ['id'], review.id, 'Statistic');
    refuseWrongFields(verdict, correction);
    refuseWhenMovedOn(review, statistic);
    const right = verdict === 'CORRECT' ? await corrected(edit, statistic, correction) : statistic;
    await edit.put('Statistic', { ...right, provenance: reviewed(statistic.provenance, edit, verdict) });
    return { result: statistic.id, targetIds: [statistic.id] };
  });
}

async function corrected(edit: Edit, statistic: Statistic, correction: StatisticCorrection): Promise<Statistic> {
  if (statistic.standing === 'GONE') {
    refuse(
      'CONFLICT',
      'id',
      'The figure is no longer in the text: reject it, or create the one that stands there now.',
    );
  }
  const file = await articleFileOf(edit, statistic.articleId);
  const right: Statistic = {
    ...statistic,
    ...figureOf(statistic, correction),
    ...(await circumstancesOf(edit, statistic, correction)),
    ...(await claimantOf(edit, statistic, correction)),
  };
  refuseWrongStatistic(right, file);
  await letSpeak(edit, file, right.claimedById);
  await letBeSpokenOf(edit, file, right.placeId);
  return right;
}

function figureOf(
  known: Statistic,
  { value, upperValue, unit, comparator, measure, change, subject }: StatisticCorrection,
): Partial<Statistic> {
  return {
    value: unclearable('value', value, known.value),
    comparator: unclearable('comparator', comparator, known.comparator),
    measure: unclearable('measure', measure, known.measure),
    change: unclearable('change', change, known.change),
    ...(upperValue !== undefined && { upperValue }),
    ...(unit !== undefined && { unit: unit && readName(['unit'], unit) }),
    ...(subject !== undefined && { subject: subject && readName(['subject'], subject) }),
  };
}

async function circumstancesOf(
  edit: Edit,
  known: Statistic,
  { metric, place, asOf }: StatisticCorrection,
): Promise<Partial<Statistic>> {
  const metricId = unclearable('metric', metric, known.metricId);
  return {
    metricId: (await namedRecord(edit, ['metric'], metricId, 'Metric')).id,
    ...(place !== undefined && { placeId: await placeOf(edit, place) }),
    ...(asOf !== undefined && { asOf: asOf && readDate('asOf', asOf, known.asOf) }),
  };
}

/** Who claims it: somebody settles the state (NAMED or UNNAMED), and nobody needs a state that says why. */
async function claimantOf(
  edit: Edit,
  known: Statistic,
  { claimedBy, claimantStatus: status }: StatisticCorrection,
): Promise<Pick<Statistic, 'claimedById' | 'claimantStatus'>> {
  if (status === null) return refuse('INVALID', 'claimantStatus', 'This cannot be cleared.');
  const isOpen = status === 'AMBIGUOUS' || status === 'ARTICLE';
  if (claimedBy === null && !isOpen) {
    const why = 'ARTICLE where the article itself states the figure, AMBIGUOUS where it leaves open who does';
    return refuse('INVALID', 'claimedBy', `To have no claimant say why in \`claimantStatus\`: ${why}.`);
  }
  if (claimedBy === undefined) {
    const claimedById = isOpen ? null : known.claimedById;
    return { claimedById, claimantStatus: status ?? known.claimantStatus };
  }
  const claimedById = claimedBy === null ? null : await claimantNamed(edit, claimedBy);
  return { claimedById, claimantStatus: status ?? claimantStatusOf(statusOf(claimedById)) };
}

async function claimantNamed(edit: Edit, id: string): Promise<SpeakerId> {
  return (await namedRecord(edit, ['claimedBy'], id, 'Person', 'Organization', 'UnnamedSource')).id;
}
