import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, changeId } from '../../src/domain/change.js';
import { makeId } from '../../src/domain/identity.js';
import { identityCandidate } from '../../src/domain/identity-candidate.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import type { Desk, RecordPatch } from '../../src/repository/desk.js';
import { type Repository, WHOLE_STORE } from '../../src/repository/repository.js';
import { organization, person } from '../support/entities.js';
import { randomRecords } from '../support/random-records.js';
import { articleRecord, statementIn } from '../support/records.js';
import { allAnswers } from './answers.js';
import { NOW, type OpenRepository, storeWith } from './opening.js';
import { keysOf, whole } from './pages.js';

const TERN = person('Olive Tern', { aliases: ['Mayor Tern'] });
const STORM = articleRecord({
  title: 'Storm closes harbour',
  url: 'https://messenger.example/storm',
  text: 'Mayor Olive Tern said the harbour is closed. A pilot said it is open.',
  people: [TERN],
  statements: [
    { content: 'the harbour is closed', speaker: TERN, cue: 'said', about: [{ subject: TERN, words: ['Olive Tern'] }] },
    { content: 'it is open', speaker: 'A pilot' },
  ],
  relations: [{ from: 'it is open', kind: 'DENIES', to: 'the harbour is closed' }],
});

/** Suite of `Repository.write`: what a desk puts down is as if it had been stored so from the beginning. */
export function describeDesk(open: OpenRepository): void {
  describe('writing at a desk', () => {
    test('leaves the store as if all had been stored so at first', async () => {
      await fc.assert(
        fc.asyncProperty(randomRecords(), async (records) => {
          const edited = await openWith(open, records.map(plain));
          const wanted = await openWith(open, records);
          await edited.write(async (desk) => {
            await renewArticles(desk, records);
            for (const record of records) await putClaims(desk, record);
          });
          await wanted.write((desk) => renewArticles(desk, records));
          await expectSame(edited, wanted, records);
        }),
        { numRuns: 15, interruptAfterTimeLimit: 20_000 },
      );
    });

    test('takes away what was there as if it had never been stored', async () => {
      await fc.assert(
        fc.asyncProperty(randomRecords(), async (records) => {
          const bare = records.map((record) => ({ ...record, statements: [], statistics: [], relations: [] }));
          const edited = await openWith(open, records);
          const wanted = await openWith(open, bare);
          await edited.write(async (desk) => {
            await renewArticles(desk, bare);
            for (const record of records) await removeClaims(desk, record);
          });
          await wanted.write((desk) => renewArticles(desk, bare));
          await expectSame(edited, wanted, records);
        }),
        { numRuns: 10, interruptAfterTimeLimit: 20_000 },
      );
    });

    test('renames a person everywhere, and forgets the names they no longer have', async () => {
      const store = await storeWith(open, STORM);
      await store.write(async (desk) => {
        const [known] = await desk.read('Person', [TERN.id]);
        if (known !== undefined) await desk.put('Person', { ...known, name: 'Olive Plover', aliases: ['Tern'] });
      });
      const named = async (name: string) => (await store.people.counts('all', [WHOLE_STORE], { name }))[0];
      expect([await named('Olive Plover'), await named('Tern'), await named('Mayor Tern')]).toEqual([1, 1, 0]);
      expect((await store.people.byIds([TERN.id]))[0]?.slug).toBe('olive-tern');
    });

    test('gives everything of an article', async () => {
      const store = await storeWith(open, STORM);
      const [file, nothing] = await store.write((desk) =>
        desk.articleFiles([STORM.article.id, makeId('Article', 'of nobody')]),
      );
      expect(nothing).toBeUndefined();
      expect(file?.article).toMatchObject({ ...STORM.article, slug: 'storm-closes-harbour' });
      expect(file?.revision).toMatchObject(STORM.revision);
      expect(file?.statements).toEqual(STORM.statements);
      expect(file?.unnamedSources).toEqual(STORM.unnamedSources);
      expect(file?.relations).toEqual(STORM.relations);
      expect(file?.appearances).toEqual(STORM.appearances.map((appearance) => expect.objectContaining(appearance)));
    });

    test('says who names somebody, and in which articles', async () => {
      const store = await storeWith(open, STORM);
      const closed = statementIn(STORM, 'the harbour is closed');
      await store.write(async (desk) => {
        expect(await desk.articlesNaming(TERN.id)).toEqual([STORM.article.id]);
        expect(await desk.referrers(TERN.id)).toEqual(
          expect.arrayContaining([
            { type: 'Statement', key: closed.id },
            { type: 'Appearance', key: JSON.stringify([STORM.article.id, TERN.id]) },
          ]),
        );
        expect(await desk.referrers(closed.id)).toEqual([{ type: 'StatementRelation', key: STORM.relations[0]?.id }]);
      });
    });

    test('knows people by any of their names, and those who were merged by who remains', async () => {
      const former = makeId('Person', 'formerly Tern');
      const other = person('OLIVE  Tern', { disambiguator: 'of the north', formerIds: [former] });
      const record = articleRecord({ title: 'Two of one name', people: [TERN, other, person('Rufus Tern')] });
      const store = await storeWith(open, record);
      await store.write(async (desk) => {
        const named = async (name: string) => (await desk.peopleNamed(name)).map(({ id }) => id);
        expect(await named('olive tern')).toEqual([TERN.id, other.id].toSorted());
        expect(await named('MAYOR tern')).toEqual([TERN.id]);
        expect(await named('Tern')).toEqual([]);
        expect((await desk.peopleNamed('Mayor Tern'))[0]).toMatchObject(TERN);
        expect(await desk.remainingIds([former, TERN.id, makeId('Person', 'nobody')])).toEqual([
          other.id,
          TERN.id,
          makeId('Person', 'nobody'),
        ]);
      });
    });

    test('keeps roles and relationships by what makes them', async () => {
      const harbour = organization('Harbour Board');
      const record = articleRecord({
        title: 'The board',
        text: 'Olive Tern chairs the Harbour Board. Rufus Tern is her brother.',
        people: [TERN, person('Rufus Tern')],
        organizations: [harbour],
        roles: [{ person: TERN, title: 'Chair', organization: harbour }],
        relationships: [{ person: TERN, kind: 'SIBLING', other: person('Rufus Tern') }],
      });
      const store = await storeWith(open, record);
      await store.write(async (desk) => {
        const [role] = await desk.rolesOf(TERN.id);
        if (role === undefined) throw new Error('There is no role.');
        expect(await desk.read('Role', [JSON.stringify([TERN.id, 'chair', harbour.id])])).toEqual([role]);
        await desk.put('Role', { ...role, from: '2030-01-01' });
        await desk.remove('Relationship', JSON.stringify([TERN.id, 'SIBLING', person('Rufus Tern').id]));
        await desk.put('Role', { ...role, title: 'Pilot', organizationId: null });
      });
      const [roles] = await store.rolesOf([TERN.id]);
      expect(roles?.map(({ title, from }) => [title, from])).toEqual([
        ['Chair', '2030-01-01'],
        ['Pilot', null],
      ]);
      expect((await store.relationshipsOf([TERN.id]))[0]?.map(({ otherId }) => otherId)).not.toContain(
        person('Rufus Tern').id,
      );
    });

    test('leaves everything as it was when its work throws', async () => {
      const store = await storeWith(open, STORM);
      const before = await allAnswers(store, [STORM]);
      const failing = store.write(async (desk) => {
        await removeClaims(desk, STORM);
        await desk.addChange({ change: change({ at: desk.at }), patches: [] });
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await allAnswers(store, [STORM])).toEqual(before);
      expect(await store.changes.counts('all', [WHOLE_STORE], undefined)).toEqual([0]);
    });

    test('refuses to take away what something still names', async () => {
      const store = await storeWith(open, STORM);
      const before = await allAnswers(store, [STORM]);
      const removal = store.write((desk) => desk.remove('Statement', statementIn(STORM, 'the harbour is closed').id));
      await expect(removal).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
      expect(await allAnswers(store, [STORM])).toEqual(before);
    });

    test('opens one desk at a time, each later than all before', async () => {
      const store = await storeWith(open, STORM);
      const times: Date[] = [];
      let working = 0;
      const work = async (desk: Desk) => {
        expect(++working).toBe(1);
        await renewArticles(desk, [STORM]);
        times.push(desk.at);
        working--;
      };
      await Promise.all([store.write(work), store.write(work), store.write(work)]);
      expect(times).toEqual([...new Set(times)].sort((a, b) => a.getTime() - b.getTime()));
      const [article] = await store.articles.byIds([STORM.article.id]);
      expect(article?.updatedAt).toEqual(times.at(-1));
    });
  });

  describe('what was ingested', () => {
    test('is remembered with what it was, as soon as its desk is closed', async () => {
      const store = await storeWith(open);
      const source = { source: '/news/a.md', fingerprint: 'f1', documents: 3 };
      expect(await store.sources.ingested(['/news/a.md'])).toEqual([undefined]);
      await store.write((desk) => desk.noteIngested(source));
      expect(await store.sources.ingested(['/other', '/news/a.md'])).toEqual([undefined, source]);
      await store.write((desk) => desk.noteIngested({ ...source, fingerprint: 'f2', documents: 4 }));
      expect(await store.sources.ingested(['/news/a.md'])).toMatchObject([{ fingerprint: 'f2', documents: 4 }]);
    });

    test('of a feed is what its server last said of it', async () => {
      const store = await storeWith(open);
      expect(await store.sources.validatorsOf('https://messenger.example/feed')).toBeUndefined();
      await store.sources.rememberFeed('https://messenger.example/feed', { etag: '"1"', lastModified: null });
      await store.sources.rememberFeed('https://messenger.example/feed', { etag: '"2"', lastModified: 'Tue' });
      expect(await store.sources.validatorsOf('https://messenger.example/feed')).toEqual({
        etag: '"2"',
        lastModified: 'Tue',
      });
    });
  });

  describe('pairs of people that may be one', () => {
    test('are listed by how much speaks for it, while both are there', async () => {
      const gull = person('Ada Gull');
      const record = articleRecord({
        title: 'Three',
        text: 'Olive Tern, Ada Gull and Rufus Tern met.',
        people: [TERN, gull, person('Rufus Tern')],
      });
      const store = await storeWith(open, record);
      const likely = identityCandidate(TERN.id, person('Rufus Tern').id, { why: 'one surname', score: 0.6 });
      const unlikely = identityCandidate(gull.id, TERN.id, { why: 'one room', score: 0.2 });
      await store.write((desk) => desk.addIdentityCandidates([unlikely, likely, { ...unlikely, score: 0.3 }]));
      const listed = async () => {
        const [page] = await store.identityCandidates.pages('all', [WHOLE_STORE], whole('SCORE_DESC'));
        return page?.rows.map(({ node }) => node);
      };
      expect(await listed()).toEqual([likely, { ...unlikely, score: 0.3 }]);
      await store.write(async (desk) => {
        await desk.remove('Appearance', JSON.stringify([record.article.id, gull.id]));
        await desk.remove('Person', gull.id);
      });
      expect(await listed()).toEqual([likely]);
    });
  });

  describe('changes', () => {
    const patch: RecordPatch = {
      type: 'Statement',
      key: statementIn(STORM, 'it is open').id,
      before: { force: 'STATED' },
      after: { force: 'DENIED' },
    };

    test('are kept with what they did, and listed the latest first', async () => {
      const store = await storeWith(open, STORM);
      const [first, second] = await threeChanges(store, patch);
      const listed = async (filter?: Parameters<Repository['changes']['counts']>[2]) => {
        const request = { order: 'AT_DESC', filter, size: 10, direction: 'FORWARD', from: null } as const;
        return keysOf((await store.changes.pages('all', [WHOLE_STORE], request))[0]).map(([, id]) => id);
      };
      expect((await listed()).slice(1)).toEqual([second.id, first.id]);
      expect(await listed({ target: TERN.id })).toEqual([first.id]);
      expect(await listed({ actor: 'rufus' })).toEqual([second.id]);
      expect(await store.changes.byIds([first.id])).toEqual([first]);
      expect(await store.write((desk) => desk.changeFiles([first.id]))).toEqual([{ change: first, patches: [patch] }]);
    });

    test('are known by the records that they touch, but for those that were taken back', async () => {
      const store = await storeWith(open, STORM);
      const [first, second, third] = await threeChanges(store, patch);
      await store.write(async (desk) => {
        expect(await desk.laterChanges(patch, null, first)).toEqual([third, second]);
        await desk.markUndone(third.id, second.id);
        expect(await desk.laterChanges(patch, null, first)).toEqual([second]);
        expect(await desk.laterChanges({ type: 'Statement', key: 'of nobody' }, null, first)).toEqual([]);
        await desk.markUndone(third.id, null);
        expect(await desk.laterChanges(patch, null, second)).toEqual([third]);
      });
    });

    test('are also those that read the article of the record anew', async () => {
      const store = await storeWith(open, STORM);
      const [first] = await threeChanges(store, patch);
      const targetIds = [STORM.article.id];
      const ingest = await addChange(store, { action: 'INGEST', targetIds }, []);
      await addChange(store, { action: 'INGEST', targetIds: [makeId('Article', 'another')] }, []);
      await store.write(async (desk) => {
        const elsewhere = { type: 'Statement', key: 'of nobody' } as const;
        expect(await desk.laterChanges(elsewhere, STORM.article.id, first)).toEqual([ingest]);
      });
    });
  });
}

function change(given: Partial<Change>): Change {
  const { id, ...rest } = {
    ...({ id: makeId('Change', ''), action: 'REVIEW', actor: 'olive', at: NOW, reason: null } as const),
    ...{ targetIds: [], undoesId: null, undoneById: null },
    ...given,
  };
  return { ...rest, id: changeId(rest.action, rest.actor, rest.at.getTime()) };
}

function addChange(store: Repository, given: Partial<Change>, patches: readonly RecordPatch[]): Promise<Change> {
  return store.write(async (desk) => {
    const added = change({ ...given, at: desk.at });
    await desk.addChange({ change: added, patches });
    return added;
  });
}

async function threeChanges(store: Repository, patch: RecordPatch): Promise<[Change, Change, Change]> {
  const add = (given: Partial<Change>) => addChange(store, given, [patch]);
  return [
    await add({ targetIds: [TERN.id, STORM.article.id], reason: 'as printed' }),
    await add({ actor: 'rufus' }),
    await add({ targetIds: [STORM.article.id] }),
  ];
}

function openWith(open: OpenRepository, records: readonly ArticleRecord[]): Promise<Repository> {
  return storeWith(open, ...records);
}

async function expectSame(store: Repository, wanted: Repository, records: readonly ArticleRecord[]): Promise<void> {
  expect(await allAnswers(store, records)).toEqual(await allAnswers(wanted, records));
  await Promise.all([store.close(), wanted.close()]);
}

/** A record before anybody looked at it: nothing is gone, rejected, dated or about anybody, nothing retracted. */
function plain(record: ArticleRecord): ArticleRecord {
  const unreviewed = { review: 'UNREVIEWED', reviewedBy: null, reviewedAt: null } as const;
  return {
    ...record,
    article: { ...record.article, retraction: null },
    statements: record.statements.map((statement) => ({
      ...statement,
      ...({ standing: 'STANDS', said: null, about: [], force: 'OTHER', lastChange: null } as const),
      provenance: { ...statement.provenance, ...unreviewed },
    })),
    statistics: record.statistics.map((statistic) => ({
      ...statistic,
      ...({ standing: 'STANDS', placeId: null, asOf: null, lastChange: null } as const),
      ...(statistic.measure === 'LEVEL' ? { value: statistic.value - 1 } : {}),
      provenance: { ...statistic.provenance, ...unreviewed },
    })),
    relations: [],
  };
}

async function renewArticles(desk: Desk, records: readonly ArticleRecord[]): Promise<void> {
  for (const { article } of records) {
    const [stored] = await desk.read('Article', [article.id]);
    if (stored !== undefined) await desk.put('Article', { ...stored, retraction: article.retraction });
  }
}

async function putClaims(desk: Desk, { statements, statistics, relations }: ArticleRecord): Promise<void> {
  for (const statement of statements) await desk.put('Statement', statement);
  for (const statistic of statistics) await desk.put('Statistic', statistic);
  for (const relation of relations) await desk.put('StatementRelation', relation);
}

async function removeClaims(desk: Desk, { statements, statistics, relations }: ArticleRecord): Promise<void> {
  for (const { id } of relations) await desk.remove('StatementRelation', id);
  for (const { id } of statistics) await desk.remove('Statistic', id);
  for (const { id } of statements) await desk.remove('Statement', id);
}
