import { describe, expect, onTestFinished, test } from 'vitest';
import { OnRecordError } from '../../src/domain/errors.js';
import { makeId } from '../../src/domain/identity.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import { type Repository, WHOLE_STORE } from '../../src/repository/repository.js';
import { metric, organization, person, place, topic } from '../support/entities.js';
import { articleRecord, statementIn } from '../support/records.js';
import { allAnswers } from './answers.js';
import { NOW, type OpenRepository, storeWith } from './opening.js';
import { whole } from './pages.js';

const STORM = articleRecord({
  title: 'Storm closes harbour',
  url: 'https://messenger.example/storm',
  text: 'Mayor Olive Tern said the harbour is closed.',
  people: [person('Olive Tern')],
  statements: [{ content: 'the harbour is closed', speaker: person('Olive Tern'), cue: 'said' }],
});
const CALM = articleRecord({
  title: 'Calm returns',
  url: 'https://messenger.example/calm',
  text: 'The sea was calm on Friday.',
});

export function describeStoring(open: OpenRepository): void {
  describe('storing articles', () => {
    test('says what was created and what was there already, in the order given', async () => {
      const store = await storeWith(open);
      expect(await store.isEmpty()).toBe(true);
      expect(await store.storeArticles([STORM])).toEqual({ created: [STORM.article.id], unchanged: [] });
      expect(await store.storeArticles([CALM, STORM])).toEqual({
        created: [CALM.article.id],
        unchanged: [STORM.article.id],
      });
      expect(await store.isEmpty()).toBe(false);
    });

    test('stores nothing when given nothing', async () => {
      const store = await storeWith(open);
      expect(await store.storeArticles([])).toEqual({ created: [], unchanged: [] });
      expect(await store.isEmpty()).toBe(true);
    });

    test('changes nothing when the same article comes again, whatever else its record says', async () => {
      const store = await storeWith(open, STORM);
      const before = await allAnswers(store, [STORM]);
      const again = {
        ...STORM,
        people: [person('Olive Tern', { aliases: ['The Mayor'] })],
        topics: [topic('Weather')],
        statements: [],
      };
      expect(await store.storeArticles([again])).toEqual({ created: [], unchanged: [STORM.article.id] });
      expect(await allAnswers(store, [STORM])).toEqual(before);
    });

    test('takes the second of two equal articles in one batch as there already', async () => {
      const store = await storeWith(open);
      expect(await store.storeArticles([STORM, STORM])).toEqual({
        created: [STORM.article.id],
        unchanged: [STORM.article.id],
      });
    });

    test('refuses another text of a stored article, and of one in the same batch', async () => {
      const reworded = articleRecord({
        title: 'Storm closes harbour',
        url: 'https://messenger.example/storm',
        text: 'The harbour is closed, said the mayor.',
      });
      expect(reworded.article.id).toBe(STORM.article.id);
      const store = await storeWith(open, STORM);
      await refusesWhole(store, [STORM, CALM], [CALM, reworded], 'CONFLICT');
      const empty = await storeWith(open);
      await refusesWhole(empty, [STORM, CALM], [CALM, STORM, reworded], 'CONFLICT');
      expect(await empty.isEmpty()).toBe(true);
    });

    test('stores a relation to a statement of the store, and of the same batch in any order', async () => {
      const store = await storeWith(open, STORM);
      const target = statementIn(STORM, 'the harbour is closed');
      const denial = denialOf(target, 'Pilot says open');
      const echo = articleRecord({
        title: 'Echo',
        text: 'A pilot agreed: the harbour is open.',
        statements: [{ content: 'the harbour is open', speaker: 'a pilot' }],
        relations: [{ kind: 'CONFIRMS', from: 'the harbour is open', to: statementIn(denial, 'the harbour is open') }],
      });
      await store.storeArticles([echo, denial]);
      const stored = await store.relations.byIds([...denial.relations, ...echo.relations].map(({ id }) => id));
      expect(stored).toEqual([...denial.relations, ...echo.relations]);
    });

    test('refuses a relation to a statement or figure that nobody has stored', async () => {
      const store = await storeWith(open, CALM);
      const denial = denialOf(statementIn(STORM, 'the harbour is closed'), 'Pilot says open');
      await refusesWhole(store, [STORM, CALM, denial], [denial], 'CONFLICT');
      await store.storeArticles([STORM]);
      const figure = makeId('Statistic', 'of nobody');
      const badFigure = {
        ...denial,
        relations: denial.relations.map((relation) => ({ ...relation, toStatisticId: figure })),
      };
      await refusesWhole(store, [STORM, CALM, denial], [badFigure], 'CONFLICT');
    });

    test('refuses a relation to a figure that another statement carries', async () => {
      const counted = articleRecord({
        title: 'Two counts',
        text: 'A sailor counted 14 boats. A fisher saw none. A diver doubts it.',
        statements: [
          { key: 'boats', content: '14 boats', speaker: 'A sailor', cue: 'counted' },
          { key: 'none', content: 'none', speaker: 'A fisher', cue: 'saw' },
        ],
        metrics: [metric('boats at sea')],
        statistics: [{ metric: metric('boats at sea'), value: 14, words: '14', statement: 'boats' }],
      });
      const doubted = articleRecord({
        title: 'A doubt',
        text: 'A diver doubts it.',
        statements: [{ key: 'doubt', content: 'doubts it', speaker: 'A diver' }],
      });
      const [relation] = articleRecord({
        title: 'Storm',
        text: 'It rained, said one. It did not, said another.',
        statements: [
          { key: 'rain', content: 'It rained', speaker: 'one' },
          { key: 'dry', content: 'It did not', speaker: 'another' },
        ],
        relations: [{ from: 'dry', kind: 'DENIES', to: 'rain' }],
      }).relations;
      const [from, boats, none] = [doubted.statements[0], ...counted.statements];
      const figure = counted.statistics[0];
      if (!relation || !from || !boats || !none || !figure) throw new Error('The records lack what they were given.');
      const withRelationTo = (to: typeof boats): ArticleRecord => ({
        ...doubted,
        relations: [{ ...relation, fromId: from.id, toId: to.id, toStatisticId: figure.id, span: null }],
      });
      const store = await storeWith(open, counted);
      await expect(store.storeArticles([withRelationTo(none)])).rejects.toMatchObject({ code: 'CONFLICT' });
      await store.storeArticles([withRelationTo(boats)]);
    });

    test('refuses a statement that has the id of another article’s', async () => {
      const store = await storeWith(open, STORM);
      const before = await allAnswers(store, [STORM, CALM]);
      const [statement] = STORM.statements;
      const stolen = articleRecord({
        title: 'Copied',
        text: 'The same again.',
        statements: [{ content: 'The same again' }],
      });
      const [own] = stolen.statements;
      if (!statement || !own) throw new Error('A record lacks its statement.');
      const copied = { ...stolen, statements: [{ ...own, id: statement.id }] };
      await expect(store.storeArticles([copied])).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await allAnswers(store, [STORM, CALM])).toEqual(before);
    });

    test('finds a slug of its own for the third of three alike', async () => {
      const names = ['Olive Tern', 'Olivé Tern', 'olive-tern'];
      const records = names.map((name) =>
        articleRecord({ title: 'Storm', text: `${name} spoke.`, people: [person(name, { disambiguator: name })] }),
      );
      const store = await storeWith(open, ...records);
      const [everybody] = await store.people.pages('all', [WHOLE_STORE], whole('NAME_ASC'));
      const slugs = everybody?.rows.map(({ node }) => node.slug) ?? [];
      expect(slugs).toContain('olive-tern');
      expect(new Set(slugs).size).toBe(3);
    });

    test('refuses a batch of which one record breaks an invariant, whole', async () => {
      const store = await storeWith(open, STORM);
      const broken = { ...CALM, article: { ...CALM.article, title: ' ' } };
      const good = articleRecord({ title: 'Good news', text: 'All is well.', topics: [topic('News')] });
      await refusesWhole(store, [STORM, good, broken], [good, broken], 'BAD_USER_INPUT');
      await expect(store.storeArticles([good, broken])).rejects.toThrow('An article needs a title.');
    });

    test.each(
      Object.entries(recordsThatNameNobody()),
    )('refuses a record whose %s is neither in it nor in the store', async (_, record) => {
      const store = await storeWith(open, STORM);
      const good = articleRecord({ title: 'Good news', text: 'All is well.', topics: [topic('News')] });
      await refusesWhole(store, [STORM, good, record], [good, record], 'BAD_USER_INPUT');
    });

    test('stores a record that names what only the store or another record of the batch has', async () => {
      const store = await storeWith(open, STORM);
      const { people, ...rest } = articleRecord({
        title: 'Mayor sails',
        text: 'Olive Tern took Basil Reed along.',
        people: [person('Olive Tern'), person('Basil Reed')],
      });
      const other = articleRecord({ title: 'Reed', text: 'Basil Reed rows.', people: [person('Basil Reed')] });
      await store.storeArticles([{ ...rest, people: [] }, other]);
      const found = await store.people.pages('article', [rest.article.id], {
        order: 'APPEARANCE_ASC',
        filter: undefined,
        size: 5,
        direction: 'FORWARD',
        from: null,
      });
      expect(found[0]?.rows.map(({ node }) => node.id)).toEqual(people.map(({ id }) => id));
    });

    test('can be used again after a refusal', async () => {
      const store = await storeWith(open);
      const broken = { ...CALM, article: { ...CALM.article, title: ' ' } };
      await expect(store.storeArticles([STORM, broken])).rejects.toThrow(OnRecordError);
      expect(await store.storeArticles([STORM, CALM])).toEqual({
        created: [STORM.article.id, CALM.article.id],
        unchanged: [],
      });
    });
  });

  describe('the time of storing', () => {
    test('is the clock’s, one millisecond apart where it stands still', async () => {
      const store = await storeWith(open, STORM, CALM);
      expect(await updatesOf(store, [STORM, CALM])).toEqual(['2031-06-01T12:00:00.000Z', '2031-06-01T12:00:00.001Z']);
    });

    test('goes on rising when the clock runs backwards, and follows it when it is ahead', async () => {
      const times = [
        '2031-06-01T12:00:00.000Z',
        '2031-06-01T11:00:00.000Z',
        '2031-06-01T12:00:00.001Z',
        '2031-06-01T13:00:00.000Z',
      ];
      const records = times.map((_, number) => articleRecord({ title: `News ${number}` }));
      let now = NOW;
      const store = await open({ clock: () => now });
      onTestFinished(() => store.close());
      for (const [number, record] of records.entries()) {
        now = new Date(times[number] ?? NOW);
        await store.storeArticles([record]);
      }
      expect(await updatesOf(store, records)).toEqual([
        '2031-06-01T12:00:00.000Z',
        '2031-06-01T12:00:00.001Z',
        '2031-06-01T12:00:00.002Z',
        '2031-06-01T13:00:00.000Z',
      ]);
    });

    test('is given to what is new alone: an article that was there keeps its own', async () => {
      const store = await storeWith(open, STORM);
      await store.storeArticles([STORM, CALM]);
      expect(await updatesOf(store, [STORM, CALM])).toEqual(['2031-06-01T12:00:00.000Z', '2031-06-01T12:00:00.001Z']);
    });

    test('does not tick for a batch that is refused', async () => {
      const store = await storeWith(open, STORM);
      await expect(store.storeArticles([{ ...CALM, article: { ...CALM.article, title: ' ' } }])).rejects.toThrow(
        OnRecordError,
      );
      await store.storeArticles([CALM]);
      expect(await updatesOf(store, [CALM])).toEqual(['2031-06-01T12:00:00.001Z']);
    });

    test('is when the revision was stored, too', async () => {
      const store = await storeWith(open, STORM, CALM);
      const revisions = await store.revisions.byIds([STORM.revision.id, CALM.revision.id]);
      expect(revisions).toEqual([
        { ...STORM.revision, storedAt: new Date('2031-06-01T12:00:00.000Z') },
        { ...CALM.revision, storedAt: new Date('2031-06-01T12:00:00.001Z') },
      ]);
    });
  });

  describe('a store that is closed', () => {
    test('refuses every call, saying so', async () => {
      const store = await open({ clock: () => NOW });
      await store.storeArticles([STORM]);
      await store.close();
      const calls = [
        () => store.articles.byIds([STORM.article.id]),
        () => store.articles.by('slug', ['storm-closes-harbour']),
        () => store.articles.counts('all', ['*'], undefined),
        () =>
          store.people.pages('all', ['*'], {
            order: 'NAME_ASC',
            filter: undefined,
            size: 1,
            direction: 'FORWARD',
            from: null,
          }),
        () => store.rolesOf([]),
        () => store.isEmpty(),
        () => store.storeArticles([CALM]),
      ];
      for (const call of calls) {
        await expect(call()).rejects.toMatchObject({
          name: 'OnRecordError',
          code: 'STORE_UNAVAILABLE',
          message: 'The store is closed.',
        });
      }
    });
  });
}

