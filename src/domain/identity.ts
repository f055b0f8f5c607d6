import { hash } from 'node:crypto';

/**
 * The types that have an identity of their own, with the prefix their ids begin with. The prefix is how an id tells its
 * type without a look-up; the rest of an id is opaque.
 */
const PREFIXES = {
  Article: 'art',
  ArticleRevision: 'rev',
  Publisher: 'pub',
  Topic: 'top',
  Place: 'plc',
  Person: 'per',
  Organization: 'org',
  UnnamedSource: 'src',
  Statement: 'stm',
  Utterance: 'utt',
  StatementRelation: 'rel',
  Metric: 'met',
  Statistic: 'stc',
  Change: 'chg',
  IdentityCandidate: 'idc',
} as const;

export type NodeType = keyof typeof PREFIXES;

/** The identifier of a record of type `T`: its prefix, `_`, and 24 characters of `0-9a-v` (120 bits of a SHA-256). */
export type Id<T extends NodeType> = T extends NodeType ? `${(typeof PREFIXES)[T]}_${string}` : never;

export type AnyId = Id<NodeType>;

const TYPES = new Map(Object.entries(PREFIXES).map(([type, prefix]) => [prefix as string, type as NodeType]));

const HASH_LENGTH = 24;
const PATTERN = new RegExp(`^([a-z]{3})_[0-9a-v]{${HASH_LENGTH}}$`);

/**
 * Makes the identifier of a record from what makes the thing itself. The same parts give the same id on every machine;
 * parts are kept apart, so that ("ab", "c") and ("a", "bc") differ.
 */
export function makeId<T extends NodeType>(type: T, ...parts: readonly (string | number)[]): Id<T> {
  const digest = hash('sha256', JSON.stringify([type, ...parts]));
  const bits = BigInt(`0x${digest.slice(0, 30)}`);
  return `${PREFIXES[type]}_${bits.toString(32).padStart(HASH_LENGTH, '0')}` as Id<T>;
}

/** The type that a well-formed id belongs to, or undefined for anything else. */
export function typeOfId(id: string): NodeType | undefined {
  const prefix = PATTERN.exec(id)?.[1];
  return prefix === undefined ? undefined : TYPES.get(prefix);
}

/** The type of what is an id for sure, such as one that the store gave: nothing but its prefix is looked at. */
export function typeOf<T extends NodeType>(id: Id<T>): T {
  return TYPES.get(id.slice(0, 3)) as T;
}

/** Whether `id` is a well-formed id, of whatever type. */
export function isAnyId(id: string): id is AnyId {
  return typeOfId(id) !== undefined;
}

/** Whether `id` is a well-formed id of one of the given types. */
export function isId<T extends NodeType>(id: string, ...types: readonly T[]): id is Id<T> {
  const type = typeOfId(id);
  return type !== undefined && (types as readonly NodeType[]).includes(type);
}
