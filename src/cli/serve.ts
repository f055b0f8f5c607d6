import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import { readConfig } from '../server/config.js';
import { startService } from '../server/service.js';

/**
 * Lets the heap grow by less before it is looked through: what a request leaves behind is gone soon, and by V8’s own measure
 * it would take twice the memory of what is in use.
 */
const HEAP = '--heap-growing-percent=30';
const HEAP_OF_V8 = '--heap-growing-percent=0';

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
      setFlagsFromString(HEAP);
      if (process.stderr.isTTY)
        process.stderr.write(`\nOn Record answers at ${service.url}: open it in a browser for Apollo Sandbox.\n\n`);
      await ended;
      await service.stop();
      // What was compiled is kept as the process ends (bin/program.js), for processes that begin with the same flags.
      setFlagsFromString(HEAP_OF_V8);
    });
}
