import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const DISPUTES = `r.kind in ('DISPUTES', 'DOUBTS', 'DENIES') and r.review <> 'REJECTED'
  and exists (select 1 from statement where id = r.from_id and listed)`;

/** What is copied into each table, in the order that references want. */
const COPIED = {
  publisher: 'select id, name from publisher',
  metric: 'select id, name from metric',
  place: 'select id, name from place',
  named: `select id, name from person union all select id, name from organization
    union all select id, description from unnamed_source`,
  article: `select id, slug, title, strftime('%Y-%m-%dT%H:%M:%fZ', published_at / 1000.0, 'unixepoch'), publisher_id, listed
    from article`,
  statement: `select id, article_id, kind, text, force, said_to, speaker_status, speaker_id, position, listed from statement`,
  statistic: `select id, article_id, value_text, unit, as_of_to, metric_id, place_id, claimed_by_id, statement_id, position,
    listed from statistic`,
  dispute: `select to_id, to_statistic_id from relation r where ${DISPUTES}`,
};

const DATABASE = 'postgres';
const USER = 'bench';

/** A PostgreSQL server with a copy of a store, in a folder that is deleted with it; it listens on a socket there alone. */
export class Cluster {
  readonly #folder: string;
  readonly #server: ChildProcess;

  private constructor(folder: string, server: ChildProcess) {
    this.#folder = folder;
    this.#server = server;
  }

  /** Where clients connect to. */
  get url(): string {
    return `postgres://${USER}@/${DATABASE}?host=${encodeURIComponent(this.#folder)}`;
  }

  static async start(store: string): Promise<Cluster> {
    const programs = programsOfPostgres();
    if (programs === undefined) throw new Error('There is no PostgreSQL; install Debian’s package postgresql.');
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-postgres-'));
    const owner = ownerOf(folder);
    const data = join(folder, 'data');
    const run = (name: string, args: readonly string[]) => {
      const { status, stderr } = spawnSync(join(programs, name), args, { ...owner, cwd: folder, encoding: 'utf8' });
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
    };
    run('initdb', ['--pgdata', data, '--auth', 'trust', '--username', USER, '--locale', 'C', '--encoding', 'UTF8']);
    const server = spawn(join(programs, 'postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses='], {
      ...owner,
      cwd: folder,
      stdio: 'ignore',
    });
    const cluster = new Cluster(folder, server);
    try {
      const reachable = () =>
        spawnSync(join(programs, 'pg_isready'), ['--host', folder, '--username', USER]).status === 0;
      while (!reachable()) await setTimeout(50);
      const script = join(folder, 'copy.sql');
      writeFileSync(script, copy(store, folder));
      const tables = fileURLToPath(new URL('tables.sql', import.meta.url));
      for (const file of [tables, script]) {
        execFileSync(join(programs, 'psql'), [
          '-q',
          '-v',
          'ON_ERROR_STOP=1',
          '-h',
          folder,
          '-U',
          USER,
          '-f',
          file,
          DATABASE,
        ]);
      }
      return cluster;
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    const ended = once(this.#server, 'exit');
    this.#server.kill('SIGINT');
    await ended;
    rmSync(this.#folder, { recursive: true });
  }
}

/** The folder with PostgreSQL’s programs where Debian puts them; undefined where there is none. */
export function programsOfPostgres(): string | undefined {
  return globSync('/usr/lib/postgresql/*/bin/initdb').toSorted().map(dirname).at(-1);
}

/** PostgreSQL does not run as root: there its own user gets the folder. */
function ownerOf(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (what: string) => Number(execFileSync('id', [what, 'postgres']));
  const owner = { uid: id('-u'), gid: id('-g') };
  chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o755);
  return owner;
}

/** Writes the rows of a store into files of comma-separated values; gives the script that reads them. */
function copy(store: string, folder: string): string {
  const database = new DatabaseSync(store, { readOnly: true });
  const commands = Object.entries(COPIED).map(([table, query]) => {
    const statement = database.prepare(query);
    statement.setReturnArrays(true);
    const file = join(folder, `${table}.csv`);
    writeFileSync(file, '');
    let lines = '';
    const flush = () => {
      writeFileSync(file, lines, { flag: 'a' });
      lines = '';
    };
    for (const row of statement.iterate()) {
      lines += `${Object.values(row).map(fieldOf).join()}\n`;
      if (lines.length > 1e6) flush();
    }
    flush();
    return `\\copy ${table} from '${file}' csv`;
  });
  database.close();
  return [...commands, 'vacuum analyze;'].join('\n');
}

function fieldOf(value: unknown): string {
  return value === null ? '' : `"${String(value).replaceAll('"', '""')}"`;
}
