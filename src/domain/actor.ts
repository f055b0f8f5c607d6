import { OnRecordError } from './errors.js';

/**
 * What an API key is made for: to read, to bring articles in, to put right what is stored. Whoever may ingest or edit may
 * read; nothing else follows from anything.
 */
export const SCOPES = ['read', 'ingest', 'edit'] as const;
export type Scope = (typeof SCOPES)[number];

/** The identifier of an API key: `key_` and 24 characters of `0-9a-f`. No type of GraphQL has it. */
export type KeyId = `key_${string}`;

/** Who makes a request: the holder of an API key. */
export interface Actor {
  readonly keyId: KeyId;
  /** The key’s name. */
  readonly name: string;
  readonly scopes: readonly Scope[];
}

/** Whether somebody with these scopes may do what takes `scope`. */
export function allows(scopes: readonly Scope[], scope: Scope): boolean {
  return scope === 'read' ? scopes.length > 0 : scopes.includes(scope);
}

/**
 * The actor, who may do what takes `scope`. Throws an OnRecordError where nobody in particular asks (UNAUTHENTICATED), and
 * where it is somebody without the scope (FORBIDDEN).
 */
export function authorize(actor: Actor | null, scope: Scope): Actor {
  if (actor === null) {
    throw new OnRecordError(
      'UNAUTHENTICATED',
      `This takes an API key with the scope “${scope}”: send it in the header “Authorization: Bearer onr_…”. The command “onrecord key create” makes one.`,
    );
  }
  if (!allows(actor.scopes, scope)) {
    throw new OnRecordError(
      'FORBIDDEN',
      `This takes the scope “${scope}”; the API key “${actor.name}” has ${actor.scopes.join(', ')}.`,
    );
  }
  return actor;
}
