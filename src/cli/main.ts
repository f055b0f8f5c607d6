import { Command, CommanderError } from 'commander';
import { OnRecordError } from '../domain/errors.js';
import { Failed } from './failed.js';
import { Interrupted } from './interrupted.js';
import { VERSION } from './version.js';

/** Exit codes of the command: done, failed, wrongly called. */
const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;

/** The commands, in the order of the help. Each is loaded when it is needed, so that none waits for what another needs. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['serve', async () => (await import('./serve.js')).serveCommand()],
  ['seed', async () => (await import('./seed.js')).seedCommand()],
  ['ingest', async () => (await import('./ingest.js')).ingestCommand()],
  ['reextract', async () => (await import('./reextract.js')).reextractCommand()],
  ['export', async () => (await import('./export.js')).exportCommand()],
  ['import', async () => (await import('./import.js')).importCommand()],
  ['extract', async () => (await import('./extract.js')).extractCommand()],
  ['evaluate', async () => (await import('./evaluate.js')).evaluateCommand()],
  ['generate', async () => (await import('./generate.js')).generateCommand()],
  ['migrate', async () => (await import('./migrate.js')).migrateCommand()],
  ['backup', async () => (await import('./backup.js')).backupCommand()],
  ['restore', async () => (await import('./restore.js')).restoreCommand()],
  ['check', async () => (await import('./check.js')).checkCommand()],
  ['reindex', async () => (await import('./reindex.js')).reindexCommand()],
  ['key', async () => (await import('./key.js')).keyCommand()],
]);

/** Runs the `onrecord` command with the arguments behind its name and gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const program = new Command('onrecord')
    .description(
      'Who said what, about whom, through which chain of sources, with which figures: a GraphQL service for news data.',
    )
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('(Run with --help for what there is.)');
  for (const command of await commandsFor(args)) {
    inheritSettings(command, program);
    program.addCommand(command);
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return DONE;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
    process.stderr.write(`onrecord: ${describe(error)}\n`);
    return FAILED;
  }
}

/** Gives a command, and those below it, the settings of the one that it is added to. */
function inheritSettings(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent);
  for (const below of command.commands) inheritSettings(below, command);
}

/** The command that the arguments name; all of them where they name none, for the help. None of them knows the version. */
async function commandsFor(args: readonly string[]): Promise<Command[]> {
  if (args.length === 1 && /^(?:-V|--version)$/u.test(args[0] ?? '')) return [];
  const named = COMMANDS.get(args.find((argument) => !argument.startsWith('-')) ?? '');
  return Promise.all((named === undefined ? [...COMMANDS.values()] : [named]).map((load) => load()));
}

/** What the person at the terminal can act on; a defect with all that helps to find it. */
function describe(error: unknown): string {
  if (error instanceof OnRecordError || error instanceof Interrupted || error instanceof Failed) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
