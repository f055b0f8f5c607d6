import { type RawBuilder, sql } from 'kysely';

/**
 * The function of SQL that says whether there is still time, and throws where there is none: `node:sqlite` can end a statement
 * that runs in no other way. It takes the number of a row, or SQLite would ask it once for all rows.
 */
export const IN_TIME = 'in_time';

/**
 * The condition that there is still time while rows of the name `row` are looked at; it is put before all others, so that it
 * is met by rows that fulfil nothing else. The clock is looked at for each 64th row: a look takes as long as a
 * few of them. To SQLite, which plans by how many rows it takes a condition to let through, this one lets all through.
 */
export function whileInTime(row: string): RawBuilder<boolean> {
  return sql.raw(`likelihood(${row}.rowid & 63 or ${IN_TIME}(${row}.rowid), 1.0)`);
}

/** As `whileInTime`, where one row can take as long as thousands do elsewhere. */
export function whileInTimeEach(row: string): RawBuilder<boolean> {
  return sql.raw(`likelihood(${IN_TIME}(${row}.rowid), 1.0)`);
}
