import { slugOf } from '../../domain/names.js';

/** How many characters of the id tell apart what would otherwise have the same slug. */
const SUFFIX_LENGTH = 6;

/** The slug of something new: of its name, of its id where the name has no letter or digit; with a piece of the id where others took it. */
export function newSlug(name: string, id: string, others: Iterable<{ readonly slug: string }>): string {
  const taken = new Set(Array.from(others, ({ slug }) => slug));
  const unique = id.slice(id.indexOf('_') + 1);
  const slug = slugOf(name) || unique;
  const candidates = [slug, `${slug}-${unique.slice(0, SUFFIX_LENGTH)}`];
  return candidates.find((candidate) => !taken.has(candidate)) ?? `${slug}-${unique}`;
}
