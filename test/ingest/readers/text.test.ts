import { expect, test } from 'vitest';
import { readBytes, readText, shown } from './reading.js';

const GIVEN = {
  publisher: 'Skerry Post',
  published: { at: new Date('2032-05-03T00:00:00Z'), precision: 'DAY' as const },
};

test('a plain text is an article once its publisher and date are given', () => {
  expect(shown(readText('The ferry sank.\r\n\r\nNobody was hurt.\r\n', 'ferry.txt', { given: GIVEN }))).toEqual([
    {
      title: null,
      text: 'The ferry sank.\n\nNobody was hurt.',
      publisher: 'Skerry Post',
      url: null,
      bylines: [],
      publishedAt: '2032-05-03T00:00:00.000Z',
      publishedPrecision: 'DAY',
      language: 'und',
      topics: [],
    },
  ]);
});

test('a plain text without a publisher, and one without a date, are refused by the name of what is missing', () => {
  const { publisher, published } = GIVEN;
  expect(
    shown([
      ...readText('Text.', 'a.txt', { given: { published } }),
      ...readText('Text.', 'b.txt', { given: { publisher } }),
    ]),
  ).toEqual([
    { refused: 'NO_PUBLISHER', message: 'a.txt: The document does not name its publisher: name it (--publisher).' },
    { refused: 'NO_DATE', message: 'b.txt: The document does not say when it was published: say it (--published-at).' },
  ]);
});

test('Markdown reads as prose, with what its front matter says', () => {
  const markdown = `---
title: "A *short* letter"
publisher: Skerry Post
authors: [Ann Bell, Tom Reed]
published: 2032-05-03 18:10:00 +09:00
url: https://skerry-post.example/letter
language: en
topics: [ferries, weather]
---

# A *short* letter

The **ferry** sank, [the harbour](https://harbour.example/a_(b)) said,
and _nobody_ was hurt.[^1]

![The ferry](ferry.jpg)

## What is known

- It had \`12\` aboard.
- It was snake_case_name, 2 * 3 * 4.

> “We swam,” said the captain \\*laughing\\*.

\`\`\`
mayday
\`\`\`

***

An end &amp; a <b>tag</b>.

[ref]: https://skerry-post.example
`;
  expect(shown(readText(markdown, 'letter.md'))).toEqual([
    {
      title: 'A *short* letter',
      text: [
        'A short letter',
        'The ferry sank, the harbour said, and nobody was hurt.',
        'What is known',
        'It had 12 aboard.',
        'It was snake_case_name, 2 * 3 * 4.',
        '“We swam,” said the captain *laughing*.',
        'mayday',
        'An end & a tag.',
      ].join('\n\n'),
      publisher: 'Skerry Post',
      url: 'https://skerry-post.example/letter',
      bylines: ['Ann Bell', 'Tom Reed'],
      publishedAt: '2032-05-03T09:10:00.000Z',
      publishedPrecision: 'TIME',
      language: 'en',
      topics: ['ferries', 'weather'],
    },
  ]);
});

test('the first heading is the title where nothing else gives one', () => {
  const [result] = readText('# Ferry sinks\n\nIt sank.', 'ferry.md', { given: GIVEN });
  expect(result).toMatchObject({ kind: 'document', document: { title: 'Ferry sinks', text: 'It sank.' } });
});

test('what is given wins over what the document says, and what is known otherwise only fills its gaps', () => {
  const markdown = '---\ntitle: Its own\npublisher: Its own\n---\nText.';
  const otherwise = { title: 'Filled', publisher: 'Filled', language: 'en', published: GIVEN.published };
  const [result] = readText(markdown, 'a.md', { given: { title: 'Given' }, otherwise });
  expect(result).toMatchObject({ document: { title: 'Given', publisher: 'Its own', language: 'en' } });
});

test.each([
  ['broken front matter', '---\ntitle: [a\n---\nText.', 'MALFORMED'],
  ['front matter that is no mapping', '---\n- a\n---\nText.', 'MALFORMED'],
  ['a date that is none', '---\npublished: soon\npublisher: P\n---\nText.', 'UNREADABLE_DATE'],
  ['a day that does not exist', '---\npublished: 2032-02-30\npublisher: P\n---\nText.', 'UNREADABLE_DATE'],
  ['a date in the future', '---\npublished: 2032-06-03\npublisher: P\n---\nText.', 'FUTURE_DATE'],
  ['no text', '---\npublished: 2032-05-03\npublisher: P\n---\n\n', 'NO_TEXT'],
  [
    'aliases that multiply',
    `---\na: &a [x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n---\nText.`,
    'MALFORMED',
  ],
])('%s is refused', (_, text, reason) => {
  expect(readText(text, 'a.md')).toMatchObject([{ kind: 'refusal', error: { reason } }]);
});

test.each([
  ['UTF-8 with a byte order mark', Buffer.from('\uFEFFCafé “Bär”'), undefined],
  ['UTF-16 without one', Buffer.from('Café “Bär”', 'utf16le'), undefined],
  ['windows-1252', Buffer.from('Caf\xe9 \x93B\xe4r\x94', 'latin1'), undefined],
  ['the charset of the content type', Buffer.from('Caf\x8e \xd2B\x8ar\xd3', 'latin1'), 'text/plain; charset=macintosh'],
  ['UTF-8 that a server calls Latin-1', Buffer.from('Café “Bär”'), 'text/plain; charset=ISO-8859-1'],
])('text in %s is decoded', (_, bytes, contentType) => {
  expect(readBytes(bytes, 'a.txt', { given: GIVEN, contentType })).toMatchObject([
    { document: { text: 'Café “Bär”' } },
  ]);
});
