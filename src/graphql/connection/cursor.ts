import { hash } from 'node:crypto';
import { InputError } from '../../domain/errors.js';
import type { Keys } from '../../repository/page.js';

/** What a cursor belongs to: it says nothing in another connection, of another owner, in another order or under another filter. */
export interface CursorScope<OwnerId extends string = string> {
  readonly field: string;
  readonly ownerId: OwnerId;
  readonly order: string;
  readonly filter: unknown;
}

/** An opaque cursor: the keys of a row, sealed with what it belongs to. */
export function encodeCursor(scope: CursorScope, keys: Keys): string {
  return Buffer.from(JSON.stringify([seal(scope), ...keys])).toString('base64url');
}

/** The keys in a cursor; throws an InputError naming the argument unless it is one of this connection, order and filter. */
export function decodeCursor(
  argument: string,
  cursor: string,
  scope: CursorScope,
  types: readonly ('string' | 'number')[],
): Keys {
  const [found, ...keys] = parseArray(cursor);
  if (
    found === seal(scope) &&
    keys.length === types.length &&
    keys.every((key, index) => typeof key === types[index] && (typeof key === 'string' || Number.isFinite(key)))
  ) {
    return keys.filter((key) => typeof key === 'string' || typeof key === 'number');
  }
  throw new InputError(
    argument,
    `The cursor in \`${argument}\` is not one of this connection in this order and under this filter; take it from a page of the same connection.`,
  );
}

function parseArray(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** The seals of scopes: all cursors of a page have the same. */
const SEALS = new WeakMap<CursorScope, string>();

function seal(scope: CursorScope): string {
  const known = SEALS.get(scope);
  if (known !== undefined) return known;
  const { field, ownerId, order, filter } = scope;
  const content = JSON.stringify([field, ownerId, order, filter ?? null]);
  const made = hash('sha256', content, 'base64url').slice(0, 8);
  SEALS.set(scope, made);
  return made;
}
