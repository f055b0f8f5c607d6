import type { Id } from '../domain/identity.js';
import { overlaps, type TextSpan } from '../domain/span.js';
import { kindOf, type Statement } from '../domain/statement.js';
import type { ArticleFile } from '../repository/desk.js';
import type { Repository } from '../repository/repository.js';
import { letBeSpokenOf, letSpeak } from './appearances.js';
import { articleFileOf } from './article-file.js';
import { readDate } from './date-input.js';
import { type Edit, type EditOutcome, edit } from './edit.js';
import { namedRecord } from './named-record.js';
import { type Judgement, refuseWhenMovedOn, refuseWrongFields, reviewed } from './review.js';
import { readSpans } from './span-input.js';
import { chosenSpeaker, type SpeakerChoice } from './speaker-choice.js';
import { contentAt } from './statement-content.js';
import { aboutOf, parentOf, refuseWrongStatement, type StatementFields } from './statement-fields.js';
import { unclearable } from './text-input.js';
import { refuse } from './user-error.js';

/** What is right about a statement: what is left out stays as it is, null clears. */
export interface StatementCorrection extends StatementFields, SpeakerChoice {}

export interface StatementReview extends Judgement {
  readonly correction: StatementCorrection;
}

/** Confirms, rejects or corrects a statement. No later reading of its article undoes that. */
export function reviewStatement(
  repository: Repository,
  actor: string,
  review: StatementReview,
): Promise<EditOutcome<Id<'Statement'>>> {
  const { verdict, reason, correction } = review;
  return edit(repository, { action: 'REVIEW', actor, reason }, async (edit) => {
    const statement = await namedRecord(edit, ['id'], review.id, 'Statement');
    refuseWrongFields(verdict, correction);
    refuseWhenMovedOn(review, statement);
    const right = verdict === 'CORRECT' ? await corrected(edit, statement, correction) : statement;
    await edit.put('Statement', { ...right, provenance: reviewed(statement.provenance, edit, verdict) });
    return { result: statement.id, targetIds: [statement.id] };
  });
}

async function corrected(edit: Edit, statement: Statement, correction: StatementCorrection): Promise<Statement> {
  const file = await articleFileOf(edit, statement.articleId);
  const moved = await movedTo(edit, statement, correction, file);
  const speaker = await chosenSpeaker(edit, correction, statement);
  const right: Statement = {
    ...moved,
    ...speaker,
    ...speakerWords(moved, speaker.speakerId, file),
    ...(await corrections(edit, moved, correction, file)),
  };
  refuseWrongStatement(right, file, correction.kind ?? undefined);
  await letSpeak(edit, file, right.speakerId);
  for (const { subjectId } of right.about) await letBeSpokenOf(edit, file, subjectId);
  return right;
}

/** The statement with its content at the spans of the correction, and nothing left of an earlier revision. */
async function movedTo(
  edit: Edit,
  statement: Statement,
  { spans, kind }: StatementCorrection,
  file: ArticleFile,
): Promise<Statement> {
  const { revision } = file;
  if (spans === null) return refuse('INVALID', 'spans', 'A statement needs a content span.');
  unclearable('kind', kind, statement.kind);
  if (spans === undefined) {
    if (statement.standing === 'STANDS') return statement;
    const message = 'Its words are no longer in the text: say in `spans` where they stand now, or reject it.';
    return refuse('CONFLICT', 'spans', message);
  }
  const content = contentAt(await readSpans(edit, 'spans', spans, file), revision, statement.quotations);
  const standing = (span: TextSpan) => span.revisionId === revision.id;
  const { said } = statement;
  return {
    ...statement,
    ...content,
    kind: kindOf({ id: statement.id, ...content }),
    revisionId: revision.id,
    standing: 'STANDS',
    speakerSpans: statement.speakerSpans.filter(standing),
    cueSpans: statement.cueSpans.filter(standing),
    said: said?.span && !standing(said.span) ? { ...said, span: null } : said,
    about: statement.about.map((reference) => ({ ...reference, spans: reference.spans.filter(standing) })),
  };
}

/** What named the former speaker does not name another. */
function speakerWords(
  { speakerId: former, speakerSpans, speakerRole }: Statement,
  speakerId: Statement['speakerId'],
  { appearances }: ArticleFile,
): Pick<Statement, 'speakerSpans' | 'speakerRole'> {
  if (speakerId === former) return { speakerSpans, speakerRole };
  if (speakerId === null) return { speakerSpans: [], speakerRole: null };
  const mentions = appearances.find(({ subjectId }) => subjectId === former)?.mentions ?? [];
  const others = speakerSpans.filter((span) => !mentions.some((mention) => overlaps(mention, span)));
  return { speakerSpans: others, speakerRole: null };
}

/** The fields that a correction gives on their own. */
async function corrections(
  edit: Edit,
  known: Statement,
  { cueSpans, force, parent, said, medium, about }: StatementCorrection,
  file: ArticleFile,
): Promise<Partial<Statement>> {
  return {
    ...(cueSpans !== undefined && { cueSpans: await readSpans(edit, 'cueSpans', cueSpans ?? [], file) }),
    force: unclearable('force', force, known.force),
    ...(parent !== undefined && { parentId: await parentOf(edit, parent) }),
    ...(said !== undefined && { said: said && readDate('said', said, known.said) }),
    ...(medium !== undefined && { medium, mediumText: medium === null ? null : known.mediumText }),
    ...(about !== undefined && { about: await aboutOf(edit, about ?? [], known.about) }),
  };
}
