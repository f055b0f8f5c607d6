import { type Kysely, sql, type Transaction } from 'kysely';
import type { ApiKey, NewKey } from '../../domain/api-key.js';
import { type KeyStore, nameTaken } from '../key-store.js';
import type { ApiKeyTable } from './desk-tables.js';
import { storeError } from './errors.js';
import type { Reader } from './reader.js';
import { toApiKey } from './rows/api-key.js';
import type { Tables } from './tables.js';

/** Where the keys are, and what time it is there. */
interface Surroundings {
  readonly file: string;
  readonly writer: Kysely<Tables>;
  readonly reader: Reader;
  readonly clock: () => Date;
}

/** The API keys in the embedded store. */
export class SqliteKeyStore implements KeyStore {
  readonly #at: Surroundings;

  constructor(surroundings: Surroundings) {
    this.#at = surroundings;
  }

  create({ scopes, ...key }: NewKey): Promise<ApiKey> {
    return this.#write(async (transaction) => {
      const taken = await transaction
        .selectFrom('api_key')
        .select('id')
        .where('name', '=', key.name)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      if (taken !== undefined) throw nameTaken(key.name);
      const row = { ...key, scopes: JSON.stringify(scopes), created_at: this.#at.clock().getTime(), revoked_at: null };
      await transaction.insertInto('api_key').values(row).execute();
      return toApiKey(row);
    });
  }

  async list(): Promise<ApiKey[]> {
    const rows = await this.#at.reader.all(sql<ApiKeyTable>`select * from api_key order by seq`);
    return rows.map(toApiKey);
  }

  revoke(idOrName: string): Promise<ApiKey | undefined> {
    return this.#write(async (transaction) => {
      const row = await transaction
        .selectFrom('api_key')
        .selectAll()
        .where(sql<boolean>`id = ${idOrName} or (name = ${idOrName} and revoked_at is null)`)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const revokedAt = row.revoked_at ?? this.#at.clock().getTime();
      await transaction.updateTable('api_key').set({ revoked_at: revokedAt }).where('id', '=', row.id).execute();
      return toApiKey({ ...row, revoked_at: revokedAt });
    });
  }

  async byHash(hash: string): Promise<ApiKey | undefined> {
    const [row] = await this.#at.reader.all(sql<ApiKeyTable>`select * from api_key where hash = ${hash}`);
    return row && toApiKey(row);
  }

  async #write<Result>(work: (transaction: Transaction<Tables>) => Promise<Result>): Promise<Result> {
    const { file, writer, reader } = this.#at;
    reader.refuseWhenClosed();
    try {
      return await writer.transaction().execute(work);
    } catch (error) {
      throw storeError(file, error);
    }
  }
}
