import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { STORE, test } from '../support/command.js';
import { contentOf } from '../support/store-content.js';

const STORY = 'The pier is not safe, Harbour Master Ada Gull said on Monday.';
const LARGEST = 5 * 1024 * 1024;
const OPTIONS = ['--publisher', 'The Harbour Courier', '--published-at', '2021-05-06'];

/** Entities of XML that stand for ten of the one before them, to a thousand million in all. */
const ENTITIES = Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index === 0 ? '' : index};`.repeat(10)}">`,
);
const BOMB = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY lol "lol">${ENTITIES.join('')}]>
  <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>&lol9;</title>
  <item><title>Pier &lol9;</title><link>https://courier.example/bomb</link>
  <content:encoded>${STORY} &lol9;</content:encoded></item></channel></rss>`;

const REFUSED: readonly (readonly [name: string, content: string | Buffer, reason: string])[] = [
  ['empty.txt', '', 'The document is empty.'],
  ['blank.html', ' \n\t\n', 'The document is empty.'],
  ['wordless.txt', '… — … !', 'The article has no text.'],
  [
    'too-large.txt',
    Buffer.alloc(LARGEST + 1, 'a '),
    `The document has ${LARGEST + 1} bytes; at most ${LARGEST} are read.`,
  ],
  ['too-long.txt', Buffer.alloc(LARGEST, 'a b '), 'characters; at most 5,000,000 are taken.'],
  ['zeros.txt', Buffer.alloc(100_000), 'This is binary data, not text'],
  ['image.html', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'This is a PNG image, not text'],
  ['deep.html', `<html><body>${'<div>'.repeat(100_000)}${STORY}`, 'nests elements more than 1000 deep'],
  ['deep.json', `{"text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'deep'],
  ['deep.xml', `<?xml version="1.0"?><rss><channel>${'<a>'.repeat(100_000)}`, 'This is no feed that can be read'],
  ['cut.json', '{"text": "The pier is', ''],
];

describe('onrecord ingest', () => {
  test('refuses each hostile document, says why, and leaves the store as it is', async ({ onrecord, folder }) => {
    for (const [name, content] of REFUSED) writeFileSync(join(folder, name), content);
    const first = await onrecord.run(['ingest', '-', ...OPTIONS], {}, STORY);
    expect(first.code).toBe(0);
    const stored = contentOf(join(folder, STORE));
    const names = REFUSED.map(([name]) => name);
    const { code, stdout, stderr } = await onrecord.run(['ingest', ...names, ...OPTIONS]);
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: `0 created, 0 revised, 0 unchanged, ${REFUSED.length} failed.\n`,
    });
    const said = stderr.trim().split('\n');
    for (const [index, [name, , reason]] of REFUSED.entries()) {
      expect(said[index]).toContain(`onrecord: ${name}`);
      expect(said[index]).toContain(reason);
    }
    expect(said.slice(REFUSED.length)).toEqual([`onrecord: ${REFUSED.length} could not be stored.`]);
    expect(contentOf(join(folder, STORE))).toEqual(stored);
  });

  test('refuses the year 3000 wherever a document says it', async ({ onrecord, folder }) => {
    const day = '3000-01-01';
    const documents = {
      'a.md': `---\npublished: ${day}\n---\n${STORY}`,
      'a.json': JSON.stringify({ text: STORY, publishedAt: `${day}T00:00:00Z` }),
      'a.html': `<html><head><meta property="article:published_time" content="${day}"></head><body><article><p>${STORY}</p></article></body></html>`,
    };
    for (const [name, content] of Object.entries(documents)) writeFileSync(join(folder, name), content);
    const ended = await onrecord.run(['ingest', ...Object.keys(documents), '--publisher', 'The Harbour Courier']);
    expect(ended.code).toBe(1);
    for (const name of Object.keys(documents)) {
      expect(ended.stderr).toContain(`${name}: The publication date ${day} is in the future: correct it`);
    }
    expect(contentOf(join(folder, STORE))['article']).toEqual([]);
  });

  test('reads what is only unusual: entities that would grow, and a story in 5 MB of script', async ({
    onrecord,
    folder,
  }) => {
    writeFileSync(join(folder, 'bomb.xml'), BOMB);
    const page = `<html><head><title>Pier closed</title></head><body><article><p>${STORY}</p></article><script>//`;
    writeFileSync(join(folder, 'page.html'), page.padEnd(LARGEST, 'x'));
    const ended = await onrecord.run(['ingest', 'bomb.xml', 'page.html', ...OPTIONS]);
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('2 created') });
    const { article_revision: texts = [] } = contentOf(join(folder, STORE));
    expect(texts).toHaveLength(2);
    for (const text of texts) {
      expect(text).toContain(STORY);
      expect(text.length).toBeLessThan(1000);
    }
  });

  test('names each of 10,000 items of a feed that lead to private addresses, and stores none', async ({
    onrecord,
    folder,
  }) => {
    const items = Array.from({ length: 10_000 }, (_, index) => `<item><link>http://10.0.0.1/${index}</link></item>`);
    const feed = `<rss version="2.0"><channel><title>F</title>${items.join('')}</channel></rss>`;
    writeFileSync(join(folder, 'feed.xml'), feed);
    const { code, stdout, stderr } = await onrecord.run(['ingest', 'feed.xml', ...OPTIONS]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '0 created, 0 revised, 0 unchanged, 10000 failed.\n' });
    expect(
      stderr.match(/^onrecord: feed\.xml, item \d+: http:\/\/10\.0\.0\.1\/\d+ cannot be fetched: /gmu),
    ).toHaveLength(10_000);
    expect(contentOf(join(folder, STORE))['article']).toEqual([]);
  });
});
