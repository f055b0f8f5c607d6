import { type AnyId, type Id, isId } from '../../domain/identity.js';
import { KEYS, type RecordKey, type StoredRecords, type StoredType } from '../desk.js';
import type { Tables } from './tables.js';

/** How many of the records that name something are told. */
const TOLD = 20;

/** A table’s records under their keys. */
interface RecordTable<Stored> {
  readonly records: () => Iterable<Stored>;
  readonly set: (record: Stored) => void;
  readonly delete: (key: string) => void;
}

type RecordTableOf = { readonly [Type in StoredType]: RecordTable<StoredRecords[Type]> };

/** The tables as a desk reads and writes them: record by record, each under its key. */
export class RecordTables {
  readonly #tables: RecordTableOf;

  constructor(tables: Tables) {
    this.#tables = {
      Publisher: inMap(tables.publishers),
      Topic: inMap(tables.topics),
      Place: inMap(tables.places),
      Organization: inMap(tables.organizations),
      Person: inMap(tables.people),
      Role: inList(tables.roles, KEYS.Role),
      Relationship: inList(tables.relationships, KEYS.Relationship),
      Metric: inMap(tables.metrics),
      Article: inMap(tables.articles),
      ArticleRevision: inMap(tables.revisions),
      Appearance: inList(tables.appearances, KEYS.Appearance),
      Unresolved: {
        records: () => unresolvedOf(tables),
        set: ({ articleId, references }) => tables.unresolved.set(articleId, references),
        delete: (key) => tables.unresolved.delete(key),
      },
      UnnamedSource: inMap(tables.unnamedSources),
      Statement: inMap(tables.statements),
      Statistic: inMap(tables.statistics),
      StatementRelation: inMap(tables.relations),
    };
  }

  get<Type extends StoredType>(type: Type, key: string): StoredRecords[Type] | undefined {
    const table: RecordTable<StoredRecords[Type]> = this.#tables[type];
    for (const record of table.records()) if (KEYS[type](record) === key) return record;
    return undefined;
  }

  /** All of a type, in the order of storing. */
  all<Type extends StoredType>(type: Type): Iterable<StoredRecords[Type]> {
    const table: RecordTable<StoredRecords[Type]> = this.#tables[type];
    return table.records();
  }

  set<Type extends StoredType>(type: Type, record: StoredRecords[Type]): void {
    const table: RecordTable<StoredRecords[Type]> = this.#tables[type];
    table.set(record);
  }

  delete(type: StoredType, key: string): void {
    this.#tables[type].delete(key);
  }

  /** The records that name something by its id. */
  referrers(id: AnyId): RecordKey[] {
    const found: RecordKey[] = [];
    const look = <Type extends StoredType>(type: Type) => {
      const table: RecordTable<StoredRecords[Type]> = this.#tables[type];
      for (const record of table.records()) {
        const key = KEYS[type](record);
        if (key !== id && names(record, id)) found.push({ type, key });
      }
    };
    for (const type of REFERRING) look(type);
    return found.slice(0, TOLD);
  }
}

/** The types whose records name others. */
const REFERRING = [
  'Statement',
  'Statistic',
  'StatementRelation',
  'UnnamedSource',
  'Role',
  'Relationship',
  'Appearance',
] as const satisfies readonly StoredType[];

/** Whether an id stands anywhere in a value. */
export function names(value: unknown, id: string): boolean {
  if (typeof value === 'string') return value === id;
  if (typeof value !== 'object' || value === null || value instanceof Date) return false;
  return Object.values(value).some((part) => names(part, id));
}

/** The article that a record belongs to, or is. */
export function articleIdOf(record: StoredRecords[StoredType]): Id<'Article'> | undefined {
  if ('articleId' in record) return record.articleId;
  return 'id' in record && isId(record.id, 'Article') ? record.id : undefined;
}

function inMap<Stored extends { readonly id: AnyId }>(map: Map<string, Stored>): RecordTable<Stored> {
  return {
    records: () => map.values(),
    set: (record) => map.set(record.id, record),
    delete: (key) => map.delete(key),
  };
}

function inList<Stored>(list: Stored[], keyOf: (record: Stored) => string): RecordTable<Stored> {
  const indexOf = (key: string) => list.findIndex((record) => keyOf(record) === key);
  return {
    records: () => list,
    set: (record) => {
      const index = indexOf(keyOf(record));
      list.splice(index < 0 ? list.length : index, 1, record);
    },
    delete: (key) => {
      const index = indexOf(key);
      if (index >= 0) list.splice(index, 1);
    },
  };
}

function* unresolvedOf({ unresolved, articles }: Tables): Generator<StoredRecords['Unresolved']> {
  for (const { id } of articles.values()) {
    const references = unresolved.get(id);
    if (references !== undefined && references.length > 0) yield { articleId: id, references };
  }
}
