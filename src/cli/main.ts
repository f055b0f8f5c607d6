import { Command, CommanderError } from 'commander';
import { OnRecordError } from '../domain/errors.js';
import { generateCommand } from './generate.js';
import { Interrupted } from './interrupted.js';
import { migrateCommand } from './migrate.js';
import { seedCommand } from './seed.js';
import { serveCommand } from './serve.js';
import { VERSION } from './version.js';

/** Exit codes of the command: done, failed, wrongly called. */
const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;

/** Runs the `onrecord` command with the arguments behind its name and gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const program = new Command('onrecord')
    .description(
      'Who said what, about whom, through which chain of sources, with which figures: a GraphQL service for news data.',
    )
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('(Run with --help for what there is.)')
    .addCommand(serveCommand())
    .addCommand(seedCommand())
    .addCommand(generateCommand())
    .addCommand(migrateCommand());
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync(args, { from: 'user' });
    return DONE;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
    process.stderr.write(`onrecord: ${describe(error)}\n`);
    return FAILED;
  }
}

/** What the person at the terminal can act on; a defect with all that helps to find it. */
function describe(error: unknown): string {
  if (error instanceof OnRecordError || error instanceof Interrupted) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
