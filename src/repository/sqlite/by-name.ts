import type { Listing } from './collection-spec.js';

const BY_NAME = { NAME_ASC: ['n.name_key', 'n.id'] };

/** Everybody or everything of one type, by name. */
export const ALL_BY_NAME: Listing<'NAME_ASC'> = { where: 'true', orders: BY_NAME };

/** Those of one type that appear in an article, by first mention or by name. */
export function appearingIn(
  type: 'Topic' | 'Place' | 'Person' | 'Organization',
): Listing<'APPEARANCE_ASC' | 'NAME_ASC'> {
  return {
    through: { table: 'appearance', nodeId: 'l.subject_id' },
    where: `l.article_id = o.value and l.subject_type = '${type}'`,
    orders: { APPEARANCE_ASC: ['l.position', 'l.subject_id'], ...BY_NAME },
  };
}
