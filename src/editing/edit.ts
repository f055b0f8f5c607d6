import { type Change, type ChangeAction, changeId } from '../domain/change.js';
import type { AnyId, Id } from '../domain/identity.js';
import {
  type Desk,
  type Fields,
  KEYS,
  type RecordKey,
  type RecordPatch,
  type StoredRecords,
  type StoredType,
} from '../repository/desk.js';
import { isSameField, toFields } from '../repository/fields.js';
import type { Repository } from '../repository/repository.js';
import { EditRefused, refuse, type UserError } from './user-error.js';

/** What is done, by whom and why. */
export interface Deed {
  readonly action: ChangeAction;
  /** The name by which the change says who made it. */
  readonly actor: string;
  readonly reason: string | null;
}

/** What an edit gives: its change and whatever its work gave, or what is wrong with the input, and then nothing was stored. */
export type EditOutcome<Result> =
  | { readonly result: Result; readonly change: Change; readonly userErrors: readonly [] }
  | { readonly result: null; readonly change: null; readonly userErrors: readonly UserError[] };

/** What the work of an edit gives: its result, and what it was done to, the main thing first. */
export interface Done<Result> {
  readonly result: Result;
  readonly targetIds: readonly AnyId[];
  /** Of an undo: the change that it took back. */
  readonly undoes?: Id<'Change'>;
}

/** How long a reason may be, in UTF-16 units. */
const LONGEST_REASON = 2000;

/** Makes one edit, whole or not at all, and keeps it as a change that can be undone. */
export async function edit<Result>(
  repository: Repository,
  given: Deed,
  work: (edit: Edit) => Promise<Done<Result>>,
): Promise<EditOutcome<Result>> {
  try {
    const deed = { ...given, reason: readReason(given.reason) };
    return await repository.write(async (desk) => {
      const edit = new Edit(desk, deed);
      const done = await work(edit);
      return { result: done.result, change: await edit.finish(done), userErrors: [] };
    });
  } catch (error) {
    if (error instanceof EditRefused) return { result: null, change: null, userErrors: error.errors };
    throw error;
  }
}

/** The reason as it is kept: null where nothing is in it. */
function readReason(text: string | null): string | null {
  const reason = text?.trim() ?? '';
  if (reason === '') return null;
  if (reason.length > LONGEST_REASON) {
    refuse('TOO_LARGE', 'reason', `The reason has ${reason.length} characters; at most ${LONGEST_REASON} are kept.`);
  }
  return reason.isWellFormed() ? reason : refuse('INVALID', 'reason', 'The reason contains half of a character.');
}

/** Writes at a desk and remembers for each record what it was before and is after. */
export class Edit {
  readonly desk: Desk;
  /** The change that this edit will be. */
  readonly id: Id<'Change'>;
  readonly deed: Deed;
  readonly #touched = new Map<string, RecordKey & { readonly before: Fields | null }>();

  constructor(desk: Desk, deed: Deed) {
    this.desk = desk;
    this.deed = deed;
    this.id = changeId(deed.action, deed.actor, desk.changeNumber);
  }

  async read<Type extends StoredType>(type: Type, key: string): Promise<StoredRecords[Type] | undefined> {
    return (await this.desk.read(type, [key]))[0];
  }

  /** Puts a record in the place of the one of its key, or adds it. A claim notes the edit as its last change. */
  async put<Type extends StoredType>(type: Type, record: StoredRecords[Type]): Promise<void> {
    await this.#remember(type, KEYS[type](record));
    await this.desk.put(type, 'lastChange' in record ? { ...record, lastChange: this.id } : record);
  }

  /** Whether the edit made a record that was not there before. */
  hasMade(type: StoredType, key: string): boolean {
    return this.#touched.get(nameOf({ type, key }))?.before === null;
  }

  async remove(type: StoredType, key: string): Promise<void> {
    await this.#remember(type, key);
    await this.desk.remove(type, key);
  }

  async #remember(type: StoredType, key: string): Promise<void> {
    const name = nameOf({ type, key });
    if (this.#touched.has(name)) return;
    const before = await this.read(type, key);
    this.#touched.set(name, { type, key, before: before === undefined ? null : toFields(before) });
  }

  /** Whether anything is another than before. */
  async hasChanges(): Promise<boolean> {
    return (await this.#patches()).length > 0;
  }

  /** Keeps the change. */
  async finish({
    targetIds,
    undoes = null,
  }: Omit<Done<unknown>, 'undoes'> & { readonly undoes?: Id<'Change'> | null }): Promise<Change> {
    const { id, desk, deed } = this;
    const change: Change = { id, ...deed, at: desk.at, targetIds, undoesId: undoes, undoneById: null };
    await desk.addChange({ change, patches: await this.#patches() });
    return change;
  }

  async #patches(): Promise<RecordPatch[]> {
    const patches: RecordPatch[] = [];
    for (const { type, key, before } of this.#touched.values()) {
      const record = await this.read(type, key);
      const patch = patchOf(before, record === undefined ? null : toFields(record));
      if (patch !== undefined) patches.push({ type, key, ...patch });
    }
    return patches;
  }
}

function nameOf({ type, key }: RecordKey): string {
  return `${type} ${key}`;
}

/** Fields that follow from an edit, and are no part of it. */
const FOLLOWING = new Set(['lastChange', 'updatedAt']);

/** What differs between two states of a record; undefined where nothing does. */
function patchOf(before: Fields | null, after: Fields | null): Pick<RecordPatch, 'before' | 'after'> | undefined {
  if (before === null || after === null) return before === after ? undefined : { before, after };
  const names = Object.keys({ ...before, ...after }).filter(
    (name) => !FOLLOWING.has(name) && !isSameField(before[name], after[name]),
  );
  if (names.length === 0) return undefined;
  const only = (fields: Fields) => Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
  return { before: only(before), after: only(after) };
}
