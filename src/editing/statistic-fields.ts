import type { Id } from '../domain/identity.js';
import type { SpeakerStatus } from '../domain/statement.js';
import type { ClaimantStatus, Statistic } from '../domain/statistic.js';
import { statisticProblems } from '../domain/statistic-invariants.js';
import type { ArticleFile } from '../repository/desk.js';
import type { Edit } from './edit.js';
import { namedRecord } from './named-record.js';
import { refuseProblems } from './review.js';

/** The place that an editor names; null for none. */
export async function placeOf(edit: Edit, place: string | null): Promise<Id<'Place'> | null> {
  return place === null ? null : (await namedRecord(edit, ['place'], place, 'Place')).id;
}

/** The state of a figure’s claimant who is the speaker of a statement. What nobody is named for, the article states. */
export function claimantStatusOf(status: SpeakerStatus): ClaimantStatus {
  return status === 'ABSENT' ? 'ARTICLE' : status;
}

/** From which field of the input each field of a figure comes. */
const FIELDS: Partial<Record<keyof Statistic, string>> = {
  value: 'value',
  upperValue: 'upperValue',
  change: 'change',
  statementId: 'statement',
  claimedById: 'claimedBy',
  claimantStatus: 'claimantStatus',
};

/** Refuses a figure that contradicts itself or its article. */
export function refuseWrongStatistic(statistic: Statistic, file: ArticleFile): void {
  refuseProblems(statisticProblems(statistic, file), FIELDS);
}
