import { isRecord, type UnknownRecord } from '../../extraction/rows/article-row.js';
import { decodeBytes } from '../decode-bytes.js';
import { DEEPEST_JSON, LARGEST_DOCUMENT } from '../limits.js';
import { type ReadResult, Refusal } from '../source-document.js';
import { type Completion, completed, refused } from './draft.js';
import { draftOf } from './front-matter.js';
import { contentText } from './html/read-page.js';
import { isNinjs, readNinjs } from './read-ninjs.js';

/** The articles of a JSON text: an object, or a list of them. */
export function* readJson(value: unknown, place: string, completion: Completion): Generator<ReadResult> {
  const objects: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const [index, object] of objects.entries()) {
    yield readObject(object, Array.isArray(value) ? `${place}, item ${index + 1}` : place, completion);
  }
}

/** The articles of JSON Lines, a line at a time: a line that cannot be read is a refusal, and the next is read. */
export function* readJsonLines(bytes: Uint8Array, place: string, completion: Completion): Generator<ReadResult> {
  let number = 0;
  for (const line of linesOf(bytes)) {
    number++;
    const where = `${place}:${number}`;
    if (line.length > LARGEST_DOCUMENT) {
      yield refused(new Refusal('TOO_LARGE', where, `The line is larger than ${LARGEST_DOCUMENT} bytes.`), where);
      continue;
    }
    const text = decodeBytes(line, 'none').trim();
    if (text !== '') yield readLine(text, where, completion);
  }
}

function readLine(text: string, place: string, completion: Completion): ReadResult {
  try {
    return readObject(parseJson(text, place), place, completion);
  } catch (error) {
    return refused(error, place);
  }
}

/** The value of a JSON text; a Refusal where it is none, or nested too deep. */
export function parseJson(text: string, place: string): unknown {
  checkNesting(text, place);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Refusal('MALFORMED', place, `This is not JSON (${reason}).`);
  }
}

function checkNesting(text: string, place: string): void {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (inString && character === '\\') index++;
    else if (character === '"') inString = !inString;
    else if (!inString) depth += NESTING.get(character ?? '') ?? 0;
    if (depth > DEEPEST_JSON)
      throw new Refusal('TOO_DEEP', place, `The JSON is nested more than ${DEEPEST_JSON} deep: it cannot be read.`);
  }
}

/** How each bracket changes the depth. */
const NESTING = new Map([
  ['{', 1],
  ['[', 1],
  ['}', -1],
  [']', -1],
]);

function readObject(object: unknown, place: string, completion: Completion): ReadResult {
  try {
    if (!isRecord(object))
      throw new Refusal(
        'MALFORMED',
        place,
        'An article is a JSON object, such as {"title": "…", "text": "…", "publisher": "…"}.',
      );
    const draft = isNinjs(object) ? readNinjs(object, place) : draftOf(object, textOf(object, place));
    return completed(draft, place, completion);
  } catch (error) {
    return refused(error, place);
  }
}

function textOf({ text, html }: UnknownRecord, place: string): string {
  if (typeof text === 'string') return text;
  if (typeof html === 'string') return contentText(html, place);
  throw new Refusal(
    'NO_TEXT',
    place,
    'There is no text: give it as a string in the field “text”, or HTML in the field “html”.',
  );
}

const LINE_END = 0x0a;

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(LINE_END, start);
    const end = found < 0 ? bytes.length : found;
    yield bytes.subarray(start, end);
    start = end + 1;
  }
}