function denialOf(target: ArticleRecord['statements'][number], title: string): ArticleRecord {
  return articleRecord({
    title,
    text: `${title}. “The harbour is closed”? A pilot said the harbour is open.`,
    statements: [{ content: 'the harbour is open', speaker: 'a pilot', force: 'DENIED' }],
    relations: [{ kind: 'DENIES', from: 'the harbour is open', to: target }],
  });
}

/** For each way in which a record can name somebody or something, one that names what nobody has. */
function recordsThatNameNobody(): Record<string, ArticleRecord> {
  const nobody = person('Nobody Anywhere');
  const nothing = organization('Nothing Incorporated');
  const base = { title: 'Ghost story', text: 'A ghost spoke of 3 ghosts.', people: [person('Olive Tern')] };
  const spoken = articleRecord({ ...base, statements: [{ content: 'A ghost spoke', speaker: nobody }] });
  const ghosts = metric('ghosts');
  const count = { metric: ghosts, value: 3, words: '3' };
  return {
    speaker: spoken,
    'possible speaker': articleRecord({
      ...base,
      statements: [{ content: 'A ghost spoke', candidates: [nobody, person('Olive Tern')] }],
    }),
    'person spoken about': articleRecord({
      ...base,
      statements: [{ content: 'A ghost spoke', about: [{ subject: nobody }] }],
    }),
    'unsettled name': articleRecord({
      ...base,
      unresolved: [{ candidates: [nobody, person('Olive Tern')], words: ['ghost'] }],
    }),
    'person who appears': articleRecord({ ...base, appearances: [{ subject: nobody, mentions: ['ghost'] }] }),
    'person with a role': articleRecord({ ...base, roles: [{ person: nobody, title: 'Ghost' }] }),
    'organization of a role': articleRecord({
      ...base,
      roles: [{ person: person('Olive Tern'), title: 'Ghost', organization: nothing }],
    }),
    relative: articleRecord({
      ...base,
      relationships: [{ person: person('Olive Tern'), kind: 'SIBLING', other: nobody }],
    }),
    'source’s affiliation': articleRecord({
      ...base,
      sources: [{ description: 'a ghost', affiliationId: nothing.id }],
    }),
    metric: articleRecord({ ...base, statistics: [count] }),
    'place of a figure': articleRecord({
      ...base,
      metrics: [ghosts],
      statistics: [{ ...count, place: place('Nowhere') }],
    }),
    'claimant of a figure': articleRecord({
      ...base,
      metrics: [ghosts],
      statistics: [{ ...count, claimedBy: nothing }],
    }),
    'place of an organization': articleRecord({
      ...base,
      organizations: [{ ...nothing, placeId: makeId('Place', 'nowhere') }],
    }),
    'place around a place': articleRecord({
      ...base,
      places: [{ id: makeId('Place', 'x'), name: 'X', placeKind: 'CITY', withinId: makeId('Place', 'nowhere') }],
    }),
  };
}

/** Checks that a batch is refused with this code, and that the store then answers everything as before. */
async function refusesWhole(
  store: Repository,
  world: readonly ArticleRecord[],
  batch: readonly ArticleRecord[],
  code: OnRecordError['code'],
): Promise<void> {
  const before = await allAnswers(store, world);
  const refusal = await store.storeArticles(batch).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(OnRecordError);
  expect(refusal).toMatchObject({ code });
  expect(await allAnswers(store, world)).toEqual(before);
}

async function updatesOf(store: Repository, records: readonly ArticleRecord[]): Promise<(string | undefined)[]> {
  const articles = await store.articles.byIds(records.map(({ article }) => article.id));
  return articles.map((article) => article?.updatedAt.toISOString());
}
