import type { SubjectId } from '../domain/article.js';
import { type AnyId, isId } from '../domain/identity.js';
import { spanAt, type TextSpan } from '../domain/span.js';
import { type ArticleFile, KEYS } from '../repository/desk.js';
import type { Edit } from './edit.js';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Lets somebody or something appear in an article that an editor says it speaks or is spoken of in, with the places where
 * the text has its name. What appears there already stays as it is; unnamed sources do not appear.
 */
export async function letAppear(edit: Edit, { article, revision, appearances }: ArticleFile, id: AnyId): Promise<void> {
  if (!isId(id, 'Person', 'Organization', 'Place', 'Topic')) return;
  const key = KEYS.Appearance({ articleId: article.id, subjectId: id, mentions: [], position: 0 });
  if ((await edit.read('Appearance', key)) !== undefined) return;
  const mentions = (await namesOf(edit, id))
    .flatMap((name) => places(revision, name))
    .sort((a, b) => a.start - b.start);
  const position = mentions[0]?.start ?? Math.max(-1, ...appearances.map((appearance) => appearance.position)) + 1;
  await edit.put('Appearance', { articleId: article.id, subjectId: id, mentions: withoutOverlaps(mentions), position });
}

async function namesOf(edit: Edit, id: SubjectId): Promise<string[]> {
  if (isId(id, 'Topic')) return [];
  const record = await edit.read(
    isId(id, 'Person') ? 'Person' : isId(id, 'Organization') ? 'Organization' : 'Place',
    id,
  );
  if (record === undefined) return [];
  return 'aliases' in record ? [record.name, ...record.aliases] : [record.name];
}

/** Where a text has a name, in whole words. */
function places(revision: ArticleFile['revision'], name: string): TextSpan[] {
  const { text } = revision;
  const found: TextSpan[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    const isWhole = !LETTER_OR_DIGIT.test(text.charAt(at - 1)) && !LETTER_OR_DIGIT.test(text.charAt(end));
    if (isWhole) found.push(spanAt(revision, at, end));
  }
  return found;
}

/** Of mentions in the order of the text those that begin behind the one before. */
function withoutOverlaps(mentions: readonly TextSpan[]): TextSpan[] {
  const kept: TextSpan[] = [];
  for (const mention of mentions) if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention);
  return kept;
}
