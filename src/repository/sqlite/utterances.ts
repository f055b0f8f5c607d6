import { sql } from 'kysely';
import type { Id } from '../../domain/identity.js';
import type { Utterance } from '../../domain/statement.js';
import type { Nodes } from '../repository.js';
import type { Reader } from './reader.js';

/** An utterance is there as long as a statement reports it; it has no row of its own. */
export function utterancesOf(reader: Reader): Nodes<Utterance> {
  return {
    async byIds(ids, signal) {
      if (ids.length === 0) return [];
      const rows = await reader.all(
        sql<{ id: Id<'Utterance'>; found: number }>`select o.value as id, exists (
            select 1 from statement n where n.utterance_id = o.value) as found
          from json_each(${JSON.stringify(ids)}) o order by o.key`,
        signal,
      );
      return rows.map(({ id, found }) => (found === 1 ? { id } : undefined));
    },
  };
}
