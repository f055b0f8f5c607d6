import { expect, test } from 'vitest';
import { readText, shown } from './reading.js';

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Skerry Post</title><link>https://skerry-post.example/</link><language>en-gb</language>
<item><title>Ferry &amp;amp; crew</title><link>https://skerry-post.example/1</link><guid isPermaLink="false">1</guid>
<pubDate>Mon, 03 May 2032 18:10:00 +0200</pubDate><dc:creator>Ann Bell</dc:creator><category>ferries</category>
<description>In short.</description>
<content:encoded><![CDATA[<figure><img src="a.jpg"><figcaption>A ferry</figcaption></figure><p>It sank.</p><p>Nobody &amp; nothing was hurt.</p><script>track()</script>]]></content:encoded></item>
<item><title>Only a summary</title><link>/2</link><pubDate>Tue, 04 May 2032 00:00:00 GMT</pubDate><description>Short.</description></item>
<item><title>Nothing</title></item>
</channel></rss>`;

test('an item of RSS with its content is an article, one with a summary is a link, one with neither is refused', () => {
  expect(shown(readText(RSS, 'feed.xml', { url: 'https://skerry-post.example/rss' }))).toEqual([
    {
      title: 'Ferry & crew',
      text: 'It sank.\n\nNobody & nothing was hurt.',
      publisher: 'Skerry Post',
      url: 'https://skerry-post.example/1',
      bylines: ['Ann Bell'],
      publishedAt: '2032-05-03T16:10:00.000Z',
      publishedPrecision: 'TIME',
      language: 'en-GB',
      topics: ['ferries'],
    },
    {
      link: 'https://skerry-post.example/2',
      known: {
        title: 'Only a summary',
        url: 'https://skerry-post.example/2',
        publisher: 'Skerry Post',
        language: 'en-gb',
        published: { at: new Date('2032-05-04T00:00:00Z'), precision: 'TIME' },
      },
    },
    { refused: 'NO_TEXT', message: expect.stringContaining('feed.xml, item 3: The item has neither') },
  ]);
});

test('Atom: published before updated, the alternate link, the language of the entry', () => {
  const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title type="html">Skerry &lt;b&gt;Post&lt;/b&gt;</title><id>f</id><updated>2032-05-05T00:00:00Z</updated><author><name>Ann Bell</name></author>
<entry xml:lang="fr"><title>Le bac</title><link rel="self" href="/x.atom"/><link href="/x"/><id>1</id><published>2032-05-03T00:00:00Z</published><updated>2032-05-04T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un.</p><p>Deux.</p></div></content></entry></feed>`;
  expect(readText(atom, 'f', { url: 'https://skerry-post.example/f.atom' })).toMatchObject([
    {
      document: {
        title: 'Le bac',
        text: 'Un.\n\nDeux.',
        publisher: 'Skerry Post',
        url: 'https://skerry-post.example/x',
        bylines: ['Ann Bell'],
        publishedAt: new Date('2032-05-03T00:00:00Z'),
        language: 'fr',
      },
    },
  ]);
});

test('RDF with the terms of Dublin Core', () => {
  const rdf = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="https://s.example/"><title>Skerry Post</title><link>https://s.example/</link></channel>
<item rdf:about="https://s.example/1"><title>One</title><link>https://s.example/1</link><dc:date>2032-05-03</dc:date><dc:creator>Ann Bell</dc:creator><content:encoded><![CDATA[<p>It sank.</p>]]></content:encoded></item></rdf:RDF>`;
  expect(readText(rdf, 'f.rdf')).toMatchObject([
    { document: { text: 'It sank.', publisher: 'Skerry Post', bylines: ['Ann Bell'], publishedPrecision: 'DAY' } },
  ]);
});

test('JSON Feed, with text or HTML', () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Skerry Post',
    language: 'en',
    items: [
      { id: '1', url: 'https://s.example/1', content_text: 'It sank.', date_published: '2032-05-03T10:00:00Z' },
      {
        id: '2',
        url: 'https://s.example/2',
        content_html: '<p>It floats.</p>',
        date_published: '2032-05-03',
        authors: [{ name: 'Ann Bell' }],
      },
      { id: '3', url: 'https://s.example/3', summary: 'Short.' },
    ],
  };
  expect(readText(JSON.stringify(feed), 'feed')).toMatchObject([
    { document: { text: 'It sank.', url: 'https://s.example/1', language: 'en' } },
    { document: { text: 'It floats.', bylines: ['Ann Bell'] } },
    { kind: 'link', url: 'https://s.example/3', known: { publisher: 'Skerry Post' } },
  ]);
});

test('what a feed says of an item that was fetched fills the gaps of its page, and does not replace what it says', () => {
  const page =
    '<html lang="en"><head><meta property="og:site_name" content="Its own"></head><body><article><h1>Ferry</h1><p>The ferry sank on Monday, and nobody was hurt.</p></article></body></html>';
  const [, link] = readText(RSS, 'feed.xml', { url: 'https://skerry-post.example/rss' });
  if (link?.kind !== 'link') expect.unreachable('the second item is a link');
  else {
    expect(readText(page, link.url, { url: link.url, otherwise: link.known })).toMatchObject([
      {
        document: {
          publisher: 'Its own',
          title: 'Ferry',
          publishedAt: new Date('2032-05-04T00:00:00Z'),
          url: link.url,
        },
      },
    ]);
  }
});
