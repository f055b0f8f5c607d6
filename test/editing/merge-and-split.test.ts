import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeId } from '../../src/domain/identity.js';
import { mergePeople } from '../../src/editing/merge-people.js';
import { splitPerson } from '../../src/editing/split-person.js';
import { undoChange } from '../../src/editing/undo.js';
import { type Repository, WHOLE_STORE } from '../../src/repository/repository.js';
import { whole } from '../contract/pages.js';
import { metric, organization, person } from '../support/entities.js';
import { randomRecords } from '../support/random-records.js';
import { articleRecord } from '../support/records.js';
import { lastingAnswers, openStore, STORES } from './stores.js';

const ADA = person('Ada Vale', { aliases: ['Minister Vale'] });
const ADELE = person('Adele Vale', { aliases: ['A. Vale'] });
const RUFUS = person('Rufus Vale');
const PORTS = organization('Ministry of Ports');

const HARBOUR = articleRecord({
  title: 'Harbour closed',
  text: 'Ada Vale, the minister of ports, closed the harbour. “It is not safe”, said Vale.',
  people: [ADA, RUFUS],
  organizations: [PORTS],
  roles: [{ person: ADA, title: 'minister of ports', organization: PORTS, evidence: ['the minister of ports'] }],
  statements: [
    { content: 'It is not safe', speaker: ADA, speakerWords: 'Vale', quotations: [{ words: 'It is not safe' }] },
  ],
});
const ISLAND = articleRecord({
  title: 'Island cut off',
  text: 'Adele Vale counted 14 boats at sea. Vale asked the fishers to return. Rufus Vale is her brother.',
  people: [ADELE, RUFUS],
  organizations: [PORTS],
  roles: [{ person: ADELE, title: 'Minister of Ports', organization: PORTS, evidence: ['Adele Vale'] }],
  relationships: [{ person: ADELE, kind: 'SIBLING', other: RUFUS, evidence: ['her brother'] }],
  statements: [
    { key: 'count', content: '14 boats', speaker: ADELE, about: [{ subject: ADELE, words: ['Adele Vale'] }] },
    { key: 'asked', content: 'the fishers to return', speaker: null, candidates: [ADELE, ADA] },
  ],
  metrics: [metric('boats at sea')],
  statistics: [{ metric: metric('boats at sea'), value: 14, words: '14', claimedBy: ADELE, statement: 'count' }],
  unresolved: [{ candidates: [ADELE, ADA], words: ['Vale'] }],
});
const RECORDS = [
  articleRecord({ title: 'Both', text: 'Ada Vale met Adele Vale.', people: [ADA, ADELE] }),
  HARBOUR,
  ISLAND,
];

const merge = (store: Repository, keep = ADA, ...absorb: (typeof ADA)[]) =>
  mergePeople(store, 'olive', { keep: keep.id, absorb: absorb.map(({ id }) => id), reason: 'the same' });

async function onlyChange(store: Repository) {
  const [page] = await store.changes.pages('all', [WHOLE_STORE], whole('AT_DESC'));
  return page?.rows[0]?.node;
}

describe.each(STORES)('merging people (%s)', (_, open) => {
  test('moves all that is said by, of and about one to the other, who also answers to the id', async () => {
    const store = await openStore(open, RECORDS);
    const { result, change, userErrors } = await merge(store, ADA, ADELE);
    expect(userErrors).toEqual([]);
    expect(result).toBe(ADA.id);
    expect(change).toMatchObject({
      action: 'MERGE',
      actor: 'olive',
      reason: 'the same',
      targetIds: [ADA.id, ADELE.id],
    });
    const [kept, former] = await store.people.byIds([ADA.id, ADELE.id]);
    expect(former).toEqual(kept);
    expect(kept).toMatchObject({ aliases: ['Minister Vale', 'Adele Vale', 'A. Vale'], formerIds: [ADELE.id] });
    const [statements] = await store.statements.pages('speaker', [ADA.id], whole('POSITION_ASC'));
    expect(statements?.rows.map(({ node }) => node.text).sort()).toEqual([
      '14 boats',
      'It is not safe',
      'the fishers to return',
    ]);
    expect(await store.statements.counts('subject', [ADA.id], undefined)).toEqual([1]);
    expect((await store.statistics.byIds(ISLAND.statistics.map(({ id }) => id)))[0]?.claimedById).toBe(ADA.id);
    expect(await store.unresolvedOf([ISLAND.article.id])).toEqual([[]]);
    expect((await store.rolesOf([ADA.id]))[0]?.map(({ evidence }) => evidence.length)).toEqual([2]);
    expect((await store.relationshipsOf([ADA.id]))[0]?.map(({ otherId }) => otherId)).toEqual([RUFUS.id]);
    expect(await store.people.counts('all', [WHOLE_STORE], { name: 'Adele Vale' })).toEqual([1]);
    const [both] = RECORDS;
    const [mentions] = await store.mentionsOf([
      { articleId: both?.article.id ?? makeId('Article'), subjectId: ADA.id },
    ]);
    expect(mentions?.map(({ text }) => text)).toEqual(['Ada Vale', 'Adele Vale']);
  });

  test('is undone whole', async () => {
    const store = await openStore(open, RECORDS);
    const before = await lastingAnswers(store, RECORDS);
    const { change } = await merge(store, ADA, ADELE, RUFUS);
    const undone = await undoChange(store, { id: change?.id ?? makeId('Change'), actor: 'olive' });
    expect(undone.userErrors).toEqual([]);
    expect(await lastingAnswers(store, RECORDS)).toEqual(before);
  });

  test('and its undo leave any store as it was', async () => {
    await fc.assert(
      fc.asyncProperty(randomRecords(), fc.nat(), fc.nat(), async (records, one, other) => {
        const people = [...new Set(records.flatMap(({ people }) => people.map(({ id }) => id)))];
        const [keep, absorb] = [people[one % people.length], people[other % people.length]];
        if (keep === undefined || absorb === undefined || keep === absorb) return;
        const store = await openStore(open, records);
        const before = await lastingAnswers(store, records);
        const { change, userErrors } = await mergePeople(store, 'olive', { keep, absorb: [absorb], reason: null });
        if (change !== null) await undoChange(store, { id: change.id, actor: 'olive' });
        else expect(userErrors).toHaveLength(1);
        expect(await lastingAnswers(store, records)).toEqual(before);
        await store.close();
      }),
      { numRuns: 15, interruptAfterTimeLimit: 20_000 },
    );
  });

  test('refuses nobody, oneself, somebody unknown, too many and two Wikidata entries', async () => {
    const known = person('Known Vale', { wikidata: 'https://www.wikidata.org/entity/Q1' });
    const other = person('Other Vale', { wikidata: 'https://www.wikidata.org/entity/Q2' });
    const named = articleRecord({ title: 'Two', text: 'Known Vale met Other Vale.', people: [known, other] });
    const store = await openStore(open, [...RECORDS, named]);
    const errorOf = async (outcome: ReturnType<typeof merge>) => (await outcome).userErrors[0];
    expect(await errorOf(merge(store, ADA))).toMatchObject({ code: 'INVALID', field: ['absorb'] });
    expect(await errorOf(merge(store, ADA, ADELE, ADA))).toMatchObject({ code: 'INVALID', field: ['absorb', '1'] });
    expect(await errorOf(merge(store, person('Nobody At All'), ADA))).toMatchObject({
      code: 'NOT_FOUND',
      field: ['keep'],
    });
    expect(await errorOf(merge(store, ADA, person('Nobody At All')))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await errorOf(merge(store, ADA, ...Array.from({ length: 21 }, () => ADELE)))).toMatchObject({
      code: 'TOO_LARGE',
    });
    expect(await errorOf(merge(store, known, other))).toMatchObject({ code: 'CONFLICT', field: ['absorb', '0'] });
    expect(await onlyChange(store)).toBeUndefined();
  });
});

