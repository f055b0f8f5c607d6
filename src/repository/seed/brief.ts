import {
  type Article,
  type ArticleRevision,
  articleId,
  type Publisher,
  revisionId,
  type Topic,
  textHashOf,
  wordCountOf,
} from '../../domain/article.js';
import { DatePrecision, isDay } from '../../domain/dates.js';
import { addressOf, type Cast } from './cast.js';
import { SeedError } from './seed-error.js';
import { parseSeedYaml, readSeedText } from './seed-file.js';
import type { SeedValue } from './seed-value.js';

/** One brief: a seed article as it is published, before its annotations. */
export interface Brief {
  readonly path: string;
  readonly publisher: Publisher;
  readonly topics: readonly Topic[];
  readonly article: Omit<Article, 'slug' | 'updatedAt'>;
  readonly revision: Omit<ArticleRevision, 'storedAt'>;
}

const HEADER_FIELDS = ['title', 'publisher', 'bylines', 'published', 'precision', 'url', 'language', 'topics'] as const;

/** Between lines of three hyphens the front matter, then the text. */
const BRIEF_PATTERN = /^---[ \t]*\n(?<header>(?:.*?\n)??)---[ \t]*(?=\n|$)(?<text>.*)$/su;

/** Reads a brief: YAML front matter, then the text, in which every paragraph is one line and a blank line parts them. */
export function readBrief(path: string, cast: Cast): Brief {
  const parts = BRIEF_PATTERN.exec(readSeedText(path))?.groups;
  if (parts === undefined) {
    throw new SeedError(path, 1, 'A brief begins with front matter: a line “---”, the fields, another line “---”.');
  }
  const { header = '', text = '' } = parts;
  const fields = parseSeedYaml(path, header, 2).record(HEADER_FIELDS);
  const firstTextLine = header.split('\n').length + 2;
  const words = textOf(path, text, firstTextLine);
  const publisher = cast.publishers.named(fields.required('publisher'));
  const url = addressOf(fields.optional('url'));
  const title = fields.required('title').text();
  const language = languageOf(fields.required('language'));
  const id = articleId(publisher.id, url, words);
  const revision = revisionId(id, 1);
  return {
    path,
    publisher,
    topics: fields.items('topics').map((topic) => cast.topics.named(topic)),
    article: {
      id,
      title,
      url,
      publisherId: publisher.id,
      bylines: fields.items('bylines').map((byline) => byline.text()),
      publishedAt: instantOf(fields.required('published')),
      publishedPrecision: fields.required('precision').oneOf(DatePrecision),
      language,
      wordCount: wordCountOf(words, language),
      currentRevisionId: revision,
      retraction: null,
    },
    revision: { id: revision, articleId: id, number: 1, title, text: words, textHash: textHashOf(words), reason: null },
  };
}

function textOf(path: string, afterHeader: string, firstLine: number): string {
  const text = afterHeader.trim();
  if (text === '') throw new SeedError(path, firstLine, 'The brief has no text: write it below the front matter.');
  const bracket = afterHeader.search(/[[\]]/u);
  if (bracket !== -1) {
    const line = firstLine - 1 + afterHeader.slice(0, bracket).split('\n').length - 1;
    throw new SeedError(path, line, 'The text has a square bracket, which annotations need for themselves: use (…).');
  }
  return text;
}

const INSTANT_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/;

function instantOf(value: SeedValue): Date {
  const text = value.text();
  const instant = new Date(text);
  if (INSTANT_PATTERN.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(instant.getTime())) return instant;
  throw value.error(
    `${value.name} takes a date and time with offset, such as 2020-03-22T18:00:00+09:00, not “${text}”.`,
  );
}

function languageOf(value: SeedValue): string {
  const text = value.text();
  try {
    if (Intl.getCanonicalLocales(text)[0] === text) return text;
  } catch {
    // Told below: not a language tag at all is as wrong as one that is not in its usual form.
  }
  throw value.error(`${value.name} takes a language tag (BCP 47) such as en or en-GB, not “${text}”.`);
}
