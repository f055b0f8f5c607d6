import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import { readConfig } from '../server/config.js';
import { startService } from '../server/service.js';

/**
 * How V8 looks after what requests leave behind, which is gone soon.
 *
 * It lets the heap grow by less before it looks through all of it: by its own measure the heap would take twice the memory
 * of what is in use. And it makes no object where only that look would find it: the answers of many requests at once outlive
 * a look through the newest objects, and V8 would take that for a long life. The heap was looked through every 150 ms then,
 * and a quarter fewer requests were answered (16 connections, front pages).
 *
 * Memory that is not needed goes back to the system after a minute without much to do, in place of 8 seconds: compiled code
 * that is made for objects which are not there at that moment goes with it, and takes seconds of work to come back.
 */
const HEAP = [
  { ours: '--heap-growing-percent=30', ofV8: '--heap-growing-percent=0' },
  { ours: '--no-allocation-site-pretenuring', ofV8: '--allocation-site-pretenuring' },
  { ours: '--memory-reducer-delay-ms=60000', ofV8: '--memory-reducer-delay-ms=8000', since: 26 },
];
/** Those that this Node has: of another its V8 would say that there is no such flag. */
const KNOWN = HEAP.filter(({ since = 0 }) => Number.parseInt(process.versions.node, 10) >= since);

/** `onrecord serve`: answers until it is told to end. */
export function serveCommand(): Command {
  return new Command('serve')
    .description(
      'Answer GraphQL queries over HTTP until SIGTERM or SIGINT. Settings come from the environment; see README.md.',
    )
    .action(async () => {
      const ended = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
      const service = await startService(readConfig(process.env));
      // Not before: what was compiled with other flags, Node’s own modules too, would be compiled anew.
      for (const { ours } of KNOWN) setFlagsFromString(ours);
      if (process.stderr.isTTY)
        process.stderr.write(`\nOn Record answers at ${service.url}: open it in a browser for Apollo Sandbox.\n\n`);
      await ended;
      await service.stop();
      // What was compiled is kept as the process ends (bin/program.js), for processes that begin with the same flags.
      for (const { ofV8 } of KNOWN) setFlagsFromString(ofV8);
    });
}
