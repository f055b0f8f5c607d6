import { describe, expect, test } from 'vitest';
import { parseSearch } from '../../src/domain/search/expression.js';
import type { StatementFilter } from '../../src/repository/filters.js';
import { metric, person, topic } from '../support/entities.js';
import { articleRecord, statementIn } from '../support/records.js';
import { type OpenRepository, storeWith } from './opening.js';
import { textsOf, whole } from './pages.js';

export function describeHidden(open: OpenRepository): void {
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
    });

    test('are retracted articles, but not where a filter asks for them: by their words and among those of a subject, too', async () => {
      const store = await storeWith(open, STANDING, RETRACTED);
      const text = parseSearch('charlie');
      expect(await store.articles.counts('all', ['*'], { text, retracted: true })).toEqual([1]);
      expect(await store.articles.counts('all', ['*'], { text, retracted: null })).toEqual([2]);
      expect(await store.articles.counts('all', ['*'], { text })).toEqual([1]);
      expect(await store.articles.counts('subject', [TERN.id], { retracted: true })).toEqual([1]);
      expect(await store.articles.counts('subject', [TERN.id], { retracted: null })).toEqual([2]);
    });

    test('are rejected statements, but not where a filter asks for them: by their words, too', async () => {
      const store = await storeWith(open, STANDING, RETRACTED);
      const found = async (query: string, filter: StatementFilter) =>
        store.statements.counts('all', ['*'], { ...filter, text: parseSearch(query) });
      expect(await found('charlie', { review: ['REJECTED'] })).toEqual([1]);
      expect(await found('charlie', {})).toEqual([0]);
      expect(await found('bravo', { review: ['REJECTED', 'UNREVIEWED'] })).toEqual([0]);
    });

    test('are articles in other languages than asked for; `*` is any language', async () => {
      const store = await storeWith(open, STANDING, articleRecord({ title: 'Sturm', language: 'de-CH' }));
      expect(await store.articles.counts('all', ['*'], { languages: ['DE'] })).toEqual([1]);
      expect(await store.articles.counts('all', ['*'], { languages: ['*'] })).toEqual([2]);
      expect(await store.articles.counts('all', ['*'], { languages: ['d', 'de-DE'] })).toEqual([0]);
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

    test('are not people, topics and revisions: those of a retracted article are still there, and the store is not empty', async () => {
      const store = await storeWith(open, RETRACTED);
      const { id } = RETRACTED.article;
      expect(await store.people.counts('all', ['*'], undefined)).toEqual([1]);
      expect(await store.people.counts('article', [id], undefined)).toEqual([1]);
      expect(await store.topics.counts('article', [id], undefined)).toEqual([1]);
      expect(await store.revisions.counts('article', [id], undefined)).toEqual([1]);
      expect(await store.isEmpty()).toBe(false);
    });

    test('are relations that are rejected or have an end that is left out', async () => {
      const ends = {
        STANDS: statementIn(STANDING, 'alpha'),
        GONE: statementIn(STANDING, 'bravo'),
        REJECTED: statementIn(STANDING, 'charlie'),
        RETRACTED: statementIn(RETRACTED, 'alpha'),
      };
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
      expect(await store.relations.counts('from', owners, {})).toEqual([1, 0]);
      expect(
        await store.relations.counts(
          'to',
          Object.values(ends).map(({ id }) => id),
          {},
        ),
      ).toEqual([1, 0, 0, 0]);
      const [page] = await store.relations.pages('from', owners, { ...whole('RECORDED_ASC'), filter: {} });
      expect(page?.rows.map(({ node }) => node.toId)).toEqual([ends.STANDS.id]);
    });

    test('are relations of other kinds than asked for', async () => {
      const record = articleRecord({
        title: 'alpha bravo',
        statements: [{ content: 'alpha' }, { content: 'bravo' }],
        relations: (['CONFIRMS', 'DOUBTS', 'REPEATS'] as const).map((kind) => ({ kind, from: 'alpha', to: 'bravo' })),
      });
      const store = await storeWith(open, record);
      const from = [statementIn(record, 'alpha').id];
      expect(await store.relations.counts('from', from, {})).toEqual([3]);
      expect(await store.relations.counts('from', from, { kinds: ['DOUBTS', 'REPEATS', 'DENIES'] })).toEqual([2]);
      expect(await store.relations.counts('from', from, { kinds: [] })).toEqual([0]);
      const [page] = await store.relations.pages('from', from, {
        ...whole('RECORDED_ASC'),
        filter: { kinds: ['DOUBTS'] },
      });
      expect(page?.rows.map(({ node }) => node.kind)).toEqual(['DOUBTS']);
    });
  });
}
