import type { ApiKey, NewKey } from '../domain/api-key.js';
import { OnRecordError } from '../domain/errors.js';

/** The API keys of a store. No secret passes through here: a key is known by the hash of its own. */
export interface KeyStore {
  /** Throws an OnRecordError (CONFLICT) where a key in use has the name. */
  create(key: NewKey): Promise<ApiKey>;
  /** All keys, the revoked ones too, in the order in which they were made. */
  list(): Promise<ApiKey[]>;
  /**
   * Revokes the key with this id or, among those in use, this name, and gives it; undefined where there is none. A key
   * that was revoked before stays as it was.
   */
  revoke(idOrName: string): Promise<ApiKey | undefined>;
  /** The key whose secret has this hash, revoked or not. */
  byHash(hash: string): Promise<ApiKey | undefined>;
}

/** That a key cannot be made because another one in use has its name. */
export function nameTaken(name: string): OnRecordError {
  return new OnRecordError('CONFLICT', `A key in use is called “${name}” already; revoke it, or choose another name.`);
}
