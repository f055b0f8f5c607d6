// Loaded into a server before its own program (`node --import`): tells the benchmark, when it asks, how much memory the
// process has and, with GAUGE=sql, which SQL statements it ran and how long they took. Works on whatever uses node:sqlite;
// JavaScript, because Node's type stripping would add its own memory to the process that is measured.
import { writeSync } from 'node:fs';
import { StatementSync } from 'node:sqlite';

/** @type {Map<string, { runs: number, milliseconds: number }>} */
const statements = new Map();

/** Times a method of prepared statements; reading the rows out of SQLite belongs to it. */
function timed(/** @type {'all' | 'get' | 'run'} */ name) {
  const method = StatementSync.prototype[name];
  Object.defineProperty(StatementSync.prototype, name, {
    value: function (/** @type {unknown[]} */ ...parameters) {
      const began = performance.now();
      try {
        return Reflect.apply(method, this, parameters);
      } finally {
        const time = statements.get(this.sourceSQL) ?? { runs: 0, milliseconds: 0 };
        time.runs += 1;
        time.milliseconds += performance.now() - began;
        statements.set(this.sourceSQL, time);
      }
    },
  });
}

if (process.env['GAUGE'] === 'sql') {
  timed('all');
  timed('get');
  timed('run');
}

if (process.env['GAUGE'] === 'peak') {
  // As the fourth stream of the process, in kilobytes: the most that it ever had in memory.
  process.once('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
}

process.on('message', () => {
  process.send?.({
    memory: process.memoryUsage.rss(),
    statements: Array.from(statements, ([sql, time]) => ({ sql, ...time })),
  });
  statements.clear();
});
// A server ends when it is told to, asked or not.
process.channel?.unref();
