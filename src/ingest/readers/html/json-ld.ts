import { isRecord, type UnknownRecord } from '../../../extraction/rows/article-row.js';
import { DEEPEST_JSON } from '../../limits.js';
import type { PageDocument } from './dom.js';
import { decodeEntities } from './entities.js';

/** The types of schema.org that are an article of the news. */
const ARTICLE_TYPES = new Set([
  'Article',
  'NewsArticle',
  'AnalysisNewsArticle',
  'AskPublicNewsArticle',
  'BackgroundNewsArticle',
  'OpinionNewsArticle',
  'ReportageNewsArticle',
  'ReviewNewsArticle',
  'LiveBlogPosting',
  'BlogPosting',
  'AdvertiserContentArticle',
  'Report',
]);

/** What a page says about its article in JSON-LD, raw. */
export interface LinkedArticle {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly bylines: readonly string[];
  readonly dates: readonly string[];
  readonly language: string | null;
  readonly url: string | null;
  readonly topics: readonly string[];
  /** False where the page says that it has to be paid for. */
  readonly isFree: boolean;
}

/** What the page is known by, to tell its own article from others that it describes. */
export interface PageIdentity {
  readonly url: string | null;
  readonly titles: readonly string[];
}

/**
 * The article that a page’s JSON-LD describes as its own: of all nodes with an article’s type, the one with the page’s
 * address or title. A node with another address and another title is another article, however alone it is. Data that is
 * no JSON even with the usual slips mended is passed over.
 */
export function linkedArticle(document: PageDocument, page: PageIdentity): LinkedArticle | null {
  const nodes = [...document.querySelectorAll('script[type*="ld+json"]')].flatMap((script) =>
    nodesIn(parseLenient(script.textContent ?? ''), 0),
  );
  const byId = new Map(
    nodes.flatMap((node) => (typeof node['@id'] === 'string' ? [[node['@id'], node] as const] : [])),
  );
  const scored = nodes
    .filter((node) => typesOf(node).some((type) => ARTICLE_TYPES.has(type)))
    .map((node) => ({ node, score: likeness(node, page) }))
    .filter(({ score }) => score >= 0);
  const [best] = scored.toSorted((left, right) => right.score - left.score);
  return best === undefined ? null : describe(best.node, byId);
}

/** JSON with what content systems get wrong mended: comments around it, line ends inside strings, commas at the end. */
function parseLenient(json: string): unknown {
  const bare = json.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\]\]>|\]\]>)\s*$/gu, '').trim();
  for (const attempt of [
    bare,
    bare
      .replace(/[\n\r\t]+/gu, ' ')
      .replace(/,\s*(?=[}\]])/gu, '')
      .replace(/;\s*$/u, ''),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt mends more.
    }
  }
  return null;
}

/** All objects in a value, outer ones first. */
function nodesIn(value: unknown, depth: number): UnknownRecord[] {
  if (depth > DEEPEST_JSON) return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => nodesIn(item, depth + 1));
  if (!isRecord(value)) return [];
  return [value, ...Object.values(value).flatMap((child) => nodesIn(child, depth + 1))];
}

function typesOf(node: UnknownRecord): string[] {
  return stringsIn(node['@type']).map((type) => type.replace(/^https?:\/\/schema\.org\//u, ''));
}

/** How well a node fits the page: negative where it is about another. */
function likeness(node: UnknownRecord, { url, titles }: PageIdentity): number {
  const addresses = ['url', 'mainEntityOfPage', '@id'].flatMap((field) => addressesIn(node[field]));
  const title = keyOf(stringsIn(node['headline'] ?? node['name'])[0] ?? '');
  const own = new Set(titles.map(keyOf));
  const sameAddress = url !== null && addresses.some((address) => addressKey(address) === addressKey(url));
  const sameTitle = title !== '' && [...own].some((known) => known === title || known.startsWith(`${title} `));
  if (sameAddress || sameTitle) return 2 + Number(sameAddress) + Number(sameTitle);
  if (url !== null && addresses.length > 0) return -1;
  if (title === '' || own.size === 0) return 0;
  return [...own].some((known) => sharedWords(title, known) >= ENOUGH_SHARED) ? 1 : -1;
}

/** A headline that shares this much of its words with a title of the page is another wording of it. */
const ENOUGH_SHARED = 0.5;

function sharedWords(title: string, known: string): number {
  const words = title.split(' ');
  const others = new Set(known.split(' '));
  return words.filter((word) => others.has(word)).length / words.length;
}

function addressesIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return /^https?:/u.test(value) ? [value] : [];
  if (!isRecord(value) || depth > 3) return [];
  return [...addressesIn(value['@id'], depth + 1), ...addressesIn(value['url'], depth + 1)];
}

/** An address without what differs between two of the same page. */
function addressKey(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.|amp\.|m\.)?/u, '')
    .replace(/[?#].*$/u, '')
    .replace(/\/(?:amp\/?)?$/u, '');
}

function keyOf(title: string): string {
  return decoded(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

function describe(node: UnknownRecord, byId: ReadonlyMap<string, UnknownRecord>): LinkedArticle {
  const names = (field: string): string[] => namesIn(node[field], byId).map(decoded);
  const keywords = stringsIn(node['keywords']).flatMap((words) => words.split(','));
  const publishers = [...names('publisher'), ...names('sourceOrganization')];
  return {
    title: stringsIn(node['headline']).map(decoded)[0] ?? null,
    publisher: publishers[0] ?? null,
    bylines: names('author').length > 0 ? names('author') : names('creator'),
    dates: stringsIn(node['datePublished']).concat(stringsIn(node['dateCreated'])),
    language: stringsIn(node['inLanguage']).concat(namesIn(node['inLanguage'], byId))[0] ?? null,
    url: ['url', 'mainEntityOfPage', '@id'].flatMap((field) => addressesIn(node[field]))[0] ?? null,
    topics: [...stringsIn(node['articleSection']), ...keywords].map(decoded).filter((topic) => !topic.includes(':')),
    isFree: !/^false$/iu.test(String(node['isAccessibleForFree'] ?? true)),
  };
}

/** The names of people and organizations: a string, a node, a list of them, or a reference to a node elsewhere. */
function namesIn(value: unknown, byId: ReadonlyMap<string, UnknownRecord>, depth = 0): string[] {
  if (depth > 3) return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => namesIn(item, byId, depth + 1));
  if (typeof value === 'string') return /^https?:/u.test(value) ? [] : [value];
  if (!isRecord(value)) return [];
  if (value['name'] !== undefined) return stringsIn(value['name']);
  const id = value['@id'];
  return typeof id === 'string' ? namesIn(byId.get(id)?.['name'] ?? [], byId, depth + 1) : [];
}

function stringsIn(value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((item) => typeof item === 'string').filter((text) => text.trim() !== '');
}

/** JSON-LD is not HTML, but many systems write its entities there, and some write them twice. */
function decoded(text: string): string {
  return decodeEntities(decodeEntities(text));
}
