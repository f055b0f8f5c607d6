import type { ApiKey, NewKey } from '../../domain/api-key.js';
import { type KeyStore, nameTaken } from '../key-store.js';
import type { Guard } from './guard.js';

/** The API keys of a store in memory. */
export class MemoryKeyStore implements KeyStore {
  /** By the hashes of their secrets. */
  readonly #keys = new Map<string, ApiKey>();
  readonly #guard: Guard;
  readonly #clock: () => Date;

  constructor(guard: Guard, clock: () => Date) {
    this.#guard = guard;
    this.#clock = clock;
  }

  async create({ hash, ...key }: NewKey): Promise<ApiKey> {
    this.#guard.enter();
    if (this.#inUse(key.name) !== undefined) throw nameTaken(key.name);
    const created = { ...key, createdAt: this.#clock(), revokedAt: null };
    this.#keys.set(hash, created);
    return created;
  }

  async list(): Promise<ApiKey[]> {
    this.#guard.enter();
    return [...this.#keys.values()];
  }

  async revoke(idOrName: string): Promise<ApiKey | undefined> {
    this.#guard.enter();
    const [hash, key] = [...this.#keys].find(([, { id }]) => id === idOrName) ?? this.#inUse(idOrName) ?? [];
    if (hash === undefined || key === undefined || key.revokedAt !== null) return key;
    const revoked = { ...key, revokedAt: this.#clock() };
    this.#keys.set(hash, revoked);
    return revoked;
  }

  async byHash(hash: string): Promise<ApiKey | undefined> {
    this.#guard.enter();
    return this.#keys.get(hash);
  }

  #inUse(wanted: string): [hash: string, key: ApiKey] | undefined {
    return [...this.#keys].find(([, { name, revokedAt }]) => name === wanted && revokedAt === null);
  }
}
