import { type FieldPath, refuse } from './user-error.js';

/** How long a name, a title or a unit may be, in UTF-16 units. */
const LONGEST_NAME = 300;
/** How many members a list of an input may have. */
const LONGEST_LIST = 100;

/** A name, title or unit as it is stored: without white space around it, and only single spaces in it. */
export function readName(field: FieldPath, text: string): string {
  const name = text.replace(/\s+/gu, ' ').trim();
  if (name === '') return refuse('INVALID', field, 'This cannot be empty.');
  if (!name.isWellFormed()) return refuse('INVALID', field, 'This contains half of a character.');
  if (name.length > LONGEST_NAME) {
    return refuse('TOO_LARGE', field, `This has ${name.length} characters; at most ${LONGEST_NAME} are kept.`);
  }
  return name;
}

/** The members of a list, which has at most 100. */
export function readList<Member>(field: string, list: readonly Member[]): readonly Member[] {
  if (list.length <= LONGEST_LIST) return list;
  return refuse('TOO_LARGE', field, `This has ${list.length} members; at most ${LONGEST_LIST} are taken.`);
}

/** The value of a field that can be left out, but not cleared. */
export function unclearable<Value>(field: string, value: Value | null | undefined, otherwise: Value): Value {
  if (value === null) return refuse('INVALID', field, 'This cannot be cleared; leave it out to keep it as it is.');
  return value ?? otherwise;
}
