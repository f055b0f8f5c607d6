import type { ArticleRevision } from '../domain/article.js';
import { InvariantError } from '../domain/errors.js';
import { spanAt, type TextSpan } from '../domain/span.js';
import type { ArticleFile } from '../repository/desk.js';
import type { Edit } from './edit.js';
import { namedRecord } from './named-record.js';
import { readList } from './text-input.js';
import { type FieldPath, refuse } from './user-error.js';

/** A stretch of an article’s text as an editor names it: UTF-16 offsets into the text of a revision, `end` exclusive. */
export interface SpanInput {
  readonly start: number;
  readonly end: number;
  /** The id of the revision that the editor read. */
  readonly revision: string;
}

/** The spans of a list in the current text of their article. */
export async function readSpans(
  edit: Edit,
  field: string,
  spans: readonly SpanInput[],
  file: ArticleFile,
): Promise<TextSpan[]> {
  const read: TextSpan[] = [];
  for (const [index, span] of readList(field, spans).entries()) {
    read.push(await readSpan(edit, [field, `${index}`], span, file));
  }
  return read;
}

/**
 * A span in the current text of its article. Refuses one of an earlier revision (CONFLICT), since nobody knows whether its
 * offsets still mean the same words, and one of another article or outside of the text (INVALID).
 */
export async function readSpan(
  edit: Edit,
  field: FieldPath,
  { start, end, revision: id }: SpanInput,
  { article, revision }: ArticleFile,
): Promise<TextSpan> {
  if (id !== revision.id) await refuseRevision(edit, [...field, 'revision'], id, article.id);
  try {
    const span = spanAt(revision, start, end);
    return span.text.trim() === '' ? refuse('INVALID', field, 'There is nothing but white space.') : span;
  } catch (error) {
    if (!(error instanceof InvariantError)) throw error;
    return refuse('INVALID', [...field, wrongEnd({ start, end }, revision)], error.message);
  }
}

async function refuseRevision(edit: Edit, field: FieldPath, id: string, articleId: string): Promise<never> {
  const { articleId: owner, number } = await namedRecord(edit, field, id, 'ArticleRevision');
  if (owner !== articleId) return refuse('INVALID', field, `${id} is a revision of another article.`);
  const message = `The text has been revised since revision ${number}: read it again, and say where the words stand now.`;
  return refuse('CONFLICT', field, message);
}

/** Which offset is the wrong one. */
function wrongEnd({ start }: Pick<SpanInput, 'start' | 'end'>, revision: ArticleRevision): 'start' | 'end' {
  const isStart = start >= 0 && start < revision.text.length && canCut(revision.text, start);
  return isStart ? 'end' : 'start';
}

/** Whether no character is cut in two at an offset. */
function canCut(text: string, offset: number): boolean {
  return text.slice(0, offset).isWellFormed() || !text.isWellFormed();
}
