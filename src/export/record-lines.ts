import { createInterface } from 'node:readline';
import { OnRecordError } from '../domain/errors.js';
import { fromFields } from '../repository/fields.js';
import { type ExportedRecords, isExportedType, type RecordLine } from '../repository/record-line.js';

/** A record as a line of JSON: its type, then its fields as the record has them; times are ISO 8601. */
export function lineOf({ type, record }: RecordLine): string {
  return `${JSON.stringify({ type, ...record })}\n`;
}

/** Reads records back from their lines. Throws an OnRecordError that names a line which is none. */
export async function* readRecordLines(
  input: NodeJS.ReadableStream,
  name: string,
): AsyncGenerator<RecordLine, void, undefined> {
  let number = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (text.trim() !== '') yield recordIn(text, `${name}, line ${number}`);
  }
}

function recordIn(text: string, place: string): RecordLine {
  const line = parsed(text, place);
  const { type, ...fields } = line;
  if (!isExportedType(type)) {
    throw new OnRecordError('BAD_USER_INPUT', `${place}: “${String(type).slice(0, 40)}” is no type of record.`);
  }
  // What a record lacks shows when it is stored, which names the line too.
  return { type, record: fromFields<ExportedRecords[typeof type]>(fields) as ExportedRecords[typeof type] };
}

function parsed(text: string, place: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch (cause) {
    throw new OnRecordError('BAD_USER_INPUT', `${place}: This is not JSON.`, { cause });
  }
  throw new OnRecordError(
    'BAD_USER_INPUT',
    `${place}: A line is a JSON object with a type, as \`onrecord export\` writes it.`,
  );
}
