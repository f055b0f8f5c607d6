import type { Id } from '../domain/identity.js';
import { nameKey } from '../domain/names.js';
import { type Person, personId } from '../domain/speaker.js';
import type { ArticleFile } from '../repository/desk.js';
import type { Repository } from '../repository/repository.js';
import { type Edit, type EditOutcome, edit } from './edit.js';
import { moveRoles } from './move-roles.js';
import { namedRecord, namedRecords } from './named-record.js';
import { rewriteSubject } from './rewrite-subject.js';
import { refuse } from './user-error.js';

/** How many articles can move at once. */
const MOST_ARTICLES = 1000;
/** How long a name may be, in UTF-16 units. */
const LONGEST_NAME = 200;

export interface SplitInput {
  readonly id: string;
  /** The name of the new person. */
  readonly name: string;
  /** The articles that speak of the new person. */
  readonly articles: readonly string[];
  readonly reason?: string | null | undefined;
}

export interface Split {
  readonly personId: Id<'Person'>;
  readonly createdId: Id<'Person'>;
}

/** Makes two of a person in whom two were taken for one: what some articles say moves to a new one. */
export function splitPerson(
  repository: Repository,
  actor: string,
  { id, name, articles, reason = null }: SplitInput,
): Promise<EditOutcome<Split>> {
  return edit(repository, { action: 'SPLIT', actor, reason }, async (split) => {
    const person = await namedRecord(split, ['id'], id, 'Person');
    const files = await filesOf(split, person, articles);
    const created = await createPerson(split, checkedName(name), files);
    const exchange = { from: person.id, to: created.id };
    for (const file of files) await rewriteSubject(split, exchange, file);
    const revisions = new Set<string>(files.map(({ revision }) => revision.id));
    await moveRoles(split, exchange, ({ revisionId }) => revisions.has(revisionId));
    return {
      result: { personId: person.id, createdId: created.id },
      targetIds: [person.id, created.id, ...files.map(({ article }) => article.id)],
    };
  });
}

function checkedName(name: string): string {
  const trimmed = name.trim();
  if (nameKey(trimmed) === '') refuse('INVALID', 'name', 'The new person needs a name.');
  if (trimmed.length > LONGEST_NAME) {
    refuse('TOO_LARGE', 'name', `The name has ${trimmed.length} characters; at most ${LONGEST_NAME} are kept.`);
  }
  return trimmed;
}

async function filesOf(split: Edit, person: Person, articles: readonly string[]): Promise<ArticleFile[]> {
  if (articles.length === 0) refuse('INVALID', 'articles', 'Name the articles that speak of the new person.');
  if (articles.length > MOST_ARTICLES) {
    refuse('TOO_LARGE', 'articles', `At most ${MOST_ARTICLES} articles move at once, not ${articles.length}.`);
  }
  const naming = await split.desk.articlesNaming(person.id);
  const named = await namedRecords(split, ['articles'], articles, 'Article');
  const moving = new Set(named.map(({ id }) => id));
  for (const [index, id] of [...moving].entries()) {
    if (naming.includes(id)) continue;
    refuse('CONFLICT', ['articles', `${index}`], `The article ${id} does not speak of ${person.name}.`);
  }
  if (naming.every((id) => moving.has(id))) {
    refuse('INVALID', 'articles', `These are all articles that speak of ${person.name}: rename the person instead.`);
  }
  return (await split.desk.articleFiles([...moving])).filter((file) => file !== undefined);
}

/** The new person. Whoever has the name already is somebody else, from whom the first of the articles tells them apart. */
async function createPerson(split: Edit, name: string, files: readonly ArticleFile[]): Promise<Person> {
  const ids = [personId(name), personId(name, files[0]?.article.id)];
  for (const id of ids) {
    if ((await split.read('Person', id)) !== undefined) continue;
    const slug = await split.desk.slugFor('Person', name, id);
    const created: Person = { id, slug, name, aliases: [], formerIds: [], wikidata: null };
    await split.put('Person', created);
    return created;
  }
  return refuse('CONFLICT', 'name', `The articles speak of another ${name} already.`);
}
