import type { Id } from '../domain/identity.js';
import { type Person, personId } from '../domain/speaker.js';
import type { Edit } from './edit.js';
import { readName } from './text-input.js';
import { refuse } from './user-error.js';

/**
 * The person of a full name that an editor gives for a speaker in an article: the known one, if just one goes by it, else
 * a new one. Several of one name are told apart by nobody but an editor with an id, so another is made for the article. A
 * single word is refused, since a bare surname is nobody in particular.
 */
export async function personNamed(
  edit: Edit,
  field: string,
  text: string,
  articleId: Id<'Article'>,
): Promise<Id<'Person'>> {
  const name = readName([field], text);
  if (!name.includes(' ')) {
    refuse('INVALID', field, `“${name}” is a single word, which many can be called: give the full name, or an id.`);
  }
  const [known, ...others] = await edit.desk.peopleNamed(name);
  if (known !== undefined && others.length === 0) return known.id;
  const id = (await isFree(edit, personId(name))) ? personId(name) : personId(name, articleId);
  const [remaining = id] = await edit.desk.remainingIds([id]);
  if (!(await isFree(edit, id))) return remaining;
  const slug = await edit.desk.slugFor('Person', name, id);
  const person: Person = { id, slug, name, aliases: [], formerIds: [], wikidata: null };
  await edit.put('Person', person);
  return id;
}

/** Whether nobody has an id, or ever had. */
async function isFree(edit: Edit, id: Id<'Person'>): Promise<boolean> {
  const [remaining] = await edit.desk.remainingIds([id]);
  return remaining === id && (await edit.read('Person', id)) === undefined;
}
