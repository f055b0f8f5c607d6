import type { Transaction } from 'kysely';
import type { AnyId } from '../../domain/identity.js';
import { slugOf } from '../../domain/names.js';
import type { Tables } from './tables.js';

/** How much of an id tells two slugs apart, where that is enough. */
const SUFFIX_LENGTH = 6;

/** The slug of a new record: that of its name; with the beginning of its id where the name has none or it is taken. */
export async function freeSlug(
  db: Transaction<Tables>,
  table: 'article' | 'person' | 'organization',
  name: string,
  id: AnyId,
): Promise<string> {
  const slug = slugOf(name);
  const unique = id.slice(id.indexOf('_') + 1);
  if (slug === '') return unique;
  for (const candidate of [slug, `${slug}-${unique.slice(0, SUFFIX_LENGTH)}`]) {
    const taken = await db.selectFrom(table).select('id').where('slug', '=', candidate).executeTakeFirst();
    if (taken === undefined) return candidate;
  }
  return `${slug}-${unique}`;
}
