import { hasFrontMatter } from './front-matter.js';

export type SourceKind = 'HTML' | 'FEED' | 'JSON' | 'JSON_LINES' | 'MARKDOWN' | 'TEXT';

/** What files of other programs begin with. */
const SIGNATURES: readonly (readonly [name: string, bytes: string])[] = [
  ['a PDF', '%PDF-'],
  ['a ZIP archive or office document', 'PK\x03\x04'],
  ['compressed (gzip)', '\x1f\x8b'],
  ['a PNG image', '\x89PNG'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['a GIF image', 'GIF8'],
  ['an office document', '\xd0\xcf\x11\xe0'],
  ['a program', '\x7fELF'],
];
const UTF16_MARKS = ['\xff\xfe', '\xfe\xff'];
/** How much of a document tells its kind, in bytes. */
const SAMPLE = 4096;

/** What the bytes are instead of text, in words; null where they are text. */
export function binaryKind(bytes: Uint8Array): string | null {
  const sample = Buffer.from(bytes.subarray(0, SAMPLE)).toString('latin1');
  const signature = SIGNATURES.find(([, start]) => sample.startsWith(start));
  if (signature !== undefined) return signature[0];
  if (UTF16_MARKS.some((mark) => sample.startsWith(mark))) return null;
  return looksBinary(bytes.subarray(0, SAMPLE)) ? 'binary data' : null;
}

/** Text has hardly any control characters, and zeros only in UTF-16, at every other byte. */
function looksBinary(sample: Uint8Array): boolean {
  const zeros = [0, 0];
  let controls = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
    else if (byte < 0x20 && !TEXT_CONTROLS.has(byte)) controls++;
  }
  const [fewer = 0, more = 0] = zeros.sort((a, b) => a - b);
  if (more > 0) return fewer > 0 || more < sample.length / 4;
  return controls > sample.length / 20;
}

/** Tab, line ends, and the escape of older Japanese encodings. */
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b]);

const FEED_ROOT = /^<(?:\w+:)?(?:rss|feed|rdf)[\s>]/iu;
const HTML_START =
  /^<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h1|meta|title|table|script)(?=[\s>/])/iu;
/** What may stand before the root of XML and HTML. */
const PROLOG = /^(?:<\?[^>]*>|<!--[\s\S]*?-->|<!doctype\s+(?!html)[^>[]*(?:\[[\s\S]*?\])?\s*>)\s*/iu;

function withoutProlog(start: string): string {
  let rest = start;
  for (let found = PROLOG.exec(rest); found !== null; found = PROLOG.exec(rest)) rest = rest.slice(found[0].length);
  return rest;
}

/** What a text is, by how it begins; its name and content type where that leaves it open. */
export function sourceKind(text: string, name: string, contentType = ''): SourceKind {
  const start = text
    .slice(0, SAMPLE)
    .replace(/^\uFEFF/u, '')
    .trimStart();
  const hints = `${name.toLowerCase().replace(/[?#].*$/u, '')} ${contentType.toLowerCase()}`;
  const root = withoutProlog(start);
  if (FEED_ROOT.test(root)) return 'FEED';
  if (HTML_START.test(root)) return 'HTML';
  if (/\.(?:jsonl|ndjson)(?=\s|$)|ndjson|jsonl|json-seq/u.test(hints)) return 'JSON_LINES';
  if (/^[[{]/u.test(start)) return jsonKind(text, hints);
  if (/\.(?:md|markdown)(?=\s|$)|text\/markdown/u.test(hints)) return 'MARKDOWN';
  if (/\.txt(?=\s|$)/u.test(hints)) return 'TEXT';
  if (/\.(?:html?|xhtml)(?=\s|$)|text\/html|application\/xhtml/u.test(hints) && /<[a-z]/iu.test(text)) return 'HTML';
  if (/\.(?:rss|atom|rdf)(?=\s|$)|application\/(?:rss|atom|rdf)\+xml/u.test(hints)) return 'FEED';
  return hasFrontMatter(text) ? 'MARKDOWN' : 'TEXT';
}

/** A text that begins like JSON: lines of it where the first line is whole; prose in brackets where it is none. */
function jsonKind(text: string, hints: string): SourceKind {
  const [first = '', ...others] = text.trim().split('\n', 2);
  if (first.trim().startsWith('{') && others.length > 0 && isJson(first)) return 'JSON_LINES';
  if (/json/u.test(hints) || /^(?:\{\s*["}]|\[\s*[[{\]])/u.test(text.trim())) return 'JSON';
  return 'TEXT';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
