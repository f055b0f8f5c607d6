import { hash } from 'node:crypto';
import type { DatePrecision } from './dates.js';
import { type Id, makeId } from './identity.js';
import { nameKey } from './names.js';
import type { TextSpan } from './span.js';

/** The outlet that publishes articles. */
export interface Publisher {
  readonly id: Id<'Publisher'>;
  readonly name: string;
  readonly homepage: string | null;
}

/** One published text. Its words are in its revisions, which never change. */
export interface Article {
  readonly id: Id<'Article'>;
  /** Readable name for an address, unique among articles; given by the store. */
  readonly slug: string;
  readonly title: string;
  readonly url: string | null;
  readonly publisherId: Id<'Publisher'>;
  readonly bylines: readonly string[];
  readonly publishedAt: Date;
  readonly publishedPrecision: DatePrecision;
  /** When its last revision, retraction or edit was committed; given by the store, strictly increasing over all articles. */
  readonly updatedAt: Date;
  /** BCP 47; "und" where unknown. */
  readonly language: string;
  readonly wordCount: number;
  readonly currentRevisionId: Id<'ArticleRevision'>;
  readonly retraction: Retraction | null;
}

/** The publisher took the article back. It leaves every list; by id it answers with this set. */
export interface Retraction {
  readonly at: Date;
  readonly reason: string;
}

/** One wording of an article; spans name the revision that they belong to. */
export interface ArticleRevision {
  readonly id: Id<'ArticleRevision'>;
  readonly articleId: Id<'Article'>;
  /** 1 for the first. */
  readonly number: number;
  readonly title: string;
  readonly text: string;
  /** SHA-256 of the UTF-8 text, in hexadecimal. */
  readonly textHash: string;
  readonly storedAt: Date;
  readonly reason: string | null;
}

/** The things that articles are about. */
export interface Topic {
  readonly id: Id<'Topic'>;
  readonly name: string;
}

export const PlaceKind = { COUNTRY: 'COUNTRY', REGION: 'REGION', CITY: 'CITY', SITE: 'SITE', OTHER: 'OTHER' } as const;
export type PlaceKind = keyof typeof PlaceKind;

export interface Place {
  readonly id: Id<'Place'>;
  readonly name: string;
  readonly placeKind: PlaceKind;
  readonly withinId: Id<'Place'> | null;
}

export type SubjectId = Id<'Person' | 'Organization' | 'Place' | 'Topic'>;

/** That an article is about or names somebody or something, and where. A topic has no mentions: it is what the whole is about. */
export interface Appearance {
  readonly articleId: Id<'Article'>;
  readonly subjectId: SubjectId;
  readonly mentions: readonly TextSpan[];
}

/** An article's identity: its publisher and URL, or publisher and first text where it has no URL. */
export function articleId(publisherId: Id<'Publisher'>, url: string | null, firstText: string): Id<'Article'> {
  return url === null
    ? makeId('Article', publisherId, 'text', textHashOf(firstText))
    : makeId('Article', publisherId, 'url', url);
}

export function revisionId(article: Id<'Article'>, number: number): Id<'ArticleRevision'> {
  return makeId('ArticleRevision', article, number);
}

export function publisherId(name: string): Id<'Publisher'> {
  return makeId('Publisher', nameKey(name));
}

export function topicId(name: string): Id<'Topic'> {
  return makeId('Topic', nameKey(name));
}

/** A place's identity: its name, kind and the place it lies in, so that two towns of one name are two places. */
export function placeId(name: string, kind: PlaceKind, within: Id<'Place'> | null): Id<'Place'> {
  return makeId('Place', nameKey(name), kind, within ?? '');
}

/** SHA-256 of the UTF-8 text, in hexadecimal. */
export function textHashOf(text: string): string {
  return hash('sha256', text);
}

/** How many words a text has: the word-like segments of Unicode's text segmentation (UAX #29), which also counts scripts without spaces. */
export function wordCountOf(text: string, language: string): number {
  let words = 0;
  for (const { isWordLike } of segmenterFor(languageFor(language)).segment(text)) {
    if (isWordLike) words++;
  }
  return words;
}

/** One for each language that has been counted: making one costs as much as counting a short article. */
const SEGMENTERS = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = SEGMENTERS.get(language);
  if (known !== undefined) return known;
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  SEGMENTERS.set(language, segmenter);
  return segmenter;
}

/**
 * The language if the segmenter knows it, without region and script, else English: never the machine's own, by which
 * counts would differ between machines.
 */
function languageFor(language: string): string {
  try {
    const [supported = 'en'] = Intl.Segmenter.supportedLocalesOf(language);
    return new Intl.Locale(supported).language;
  } catch {
    return 'en';
  }
}
