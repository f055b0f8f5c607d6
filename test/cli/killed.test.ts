import { cpSync, mkdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect } from 'vitest';
import { migrateStore } from '../../src/repository/sqlite/migrate-store.js';
import { SqliteRepository } from '../../src/repository/sqlite/sqlite-repository.js';
import { type OnRecord, type Running, test } from '../support/command.js';
import { inLanes } from '../support/lanes.js';
import { storeSeeds } from '../support/seed-files.js';
import { contentOf, damageOf } from '../support/store-content.js';

/** When to kill: so many milliseconds after the store's file appears, or at so many writes to its write-ahead log. */
type Moment = { readonly milliseconds: number } | { readonly writes: number };

/** How far the commits of a killed process had come. */
type Progress = 'nothing' | 'migrated' | 'seeded';

/** How many processes run at once. */
const LANES = 2;

/** A folder for one store, watched while a process makes it. */
class Workplace {
  readonly file: string;
  readonly #folder: string;

  constructor(parent: string, name: string) {
    this.#folder = join(parent, name);
    mkdirSync(this.#folder);
    this.file = join(this.#folder, 'store.db');
  }

  start(onrecord: OnRecord, command: string): Running {
    return onrecord.start([command], { ONRECORD_STORE: this.file, PORT: '0' });
  }

  /** Lets the command store everything; gives how long that takes from the store's first byte on and in how many writes. */
  async measure(onrecord: OnRecord, command: string): Promise<{ milliseconds: number; writes: number }> {
    let began: number | undefined;
    let ended = 0;
    let writes = 0;
    const watcher = watch(this.#folder, (_event, name) => {
      began ??= performance.now();
      if (name !== 'store.db-wal') return;
      ended = performance.now();
      writes++;
    });
    const running = this.start(onrecord, command);
    await whenDone(running);
    watcher.close();
    await running.stop('SIGTERM');
    return { milliseconds: ended - (began ?? ended), writes };
  }

  /** Starts the command and kills it at the moment, or when it is done, if that comes first. */
  async kill(onrecord: OnRecord, command: string, moment: Moment): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    let writes = 0;
    const watcher = watch(this.#folder, (_event, name) => {
      if ('milliseconds' in moment) timer ??= setTimeout(kill, moment.milliseconds);
      else if (name === 'store.db-wal' && ++writes === moment.writes) kill();
    });
    const running = this.start(onrecord, command);
    const kill = () => void running.stop('SIGKILL');
    await whenDone(running);
    await running.stop('SIGKILL');
    clearTimeout(timer);
    watcher.close();
  }

  /** Looks at a copy, so that the store itself stays as the process left it. */
  progress(): Progress {
    const copy = `${this.#folder}-copy`;
    cpSync(this.#folder, copy, { recursive: true });
    const database = new DatabaseSync(join(copy, 'store.db'));
    try {
      const tables = database.prepare(`select name from sqlite_schema where name = 'article'`).all();
      if (tables.length === 0) return 'nothing';
      return database.prepare('select 1 from article').all().length === 0 ? 'migrated' : 'seeded';
    } finally {
      database.close();
    }
  }
}

/** Waits until a server listens, or any command has ended. */
async function whenDone(running: Running): Promise<void> {
  await Promise.race([running.ended, running.said(/Server listening/).catch(() => undefined)]);
}

/** Half of the moments spread over the time that storing takes, half over the writes, which come with the commits. */
function momentsOver(undisturbed: { milliseconds: number; writes: number }, count: number): Moment[] {
  const parts = Array.from({ length: count / 2 }, (_, index) => index / (count / 2));
  return [
    ...parts.map((part) => ({ milliseconds: Math.round(part * undisturbed.milliseconds) })),
    ...parts.map((part) => ({ writes: 1 + Math.floor(part * undisturbed.writes) })),
  ];
}

describe('a store whose first process is killed', () => {
  test.for([
    { command: 'serve', count: 20 },
    { command: 'seed', count: 10 },
  ])(
    'is whole at any of $count moments of `$command`',
    { timeout: 60_000 },
    async ({ command, count }, { folder, onrecord }) => {
      const empty = new Workplace(folder, 'empty');
      await migrateStore(empty.file);
      const undisturbed = new Workplace(folder, 'undisturbed');
      const moments = momentsOver(await undisturbed.measure(onrecord, command), count);
      const contents = { empty: contentOf(empty.file), whole: contentOf(undisturbed.file) };

      const progress = await inLanes(LANES, moments.entries(), async ([index, moment]) => {
        const killed = new Workplace(folder, `killed-${index}`);
        await killed.kill(onrecord, command, moment);
        const reached = killed.progress();
        const where = `${command} killed at ${JSON.stringify(moment)}`;

        // Opening brings a store to this version where the process did not come so far.
        const repository = await SqliteRepository.open({ file: killed.file });
        expect(await repository.isEmpty(), where).toBe(reached !== 'seeded');
        await repository.close();
        expect(damageOf(killed.file), where).toEqual([]);
        expect(contentOf(killed.file), where).toEqual(reached === 'seeded' ? contents.whole : contents.empty);

        await storeSeeds(killed.file);
        expect(contentOf(killed.file), where).toEqual(contents.whole);
        return reached;
      });

      // Without this the moments would prove nothing: some come between the migration and the end of the seeding. Before the
      // migration none may come on a busy machine, where whoever watches the folder is told late.
      expect(progress).toContain('migrated');
    },
  );
});
