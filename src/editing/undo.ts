import type { Change } from '../domain/change.js';
import { type Id, isAnyId, isId } from '../domain/identity.js';
import type { Statement } from '../domain/statement.js';
import { statementProblems } from '../domain/statement-invariants.js';
import type { Statistic } from '../domain/statistic.js';
import { statisticProblems } from '../domain/statistic-invariants.js';
import type {
  ArticleFile,
  ChangeFile,
  Fields,
  RecordKey,
  RecordPatch,
  StoredRecords,
  StoredType,
} from '../repository/desk.js';
import { fromFields, isSameField, toFields } from '../repository/fields.js';
import type { Repository } from '../repository/repository.js';
import { articleFileOf } from './article-file.js';
import { type Edit, type EditOutcome, edit } from './edit.js';
import { refuse } from './user-error.js';

/**
 * Takes a change back: every field that it changed gets the value it had, what it made is taken away and what it took
 * away is there again. Changes can be taken back in any order, unless a later one depends on it: then it is a CONFLICT
 * that names that one. An undo is a change itself; to undo it is to make the first one again.
 */
export function undoChange(
  repository: Repository,
  { id, actor }: { readonly id: string; readonly actor: string },
): Promise<EditOutcome<null>> {
  return edit(repository, { action: 'UNDO', actor, reason: null }, async (undo) => {
    if (!isId(id, 'Change')) return refuse('INVALID', 'id', `“${id.slice(0, 40)}” is not the id of a change.`);
    const [file] = await undo.desk.changeFiles([id]);
    if (file === undefined) return refuse('NOT_FOUND', 'id', `There is no change ${id}.`);
    refuseUnlessUndoable(file.change);
    for (const patch of inOrderOfUndoing(file.patches)) await takeBack(undo, patch, file.change);
    await refuseWhereStillNamed(undo, file);
    await refuseWhereWrong(undo, file);
    await undo.desk.markUndone(id, undo.id);
    if (file.change.undoesId !== null) await undo.desk.markUndone(file.change.undoesId, null);
    return { result: null, targetIds: file.change.targetIds, undoes: id };
  });
}

/** What was taken away comes back last: until then somebody else may hold what only one can have, such as a former id. */
function inOrderOfUndoing(patches: readonly RecordPatch[]): RecordPatch[] {
  return [...patches.filter(({ after }) => after !== null), ...patches.filter(({ after }) => after === null)];
}

function refuseUnlessUndoable({ id, action, undoneById }: Change): void {
  if (undoneById !== null) refuse('CONFLICT', 'id', `The change ${id} was already undone, by ${undoneById}.`);
  if (action === 'INGEST' || action === 'REEXTRACT') {
    const instead = 'Retract the article, or reject what is wrong in it.';
    refuse('UNSUPPORTED', 'id', `What the engine read cannot be unread: ${id} is ${action}. ${instead}`);
  }
}

async function takeBack(undo: Edit, { type, key, before, after }: RecordPatch, change: Change): Promise<void> {
  const record = await undo.read(type, key);
  if (before === null) {
    if (record === undefined) return refuseForLater(undo, { type, key }, change);
    await refuseWhereTouched(undo, { type, key }, change);
    return undo.remove(type, key);
  }
  if (after === null) {
    if (record !== undefined) return refuseForLater(undo, { type, key }, change, record);
    return putFields(undo, type, before);
  }
  if (record === undefined) return refuseForLater(undo, { type, key }, change);
  const current = toFields(record);
  const fields = undoneFields(current, before, after);
  if (fields === undefined) return refuseForLater(undo, { type, key }, change, record);
  await putFields(undo, type, { ...current, ...fields });
}

/** Lists of names, to which others may add: of them a change takes back only what it added and dropped itself. */
const GROWING = new Set(['aliases', 'formerIds']);

/** What the fields of a change become when it is taken back; undefined where one of them has moved on. */
function undoneFields(current: Fields, before: Fields, after: Fields): Fields | undefined {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(after)) {
    if (isSameField(current[name], value)) fields[name] = before[name];
    else if (GROWING.has(name)) fields[name] = shrunk(current[name], before[name], value);
    else return undefined;
  }
  return fields;
}

