import type { SubjectId } from '../domain/article.js';
import { isId } from '../domain/identity.js';
import { spanAt, type TextSpan } from '../domain/span.js';
import type { SpeakerId } from '../domain/speaker.js';
import { type ArticleFile, KEYS } from '../repository/desk.js';
import type { Edit } from './edit.js';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Lets whoever an editor says to speak in an article appear there, with the places where the text has their name. */
export function letSpeak(edit: Edit, file: ArticleFile, id: SpeakerId | null): Promise<void> {
  return id === null || isId(id, 'UnnamedSource') ? Promise.resolve() : letAppear(edit, file, id, 0);
}

/** Lets what an editor says to be spoken of in an article appear there, if the text has its name. */
export function letBeSpokenOf(edit: Edit, file: ArticleFile, id: SubjectId | null): Promise<void> {
  return id === null ? Promise.resolve() : letAppear(edit, file, id, 1);
}

/** What appears in the article already stays as it is. */
async function letAppear(edit: Edit, file: ArticleFile, subjectId: SubjectId, leastMentions: number): Promise<void> {
  const { article, revision, appearances } = file;
  const appearance = { articleId: article.id, subjectId, mentions: [], position: 0 };
  if ((await edit.read('Appearance', KEYS.Appearance(appearance))) !== undefined) return;
  const found = (await namesOf(edit, subjectId)).flatMap((name) => places(revision, name));
  const mentions = withoutOverlaps(found.sort((a, b) => a.start - b.start));
  if (mentions.length < leastMentions) return;
  const position = mentions[0]?.start ?? Math.max(-1, ...appearances.map((other) => other.position)) + 1;
  await edit.put('Appearance', { ...appearance, mentions, position });
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
