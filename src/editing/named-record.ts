import { isId, typeOfId } from '../domain/identity.js';
import type { StoredRecords } from '../repository/desk.js';
import type { Edit } from './edit.js';
import { type FieldPath, refuse } from './user-error.js';

/** The types whose records an input can name by id. */
type NamedType =
  | 'Article'
  | 'ArticleRevision'
  | 'Metric'
  | 'Organization'
  | 'Person'
  | 'Place'
  | 'Statement'
  | 'StatementRelation'
  | 'Statistic'
  | 'Topic'
  | 'UnnamedSource';

/** What an error calls a record of a type. */
const NAMES: { readonly [Type in NamedType]: string } = {
  Article: 'an article',
  ArticleRevision: 'an article revision',
  Metric: 'a metric',
  Organization: 'an organization',
  Person: 'a person',
  Place: 'a place',
  Statement: 'a statement',
  StatementRelation: 'a statement relation',
  Statistic: 'a statistic',
  Topic: 'a topic',
  UnnamedSource: 'an unnamed source',
};

/**
 * The record that a field names by its id, which has to be of one of these types; the id of somebody who was merged means
 * the person that remains. Refuses an id that is malformed or of another type (INVALID) or that nothing has (NOT_FOUND).
 */
export async function namedRecord<Type extends NamedType>(
  edit: Edit,
  field: FieldPath,
  id: string,
  ...types: readonly Type[]
): Promise<StoredRecords[Type]> {
  const type = types.find((wanted) => isId(id, wanted));
  if (type === undefined) return refuse('INVALID', field, wrongId(id, types));
  const record = await edit.read(type, await remainingId(edit, id));
  return record ?? refuse('NOT_FOUND', field, `There is no ${NAMES[type].replace(/^an? /, '')} ${id}.`);
}

/** The records that a list names by their ids, each once. Errors name the place in the list. */
export async function namedRecords<Type extends NamedType>(
  edit: Edit,
  field: FieldPath,
  ids: readonly string[],
  ...types: readonly Type[]
): Promise<StoredRecords[Type][]> {
  const records = new Map<string, StoredRecords[Type]>();
  for (const [index, id] of ids.entries()) {
    const record = await namedRecord(edit, [...field, `${index}`], id, ...types);
    records.set(record.id, record);
  }
  return [...records.values()];
}

async function remainingId(edit: Edit, id: string): Promise<string> {
  if (!isId(id, 'Person')) return id;
  const [remaining = id] = await edit.desk.remainingIds([id]);
  return remaining;
}

function wrongId(id: string, types: readonly NamedType[]): string {
  const wanted = types.map((type) => NAMES[type]).join(' or ');
  const type = typeOfId(id);
  if (type === undefined) return `“${id.slice(0, 40)}” is not an id of On Record; this takes the id of ${wanted}.`;
  return `This takes the id of ${wanted}, but ${id} is one of type ${type}.`;
}
