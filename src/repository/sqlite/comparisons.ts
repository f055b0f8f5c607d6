import { sql } from 'kysely';
import {
  type Comparison,
  ComparisonVerdict,
  conflictBetween,
  ReadFigure,
  reasonFor,
  verdictOver,
} from '../../domain/comparison.js';
import type { Id } from '../../domain/identity.js';
import type { Statistic } from '../../domain/statistic.js';
import { LAST } from '../page.js';
import { COMPARED, type ComparedFigure, type ComparisonRequest, type Nodes } from '../repository.js';
import { whileInTime } from './in-time.js';
import { atMost } from './limit.js';
import { type Neighbour, nearestFirst } from './nearest.js';
import { groupByOwner, type Reader } from './reader.js';
import { FIGURE, type FigureRow, toFigure } from './rows/statistic.js';

/**
 * See `Repository.comparisonsOf`. However many figures are asked about: one statement reads each of their series once, as far
 * as they reach and COMPARED to either side, and only what a comparison looks at; one reads which figures are known to
 * conflict with them; and one what the figures that remain are. What needs no series, or no conflicts, reads none.
 */
export async function comparisonsOf(
  reader: Reader,
  statistics: Nodes<Statistic>,
  figures: readonly Id<'Statistic'>[],
  { verdicts, size }: ComparisonRequest,
  signal?: AbortSignal,
): Promise<ComparedFigure[][]> {
  const isWanted = (verdict: ComparisonVerdict) => verdicts?.includes(verdict) ?? true;
  const others = Object.values(ComparisonVerdict).filter((verdict) => verdict !== 'CONFLICTS');
  const nearest = others.some(isWanted) ? await nearestOf(reader, figures, { isWanted, size }, signal) : [];
  const conflicting = isWanted('CONFLICTS') ? await knownConflictsOf(reader, figures, size, signal) : [];
  const compared = figures.map((_, index) => {
    // A conflict is among the nearest and has been found there, or it is farther from the figure than all of them.
    const found = new Map((nearest[index] ?? []).map((other) => [other.id, other]));
    for (const other of conflicting[index] ?? []) if (!found.has(other.id)) found.set(other.id, other);
    return [...found.values()].slice(0, size);
  });
  const ids = [...new Set(compared.flat().map(({ id }) => id))];
  const nodes = new Map((await statistics.byIds(ids, signal)).map((node) => [node?.id, node]));
  return compared.map((list) =>
    list.flatMap(({ id, ...comparison }) => {
      const other = nodes.get(id);
      return other === undefined ? [] : [{ other, ...comparison }];
    }),
  );
}

/** Another figure by its id, and what the comparison with it gives. */
interface Compared extends Comparison {
  readonly id: Id<'Statistic'>;
}

interface Wanted {
  readonly isWanted: (verdict: ComparisonVerdict) => boolean;
  readonly size: number;
}

/** Those of the COMPARED figures nearest to each whose verdict is wanted. */
async function nearestOf(
  reader: Reader,
  figures: readonly Id<'Statistic'>[],
  wanted: Wanted,
  signal?: AbortSignal,
): Promise<Compared[][]> {
  const rows = (await neighbourhoodOf(reader, figures, signal)).map((row) => ({
    ...row,
    read: new ReadFigure(toFigure(row)),
  }));
  const asked = new Map(rows.map((row) => [row.id, row]));
  const series = Map.groupBy(
    rows.filter(({ listed }) => listed === 1),
    (row) => row.series,
  );
  return figures.map((id) => {
    const row = asked.get(id);
    return row === undefined ? [] : comparisons(row, series.get(row.series) ?? [], wanted);
  });
}

/** The listed figures that conflict with each, the nearest first: they have been compared when they were stored. */
async function knownConflictsOf(
  reader: Reader,
  figures: readonly Id<'Statistic'>[],
  size: number,
  signal?: AbortSignal,
): Promise<Compared[][]> {
  const rows = await reader.all(
    sql<{ owner: number; said: string; id: Id<'Statistic'>; text: string }>`
      select o.key as owner, f.value_text as said, n.id, n.value_text as text
      from json_each(${JSON.stringify(figures)}) o cross join statistic f on f.id = o.value
      cross join statistic n on n.seq in (
        select n.seq from conflict c cross join statistic n on n.id = c.other_id
        where ${whileInTime('n')} and c.statistic_id = f.id and n.listed order by ${NEAREST} ${atMost(size)})
      order by o.key, ${NEAREST}`,
    signal,
  );
  return groupByOwner(figures.length, rows).map((group) =>
    group.map(({ id, said, text }) => ({ id, verdict: 'CONFLICTS', reason: conflictBetween(said, text) })),
  );
}

/** The order of `nearestFirst`, for figures `n` beside one `f`. */
const NEAREST = sql`n.as_of_asc = ${sql.lit(LAST)}, abs(n.as_of_asc - f.as_of_asc), n.id`;

type Row = FigureRow & { readonly series: string; readonly day: number; readonly listed: number };

/** The figures themselves, and the listed ones around them; those of a series by date, then by id. */
function neighbourhoodOf(reader: Reader, figures: readonly string[], signal?: AbortSignal): Promise<Row[]> {
  const ids = JSON.stringify(figures);
  return reader.all(
    sql<Row>`with asked as materialized (
        select f.series, min(f.as_of_asc) as first, max(f.as_of_asc) as last
        from json_each(${ids}) o join statistic f on f.id = o.value group by f.series)
      select ${FIGURE}, n.series, n.as_of_asc as day, n.listed
      from asked a cross join statistic n on n.seq in (
        select n.seq from statistic n
          where ${whileInTime('n')} and n.series = a.series and n.listed and n.as_of_asc between a.first and a.last
        union all select * from (
          select n.seq from statistic n where n.series = a.series and n.listed and n.as_of_asc < a.first
          order by n.as_of_asc desc, n.id ${atMost(COMPARED)})
        union all select * from (
          select n.seq from statistic n where n.series = a.series and n.listed and n.as_of_asc > a.last
          order by n.as_of_asc, n.id ${atMost(COMPARED)})
        union all select f.seq from json_each(${ids}) o join statistic f on f.id = o.value
          where f.series = a.series and not f.listed)
      order by n.series, n.as_of_asc, n.id`,
    signal,
  );
}

interface ReadRow extends Neighbour {
  readonly id: Row['id'];
  readonly read: ReadFigure;
}

function comparisons({ id, day, read }: ReadRow, series: readonly ReadRow[], { isWanted, size }: Wanted): Compared[] {
  const found: Compared[] = [];
  let looked = 0;
  for (const other of nearestFirst(series, { id, day }, LAST)) {
    if (other.id === id) continue;
    if (looked++ === COMPARED || found.length === size) break;
    const verdict = verdictOver(read, other.read);
    if (isWanted(verdict)) {
      found.push({ id: other.id, verdict, reason: reasonFor(verdict, read.figure, other.read.figure) });
    }
  }
  return found;
}
