import { expect, test } from 'vitest';
import { readText, shown } from './reading.js';

const ROW = {
  title: 'Ferry sinks',
  text: 'It sank.',
  publisher: 'Skerry Post',
  url: 'https://skerry-post.example/ferry#top',
  publishedAt: '2032-05-03T18:10:00+02:00',
  bylines: ['Ann Bell'],
  language: 'en_GB',
  topics: ['ferries'],
};

test('each line of JSON Lines is an article; one that cannot be read is refused by its line, and the next is read', () => {
  const { text: _, ...withoutText } = ROW;
  const lines = [ROW, 'no JSON', { ...withoutText, html: '<p>One &amp; two.</p><p>Three.</p>' }, withoutText, [1]];
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const document = {
    title: 'Ferry sinks',
    text: 'It sank.',
    publisher: 'Skerry Post',
    url: 'https://skerry-post.example/ferry',
    bylines: ['Ann Bell'],
    publishedAt: '2032-05-03T16:10:00.000Z',
    publishedPrecision: 'TIME',
    language: 'en-GB',
    topics: ['ferries'],
  };
  expect(shown(readText(text, 'rows.jsonl'))).toEqual([
    document,
    { refused: 'MALFORMED', message: expect.stringContaining('rows.jsonl:2: This is not JSON') },
    { ...document, text: 'One & two.\n\nThree.' },
    { refused: 'NO_TEXT', message: expect.stringContaining('rows.jsonl:4: There is no text') },
    { refused: 'MALFORMED', message: expect.stringContaining('rows.jsonl:5: An article is a JSON object') },
  ]);
});

test('the rows that extract takes are articles once their publisher is given', () => {
  const row = JSON.stringify({ id: 7, text: 'It sank.', publishedOn: '2032-05-03' });
  expect(readText(`${row}\n${row}\n`, '-', { given: { publisher: 'P' } })).toMatchObject([
    { kind: 'document', document: { publishedPrecision: 'DAY' } },
    { kind: 'document' },
  ]);
});

test('a JSON object, also over several lines, is one article, and a list is many', () => {
  expect(readText(JSON.stringify(ROW, null, 2), 'row.json')).toMatchObject([{ kind: 'document' }]);
  expect(readText(JSON.stringify([ROW, ROW]), 'rows.json')).toMatchObject([
    { place: 'rows.json, item 1' },
    { place: 'rows.json, item 2' },
  ]);
});

test('ninjs 1 is an article, its HTML preferred', () => {
  const item = {
    uri: 'tag:wire.example,2032:1',
    type: 'text',
    versioncreated: '2032-05-04T10:00:00Z',
    firstcreated: '2032-05-03T09:00:00+02:00',
    pubstatus: 'usable',
    headline: 'Ferry sinks',
    byline: 'By Ann Bell and Tom Reed',
    language: 'en',
    infosource: [{ name: 'Skerry Wire' }],
    subject: [{ name: 'ferries', rel: 'about' }],
    body_text: 'It sank.\nNobody was\nhurt.',
    body_xhtml: '<p>It sank.</p><p>Nobody was hurt.</p>',
  };
  expect(shown(readText(JSON.stringify(item), 'item.json'))).toEqual([
    {
      title: 'Ferry sinks',
      text: 'It sank.\n\nNobody was hurt.',
      publisher: 'Skerry Wire',
      url: null,
      bylines: ['Ann Bell', 'Tom Reed'],
      publishedAt: '2032-05-03T07:00:00.000Z',
      publishedPrecision: 'TIME',
      language: 'en',
      topics: ['ferries'],
    },
  ]);
});

test('ninjs 2 and 3 have lists of headlines and bodies, and ninjs 3 names in camel case', () => {
  const second = {
    uri: 'https://wire.example/items/2',
    versioncreated: '2032-05-04T10:00:00Z',
    by: 'Ann Bell',
    infosources: [{ name: 'Skerry Wire', role: 'publisher' }],
    headlines: [
      { role: 'short', value: 'Sinks' },
      { role: 'main', value: 'Ferry sinks' },
    ],
    bodies: [
      { role: 'summary', value: 'Short.' },
      { role: 'main', contenttype: 'text/html', value: '<p>It sank.</p>' },
    ],
  };
  const { versioncreated, bodies: _, ...rest } = second;
  const third = { ...rest, versionCreated: versioncreated, bodies: [{ contentType: 'text/plain', value: 'It sank.' }] };
  for (const item of [second, third]) {
    expect(readText(JSON.stringify(item), 'item.json')).toMatchObject([
      {
        document: {
          title: 'Ferry sinks',
          text: 'It sank.',
          publisher: 'Skerry Wire',
          url: 'https://wire.example/items/2',
          bylines: ['Ann Bell'],
          publishedAt: new Date('2032-05-04T10:00:00Z'),
        },
      },
    ]);
  }
});

test('an item that its agency has withdrawn, and a picture, are refused', () => {
  const item = { uri: 'x:1', versioncreated: '2032-05-04T10:00:00Z', body_text: 'A.', provider: 'W' };
  expect(readText(JSON.stringify({ ...item, pubstatus: 'canceled' }), 'a.json')).toMatchObject([
    { error: { reason: 'WITHDRAWN' } },
  ]);
  expect(readText(JSON.stringify({ ...item, type: 'picture' }), 'a.json')).toMatchObject([
    { error: { reason: 'NO_TEXT' } },
  ]);
});
