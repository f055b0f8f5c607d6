import { describe, expect, test } from 'vitest';
import { type ResolvedDate, resolvedDate } from '../../src/domain/dates.js';
import type { AnyId } from '../../src/domain/identity.js';
import { makeId } from '../../src/domain/identity.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import { LAST, type Page, type PageRequest } from '../../src/repository/page.js';
import { metric, organization, person, place, publisher, topic } from '../support/entities.js';
import { articleRecord, statementIn, statisticIn } from '../support/records.js';
import { type OpenRepository, storeWith } from './opening.js';

export function describeLists(open: OpenRepository): void {
  describe('the order of a list', () => {
    test('PUBLISHED_AT_DESC begins with the latest, before 1970 too, and with the lesser id among equals', async () => {
      const times = ['1969-12-31T23:59:59.999Z', '2031-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '2031-01-01T00:00:00Z'];
      const records = times.map((time, number) => articleRecord({ title: `News ${number}`, publishedAt: new Date(time) }));
      const store = await storeWith(open, ...records);
      const [page] = await store.articles.pages('all', ['*'], whole('PUBLISHED_AT_DESC'));
      const [oldest, late, epoch, alsoLate] = records.map(({ article }) => article.id);
      const latest = [late, alsoLate].sort();
      expect(keysOf(page)).toEqual([[-1924992000000, latest[0]], [-1924992000000, latest[1]], [0, epoch], [1, oldest]]);
    });

    test('SAID_AT_DESC goes by the last day a date can mean, with those that have none at the end', async () => {
      const record = saidOn({
        'In May': resolvedDate('2031-05-01', '2031-05-31', 'MONTH'),
        Someday: null,
        'Since May': resolvedDate('2031-05-01', null, 'RANGE'),
        'On the first day': resolvedDate('1970-01-01', '1970-01-01', 'DAY'),
        'Until June': resolvedDate(null, '2031-06-01', 'RANGE'),
        'Long ago': resolvedDate('1969-12-30', '1969-12-30', 'DAY'),
      });
      const store = await storeWith(open, record);
      const [page] = await store.statements.pages('all', ['*'], whole('SAID_AT_DESC'));
      const id = (text: string) => statementIn(record, text).id;
      const undated = [id('Someday'), id('Since May')].sort();
      expect(keysOf(page)).toEqual([
        [-22431, id('Until June')],
        [-22430, id('In May')],
        [0, id('On the first day')],
        [2, id('Long ago')],
        [LAST, undated[0]],
        [LAST, undated[1]],
      ]);
    });

    test('POSITION_ASC goes by article, then by where the content begins', async () => {
      const one = articleRecord({ title: 'bravo alpha bravo', statements: [{ content: ['alpha', { quote: 'bravo', occurrence: 1 }] }, { content: 'bravo' }] });
      const two = articleRecord({ title: 'charlie', statements: [{ content: 'charlie' }, { key: 'again', content: 'charlie' }] });
      const store = await storeWith(open, one, two);
      const [page] = await store.statements.pages('all', ['*'], whole('POSITION_ASC'));
      const charlies = two.statements.map(({ id }) => [two.article.id, 0, id]).sort();
      const ofOne = [
        [one.article.id, 0, statementIn(one, 'bravo').id],
        [one.article.id, 6, statementIn(one, 'alpha … bravo').id],
      ];
      expect(keysOf(page)).toEqual(one.article.id < two.article.id ? [...ofOne, ...charlies] : [...charlies, ...ofOne]);
    });

    test('NAME_ASC goes by name without case and accents, and by code point, not by UTF-16 unit', async () => {
      const names = ['zoë Zimt', '🎲 Dice', '\u{fffd} Blank', 'Émile Quark', 'eMILE  qUARK', 'Ädda', 'Zoe Zimt'];
      const people = names.map((name, number) => person(name, { disambiguator: `${number}` }));
      const store = await storeWith(open, articleRecord({ title: 'Names', people }));
      const [page] = await store.people.pages('all', ['*'], whole('NAME_ASC'));
      expect(keysOf(page).map(([key]) => key)).toEqual(['adda', 'emile quark', 'emile quark', 'zoe zimt', 'zoe zimt', '\u{fffd} blank', '🎲 dice']);
      const ties = keysOf(page).slice(1, 3).map(([, id]) => `${id}`);
      expect(ties).toEqual(ties.toSorted());
    });

    test('APPEARANCE_ASC goes by first mention, and topics as the record lists them', async () => {
      const [tern, reed, lark] = [person('Olive Tern'), person('Basil Reed'), person('Corin Lark')];
      const record = articleRecord({
        title: 'Lark met Tern, then Reed met Lark',
        topics: [topic('Zeal'), topic('Art'), topic('Money')],
        people: [tern, reed, lark],
        appearances: [
          { subject: topic('Money') },
          { subject: topic('Zeal') },
          { subject: topic('Art') },
          { subject: reed, mentions: ['Reed'] },
          { subject: lark, mentions: [{ quote: 'Lark', occurrence: 1 }, 'Lark'] },
          { subject: tern, mentions: ['Tern'] },
        ],
      });
      const store = await storeWith(open, record);
      const [people] = await store.people.pages('article', [record.article.id], whole('APPEARANCE_ASC'));
      expect(keysOf(people)).toEqual([[0, lark.id], [9, tern.id], [20, reed.id]]);
      const [topics] = await store.topics.pages('article', [record.article.id], whole('APPEARANCE_ASC'));
      expect(keysOf(topics)).toEqual([[0, topic('Zeal').id], [1, topic('Art').id], [2, topic('Money').id]]);
    });

    test('RECORDED_ASC begins with the relation recorded first', async () => {
      const at = (time: string) => ({ recordedAt: new Date(time) });
      const record = articleRecord({
        title: 'alpha bravo',
        statements: [{ content: 'alpha' }, { content: 'bravo' }],
        relations: [
          { kind: 'DENIES', from: 'alpha', to: 'bravo', provenance: at('2031-01-01T00:00:00.001Z') },
          { kind: 'DOUBTS', from: 'alpha', to: 'bravo', provenance: at('1969-12-31T23:59:59.999Z') },
          { kind: 'REPEATS', from: 'alpha', to: 'bravo', provenance: at('2031-01-01T00:00:00.000Z') },
        ],
      });
      const store = await storeWith(open, record);
      const [page] = await store.relations.pages('from', [statementIn(record, 'alpha').id], { ...whole('RECORDED_ASC'), filter: { kinds: null } });
      expect(page?.rows.map(({ node }) => node.kind)).toEqual(['DOUBTS', 'REPEATS', 'DENIES']);
      expect(keysOf(page).map(([time]) => time)).toEqual([-1, 1924992000000, 1924992000001]);
    });

    test('AS_OF_DESC and POSITION_ASC order figures by their date and by their place in the text', async () => {
      const sheep = metric('sheep');
      const record = articleRecord({
        title: '7 sheep, 8 sheep, 9 sheep',
        metrics: [sheep],
        statistics: [
          { metric: sheep, value: 9, words: '9', asOf: resolvedDate('2031-01-02', '2031-01-02', 'DAY') },
          { metric: sheep, value: 8, words: '8' },
          { metric: sheep, value: 7, words: '7', asOf: resolvedDate('2031-01-01', '2031-01-01', 'DAY') },
        ],
      });
      const store = await storeWith(open, record);
      const [byDate] = await store.statistics.pages('all', ['*'], whole('AS_OF_DESC'));
      expect(keysOf(byDate)).toEqual([[-22281, statisticIn(record, '9').id], [-22280, statisticIn(record, '7').id], [LAST, statisticIn(record, '8').id]]);
      const [byPlace] = await store.statistics.pages('article', [record.article.id], whole('POSITION_ASC'));
      expect(byPlace?.rows.map(({ node }) => node.valueText)).toEqual(['7', '8', '9']);
    });

    test('NUMBER_DESC gives the revisions of an article', async () => {
      const record = articleRecord({ title: 'Only once' });
      const store = await storeWith(open, record);
      expect(keysOf((await store.revisions.pages('article', [record.article.id], whole('NUMBER_DESC')))[0])).toEqual([[-1, record.revision.id]]);
    });
  });

  describe('a page', () => {
    const RECORD = articleRecord({
      title: 'a b c d e',
      statements: ['a', 'b', 'c', 'd', 'e'].map((content) => ({ content })),
    });
    const keysFor = (text: string) => [RECORD.article.id, RECORD.article.title.indexOf(text), statementIn(RECORD, text).id];

    test.each([
      ['the first rows', 'FORWARD', 2, null, 'ab', true],
      ['the rows after a place', 'FORWARD', 2, 'b', 'cd', true],
      ['the last of them', 'FORWARD', 2, 'c', 'de', false],
      ['fewer where fewer follow', 'FORWARD', 3, 'd', 'e', false],
      ['nothing after the last', 'FORWARD', 3, 'e', '', false],
      ['the last rows, in the order of the list', 'BACKWARD', 2, null, 'de', true],
      ['the rows before a place', 'BACKWARD', 2, 'd', 'bc', true],
      ['the first of them', 'BACKWARD', 2, 'c', 'ab', false],
      ['nothing before the first', 'BACKWARD', 1, 'a', '', false],
      ['all, where all fit', 'BACKWARD', 5, null, 'abcde', false],
    ] as const)('holds %s', async (_, direction, size, from, texts, hasMore) => {
      const store = await storeWith(open, RECORD);
      const place = from === null ? null : keysFor(from);
      const [page] = await store.statements.pages('article', [RECORD.article.id], { order: 'POSITION_ASC', filter: undefined, size, direction, from: place });
      expect({ texts: textsOf(page).join(''), hasMore: page?.hasMore }).toEqual({ texts, hasMore });
    });

    test('is empty for an owner that nothing has', async () => {
      const store = await storeWith(open, RECORD);
      expect(await store.statements.pages('article', [makeId('Article', 'unwritten'), '', 'x'], whole('POSITION_ASC'))).toEqual(
        Array.from({ length: 3 }, () => ({ rows: [], hasMore: false })),
      );
    });
  });

  describe('the owner of a list', () => {
    const TERN = person('Olive Tern');
    const OFFICE = organization('Harbour Office');
    const QUAY = place('North Quay', 'SITE');
    const LIGHT = topic('Lighthouses');
    const SHIPS = metric('ships');
    const FIRST = articleRecord({
      title: 'Olive Tern at North Quay',
      text: 'Olive Tern at North Quay: all is well. The Harbour Office agreed. It saw 5 ships. A pilot saw rain.',
      publisher: publisher('The Ember Gazette'),
      publishedAt: new Date('2031-03-02T00:00:00Z'),
      people: [TERN],
      places: [QUAY],
      topics: [LIGHT],
      organizations: [OFFICE],
      metrics: [SHIPS],
      statements: [
        { content: 'all is well', speaker: TERN, about: [{ subject: QUAY, words: ['North Quay'] }, { subject: QUAY }, { subject: LIGHT }] },
        { content: 'The Harbour Office agreed', speaker: OFFICE, about: [{ candidates: [TERN, OFFICE] }, { words: ['agreed'] }, { subject: TERN }] },
        { content: 'It saw 5 ships', speaker: OFFICE },
        { content: 'A pilot saw rain', speaker: 'a pilot', parent: 'It saw 5 ships' },
        { key: 'rain', content: 'rain', parent: 'A pilot saw rain' },
      ],
      statistics: [
        { metric: SHIPS, value: 5, words: '5', place: QUAY, statement: 'It saw 5 ships' },
        { metric: SHIPS, value: 5, words: '5 ships' },
      ],
    });
    const SECOND = articleRecord({
      title: 'Second thoughts',
      text: 'Olive Tern repeats: all is well indeed.',
      people: [TERN],
      publishedAt: new Date('2031-03-01T00:00:00Z'),
      statements: [{ content: 'all is well indeed', speaker: TERN, utterance: statementIn(FIRST, 'all is well').utteranceId }],
    });
    const source = FIRST.unnamedSources[0]?.id ?? '';
    const id = (text: string) => statementIn(FIRST, text).id;

    test('of articles is the publisher, or whoever and whatever appears in them', async () => {
      const store = await storeWith(open, SECOND, FIRST);
      const titles = async (owner: 'publisher' | 'subject', ids: string[]) =>
        (await store.articles.pages(owner, ids, whole('PUBLISHED_AT_DESC'))).map(({ rows }) => rows.map(({ node }) => node.title));
      expect(await titles('publisher', [FIRST.publisher.id, SECOND.publisher.id])).toEqual([['Olive Tern at North Quay'], ['Second thoughts']]);
      expect(await titles('subject', [TERN.id, QUAY.id, LIGHT.id, OFFICE.id])).toEqual([
        ['Olive Tern at North Quay', 'Second thoughts'],
        ['Olive Tern at North Quay'],
        ['Olive Tern at North Quay'],
        ['Olive Tern at North Quay'],
      ]);
    });

    test('of statements is the speaker of any kind', async () => {
      const store = await storeWith(open, FIRST, SECOND);
      const pages = await store.statements.pages('speaker', [TERN.id, OFFICE.id, source], whole('POSITION_ASC'));
      expect(pages.map((page) => textsOf(page).toSorted())).toEqual([
        ['all is well', 'all is well indeed'],
        ['It saw 5 ships', 'The Harbour Office agreed'],
        ['A pilot saw rain'],
      ]);
    });

    test('of statements is what they are about where that is settled, each once', async () => {
      const store = await storeWith(open, FIRST, SECOND);
      const subjects = [QUAY.id, LIGHT.id, TERN.id, OFFICE.id];
      const pages = await store.statements.pages('subject', subjects, whole('SAID_AT_DESC'));
      expect(pages.map(textsOf)).toEqual([['all is well'], ['all is well'], ['The Harbour Office agreed'], []]);
      expect(await store.statements.counts('subject', subjects, undefined)).toEqual([1, 1, 1, 0]);
    });

    test('of statements is the utterance, over all articles', async () => {
      const store = await storeWith(open, FIRST, SECOND);
      const { utteranceId } = statementIn(FIRST, 'all is well');
      expect(await store.statements.counts('utterance', [utteranceId, statementIn(FIRST, 'rain').utteranceId], undefined)).toEqual([2, 1]);
    });

    test('of statements is the statement that reports them, and not one further out', async () => {
      const store = await storeWith(open, FIRST);
      const pages = await store.statements.pages('parent', [id('It saw 5 ships'), id('A pilot saw rain'), id('rain')], whole('POSITION_ASC'));
      expect(pages.map(textsOf)).toEqual([['A pilot saw rain'], ['rain'], []]);
    });

    test('of figures is the article, the place or the statement that carries them', async () => {
      const store = await storeWith(open, FIRST, SECOND);
      expect(await store.statistics.counts('all', ['*'], undefined)).toEqual([2]);
      expect(await store.statistics.counts('article', [FIRST.article.id, SECOND.article.id], undefined)).toEqual([2, 0]);
      expect(await store.statistics.counts('place', [QUAY.id], undefined)).toEqual([1]);
      expect(await store.statistics.counts('statement', [id('It saw 5 ships'), id('rain')], undefined)).toEqual([1, 0]);
    });
  });

  describe('the statements that dispute a figure', () => {
    const SHIPS = metric('ships');
    const COUNT = articleRecord({
      title: 'Count',
      text: '12 ships came and 3 ships left.',
      metrics: [SHIPS],
      statements: [{ key: 'count', content: '12 ships came and 3 ships left' }],
      statistics: [
        { metric: SHIPS, value: 12, words: '12', statement: 'count' },
        { metric: SHIPS, value: 3, words: '3', statement: 'count' },
      ],
    });
    const count = statementIn(COUNT, '12 ships came and 3 ships left');
    const twelve = statisticIn(COUNT, '12');
    const [onTwelve, onThree] = [twelve.id, statisticIn(COUNT, '3').id];
    const dispute = (kind: 'DISPUTES' | 'DOUBTS' | 'DENIES' | 'CONFIRMS', from: string, onFigure: boolean) => ({
      kind,
      from,
      to: count,
      ...(onFigure ? { figure: twelve } : {}),
    });
    const DISPUTE = articleRecord({
      title: 'alpha bravo charlie delta echo foxtrot',
      statements: ['alpha', 'bravo', 'charlie', 'echo'].map((content) => ({ content })).concat([{ content: 'delta' }, { content: 'foxtrot' }]),
      relations: [
        dispute('DISPUTES', 'alpha', true),
        dispute('DENIES', 'alpha', false),
        dispute('DOUBTS', 'bravo', false),
        dispute('DENIES', 'charlie', true),
        dispute('CONFIRMS', 'delta', true),
        dispute('CONFIRMS', 'delta', false),
        { ...dispute('DISPUTES', 'echo', true), provenance: { review: 'REJECTED' } },
      ],
    });

    test('are those against the figure or against the whole statement that carries it, each once', async () => {
      const store = await storeWith(open, COUNT, DISPUTE);
      const pages = await store.statements.pages('statistic', [onThree, onTwelve], whole('POSITION_ASC'));
      expect(pages.map(textsOf)).toEqual([['alpha', 'bravo'], ['alpha', 'bravo', 'charlie']]);
      expect(await store.statements.counts('statistic', [onThree, onTwelve], undefined)).toEqual([2, 3]);
    });
  });

  describe('what lists leave out', () => {
    const TERN = person('Olive Tern');
    const SHIPS = metric('ships');
    const body = {
      text: 'alpha bravo charlie 5 ships 6 ships 7 ships, said Olive Tern.',
      people: [TERN],
      topics: [topic('Weather')],
      metrics: [SHIPS],
      statements: [
        { content: 'alpha', speaker: TERN },
        { content: 'bravo', speaker: TERN, standing: 'GONE' },
        { content: 'charlie', speaker: TERN, provenance: { review: 'REJECTED' } },
      ],
      statistics: [
        { metric: SHIPS, value: 5, words: '5' },
        { metric: SHIPS, value: 6, words: '6', standing: 'GONE' },
        { metric: SHIPS, value: 7, words: '7', provenance: { review: 'REJECTED' } },
      ],
    } as const;
    const STANDING = articleRecord({ title: 'Standing', url: 'https://messenger.example/standing', ...body });
    const RETRACTED = articleRecord({
      title: 'Retracted',
      url: 'https://messenger.example/retracted',
      ...body,
      retraction: { at: new Date('2031-05-02T00:00:00Z'), reason: 'All made up.' },
    });
    const both = [STANDING.article.id, RETRACTED.article.id];

    test('are retracted articles', async () => {
      const store = await storeWith(open, STANDING, RETRACTED);
      const [page] = await store.articles.pages('all', ['*'], whole('PUBLISHED_AT_DESC'));
      expect(page?.rows.map(({ node }) => node.title)).toEqual(['Standing']);
      expect(await store.articles.counts('all', ['*'], undefined)).toEqual([1]);
      expect(await store.articles.counts('publisher', [STANDING.publisher.id], undefined)).toEqual([1]);
      expect(await store.articles.counts('subject', [TERN.id, topic('Weather').id], undefined)).toEqual([1, 1]);
      expect(await store.isEmpty()).toBe(false);
    });

    test('are statements that are gone, rejected or in a retracted article', async () => {
      const store = await storeWith(open, STANDING, RETRACTED);
      const pages = await store.statements.pages('article', both, whole('POSITION_ASC'));
      expect(pages.map(textsOf)).toEqual([['alpha'], []]);
      expect(await store.statements.counts('speaker', [TERN.id], undefined)).toEqual([1]);
    });

    test('are figures that are gone, rejected or in a retracted article', async () => {
      const store = await storeWith(open, STANDING, RETRACTED);
      const pages = await store.statistics.pages('article', both, whole('POSITION_ASC'));
      expect(pages.map(({ rows }) => rows.map(({ node }) => node.valueText))).toEqual([['5'], []]);
      expect(await store.statistics.counts('all', ['*'], undefined)).toEqual([1]);
    });

    test('are not people, topics and revisions: those of a retracted article are still listed', async () => {
      const store = await storeWith(open, RETRACTED);
      const { id } = RETRACTED.article;
      expect(await store.people.counts('all', ['*'], undefined)).toEqual([1]);
      expect(await store.people.counts('article', [id], undefined)).toEqual([1]);
      expect(await store.topics.counts('article', [id], undefined)).toEqual([1]);
      expect(await store.revisions.counts('article', [id], undefined)).toEqual([1]);
    });

    test('are relations that are rejected or have an end that is left out', async () => {
      const ends = { STANDS: statementIn(STANDING, 'alpha'), GONE: statementIn(STANDING, 'bravo'), REJECTED: statementIn(STANDING, 'charlie'), RETRACTED: statementIn(RETRACTED, 'alpha') };
      const record = articleRecord({
        title: 'delta echo',
        statements: [{ content: 'delta' }, { content: 'echo', standing: 'GONE' }],
        relations: [
          ...Object.values(ends).map((to) => ({ kind: 'CONFIRMS', from: 'delta', to }) as const),
          { kind: 'REPEATS', from: 'delta', to: ends.STANDS, provenance: { review: 'REJECTED' } },
          { kind: 'CONFIRMS', from: 'echo', to: ends.STANDS },
        ],
      });
      const store = await storeWith(open, STANDING, RETRACTED, record);
      const owners = record.statements.map(({ id }) => id);
      expect(await store.relations.counts('from', owners, { kinds: null })).toEqual([1, 0]);
      expect(await store.relations.counts('to', Object.values(ends).map(({ id }) => id), { kinds: null })).toEqual([1, 0, 0, 0]);
      const [page] = await store.relations.pages('from', owners, { ...whole('RECORDED_ASC'), filter: { kinds: null } });
      expect(page?.rows.map(({ node }) => node.toId)).toEqual([ends.STANDS.id]);
    });

    test('are relations of other kinds than asked for', async () => {
      const record: ArticleRecord = articleRecord({
        title: 'alpha bravo',
        statements: [{ content: 'alpha' }, { content: 'bravo' }],
        relations: (['CONFIRMS', 'DOUBTS', 'REPEATS'] as const).map((kind) => ({ kind, from: 'alpha', to: 'bravo' })),
      });
      const store = await storeWith(open, record);
      const from = [statementIn(record, 'alpha').id];
      expect(await store.relations.counts('from', from, { kinds: null })).toEqual([3]);
      expect(await store.relations.counts('from', from, { kinds: ['DOUBTS', 'REPEATS', 'DENIES'] })).toEqual([2]);
      expect(await store.relations.counts('from', from, { kinds: [] })).toEqual([0]);
      const [page] = await store.relations.pages('from', from, { ...whole('RECORDED_ASC'), filter: { kinds: ['DOUBTS'] } });
      expect(page?.rows.map(({ node }) => node.kind)).toEqual(['DOUBTS']);
    });
  });
}

/** Asks for a list from its beginning, with room for all of it. */
function whole<Order extends string>(order: Order): PageRequest<Order> {
  return { order, filter: undefined, size: 100, direction: 'FORWARD', from: null };
}

function keysOf(page: Page<{ readonly id: AnyId }> | undefined): (readonly (string | number)[])[] {
  return page?.rows.map(({ keys }) => keys) ?? [];
}

function textsOf(page: Page<{ readonly text: string }> | undefined): string[] {
  return page?.rows.map(({ node }) => node.text) ?? [];
}

/** An article with one statement for each of these words, said at that date. */
function saidOn(dates: Readonly<Record<string, ResolvedDate | null>>): ArticleRecord {
  const statements = Object.entries(dates).map(([content, said]) => ({ content, said }));
  return articleRecord({ title: 'Dates', text: Object.keys(dates).join('. '), statements });
}
