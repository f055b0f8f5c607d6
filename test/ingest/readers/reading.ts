import { type ReadOptions, readDocuments } from '../../../src/ingest/readers/read-documents.js';
import type { ReadResult, Source } from '../../../src/ingest/source-document.js';

const NOW = new Date('2032-06-01T00:00:00Z');

/** What is read from a text in a file of a name, with the clock at 1 June 2032. */
export function readText(
  text: string,
  name: string,
  options: ReadOptions & Omit<Partial<Source>, 'bytes'> = {},
): ReadResult[] {
  return readBytes(Buffer.from(text), name, options);
}

export function readBytes(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions & Omit<Partial<Source>, 'bytes'> = {},
): ReadResult[] {
  const { contentType, url, ...others } = options;
  return [...readDocuments({ bytes, name, contentType, url }, { now: NOW, ...others })];
}

/** Results in short: the document without its text’s surroundings, the link, or the reason of the refusal. */
export function shown(results: readonly ReadResult[]): unknown[] {
  return results.map((result) => {
    if (result.kind === 'document')
      return { ...result.document, publishedAt: result.document.publishedAt.toISOString() };
    if (result.kind === 'link') return { link: result.url, known: result.known };
    return { refused: result.error.reason, message: result.error.message };
  });
}
