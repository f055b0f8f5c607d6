import type { NodeSqliteConnection } from './connection.js';
import { isOthers, isRebuildable, isSameObject, isVirtual, type SchemaObject, schemaOf } from './reference-schema.js';

/** Makes anew, without what is in them, the tables and indexes that are missing or not as they ought to be; gives their names. */
export function rebuildSchema(connection: NodeSqliteConnection, reference: readonly SchemaObject[]): string[] {
  const made: string[] = [];
  for (const object of reference) {
    const { name, type, sql } = object;
    if (!isRebuildable(object) || isOthers(object) || sql === null) continue;
    const found = new Map(schemaOf(connection).map((known) => [known.name, known]));
    const parts = isVirtual(sql) ? reference.filter((part) => isPartOf(name, part)) : [];
    if ([object, ...parts].every((part) => isThere(part, found))) continue;
    connection.exec(`drop ${found.get(name)?.type ?? type} if exists "${name}"`);
    for (const part of parts) connection.exec(`drop table if exists "${part.name}"`);
    connection.exec(sql);
    made.push(name);
  }
  return made;
}

/** Whether a table is one of those in which FTS5 keeps an index. */
function isPartOf(index: string, { name }: SchemaObject): boolean {
  return ['data', 'idx', 'docsize', 'config', 'content'].some((part) => name === `${index}_${part}`);
}

function isThere(object: SchemaObject, found: ReadonlyMap<string, SchemaObject>): boolean {
  const known = found.get(object.name);
  return known !== undefined && isSameObject(object, known);
}
