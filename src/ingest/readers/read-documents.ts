import { isRecord } from '../../extraction/rows/article-row.js';
import { type Declarations, decodeBytes } from '../decode-bytes.js';
import { LARGEST_DOCUMENT, LARGEST_ROWS } from '../limits.js';
import { type Known, type ReadResult, Refusal, type Source } from '../source-document.js';
import { type Completion, completed, refused } from './draft.js';
import { readPage } from './html/read-page.js';
import { readFeed } from './read-feed.js';
import { parseJson, readJson, readJsonLines } from './read-json.js';
import { readMarkdown, readPlainText } from './read-text.js';
import { binaryKind, sourceKind } from './source-kind.js';

/** What is known of the documents in a source beside what they say. */
export interface ReadOptions {
  /** What somebody says explicitly: each field of it wins over what a document says. */
  readonly given?: Known | undefined;
  /** What fills the gaps of a document, such as what a feed says of an item that had to be fetched. */
  readonly otherwise?: Known | undefined;
  /** The time of the clock, by which a date is in the future. */
  readonly now?: Date | undefined;
}

/**
 * Reads whatever documents a source has, one at a time and in its order: plain text, Markdown, a web page, a feed, ninjs,
 * JSON or JSON Lines, told apart by their content. Nothing is thrown for what the source contains: what cannot become an
 * article is a refusal, and what follows it is still read.
 */
export function* readDocuments(
  source: Source,
  { given = {}, otherwise = {}, now = new Date() }: ReadOptions = {},
): Generator<ReadResult> {
  const completion: Completion = { given, otherwise: { ...otherwise, url: otherwise.url ?? source.url }, now };
  try {
    yield* read(source, completion);
  } catch (error) {
    yield refused(error, source.name);
  }
}

function* read(source: Source, completion: Completion): Generator<ReadResult> {
  const { bytes, name, contentType, url } = source;
  checkBytes(bytes, name);
  const start = decodeBytes(bytes.subarray(0, LARGEST_DOCUMENT), 'none', contentType);
  const kind = sourceKind(start, name, contentType);
  if (kind === 'JSON_LINES') return yield* readJsonLines(bytes, name, completion);
  if (bytes.length > LARGEST_DOCUMENT)
    throw new Refusal(
      'TOO_LARGE',
      name,
      `The document has ${bytes.length} bytes; at most ${LARGEST_DOCUMENT} are read.`,
    );
  const declarations: Declarations = kind === 'HTML' ? 'html' : kind === 'FEED' ? 'xml' : 'none';
  const text = decodeBytes(bytes, declarations, contentType).replaceAll(/\r\n?/gu, '\n');
  if (text.trim() === '') throw new Refusal('EMPTY', name, 'The document is empty.');
  switch (kind) {
    case 'HTML':
      return yield completed(readPage(text, name, url), name, completion);
    case 'FEED':
      return yield* readFeed(text, name, url, feedCompletion(completion));
    case 'JSON':
      return yield* readJsonText(text, source, completion);
    case 'MARKDOWN':
      return yield completed(readMarkdown(text, name), name, completion);
    case 'TEXT':
      return yield completed(readPlainText(text, name), name, completion);
  }
}

function checkBytes(bytes: Uint8Array, name: string): void {
  if (bytes.length === 0) throw new Refusal('EMPTY', name, 'The document is empty.');
  if (bytes.length > LARGEST_ROWS)
    throw new Refusal(
      'TOO_LARGE',
      name,
      `The file has ${bytes.length} bytes; at most ${LARGEST_ROWS} are read. Split it.`,
    );
  const binary = binaryKind(bytes);
  if (binary !== null) throw new Refusal('BINARY', name, `This is ${binary}, not text: save it as text or HTML.`);
}

function* readJsonText(text: string, { name, url }: Source, completion: Completion): Generator<ReadResult> {
  const value = parseJson(text, name);
  if (isRecord(value) && /jsonfeed\.org\/version/u.test(String(value['version'] ?? ''))) {
    yield* readFeed(text, name, url, feedCompletion(completion));
  } else yield* readJson(value, name, completion);
}

/** The address and title that are known of a feed are not those of its items. */
function feedCompletion({ given, otherwise, now }: Completion): Completion {
  return {
    given: { ...given, title: undefined, url: undefined },
    otherwise: { ...otherwise, title: undefined, url: undefined },
    now,
  };
}
