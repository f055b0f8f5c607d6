import type { Id } from '../domain/identity.js';
import type { TextSpan } from '../domain/span.js';
import type { SpeakerId } from '../domain/speaker.js';
import {
  kindOf,
  type Statement,
  type StatementKind,
  statementId,
  statementText,
  utteranceId,
} from '../domain/statement.js';
import type { ArticleFile } from '../repository/desk.js';
import type { Repository } from '../repository/repository.js';
import { letBeSpokenOf, letSpeak } from './appearances.js';
import { articleFileOf } from './article-file.js';
import { readDate } from './date-input.js';
import { type Edit, type EditOutcome, edit } from './edit.js';
import { personNamed } from './known-person.js';
import { namedRecord } from './named-record.js';
import { madeByEditor } from './review.js';
import { readSpans, type SpanInput } from './span-input.js';
import { statusOf } from './speaker-choice.js';
import { contentAt } from './statement-content.js';
import { aboutOf, parentOf, refuseWrongStatement, type StatementFields } from './statement-fields.js';
import { refuse } from './user-error.js';

/** A statement that the engine missed, as an editor finds it in an article. */
export interface NewStatement extends StatementFields {
  readonly article: string;
  readonly kind: StatementKind;
  readonly spans: readonly SpanInput[];
  /** The id of a person, organization or unnamed source. */
  readonly speaker?: string | null;
  /** The full name of a person, who may be new; not beside `speaker`. */
  readonly speakerName?: string | null;
  readonly reason: string | null;
}

/** Adds a statement to an article. It is the editor’s own, and an utterance of its own. */
export function createStatement(
  repository: Repository,
  actor: string,
  input: NewStatement,
): Promise<EditOutcome<Id<'Statement'>>> {
  return edit(repository, { action: 'CREATE', actor, reason: input.reason }, async (edit) => {
    const { id: articleId } = await namedRecord(edit, ['article'], input.article, 'Article');
    const file = await articleFileOf(edit, articleId);
    const spans = await readSpans(edit, 'spans', input.spans, file);
    refuseDuplicate(spans, file);
    const statement = await newStatement(edit, input, spans, file);
    refuseWrongStatement(statement, file, input.kind);
    await letSpeak(edit, file, statement.speakerId);
    for (const { subjectId } of statement.about) await letBeSpokenOf(edit, file, subjectId);
    await edit.put('Statement', statement);
    const { id, speakerId } = statement;
    const isNew = speakerId !== null && edit.hasMade('Person', speakerId);
    return { result: id, targetIds: isNew ? [id, speakerId] : [id] };
  });
}

async function newStatement(
  edit: Edit,
  input: NewStatement,
  spans: readonly TextSpan[],
  file: ArticleFile,
): Promise<Statement> {
  const { article, revision } = file;
  const { cueSpans, force, parent, said, medium, about } = input;
  const id = await freeId(edit, article.id, spans);
  const content = contentAt(spans, revision);
  const speakerId = await speakerOf(edit, input, article.id);
  return {
    id,
    articleId: article.id,
    revisionId: revision.id,
    ...content,
    kind: kindOf({ id, ...content }),
    speakerId,
    speakerStatus: statusOf(speakerId),
    speakerCandidateIds: [],
    speakerSpans: [],
    speakerRole: null,
    cueSpans: await readSpans(edit, 'cueSpans', cueSpans ?? [], file),
    force: force ?? 'STATED',
    medium: medium ?? null,
    mediumText: null,
    said: said == null ? null : readDate('said', said, null),
    parentId: await parentOf(edit, parent ?? null),
    about: await aboutOf(edit, about ?? []),
    utteranceId: utteranceId(id),
    standing: 'STANDS',
    lastChange: edit.id,
    provenance: madeByEditor(edit),
  };
}

async function speakerOf(
  edit: Edit,
  { speaker, speakerName }: NewStatement,
  articleId: Id<'Article'>,
): Promise<SpeakerId | null> {
  if (speaker != null && speakerName != null) {
    return refuse('INVALID', 'speakerName', 'Give either `speaker` or `speakerName`, not both.');
  }
  if (speakerName != null) return personNamed(edit, 'speakerName', speakerName, articleId);
  if (speaker == null) return null;
  return (await namedRecord(edit, ['speaker'], speaker, 'Person', 'Organization', 'UnnamedSource')).id;
}

function refuseDuplicate(spans: readonly TextSpan[], { statements }: ArticleFile): void {
  const places = placesOf(spans);
  const known = statements.find(
    ({ standing, provenance, spans: others }) =>
      standing === 'STANDS' && provenance.review !== 'REJECTED' && placesOf(others) === places,
  );
  if (known !== undefined) {
    refuse('CONFLICT', 'spans', `The statement ${known.id} has the same words: correct that one where it is wrong.`);
  }
}

function placesOf(spans: readonly TextSpan[]): string {
  return spans.map(({ start, end }) => `${start}–${end}`).join();
}

/** The id of the first of equal statements that nothing has yet. */
async function freeId(edit: Edit, articleId: Id<'Article'>, spans: readonly TextSpan[]): Promise<Id<'Statement'>> {
  const text = statementText(spans);
  for (let ordinal = 0; ; ordinal++) {
    const id = statementId(articleId, text, ordinal);
    if ((await edit.read('Statement', id)) === undefined) return id;
  }
}
