import { type Kysely, sql } from 'kysely';
import type { IngestedSource, SourceLog, Validators } from '../source-log.js';
import { storeError } from './errors.js';
import { groupByOwner, type Reader } from './reader.js';
import type { Tables } from './tables.js';

/** What was ingested into the embedded store. */
export class SqliteSourceLog implements SourceLog {
  readonly #file: string;
  readonly #writer: Kysely<Tables>;
  readonly #reader: Reader;

  constructor({
    file,
    writer,
    reader,
  }: { readonly file: string; readonly writer: Kysely<Tables>; readonly reader: Reader }) {
    this.#file = file;
    this.#writer = writer;
    this.#reader = reader;
  }

  async ingested(sources: readonly string[]): Promise<(IngestedSource | undefined)[]> {
    const rows = await this.#reader.all(
      sql<IngestedSource & { owner: number }>`select o.key as owner, n.source, n.fingerprint, n.documents
        from json_each(${JSON.stringify(sources)}) o join ingested n on n.source = o.value`,
    );
    return groupByOwner(sources.length, rows).map(([row]) => {
      if (row === undefined) return undefined;
      const { source, fingerprint, documents } = row;
      return { source, fingerprint, documents };
    });
  }

  async validatorsOf(url: string): Promise<Validators | undefined> {
    const [row] = await this.#reader.all(
      sql<Validators>`select etag, last_modified as "lastModified" from feed where url = ${url}`,
    );
    return row && { etag: row.etag, lastModified: row.lastModified };
  }

  async rememberFeed(url: string, { etag, lastModified }: Validators): Promise<void> {
    this.#reader.refuseWhenClosed();
    try {
      await sql`insert or replace into feed (url, etag, last_modified) values (${url}, ${etag}, ${lastModified})`.execute(
        this.#writer,
      );
    } catch (error) {
      throw storeError(this.#file, error);
    }
  }
}