function shrunk(current: unknown, before: unknown, after: unknown): unknown[] {
  const [now = [], old = [], changed = []] = [current, before, after].map((list): unknown[] =>
    Array.isArray(list) ? list : [],
  );
  const kept = now.filter((item) => !changed.includes(item) || old.includes(item));
  return [...new Set([...old.filter((item) => !changed.includes(item)), ...kept])];
}

async function putFields<Type extends StoredType>(undo: Edit, type: Type, fields: Fields): Promise<void> {
  // The fields are all that a record of this type had when it was stored.
  await undo.put(type, fromFields<StoredRecords[Type]>(fields) as StoredRecords[Type]);
}

/** Refuses where an edit after the change touched what it made. */
async function refuseWhereTouched(undo: Edit, key: RecordKey, change: Change): Promise<void> {
  const [later] = await undo.desk.laterChanges(key, null, change);
  if (later !== undefined) refuseFor(change, later);
}

/** Refuses where something still names what the change had made and is now taken away. */
async function refuseWhereStillNamed(undo: Edit, { change, patches }: ChangeFile): Promise<void> {
  for (const { key, before } of patches) {
    if (before !== null || !isAnyId(key)) continue;
    const [referrer] = await undo.desk.referrers(key);
    if (referrer === undefined) continue;
    await refuseForLater(undo, referrer, change, await undo.read(referrer.type, referrer.key));
  }
}

/** Refuses where a claim would contradict its article by what came after the change: a circle, a text that was revised. */
async function refuseWhereWrong(undo: Edit, { change, patches }: ChangeFile): Promise<void> {
  const restored = new Map<Id<'Article'>, Claim[]>();
  for (const { type, key } of patches) {
    const claim = type === 'Statement' || type === 'Statistic' ? await undo.read(type, key) : undefined;
    if (claim !== undefined) restored.set(claim.articleId, [...(restored.get(claim.articleId) ?? []), claim]);
  }
  for (const [articleId, claims] of restored) {
    const file = await articleFileOf(undo, articleId);
    const wrong = claims.find((claim) => contradicts(claim, file));
    if (wrong === undefined) continue;
    const later = await lastChangeIn(undo, file, change);
    if (later !== undefined) refuseFor(change, later);
    refuse('CONFLICT', 'id', `Without the change ${change.id} the record ${wrong.id} would contradict its article.`);
  }
}

type Claim = Statement | Statistic;

function contradicts(claim: Claim, file: ArticleFile): boolean {
  const statements = new Map(file.statements.map((statement) => [statement.id, statement]));
  const problems = 'metricId' in claim ? statisticProblems(claim, file) : statementProblems(claim, file, statements);
  // What no longer stands belongs to a revision before the current one.
  return [...problems].some(({ at }) => at !== 'revisionId' || claim.standing === 'STANDS');
}

/** The latest change of an article’s claims, or of its text, after a change. */
async function lastChangeIn(undo: Edit, file: ArticleFile, change: Change): Promise<Change | undefined> {
  const { article, statements, statistics } = file;
  const found: Change[] = [];
  for (const { id } of [...statements, ...statistics]) {
    found.push(...(await undo.desk.laterChanges({ type: typeOf(id), key: id }, article.id, change)));
  }
  return found.sort((a, b) => b.at.getTime() - a.at.getTime())[0];
}

function typeOf(id: Id<'Statement' | 'Statistic'>): StoredType {
  return isId(id, 'Statement') ? 'Statement' : 'Statistic';
}

async function refuseForLater(
  undo: Edit,
  key: RecordKey,
  change: Change,
  record?: StoredRecords[StoredType],
): Promise<never> {
  const [later] = await undo.desk.laterChanges(key, articleOf(record), change);
  if (later !== undefined) return refuseFor(change, later);
  const message = `${key.type} ${key.key} depends on the change ${change.id}, which cannot be undone before it.`;
  return refuse('CONFLICT', 'id', message);
}

function articleOf(record: StoredRecords[StoredType] | undefined): Id<'Article'> | null {
  if (record === undefined) return null;
  if ('articleId' in record) return record.articleId;
  return 'id' in record && isId(record.id, 'Article') ? record.id : null;
}

function refuseFor({ id }: Change, later: Change): never {
  const { action, actor, at } = later;
  return refuse(
    'CONFLICT',
    'id',
    `The change ${id} cannot be undone before ${later.id} (${action} by ${actor}, ${at.toISOString()}), which depends on it.`,
  );
}
