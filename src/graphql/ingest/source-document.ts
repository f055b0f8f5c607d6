import type { UserError } from '../../editing/user-error.js';
import { DocumentProblem } from '../../ingest/document-problem.js';
import { normalizeLine, normalizeText } from '../../ingest/normalize-text.js';
import { Refusal, type SourceDocument } from '../../ingest/source-document.js';
import type { IngestArticleInput } from './ingest-article.input.js';

/** The document that an input gives. Throws a DocumentProblem or Refusal that says what is wrong with it. */
export async function documentOf(input: IngestArticleInput, now: Date): Promise<SourceDocument> {
  const { text, html } = input;
  if (text != null && html != null)
    throw new DocumentProblem('text', 'Give exactly one of `text` and `html`, not both.');
  if (html != null) return documentInPage(html, input, now);
  if (text == null)
    throw new DocumentProblem('text', 'Give the text of the article, or the page (`html`) that has it.');
  return {
    ...metadataOf(input),
    title: input.title == null ? null : normalizeLine(input.title),
    text: normalizeText(text),
    language: input.language ?? 'und',
    bylines: (input.bylines ?? []).map(normalizeLine),
    topics: (input.topics ?? []).map(normalizeLine),
  };
}

function metadataOf({ publisher, url, publishedAt, publishedPrecision }: IngestArticleInput) {
  return {
    publisher: normalizeLine(publisher),
    url: url?.href ?? null,
    publishedAt,
    publishedPrecision: publishedPrecision ?? 'TIME',
  };
}

/** What a page has; what the input says explicitly wins over it. */
async function documentInPage(html: string, input: IngestArticleInput, now: Date): Promise<SourceDocument> {
  // Loaded for the first page and not before: what reads pages is a good part of what the service would start with.
  const { readDocuments } = await import('../../ingest/readers/read-documents.js');
  const { title, url, bylines, publishedAt, language, topics, publisher } = input;
  const source = { bytes: Buffer.from(html), name: 'html', contentType: 'text/html; charset=utf-8', url: url?.href };
  const given = {
    ...{ title: title ?? undefined, publisher, url: url?.href, bylines: bylines ?? undefined },
    ...{ published: { at: publishedAt, precision: 'TIME' as const }, language: language ?? undefined },
    topics: topics ?? undefined,
  };
  for (const result of readDocuments(source, { given, now })) {
    if (result.kind === 'refusal') throw result.error;
    if (result.kind === 'document') return { ...result.document, ...metadataOf(input), url: result.document.url };
  }
  throw new DocumentProblem('text', 'The page has no article.');
}

/** What is wrong with a document, for whoever sent it; undefined for anything else that was thrown. */
export function documentError(error: unknown, { html }: IngestArticleInput): UserError | undefined {
  if (error instanceof DocumentProblem) {
    const field = error.field === 'text' && html != null ? 'html' : error.field;
    return { field: [field], code: error.isTooLarge ? 'TOO_LARGE' : 'INVALID', message: error.message };
  }
  if (!(error instanceof Refusal)) return undefined;
  return { field: [FIELDS[error.reason] ?? 'html'], code: CODES[error.reason] ?? 'INVALID', message: error.message };
}

const FIELDS: Readonly<Partial<Record<Refusal['reason'], string>>> = {
  NO_PUBLISHER: 'publisher',
  FUTURE_DATE: 'publishedAt',
};

const CODES: Readonly<Partial<Record<Refusal['reason'], UserError['code']>>> = {
  TOO_LARGE: 'TOO_LARGE',
  TOO_DEEP: 'TOO_LARGE',
  BINARY: 'UNSUPPORTED',
  PAYWALL: 'UNSUPPORTED',
  WITHDRAWN: 'UNSUPPORTED',
};
