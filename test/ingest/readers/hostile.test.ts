import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { readBytes, readText } from './reading.js';

const GIVEN = { publisher: 'P', published: { at: new Date('2032-05-03T00:00:00Z'), precision: 'DAY' as const } };
// What takes some seconds here took hours with one expression that looks at everything once for each mark.
vi.setConfig({ testTimeout: 120_000 });

const PROSE =
  '<p>The ferry sank on Monday in the harbour of Skerry, and nobody of the crew of twelve was hurt, it said.</p>';

test.each([
  ['an empty file', Buffer.alloc(0), 'EMPTY'],
  ['nothing but white space', Buffer.from(' \n\n\t'), 'EMPTY'],
  ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ'), 'BINARY'],
  [
    'random bytes',
    Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * index * 7919 + index) % 256)),
    'BINARY',
  ],
  ['HTML nested 100,000 deep', Buffer.from(`<html><body>${'<div>'.repeat(100_000)}x`), 'TOO_DEEP'],
  ['JSON nested 100,000 deep', Buffer.from(`{"text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`), 'TOO_DEEP'],
  ['XML nested 100,000 deep', Buffer.from(`<?xml version="1.0"?><rss><channel>${'<a>'.repeat(100_000)}`), 'MALFORMED'],
  ['YAML nested deep', Buffer.from(`---\na: ${'['.repeat(15_000)}\n---\nText.`), 'MALFORMED'],
  ['more than 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1, 'a '), 'TOO_LARGE'],
  [
    'a feed that ends before its first item',
    Buffer.from('<?xml version="1.0"?><rss><channel><title>x</title>'),
    'NO_TEXT',
  ],
])('%s is refused for what it is', (_, bytes, reason) => {
  expect(readBytes(bytes, 'input', { given: GIVEN })).toMatchObject([{ kind: 'refusal', error: { reason } }]);
});

test('a line of JSON Lines nested 100,000 deep is refused, and the next is read', () => {
  const lines = `{"text":"A."}\n{"text":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}\n{"text":"B."}`;
  expect(readText(lines, 'a.jsonl', { given: GIVEN })).toMatchObject([
    { document: { text: 'A.' } },
    { kind: 'refusal', place: 'a.jsonl:2', error: { reason: 'TOO_DEEP' } },
    { document: { text: 'B.' } },
  ]);
});

test('a page of 5 MB is read in bounded time', () => {
  const page = `<html><head><title>T</title></head><body><article>${PROSE.repeat(45_000)}</article></body></html>`;
  expect(page.length).toBeGreaterThan(4_500_000);
  expect(readText(page, 'a.html', { given: GIVEN })).toMatchObject([{ kind: 'document' }]);
});

test('entities that expand to each other do not', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, index) => `<!ENTITY a${index} "${`&a${index - 1};`.repeat(10)}">`).join('')}]><rss version="2.0"><channel><title>F</title><item><title>T &a19;</title><link>https://s.example/1</link></item></channel></rss>`;
  const [result] = readText(bomb, 'feed.xml');
  expect(JSON.stringify(result).length).toBeLessThan(1000);
});

test('a feed of 10,000 items gives all of them, one at a time', () => {
  const items = Array.from(
    { length: 10_000 },
    (_, index) =>
      `<item><title>Item ${index}</title><link>https://s.example/${index}</link><pubDate>Mon, 03 May 2032 10:00:00 GMT</pubDate><description>${index % 2}</description></item>`,
  );
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>${items.join('')}</channel></rss>`;
  expect(readText(feed, 'feed.xml')).toHaveLength(10_000);
});

test('boxes inside boxes without end tags do not slow reading down', () => {
  const boxes = '<div class="share"><ul><li><a href="/">x</a>'.repeat(400) + PROSE.repeat(3);
  readText(`<html><body>${boxes}</body></html>`, 'a.html', { given: GIVEN });
});

test.each([
  ['scripts without an end', '<script '.repeat(600_000)],
  ['scripts that only begin', '<script>'.repeat(600_000)],
  ['list items and paragraphs without an end', `<html>${'<li><p>'.repeat(700_000)}`],
  ['comments without an end', `<html>${'<!-- '.repeat(900_000)}`],
  ['comments before the root', '<!---->'.repeat(700_000)],
  ['quotes without an end', `<html>${'<body "'.repeat(700_000)}`],
  [
    'deep JSON-LD',
    `<html><script type="application/ld+json">{"@type":"Article","url":${'{"@id":'.repeat(100_000)}1${'}'.repeat(100_001)}</script>${PROSE}`,
  ],
  ['images of Markdown', `# \n${'!['.repeat(2_000_000)}`],
  ['code of Markdown', `# \n${'`'.repeat(4_000_000)}`],
  ['quotations of Markdown', `# \n${'> '.repeat(2_000_000)}`],
  ['a heading of spaces', `#${' '.repeat(4_000_000)}#x`],
  ['a string of escapes', `{"text":"${'\\"'.repeat(2_000_000)}`],
])('%s, 5 MB of them, end in bounded time', (_, text) => {
  for (const name of ['a.html', 'a.md', 'a.json']) readText(text, name, { given: GIVEN });
});

test('the year 3000 is refused, and named', () => {
  const [result] = readText('{"text":"A.","publisher":"P","publishedAt":"3000-01-01T00:00:00Z"}', 'a.json');
  expect(result).toMatchObject({ error: { reason: 'FUTURE_DATE', message: expect.stringContaining('3000-01-01') } });
});

/** Pieces of every kind of document, to be put together in any order. */
const pieces = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<div class="share">',
    '</div>',
    '<article>',
    '</article>',
    '<table><tr><td>',
    '</table>',
    '<br>',
    '<html>',
  ],
  ...[
    '<body>',
    '</body>',
    '<head>',
    '</head>',
    '<title>',
    '<h1>',
    '</h1>',
    '<ul><li>',
    '<a href="',
    '">',
    '<!--',
    '-->',
    '<script>',
  ],
  ...[
    '<script type="application/ld+json">',
    '</script>',
    '{"@type":"NewsArticle","headline":',
    '<time datetime="2032">',
  ],
  ...[
    '<svg>',
    '<template>',
    '<form>',
    '<figure>',
    '<sup>',
    '<main>',
    '<rss>',
    '<feed>',
    '<?xml version="1.0"?>',
    '<item>',
    '<![CDATA[',
  ],
  ...[
    '---\n',
    '# ',
    '```\n',
    '[a](',
    '**',
    '> ',
    '{"text":',
    '{"uri":1,"bodies":[',
    '"',
    '}',
    ']',
    '{',
    '[',
    ',',
    ':',
    '&#0;',
    '&amp;',
  ],
  ...['\n', ' ', '\0', 'The ferry sank on Monday in the harbour. ', 'é', 'http://', 'null', '1e9'],
);

test.each([
  'a',
  'a.html',
  'a.md',
  'a.txt',
  'a.json',
  'a.jsonl',
  'a.rss',
])('whatever there is in a file called %s, reading it ends in documents, links or refusals', (name) => {
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), (parts) => {
      for (const result of readText(parts.join(''), name, { given: GIVEN })) {
        expect(['document', 'link', 'refusal']).toContain(result.kind);
      }
    }),
    { numRuns: 150 },
  );
});
