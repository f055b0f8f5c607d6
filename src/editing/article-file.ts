import type { Id } from '../domain/identity.js';
import type { ArticleFile } from '../repository/desk.js';
import type { Edit } from './edit.js';

/** Everything of an article that is there, since something that belongs to it is. */
export async function articleFileOf({ desk }: Edit, id: Id<'Article'>): Promise<ArticleFile> {
  const [file] = await desk.articleFiles([id]);
  if (file === undefined) throw new TypeError(`There is no article ${id}.`);
  return file;
}
