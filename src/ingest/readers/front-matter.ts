import { parse } from 'yaml';
import { isRecord, type UnknownRecord } from '../../extraction/rows/article-row.js';
import { LARGEST_FRONT_MATTER } from '../limits.js';
import { Refusal } from '../source-document.js';
import type { Draft } from './draft.js';

const FRONT_MATTER = /^\s*---[ \t]*\n(?<header>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)/u;

/** Whether a text begins with the line that opens front matter. */
export function hasFrontMatter(text: string): boolean {
  return FRONT_MATTER.test(text.slice(0, LARGEST_FRONT_MATTER));
}

/** The text without its front matter, and what that says; a Refusal where it is no YAML mapping. */
export function splitFrontMatter(
  text: string,
  place: string,
): { readonly body: string; readonly fields: UnknownRecord } {
  const front = FRONT_MATTER.exec(text.slice(0, LARGEST_FRONT_MATTER));
  if (front === null) return { body: text, fields: {} };
  const fields = parseYaml(front.groups?.['header'] ?? '', place);
  return { body: text.slice(front[0].length), fields };
}

function parseYaml(header: string, place: string): UnknownRecord {
  let value: unknown;
  try {
    // The core schema without timestamps: a date stays as it is written, with its zone and its precision.
    value = parse(header, { schema: 'core', maxAliasCount: 10 }) ?? {};
  } catch (cause) {
    const [reason = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
    throw new Refusal('MALFORMED', place, `The front matter is not YAML: ${reason}`);
  }
  if (isRecord(value)) return value;
  throw new Refusal('MALFORMED', place, 'The front matter is not a list of fields such as “title: …”.');
}

/** What fields of a document of ours say: front matter, and the rows of JSON Lines, which share their names. */
export function draftOf(fields: UnknownRecord, text: string): Draft {
  const line = (...names: readonly string[]): string | null => linesOf(fields, names)[0] ?? null;
  return {
    title: line('title', 'headline'),
    text,
    publisher: line('publisher'),
    url: line('url'),
    bylines: linesOf(fields, ['bylines', 'byline', 'authors', 'author']),
    dates: linesOf(fields, ['publishedAt', 'published', 'publishedOn', 'date']),
    language: line('language', 'lang'),
    topics: linesOf(fields, ['topics', 'tags']),
  };
}

/** The lines of the first field that has any: a value or a list of values. */
function linesOf(fields: UnknownRecord, names: readonly string[]): string[] {
  for (const name of names) {
    const value = fields[name];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    const lines = values.filter((item) => typeof item === 'string' || typeof item === 'number').map(String);
    if (lines.length > 0) return lines;
  }
  return [];
}
