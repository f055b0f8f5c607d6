import htmlEncodingSniffer from 'html-encoding-sniffer';

/** Which declarations inside the bytes count: those of HTML, of XML, or none. */
export type Declarations = 'html' | 'xml' | 'none';

/** How far into a page its encoding may be declared, in bytes. Browsers look at 1,024; some pages are late. */
const DECLARATION_WITHIN = 16 * 1024;
/** The encodings that a wrong server or template names most often for what is UTF-8. */
const WESTERN = new Set(['windows-1252', 'iso-8859-1', 'us-ascii']);

/**
 * The text of bytes in the encoding that their byte order mark, the charset of their content type or their own
 * declaration names, in this order; else UTF-8 where they are valid UTF-8, else windows-1252. What is declared as
 * Western but is valid UTF-8 is read as UTF-8: no other text happens to look like it.
 */
export function decodeBytes(bytes: Uint8Array, declarations: Declarations, contentType?: string): string {
  const encoding = declaredEncoding(bytes, declarations, contentType) ?? utf16WithoutMark(bytes);
  if (encoding === null || WESTERN.has(encoding)) return utf8(bytes) ?? decode(bytes, 'windows-1252');
  return decode(bytes, encoding);
}

function declaredEncoding(bytes: Uint8Array, declarations: Declarations, contentType = ''): string | null {
  const charset = /charset\s*=\s*["']?(?<charset>[^\s"';]+)/iu.exec(contentType)?.groups?.['charset'];
  const transport = charset === undefined ? {} : { transportLayerEncodingLabel: charset };
  const xml = declarations === 'xml';
  const prescan = declarations === 'html' ? { maxPrescanBytes: DECLARATION_WITHIN } : { maxPrescanBytes: 0 };
  const sniffed = htmlEncodingSniffer(bytes, {
    ...transport,
    ...(xml ? { xml } : prescan),
    defaultEncoding: 'windows-1252',
  }).toLowerCase();
  return WESTERN.has(sniffed) ? null : sniffed;
}

/** UTF-16 shows in ASCII characters by a zero at every other byte. */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 1000);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 4;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : null;
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    // Names that browsers refuse to decode (“replacement”, “x-user-defined”).
    return utf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
  }
}
