import { OnRecordError } from '../domain/errors.js';
import { nameKey } from '../domain/names.js';
import type { SourceDocument } from './source-document.js';

/** How large the parts of a document may be, in UTF-16 units; and how many there may be of a kind. */
const LIMITS = { text: 5_000_000, title: 1000, name: 200, url: 2000, bylines: 50, topics: 50 } as const;

/** How far ahead of this machine’s clock another’s may be, in milliseconds. */
const AHEAD = 24 * 60 * 60 * 1000;

/** A document that cannot be an article: which of its fields is wrong, and how. */
export class DocumentProblem extends OnRecordError {
  readonly field: keyof SourceDocument;
  readonly isTooLarge: boolean;

  constructor(field: keyof SourceDocument, message: string, { isTooLarge = false } = {}) {
    super('BAD_USER_INPUT', message);
    this.field = field;
    this.isTooLarge = isTooLarge;
  }
}

/** Throws a DocumentProblem for the first thing that is wrong with a document. */
export function checkDocument(document: SourceDocument, now: Date): void {
  checkSize('text', document.text, LIMITS.text);
  if (!/[\p{L}\p{N}]/u.test(document.text)) throw new DocumentProblem('text', 'The article has no text.');
  if (document.title !== null) checkName('title', document.title, LIMITS.title);
  checkName('publisher', document.publisher, LIMITS.name);
  checkList('bylines', document.bylines, LIMITS.bylines);
  checkList('topics', document.topics, LIMITS.topics);
  checkUrl(document.url);
  checkLanguage(document.language);
  checkPublished(document.publishedAt, now);
}

function checkName(field: 'title' | 'publisher' | 'bylines' | 'topics', name: string, limit: number): void {
  checkSize(field, name, limit);
  if (nameKey(name) === '') throw new DocumentProblem(field, `${WHAT[field]} is empty.`);
}

const WHAT = { title: 'The title', publisher: 'The publisher’s name', bylines: 'A byline', topics: 'A topic' } as const;

function checkList(field: 'bylines' | 'topics', names: readonly string[], limit: number): void {
  if (names.length > limit) {
    const message = `The article has ${names.length} ${field}; at most ${limit} are kept.`;
    throw new DocumentProblem(field, message, { isTooLarge: true });
  }
  for (const name of names) checkName(field, name, LIMITS.name);
}

function checkSize(field: keyof SourceDocument, text: string, limit: number): void {
  if (text.length > limit) {
    const message = `The ${field} has ${text.length.toLocaleString('en')} characters; at most ${limit.toLocaleString('en')} are taken.`;
    throw new DocumentProblem(field, message, { isTooLarge: true });
  }
  if (!text.isWellFormed()) throw new DocumentProblem(field, `The ${field} contains half of a character.`);
}

function checkUrl(url: string | null): void {
  if (url === null) return;
  checkSize('url', url, LIMITS.url);
  if (!URL.canParse(url) || !/^https?:$/u.test(new URL(url).protocol)) {
    throw new DocumentProblem('url', `“${url}” is no address of a page: it begins with https:// or http://.`);
  }
}

function checkLanguage(language: string): void {
  if (isLanguageTag(language)) return;
  throw new DocumentProblem(
    'language',
    `“${language}” is no language tag (BCP 47), such as en or pt-BR; und is unknown.`,
  );
}

function isLanguageTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language)[0] === language;
  } catch {
    return false;
  }
}

function checkPublished(publishedAt: Date, now: Date): void {
  const time = publishedAt.getTime();
  if (Number.isNaN(time)) throw new DocumentProblem('publishedAt', 'The time of publication does not exist.');
  if (time > now.getTime() + AHEAD) {
    throw new DocumentProblem('publishedAt', `The article is of ${publishedAt.toISOString()}, which is yet to come.`);
  }
  if (publishedAt.getUTCFullYear() < 1) {
    throw new DocumentProblem(
      'publishedAt',
      `The article is of ${publishedAt.toISOString()}, before there were years.`,
    );
  }
}
