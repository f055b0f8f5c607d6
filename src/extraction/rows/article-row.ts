import { type Day, isDay } from '../../domain/dates.js';
import { OnRecordError } from '../../domain/errors.js';

/** One article to be read, as a line of JSON gives it. */
export interface ArticleRow {
  /** As the row gives it; where it gives none, the number of its line. */
  readonly id: string | number;
  readonly text: string;
  readonly published: Day | null;
}

/** Where a line stands: the file, or what stands in for it, and the line’s number, 1 for the first. */
export interface LinePlace {
  readonly file: string;
  readonly line: number;
}

/** A JSON object of which nothing is known yet. */
export type UnknownRecord = Readonly<Record<string, unknown>>;

/** A line that cannot be used; the message begins with the file and the line. */
export class RowError extends OnRecordError {
  constructor({ file, line }: LinePlace, message: string) {
    super('BAD_USER_INPUT', `${file}:${line}: ${message}`);
  }
}

/** Reads one line as a JSON object, for which `example` stands in messages; throws a RowError where it is none. */
export function parseLine(json: string, place: LinePlace, example = '{"text": "…"}'): UnknownRecord {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RowError(place, `This is not JSON (${reason}). Every line is one JSON object, such as ${example}.`);
  }
  if (isRecord(value)) return value;
  throw new RowError(place, `Every line is one JSON object, such as ${example}.`);
}

/** The article of a row; throws a RowError that says which field cannot be used. */
export function articleRowOf(row: UnknownRecord, place: LinePlace): ArticleRow {
  const { text } = row;
  if (typeof text !== 'string')
    throw new RowError(place, 'The row has no text: give it as a string in the field “text”.');
  return { id: rowId(row, place), text, published: publishedOf(row, place) };
}

/** A row’s id, or the number of its line. Throws a RowError where the id is neither text nor a number that stays what it is. */
export function rowId({ id }: UnknownRecord, place: LinePlace): string | number {
  if (id === undefined || id === null) return String(place.line);
  if (typeof id === 'string') return id;
  if (typeof id === 'number') {
    // What is larger has been rounded while the line was read: two ids could be the same, and no result would find its row.
    if (Math.abs(id) <= Number.MAX_SAFE_INTEGER) return id;
    throw new RowError(
      place,
      `The field “id” takes numbers up to ${Number.MAX_SAFE_INTEGER}, which all programs read alike: write a larger one as text, in quotation marks.`,
    );
  }
  throw new RowError(place, 'The field “id” takes a string or a number.');
}

/** The day of publication where the text was published: a time with an offset keeps the day that it is written with. */
function publishedOf(row: UnknownRecord, place: LinePlace): Day | null {
  for (const field of ['publishedOn', 'publishedAt']) {
    const value = row[field];
    if (value === undefined || value === null) continue;
    const day = typeof value === 'string' ? publicationDay(value) : null;
    if (day !== null) return day;
    throw new RowError(place, `The field “${field}” takes ${PUBLICATION_DAYS}, not ${JSON.stringify(value)}.`);
  }
  return null;
}

/** What a day of publication may be, for messages. */
export const PUBLICATION_DAYS = 'an existing day such as 2031-05-04, or a time such as 2031-05-04T18:00:00Z';

/** A time of the day in ISO 8601; a minute may have a leap second. */
const TIME_PATTERN =
  /^T(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:[.,]\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?$/u;

/** The day of a day or time in ISO 8601; null where it is neither. */
export function publicationDay(text: string): Day | null {
  const day = text.slice(0, 10);
  const time = text.slice(10);
  return isDay(day) && (time === '' || TIME_PATTERN.test(time)) ? day : null;
}

/** Whether a value of JSON is an object, neither a list nor null. */
export function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
