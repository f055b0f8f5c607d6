import { once } from 'node:events';
import { Command } from 'commander';
import { readConfig } from '../server/config.js';
import { startService } from '../server/service.js';

/** `onrecord serve`: answers until it is told to end. */
export function serveCommand(): Command {
  return new Command('serve')
    .description(
      'Answer GraphQL queries over HTTP until SIGTERM or SIGINT. Settings come from the environment; see README.md.',
    )
    .action(async () => {
      const ended = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
      const service = await startService(readConfig(process.env));
      if (process.stderr.isTTY)
        process.stderr.write(`\nOn Record answers at ${service.url}: open it in a browser for Apollo Sandbox.\n\n`);
      await ended;
      await service.stop();
    });
}
