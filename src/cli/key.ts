import { Command, InvalidArgumentError, Option } from 'commander';
import { SCOPES, type Scope } from '../domain/actor.js';
import { type ApiKey, issueKey } from '../domain/api-key.js';
import { dayOf } from '../domain/dates.js';
import { OnRecordError } from '../domain/errors.js';
import type { KeyStore } from '../repository/key-store.js';
import { SqliteRepository } from '../repository/sqlite/sqlite-repository.js';
import { writeResult } from './result.js';
import { storeOf, storeOption } from './store-option.js';
import { table } from './table.js';

interface JsonOption {
  readonly json?: boolean;
}

interface CreateOptions extends JsonOption {
  readonly scope: readonly Scope[];
}

const LONGEST_NAME = 100;

/** `onrecord key`: makes, shows and revokes the API keys of a store. */
export function keyCommand(): Command {
  return new Command('key')
    .description('Make, list and revoke API keys, by which clients may do what not everybody may.')
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(revokeCommand());
}

function createCommand(): Command {
  return new Command('create')
    .description('Make an API key. Its secret is printed this once and cannot be had again.')
    .argument('<name>', 'what to call it: no other key in use has the same name', readName)
    .addOption(
      new Option('--scope <scope>', `what it allows: ${SCOPES.join(', ')}; several with commas or by repeating this`)
        .argParser(readScopes)
        .makeOptionMandatory(),
    )
    .addOption(storeOption())
    .option('--json', 'print the key with its secret as JSON')
    .action(async (name: string, { scope, json }: CreateOptions, command: Command) => {
      const store = storeOf(command);
      const { key, secret } = issueKey(name, scope);
      const created = await withKeys(store, (keys) => keys.create(key));
      await writeResult(json, { ...created, secret }, secret);
      process.stderr.write(
        `${store}: ${describe(created)} is made, for ${created.scopes.join(', ')}. Its secret is not shown again.\n`,
      );
    });
}

function listCommand(): Command {
  return new Command('list')
    .description('Show the API keys, without their secrets; the revoked ones, too.')
    .addOption(storeOption())
    .option('--json', 'print the keys as JSON')
    .action(async ({ json }: JsonOption, command: Command) => {
      const store = storeOf(command);
      const keys = await withKeys(store, (all) => all.list());
      const lines = table(['id', 'name', 'scopes', 'secret', 'made', 'revoked'], keys.map(rowOf));
      await writeResult(json, { keys }, keys.length === 0 ? `${store} has no keys.` : lines.join('\n'));
    });
}

function revokeCommand(): Command {
  return new Command('revoke')
    .description('Revoke an API key: from now on it opens nothing, in services that run, too.')
    .argument('<key>', 'the id of a key, or the name of one that is in use')
    .addOption(storeOption())
    .option('--json', 'print the revoked key as JSON')
    .action(async (idOrName: string, { json }: JsonOption, command: Command) => {
      const store = storeOf(command);
      const revoked = await withKeys(store, (keys) => keys.revoke(idOrName));
      if (revoked === undefined) {
        throw new OnRecordError(
          'BAD_USER_INPUT',
          `${store}: No key in use is called “${idOrName}”, and none has that id; “onrecord key list” shows them.`,
        );
      }
      await writeResult(json, revoked, `${store}: ${describe(revoked)} is revoked.`);
    });
}

async function withKeys<Result>(store: string, work: (keys: KeyStore) => Promise<Result>): Promise<Result> {
  const repository = await SqliteRepository.open({ file: store });
  try {
    return await work(repository.keys);
  } finally {
    await repository.close();
  }
}

function describe({ id, name }: ApiKey): string {
  return `The key “${name}” (${id})`;
}

function rowOf({ id, name, scopes, prefix, createdAt, revokedAt }: ApiKey): string[] {
  return [id, name, scopes.join(','), `${prefix}…`, dayOf(createdAt), revokedAt === null ? '' : dayOf(revokedAt)];
}

/** Reads a key’s name; throws an InvalidArgumentError that says what is taken. */
function readName(text: string): string {
  const name = text.trim().normalize();
  if (name.length === 0 || name.length > LONGEST_NAME || /\p{C}/u.test(name) || name.startsWith('key_')) {
    throw new InvalidArgumentError(
      `It takes 1 to ${LONGEST_NAME} characters, without line breaks, that do not begin with “key_”, as ids do.`,
    );
  }
  return name;
}

/** Reads scopes and adds them to those of the options before; throws an InvalidArgumentError that says what is taken. */
function readScopes(text: string, before: readonly Scope[] = []): Scope[] {
  const asked = text.split(',').map((part) => part.trim());
  const scopes = SCOPES.filter((scope) => before.includes(scope) || asked.includes(scope));
  if (asked.every((part) => scopes.some((scope) => scope === part))) return scopes;
  throw new InvalidArgumentError('It takes read, ingest or edit, or several of them, separated by commas.');
}
