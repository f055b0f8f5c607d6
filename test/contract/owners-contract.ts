import { describe, expect, test } from 'vitest';
import { makeId } from '../../src/domain/identity.js';
import { metric, organization, person, place, publisher, topic } from '../support/entities.js';
import { articleRecord, statementIn, statisticIn } from '../support/records.js';
import { type OpenRepository, storeWith } from './opening.js';
import { textsOf, whole } from './pages.js';

export function describeOwners(open: OpenRepository): void {
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
        {
          content: 'all is well',
          speaker: TERN,
          about: [{ subject: QUAY, words: ['North Quay'] }, { subject: QUAY }, { subject: LIGHT }],
        },
        {
          content: 'The Harbour Office agreed',
          speaker: OFFICE,
          about: [{ candidates: [TERN, OFFICE] }, { words: ['agreed'] }, { subject: TERN }],
        },
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
      statements: [
        { content: 'all is well indeed', speaker: TERN, utterance: statementIn(FIRST, 'all is well').utteranceId },
      ],
    });
    const source = FIRST.unnamedSources[0]?.id ?? '';
    const id = (text: string) => statementIn(FIRST, text).id;

    test('of articles is the publisher, or whoever and whatever appears in them', async () => {
      const store = await storeWith(open, SECOND, FIRST);
      const titles = async (owner: 'publisher' | 'subject', ids: string[]) =>
        (await store.articles.pages(owner, ids, whole('PUBLISHED_AT_DESC'))).map(({ rows }) =>
          rows.map(({ node }) => node.title),
        );
      expect(await titles('publisher', [FIRST.publisher.id, SECOND.publisher.id])).toEqual([
        ['Olive Tern at North Quay'],
        ['Second thoughts'],
      ]);
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
      expect(
        await store.statements.counts('utterance', [utteranceId, statementIn(FIRST, 'rain').utteranceId], undefined),
      ).toEqual([2, 1]);
    });

    test('of statements is the statement that reports them, and not one further out', async () => {
      const store = await storeWith(open, FIRST);
      const pages = await store.statements.pages(
        'parent',
        [id('It saw 5 ships'), id('A pilot saw rain'), id('rain')],
        whole('POSITION_ASC'),
      );
      expect(pages.map(textsOf)).toEqual([['A pilot saw rain'], ['rain'], []]);
    });

    test('of figures is the article, the place or the statement that carries them', async () => {
      const store = await storeWith(open, FIRST, SECOND);
      expect(await store.statistics.counts('all', ['*'], undefined)).toEqual([2]);
      expect(await store.statistics.counts('article', [FIRST.article.id, SECOND.article.id], undefined)).toEqual([
        2, 0,
      ]);
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
    const three = statisticIn(COUNT, '3');
    const [onTwelve, onThree] = [twelve.id, three.id];
    const dispute = (kind: 'DISPUTES' | 'DOUBTS' | 'DENIES' | 'CONFIRMS', from: string, onFigure: boolean) => ({
      kind,
      from,
      to: count,
      ...(onFigure ? { figure: twelve } : {}),
    });
    const DISPUTE = articleRecord({
      title: 'alpha bravo charlie delta echo foxtrot',
      statements: ['alpha', 'bravo', 'charlie', 'echo']
        .map((content) => ({ content }))
        .concat([{ content: 'delta' }, { content: 'foxtrot' }]),
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

    const LONE = articleRecord({
      title: 'Lone',
      text: '7 ships stayed, and 8 more.',
      metrics: [SHIPS],
      statistics: [
        { metric: SHIPS, value: 7, words: '7' },
        { metric: SHIPS, value: 8, words: '8' },
      ],
    });
    const RETRACTED = articleRecord({
      title: 'alpha bravo',
      statements: [{ content: 'alpha' }, { content: 'bravo', standing: 'GONE' }],
      relations: [dispute('DISPUTES', 'alpha', true), dispute('DISPUTES', 'bravo', false)],
      retraction: { at: new Date('2031-05-02T00:00:00Z'), reason: 'Nobody said it.' },
    });

    test('are those against the figure or against the whole statement that carries it, each once', async () => {
      const store = await storeWith(open, COUNT, DISPUTE);
      const pages = await store.statements.pages('statistic', [onThree, onTwelve], whole('POSITION_ASC'));
      expect(pages.map(textsOf)).toEqual([
        ['alpha', 'bravo'],
        ['alpha', 'bravo', 'charlie'],
      ]);
      expect(await store.statements.counts('statistic', [onThree, onTwelve], undefined)).toEqual([2, 3]);
    });

    test('decide whether a figure is disputed', async () => {
      const store = await storeWith(open, COUNT, DISPUTE, LONE);
      const nobody = { id: makeId('Statistic', 'nobody'), statementId: null };
      const figures = [statisticIn(LONE, '7'), twelve, statisticIn(LONE, '8'), three, nobody, twelve];
      expect(await store.areDisputed(figures)).toEqual([false, true, false, true, false, true]);
      expect(await store.areDisputed([])).toEqual([]);
    });

    test('and those that lists leave out do not', async () => {
      const store = await storeWith(open, COUNT, RETRACTED);
      expect(await store.areDisputed([three, twelve])).toEqual([false, false]);
    });
  });
}