describe.each(STORES)('splitting a person (%s)', (_, open) => {
  const split = (store: Repository, articles: readonly (typeof HARBOUR)[], name = 'Ada Vale') =>
    splitPerson(store, 'olive', {
      id: ADA.id,
      name,
      articles: articles.map(({ article }) => article.id),
      reason: null,
    });

  test('moves what some articles say to a new person of the name', async () => {
    const store = await openStore(open, RECORDS);
    const { result } = await split(store, [HARBOUR]);
    const [person, created] = await store.people.byIds([ADA.id, result?.createdId ?? ADA.id]);
    expect(created).toMatchObject({ name: 'Ada Vale', aliases: [], formerIds: [] });
    expect(created?.id).not.toBe(ADA.id);
    expect(created?.slug).not.toBe(person?.slug);
    const counts = await store.statements.counts('speaker', [ADA.id, created?.id ?? ''], undefined);
    expect(counts).toEqual([0, 1]);
    expect((await store.rolesOf([created?.id ?? ADA.id]))[0]?.map(({ title }) => title)).toEqual(['minister of ports']);
    expect(await store.rolesOf([ADA.id])).toEqual([[]]);
  });

  test('is undone whole', async () => {
    const store = await openStore(open, RECORDS);
    const before = await lastingAnswers(store, RECORDS);
    const { change } = await split(store, [HARBOUR, ISLAND]);
    await undoChange(store, { id: change?.id ?? makeId('Change'), actor: 'olive' });
    expect(await lastingAnswers(store, RECORDS)).toEqual(before);
  });

  test('cannot be undone before what was done to the new person since, which is named', async () => {
    const store = await openStore(open, RECORDS);
    const first = await split(store, [HARBOUR], 'Ada B. Vale');
    const second = await mergePeople(store, 'rufus', {
      keep: first.result?.createdId ?? ADA.id,
      absorb: [ADELE.id],
      reason: null,
    });
    const undo = (id = makeId('Change')) => undoChange(store, { id, actor: 'olive' });
    const refused = await undo(first.change?.id);
    expect(refused.userErrors[0]).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining(second.change?.id ?? '?'),
    });
    expect((await undo(second.change?.id)).userErrors).toEqual([]);
    expect((await undo(first.change?.id)).userErrors).toEqual([]);
    expect((await undo(first.change?.id)).userErrors[0]).toMatchObject({ code: 'CONFLICT' });
  });

  test('refuses no article, all of them, one of somebody else, and no name', async () => {
    const store = await openStore(open, RECORDS);
    const errorOf = async (outcome: ReturnType<typeof split>) => (await outcome).userErrors[0];
    const other = articleRecord({ title: 'Other', text: 'Nothing of note.' });
    await store.storeArticles([other]);
    expect(await errorOf(split(store, []))).toMatchObject({ code: 'INVALID', field: ['articles'] });
    expect(await errorOf(split(store, RECORDS))).toMatchObject({ code: 'INVALID', field: ['articles'] });
    expect(await errorOf(split(store, [HARBOUR, other]))).toMatchObject({
      code: 'CONFLICT',
      field: ['articles', '1'],
    });
    expect(await errorOf(split(store, [HARBOUR], ' '))).toMatchObject({ code: 'INVALID', field: ['name'] });
  });
});
