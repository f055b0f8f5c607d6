import { describe, expect, test } from 'vitest';
import { compareFigures } from '../../src/domain/comparison.js';
import { type ResolvedDate, resolvedDate } from '../../src/domain/dates.js';
import { makeId } from '../../src/domain/identity.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import { LAST } from '../../src/repository/page.js';
import { COMPARED, type ComparisonRequest } from '../../src/repository/repository.js';
import { metric, person, topic } from '../support/entities.js';
import { articleRecord, statementIn, statisticIn } from '../support/records.js';
import { type OpenRepository, storeWith } from './opening.js';
import { keysOf, textsOf, whole } from './pages.js';

export function describeOrders(open: OpenRepository): void {
  describe('the order of a list', () => {
    test('PUBLISHED_AT_DESC begins with the latest, before 1970 too, and with the lesser id among equals', async () => {
      const times = [
        '1969-12-31T23:59:59.999Z',
        '2031-01-01T00:00:00Z',
        '1970-01-01T00:00:00Z',
        '2031-01-01T00:00:00Z',
      ];
      const records = times.map((time, number) =>
        articleRecord({ title: `News ${number}`, publishedAt: new Date(time) }),
      );
      const store = await storeWith(open, ...records);
      const [page] = await store.articles.pages('all', ['*'], whole('PUBLISHED_AT_DESC'));
      const [oldest, late, epoch, alsoLate] = records.map(({ article }) => article.id);
      const latest = [late, alsoLate].sort();
      expect(keysOf(page)).toEqual([
        [-1924992000000, latest[0]],
        [-1924992000000, latest[1]],
        [0, epoch],
        [1, oldest],
      ]);
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
      const one = articleRecord({
        title: 'bravo alpha bravo',
        statements: [{ content: ['alpha', { quote: 'bravo', occurrence: 1 }] }, { content: 'bravo' }],
      });
      const two = articleRecord({
        title: 'charlie',
        statements: [{ content: 'charlie' }, { key: 'again', content: 'charlie' }],
      });
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
      expect(keysOf(page).map(([key]) => key)).toEqual([
        'adda',
        'emile quark',
        'emile quark',
        'zoe zimt',
        'zoe zimt',
        '\u{fffd} blank',
        '🎲 dice',
      ]);
      const ties = keysOf(page)
        .slice(1, 3)
        .map(([, id]) => `${id}`);
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
      expect(keysOf(people)).toEqual([
        [0, lark.id],
        [9, tern.id],
        [20, reed.id],
      ]);
      const [topics] = await store.topics.pages('article', [record.article.id], whole('APPEARANCE_ASC'));
      expect(keysOf(topics)).toEqual([
        [0, topic('Zeal').id],
        [1, topic('Art').id],
        [2, topic('Money').id],
      ]);
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
      const [page] = await store.relations.pages('from', [statementIn(record, 'alpha').id], {
        ...whole('RECORDED_ASC'),
        filter: {},
      });
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
      expect(keysOf(byDate)).toEqual([
        [-22281, statisticIn(record, '9').id],
        [-22280, statisticIn(record, '7').id],
        [LAST, statisticIn(record, '8').id],
      ]);
      const [byPlace] = await store.statistics.pages('article', [record.article.id], whole('POSITION_ASC'));
      expect(byPlace?.rows.map(({ node }) => node.valueText)).toEqual(['7', '8', '9']);
    });

    test('of comparisons goes by how near the dates are, with undated figures at the end, for an undated figure too', async () => {
      const ships = metric('ships');
      const dates = {
        5: resolvedDate('2031-03-01', '2031-03-01', 'DAY'),
        6: null,
        7: resolvedDate('2031-03-09', '2031-03-09', 'DAY'),
        8: resolvedDate('2031-02-27', '2031-02-27', 'DAY'),
        9: resolvedDate('2031-03-05', null, 'RANGE'),
      };
      const record = articleRecord({
        title: 'Ships: 5, 6, 7, 8, 9',
        metrics: [ships],
        statistics: Object.entries(dates).map(([words, asOf]) => ({
          metric: ships,
          value: Number(words),
          words,
          asOf,
        })),
      });
      const store = await storeWith(open, record);
      const [nearFive, nearSix] = await store.comparisonsOf(
        [statisticIn(record, '5').id, statisticIn(record, '6').id],
        {
          size: 10,
        },
      );
      const byId = (...words: string[]) =>
        words.toSorted((a, b) => (statisticIn(record, a).id < statisticIn(record, b).id ? -1 : 1));
      const texts = (compared: typeof nearFive) => compared?.map(({ other }) => other.valueText);
      expect(texts(nearFive)).toEqual(['8', '7', ...byId('6', '9')]);
      expect(texts(nearSix), 'the latest first').toEqual(['7', '5', '8', '9']);
    });

    test('of comparisons is the same for a figure alone and among others, however many are equally near', async () => {
      const ships = metric('ships');
      const counts = Array.from({ length: COMPARED + 10 }, (_, index) => `${1000 + index}`);
      const record = articleRecord({
        title: `Ships: 5, 6, ${counts.join(', ')}`,
        metrics: [ships],
        statistics: [
          { metric: ships, value: 5, words: '5,', asOf: resolvedDate('2031-06-01', '2031-06-01', 'DAY') },
          { metric: ships, value: 6, words: '6,', asOf: resolvedDate('2029-06-01', '2029-06-01', 'DAY') },
          ...counts.map((words) => ({
            metric: ships,
            value: Number(words),
            words,
            asOf: resolvedDate('2030-01-01', '2030-01-01', 'DAY'),
          })),
        ],
      });
      const store = await storeWith(open, record);
      const [five, six] = [statisticIn(record, '5,').id, statisticIn(record, '6,').id];
      const [alone] = await store.comparisonsOf([five], { size: 100 });
      const [among] = await store.comparisonsOf([five, six], { size: 100 });
      expect(among).toEqual(alone);
      const ids = record.statistics.slice(2).map(({ id }) => id);
      expect(alone?.map(({ other }) => other.id)).toEqual(ids.toSorted().slice(0, 100));
    });

    test('of comparisons has the conflicts of figures with dates of every kind, whichever was stored first', async () => {
      const ships = metric('ships');
      const dates: (ResolvedDate | null)[] = [
        null,
        resolvedDate('2031-03-04', '2031-03-04', 'DAY'),
        resolvedDate('2031-03-05', '2031-03-05', 'DAY'),
        resolvedDate('2031-03-04', '2031-03-06', 'RANGE'),
        resolvedDate('2031-03-01', '2031-03-31', 'MONTH'),
        resolvedDate('2031-03-06', null, 'RANGE'),
        resolvedDate(null, '2031-03-03', 'RANGE'),
        resolvedDate(null, '2031-03-05', 'RANGE'),
      ];
      const figures = dates.map((asOf, number) => {
        const value = 11 + number;
        return { metric: ships, value, words: `${value},`, asOf };
      });
      const inOne = (some: typeof figures, title: string) =>
        articleRecord({
          title: `${title}: ${some.map(({ words }) => words).join(' ')}`,
          metrics: [ships],
          statistics: some,
        });
      const records = [
        [inOne(figures, 'All')],
        figures.map((figure, number) => inOne([figure], `Alone ${number}`)),
        figures.toReversed().map((figure, number) => inOne([figure], `Alone ${number}`)),
      ];
      for (const articles of records) {
        const store = await storeWith(open, ...articles);
        const stored = articles.flatMap(({ statistics }) => statistics);
        const ids = stored.map(({ id }) => id);
        const compared = await store.comparisonsOf(ids, { verdicts: ['CONFLICTS'], size: 20 });
        for (const [index, figure] of stored.entries()) {
          const expected = stored.filter(
            (other) => other !== figure && compareFigures(figure, other).verdict === 'CONFLICTS',
          );
          expect(compared[index]?.map(({ other }) => other.valueText).sort(), figure.valueText).toEqual(
            expected.map(({ valueText }) => valueText).sort(),
          );
        }
        expect(compared.flat().length).toBeGreaterThan(20);
      }
    });

    test('of comparisons goes on behind the nearest with figures that conflict', async () => {
      const ships = metric('ships');
      const near = Array.from({ length: COMPARED }, (_, index) => `${1000 + index}`);
      const range = resolvedDate('2031-06-01', '2031-06-30', 'RANGE');
      const record = articleRecord({
        title: `Ships: 5, 6, 7, ${near.join(', ')}`,
        metrics: [ships],
        statistics: [
          { metric: ships, value: 5, words: '5,', asOf: resolvedDate('2031-06-01', '2031-06-01', 'DAY') },
          { metric: ships, value: 6, words: '6,', asOf: range },
          { metric: ships, value: 7, words: '7,', asOf: resolvedDate('2031-06-30', '2031-06-30', 'DAY') },
          ...near.map((words) => ({
            metric: ships,
            value: Number(words),
            words,
            asOf: resolvedDate('2031-05-31', '2031-05-31', 'DAY'),
          })),
        ],
      });
      const store = await storeWith(open, record);
      const five = [statisticIn(record, '5,').id];
      const verdictsOf = async (request: ComparisonRequest) =>
        (await store.comparisonsOf(five, request))[0]?.map(({ other, verdict }) => [other.valueText, verdict]);
      const conflict = ['6,', 'CONFLICTS'];
      expect(await verdictsOf({ verdicts: ['CONFLICTS'], size: 5 })).toEqual([conflict]);
      const all = await verdictsOf({ size: COMPARED + 5 });
      expect(all).toHaveLength(COMPARED + 1);
      expect(all?.at(-1)).toEqual(conflict);
      expect((await verdictsOf({ size: COMPARED }))?.map(([, verdict]) => verdict)).not.toContain('CONFLICTS');
    });

    test('NUMBER_DESC gives the revisions of an article', async () => {
      const record = articleRecord({ title: 'Only once' });
      const store = await storeWith(open, record);
      expect(keysOf((await store.revisions.pages('article', [record.article.id], whole('NUMBER_DESC')))[0])).toEqual([
        [-1, record.revision.id],
      ]);
    });
  });

  describe('a page', () => {
    const RECORD = articleRecord({
      title: 'a b c d e',
      statements: ['a', 'b', 'c', 'd', 'e'].map((content) => ({ content })),
    });
    const keysFor = (text: string) => [
      RECORD.article.id,
      RECORD.article.title.indexOf(text),
      statementIn(RECORD, text).id,
    ];

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
      const [page] = await store.statements.pages('article', [RECORD.article.id], {
        order: 'POSITION_ASC',
        filter: undefined,
        size,
        direction,
        from: place,
      });
      expect({ texts: textsOf(page).join(''), hasMore: page?.hasMore }).toEqual({ texts, hasMore });
    });

    test('is empty for an owner that nothing has', async () => {
      const store = await storeWith(open, RECORD);
      expect(
        await store.statements.pages('article', [makeId('Article', 'unwritten'), '', 'x'], whole('POSITION_ASC')),
      ).toEqual(Array.from({ length: 3 }, () => ({ rows: [], hasMore: false })));
    });
  });
}

/** An article with one statement for each of these words, said at that date. */
function saidOn(dates: Readonly<Record<string, ResolvedDate | null>>): ArticleRecord {
  const statements = Object.entries(dates).map(([content, said]) => ({ content, said }));
  return articleRecord({ title: 'Dates', text: Object.keys(dates).join('. '), statements });
}
