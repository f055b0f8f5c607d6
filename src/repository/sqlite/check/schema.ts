import { isRebuildable, isSameObject, referenceSchema, type SchemaObject, schemaOf } from '../reference-schema.js';
import type { CheckContext } from './check-context.js';
import { Remedy } from './findings.js';

/** Compares the schema with the one that this version makes. */
export async function checkSchema({ connection, findings }: CheckContext): Promise<void> {
  const expected = new Map((await referenceSchema()).map((object) => [object.name, object]));
  const found = new Map(schemaOf(connection).map((object) => [object.name, object]));
  for (const [name, object] of expected) {
    const actual = found.get(name);
    if (actual !== undefined && isSameObject(object, actual)) continue;
    const what = actual === undefined ? 'is missing' : 'is not as this version makes it';
    findings.add({
      ...{ code: 'SCHEMA', table: object.table, id: name, message: `The ${object.type} ${name} ${what}.` },
      remedy: isRebuildable(object) ? Remedy.REINDEX : Remedy.RESTORE,
    });
  }
  for (const [name, object] of found) {
    if (expected.has(name) || !isForeign(object)) continue;
    findings.add({
      ...{ code: 'SCHEMA', table: object.table, id: name },
      ...{ message: `The ${object.type} ${name} is none of On Record’s.`, remedy: Remedy.DROP },
    });
  }
}

/** An index that this version does not know changes nothing; anything else may. What is SQLite’s own is its own. */
function isForeign({ name, type }: SchemaObject): boolean {
  return type !== 'index' && !name.startsWith('sqlite_');
}
