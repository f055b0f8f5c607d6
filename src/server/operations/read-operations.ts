import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { OnRecordError } from '../../domain/errors.js';

/** What Apollo’s `generate-persisted-query-manifest` and tools like it call their files. */
const MANIFEST_FORMAT = 'apollo-persisted-query-manifest';

/** One operation as a list has it. */
export interface ListedOperation {
  /** What clients call it; where a list says nothing, they call it by the SHA-256 of its text. */
  readonly id?: string;
  readonly text: string;
  /** Where it stands, for messages. */
  readonly place: string;
}

/** A list of operations that cannot be used. */
export class OperationListError extends OnRecordError {
  constructor(place: string, problem: string) {
    super('BAD_USER_INPUT', `ONRECORD_OPERATIONS: ${place} ${problem}.`);
  }
}

/** Reads the operations of a folder with files of GraphQL, or of a manifest. Throws an OperationListError. */
export function readOperations(path: string): readonly ListedOperation[] {
  const found = attempt(path, () => (statSync(path).isDirectory() ? fromFolder(path) : fromManifest(path)));
  if (found.length === 0)
    throw new OperationListError(path, 'has no operation; a folder needs files that end in .graphql');
  return found;
}

function fromFolder(folder: string): ListedOperation[] {
  const names = globSync('**/*.graphql', { cwd: folder }).toSorted();
  return names.map((name) => {
    const place = join(folder, name);
    return { text: attempt(place, () => readFileSync(place, 'utf8')), place };
  });
}

function fromManifest(file: string): ListedOperation[] {
  const manifest = asRecord(parseJson(file));
  const { format, version, operations } = manifest;
  if (format !== MANIFEST_FORMAT || version !== 1 || !Array.isArray(operations)) {
    const takes = `is no manifest of operations: it takes the format “${MANIFEST_FORMAT}”, the version 1 and a list “operations”`;
    throw new OperationListError(file, takes);
  }
  return operations.map((operation: unknown, index) => {
    const { id, name, body } = asRecord(operation);
    const place = `${file}, operation ${index + 1}${typeof name === 'string' ? ` (${name})` : ''}`;
    if (typeof id !== 'string' || id === '' || typeof body !== 'string') {
      throw new OperationListError(place, 'lacks its “id” or its “body”, which are strings');
    }
    return { id, text: body, place };
  });
}

function parseJson(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new OperationListError(file, 'is not JSON; it takes a folder with files of GraphQL, or a manifest');
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Does what reads a file or folder, and says of it why it cannot be read. */
function attempt<Value>(place: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error instanceof OnRecordError) throw error;
    throw new OperationListError(place, `cannot be read (${error.code})`);
  }
}
