import { isRecord, type UnknownRecord } from '../../extraction/rows/article-row.js';
import { Refusal } from '../source-document.js';
import type { Draft } from './draft.js';
import { contentText } from './html/read-page.js';

/** Whether an object is an item in IPTC’s ninjs, of any version. */
export function isNinjs(object: UnknownRecord): boolean {
  const marks = [
    'versioncreated',
    'versionCreated',
    'body_text',
    'body_xhtml',
    'bodies',
    'headlines',
    'pubstatus',
    'pubStatus',
  ];
  return 'uri' in object && marks.some((mark) => mark in object);
}

/**
 * The article of an item in ninjs 1.x, 2.x (lists of headlines and bodies) or 3.x (their names in camel case). A Refusal
 * where the agency has withdrawn it, or it is no text.
 * See https://www.iptc.org/std/ninjs/.
 */
export function readNinjs(item: UnknownRecord, place: string): Draft {
  const field = (...names: readonly string[]): string | null => first(names.flatMap((name) => stringsIn(item[name])));
  const status = field('pubstatus', 'pubStatus');
  if (status !== null && /^cancell?ed|withh?eld$/iu.test(status))
    throw new Refusal('WITHDRAWN', place, `The agency has withdrawn the item (status “${status}”).`);
  const type = field('type');
  if (type !== null && !['text', 'composite'].includes(type))
    throw new Refusal('NO_TEXT', place, `The item is of the type “${type}”, not a text.`);
  const uri = field('uri');
  return {
    title: field('headline') ?? mainOf(item['headlines']) ?? field('title'),
    text: bodyOf(item, place),
    publisher:
      first(['infosource', 'infosources', 'provider'].flatMap((name) => namesIn(item[name]))) ??
      field('copyrightholder', 'copyrightHolder'),
    url:
      field('url', 'ednote_url') ??
      first(linksIn(item['renditions'])) ??
      (uri !== null && /^https?:/u.test(uri) ? uri : null),
    bylines: [field('byline', 'by')].flatMap((byline) =>
      byline === null ? [] : byline.replace(/^by\s+/iu, '').split(/\s*(?:,|;|\band\b)\s*/u),
    ),
    dates: [
      'firstcreated',
      'firstCreated',
      'versioncreated',
      'versionCreated',
      'contentcreated',
      'contentCreated',
    ].flatMap((name) => stringsIn(item[name])),
    language: field('language'),
    topics: ['subject', 'subjects'].flatMap((name) => namesIn(item[name])),
  };
}

function bodyOf(item: UnknownRecord, place: string): string {
  const candidates = [...Object.keys(item)]
    .filter((name) => /^body_/u.test(name))
    .flatMap((name) => stringsIn(item[name]).map((value) => ({ value, isHtml: /html/iu.test(name) })));
  const listed = recordsIn(item['bodies'])
    .filter(({ role }) => role === undefined || /^(?:main|body|.*:main)$/iu.test(String(role)))
    .concat(recordsIn(item['bodies']))
    .flatMap((body) =>
      stringsIn(body['value']).map((value) => ({
        value,
        isHtml: /html/iu.test(first(['contenttype', 'contentType'].flatMap((name) => stringsIn(body[name]))) ?? ''),
      })),
    );
  const all = [...candidates, ...listed];
  // HTML says where paragraphs end; plain text may be wrapped.
  const best = all.find(({ isHtml }) => isHtml) ?? all[0];
  if (best === undefined) return '';
  return best.isHtml ? contentText(best.value, place) : best.value;
}

/** The main one of a list of headlines, or the first. */
function mainOf(headlines: unknown): string | null {
  const all = recordsIn(headlines);
  const main = all.find(({ role }) => /main/iu.test(String(role ?? '')));
  return first([...(main === undefined ? [] : [main]), ...all].flatMap(({ value }) => stringsIn(value)));
}

function namesIn(value: unknown): string[] {
  return [
    ...stringsIn(value),
    ...recordsIn(value).flatMap(({ name, literal }) => [...stringsIn(name), ...stringsIn(literal)].slice(0, 1)),
  ];
}

function linksIn(renditions: unknown): string[] {
  const all = isRecord(renditions) ? Object.values(renditions) : renditions;
  return recordsIn(all)
    .filter(({ mimetype, contentType }) => /html/iu.test(String(mimetype ?? contentType ?? '')))
    .flatMap(({ href }) => stringsIn(href));
}

function recordsIn(value: unknown): UnknownRecord[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter(isRecord);
}

function stringsIn(value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((item) => typeof item === 'string').filter((text) => text.trim() !== '');
}

function first(values: readonly string[]): string | null {
  return values[0] ?? null;
}
