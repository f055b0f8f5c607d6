import { isId } from '../domain/identity.js';
import type { SpeakerId } from '../domain/speaker.js';
import type { SpeakerStatus, Statement } from '../domain/statement.js';
import type { Edit } from './edit.js';
import { namedRecord, namedRecords } from './named-record.js';
import { readList } from './text-input.js';
import { refuse } from './user-error.js';

/** Who speaks, as an editor says it: what is left out stays as it is, as far as the rest allows. */
export interface SpeakerChoice {
  /** The id of a person, organization or unnamed source; null for nobody in particular. */
  readonly speaker?: string | null;
  readonly speakerStatus?: SpeakerStatus | null;
  /** The ids of those between whom the text leaves it open. */
  readonly speakerCandidates?: readonly string[] | null;
}

type Speaker = Pick<Statement, 'speakerId' | 'speakerStatus' | 'speakerCandidateIds'>;

/**
 * Who speaks after an editor’s choice. A speaker settles the state (NAMED or UNNAMED) and leaves no candidates; nobody
 * needs a state that says why. Whether it all agrees is for the invariants of the statement to say.
 */
export async function chosenSpeaker(edit: Edit, choice: SpeakerChoice, known: Speaker): Promise<Speaker> {
  const { speaker, speakerStatus: status, speakerCandidates: candidates } = choice;
  if (status === null) return refuse('INVALID', 'speakerStatus', 'This cannot be cleared.');
  const speakerId = await speakerOf(edit, choice, known);
  const speakerStatus = status ?? (speaker === undefined ? known.speakerStatus : statusOf(speakerId));
  const keepsCandidates = candidates === undefined && speakerStatus === 'AMBIGUOUS';
  const speakerCandidateIds = keepsCandidates ? known.speakerCandidateIds : await candidatesOf(edit, candidates ?? []);
  return { speakerId, speakerStatus, speakerCandidateIds };
}

async function speakerOf(edit: Edit, choice: SpeakerChoice, known: Speaker): Promise<SpeakerId | null> {
  const { speaker, speakerStatus } = choice;
  if (speaker === undefined) {
    return speakerStatus === 'ABSENT' || speakerStatus === 'AMBIGUOUS' ? null : known.speakerId;
  }
  if (speaker !== null) {
    return (await namedRecord(edit, ['speaker'], speaker, 'Person', 'Organization', 'UnnamedSource')).id;
  }
  if (speakerStatus === 'ABSENT' || speakerStatus === 'AMBIGUOUS') return null;
  const why = 'ABSENT where the text names nobody, AMBIGUOUS with `speakerCandidates` where it leaves it open';
  return refuse('INVALID', 'speaker', `To have no speaker say why in \`speakerStatus\`: ${why}.`);
}

/** The state of a speaker who is chosen. */
export function statusOf(speaker: SpeakerId | null): SpeakerStatus {
  if (speaker === null) return 'ABSENT';
  return isId(speaker, 'UnnamedSource') ? 'UNNAMED' : 'NAMED';
}

async function candidatesOf(edit: Edit, ids: readonly string[]): Promise<SpeakerId[]> {
  const field = 'speakerCandidates';
  const list = readList(field, ids);
  return (await namedRecords(edit, [field], list, 'Person', 'Organization', 'UnnamedSource')).map(({ id }) => id);
}
