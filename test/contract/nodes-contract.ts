import { describe, expect, test } from 'vitest';
import { makeId } from '../../src/domain/identity.js';
import type { Repository } from '../../src/repository/repository.js';
import { metric, organization, person, place, publisher, topic } from '../support/entities.js';
import { articleRecord, sourceIn, statementIn, statisticIn } from '../support/records.js';
import { type OpenRepository, storeWith } from './opening.js';

const COAST = place('Coastland', 'COUNTRY');
const PORT = place('Port Ember', 'CITY', COAST.id);
const TERN = person('Olive Tern', { aliases: ['the mayor'], wikidata: 'https://wikidata.example/Q1' });
const REED = person('Basil Reed', { formerIds: [makeId('Person', 'basil r')] });
const OFFICE = organization('Harbour Office', { organizationKind: 'GOVERNMENT', placeId: COAST.id });
const SHIPS = metric('ships in port', 'ships', 'Ships at the quay at noon.');

/** One article with something of every kind. */
const HARBOUR = articleRecord({
  title: 'Harbour open again',
  url: 'https://gazette.example/harbour',
  publisher: publisher('The Ember Gazette', 'https://gazette.example/'),
  text:
    'The Harbour Office of Port Ember reported that an official had read out a letter in which Olive Tern wrote that the harbour is open. ' +
    'Her brother Basil Reed, the first pilot, counted 12 ships. A certain Finch and one Lark were there.',
  topics: [topic('Shipping')],
  places: [COAST, PORT],
  people: [TERN, REED],
  organizations: [OFFICE],
  metrics: [SHIPS],
  roles: [
    { person: REED, title: 'first pilot', organization: OFFICE, from: '2030-01-01', evidence: ['the first pilot'] },
    { person: REED, title: 'ferryman' },
    { person: TERN, title: 'mayor' },
  ],
  relationships: [
    { person: REED, kind: 'SIBLING', other: TERN, evidence: ['Her brother Basil Reed'] },
    { person: REED, kind: 'COLLEAGUE', other: TERN },
  ],
  sources: [{ description: 'an official', sourceKind: 'OFFICIAL', affiliationId: OFFICE.id }],
  statements: [
    {
      key: 'report',
      content: 'an official had read out a letter in which Olive Tern wrote that the harbour is open',
      speaker: OFFICE,
    },
    { key: 'letter', content: 'the harbour is open', speaker: TERN, medium: 'LETTER', parent: 'reading' },
    { key: 'reading', content: 'Olive Tern wrote that the harbour is open', speaker: 'an official', parent: 'report' },
    { key: 'count', content: '12 ships', speaker: REED },
  ],
  statistics: [{ metric: SHIPS, value: 12, words: '12', place: PORT, claimedBy: REED, statement: 'count' }],
  relations: [{ kind: 'CONFIRMS', from: 'count', to: 'letter' }],
  unresolved: [{ words: ['Lark', 'Finch'] }, { candidates: [TERN, REED], words: ['Her'] }],
  appearances: [
    { subject: topic('Shipping') },
    { subject: REED, mentions: ['the first pilot', 'Basil Reed'] },
    { subject: PORT, mentions: ['Port Ember'] },
  ],
});
const RETRACTED = articleRecord({
  title: 'Harbour gone',
  url: 'https://gazette.example/gone',
  text: 'The harbour vanished, a witness said. 5 ships sank. It sank.',
  metrics: [SHIPS],
  retraction: { at: new Date('2031-05-02T00:00:00Z'), reason: 'It did not vanish.' },
  statements: [
    { content: 'The harbour vanished', speaker: 'a witness' },
    { content: 'It sank', standing: 'GONE', provenance: { review: 'REJECTED' }, parent: 'The harbour vanished' },
  ],
  statistics: [{ metric: SHIPS, value: 5, words: '5', standing: 'GONE' }],
  relations: [{ kind: 'REPEATS', from: 'It sank', to: 'The harbour vanished', provenance: { review: 'REJECTED' } }],
});

const LETTER = statementIn(HARBOUR, 'the harbour is open');
const FORMER_REED = makeId('Person', 'basil r');

export function describeNodes(open: OpenRepository): void {
  describe('what answers by id', () => {
    test('is what was stored, in the order asked, with undefined for what nothing has', async () => {
      const store = await storeWith(open, HARBOUR, RETRACTED);
      await answersById(store.publishers, [HARBOUR.publisher], 'Publisher');
      await answersById(store.topics, HARBOUR.topics, 'Topic');
      await answersById(store.places, [COAST, PORT], 'Place');
      await answersById(store.metrics, [SHIPS], 'Metric');
      await answersById(
        store.unnamedSources,
        [sourceIn(HARBOUR, 'an official'), sourceIn(RETRACTED, 'a witness')],
        'UnnamedSource',
      );
      await answersById(
        store.people,
        [
          { ...TERN, slug: 'olive-tern' },
          { ...REED, slug: 'basil-reed' },
        ],
        'Person',
      );
      await answersById(store.organizations, [{ ...OFFICE, slug: 'harbour-office' }], 'Organization');
    });

    test('is there whatever lists leave out: retracted articles, statements and figures that are gone or rejected', async () => {
      const store = await storeWith(open, HARBOUR, RETRACTED);
      await answersById(store.statements, [...HARBOUR.statements, ...RETRACTED.statements], 'Statement');
      await answersById(store.statistics, [statisticIn(HARBOUR, '12'), statisticIn(RETRACTED, '5')], 'Statistic');
      await answersById(store.relations, [...HARBOUR.relations, ...RETRACTED.relations], 'StatementRelation');
      const [article] = await store.articles.byIds([RETRACTED.article.id]);
      expect(article).toEqual({
        ...RETRACTED.article,
        slug: 'harbour-gone',
        updatedAt: new Date('2031-06-01T12:00:00.001Z'),
      });
    });

    test('is the utterance of any statement', async () => {
      const store = await storeWith(open, HARBOUR, RETRACTED);
      const utterances = [...HARBOUR.statements, ...RETRACTED.statements].map(({ utteranceId }) => ({
        id: utteranceId,
      }));
      await answersById(store.utterances, utterances, 'Utterance');
    });

    test('is the person that remains, for the id of one who was merged', async () => {
      const store = await storeWith(open, HARBOUR);
      const [former, current] = await store.people.byIds([FORMER_REED, REED.id]);
      expect(former).toEqual({ ...REED, slug: 'basil-reed' });
      expect(current).toEqual(former);
    });

    test('is an article and its revision', async () => {
      const store = await storeWith(open, HARBOUR);
      const storedAt = new Date('2031-06-01T12:00:00.000Z');
      expect(await store.articles.byIds([HARBOUR.article.id])).toEqual([
        { ...HARBOUR.article, slug: 'harbour-open-again', updatedAt: storedAt },
      ]);
      expect(await store.revisions.byIds([HARBOUR.revision.id])).toEqual([{ ...HARBOUR.revision, storedAt }]);
    });
  });

  describe('what answers by name', () => {
    test('is an article by its slug and by its address, retracted or not', async () => {
      const store = await storeWith(open, HARBOUR, RETRACTED);
      const bySlug = await store.articles.by('slug', [
        'harbour-gone',
        'no-such-article',
        'harbour-open-again',
        'harbour-gone',
      ]);
      expect(bySlug.map((article) => article?.id)).toEqual([
        RETRACTED.article.id,
        undefined,
        HARBOUR.article.id,
        RETRACTED.article.id,
      ]);
      const byUrl = await store.articles.by('url', [
        'https://gazette.example/gone',
        'https://gazette.example/GONE',
        'https://gazette.example/harbour',
      ]);
      expect(byUrl.map((article) => article?.id)).toEqual([RETRACTED.article.id, undefined, HARBOUR.article.id]);
    });

    test('is the article with the lesser id where two publishers give one address', async () => {
      const url = 'https://gazette.example/shared';
      const outlets = ['The Ember Gazette', 'Coast Daily', 'The Lamp'].map((name) => publisher(name));
      const records = outlets.map((outlet) =>
        articleRecord({ title: `Shared by ${outlet.name}`, publisher: outlet, url }),
      );
      const store = await storeWith(open, ...records);
      const [least] = records.map(({ article }) => article.id).sort();
      expect((await store.articles.by('url', [url])).map((article) => article?.id)).toEqual([least]);
    });

    test('is a person or an organization by its slug', async () => {
      const store = await storeWith(open, HARBOUR);
      expect(await store.people.by('slug', ['basil-reed', 'Basil Reed'])).toEqual([
        { ...REED, slug: 'basil-reed' },
        undefined,
      ]);
      expect(await store.organizations.by('slug', ['basil-reed', 'harbour-office'])).toEqual([
        undefined,
        { ...OFFICE, slug: 'harbour-office' },
      ]);
    });
  });

  describe('what belongs to a person', () => {
    test('is every role, in the order of recording, with its evidence', async () => {
      const store = await storeWith(open, HARBOUR);
      const [pilot, ferryman, mayor] = HARBOUR.roles;
      expect(pilot).toMatchObject({
        title: 'first pilot',
        from: '2030-01-01',
        to: null,
        evidence: [{ text: 'the first pilot' }],
      });
      expect(await store.rolesOf([TERN.id, makeId('Person', 'nobody'), REED.id, TERN.id])).toEqual([
        [mayor],
        [],
        [pilot, ferryman],
        [mayor],
      ]);
    });

    test('is every relationship, in the order of recording', async () => {
      const store = await storeWith(open, HARBOUR);
      expect(await store.relationshipsOf([makeId('Person', 'nobody'), REED.id])).toEqual([[], HARBOUR.relationships]);
    });

    test('answers to a former id, too', async () => {
      const store = await storeWith(open, HARBOUR);
      expect(await store.rolesOf([FORMER_REED])).toEqual(await store.rolesOf([REED.id]));
      expect(await store.relationshipsOf([FORMER_REED])).toEqual([HARBOUR.relationships]);
      const [mentions] = await store.mentionsOf([{ articleId: HARBOUR.article.id, subjectId: FORMER_REED }]);
      expect(mentions?.map(({ text }) => text)).toEqual(['Basil Reed', 'the first pilot']);
    });
  });

  describe('what an article says of names', () => {
    test('is where it mentions each, in the order of the text', async () => {
      const store = await storeWith(open, HARBOUR, RETRACTED);
      const articleId = HARBOUR.article.id;
      const mentions = await store.mentionsOf([
        { articleId, subjectId: PORT.id },
        { articleId, subjectId: topic('Shipping').id },
        { articleId, subjectId: REED.id },
        { articleId, subjectId: makeId('Person', 'nobody') },
        { articleId: RETRACTED.article.id, subjectId: REED.id },
      ]);
      expect(mentions.map((spans) => spans.map(({ text }) => text))).toEqual([
        ['Port Ember'],
        [],
        ['Basil Reed', 'the first pilot'],
        [],
        [],
      ]);
      expect(mentions[0]).toEqual([{ revisionId: HARBOUR.revision.id, start: 22, end: 32, text: 'Port Ember' }]);
    });

    test('is which it leaves open, in the order of the text', async () => {
      const store = await storeWith(open, HARBOUR, RETRACTED);
      const [larkAndFinch, her] = HARBOUR.unresolved;
      const left = await store.unresolvedOf([makeId('Article', 'unwritten'), HARBOUR.article.id, RETRACTED.article.id]);
      expect(left).toEqual([[], [her, larkAndFinch], []]);
    });
  });

  describe('the chain of a statement', () => {
    test('goes from the outermost report down to the statement itself', async () => {
      const store = await storeWith(open, HARBOUR);
      const [report, letter, reading, count] = HARBOUR.statements;
      expect(letter?.id).toBe(LETTER.id);
      const chains = await store.chainsOf(HARBOUR.statements.map(({ id }) => id));
      expect(chains).toEqual([[report], [report, reading, letter], [report, reading], [count]]);
    });

    test('has all links, whatever their state, and is empty for a statement that nobody made', async () => {
      const store = await storeWith(open, RETRACTED);
      const [vanished, sank] = RETRACTED.statements;
      expect(await store.chainsOf([makeId('Statement', 'unsaid'), statementIn(RETRACTED, 'It sank').id])).toEqual([
        [],
        [vanished, sank],
      ]);
    });
  });

  describe('a question', () => {
    test('about no keys gets no answers', async () => {
      const store = await storeWith(open, HARBOUR);
      for (const ask of everyQuestion(store)) expect(await ask.aboutNothing()).toEqual([]);
    });

    test('that is called off rejects with the reason of its signal', async () => {
      const store = await storeWith(open, HARBOUR);
      const signal = AbortSignal.abort(new Error('The reader left.'));
      for (const ask of everyQuestion(store)) await expect(ask.calledOff(signal)).rejects.toThrow('The reader left.');
      await expect(store.isEmpty(signal)).rejects.toThrow('The reader left.');
    });

    test('with a signal that nobody uses is answered', async () => {
      const store = await storeWith(open, HARBOUR);
      const { signal } = new AbortController();
      expect(await store.articles.counts('all', ['*'], undefined, signal)).toEqual([1]);
      expect(await store.isEmpty(signal)).toBe(false);
    });
  });
}

/** Checks that ids are answered in the order asked, as often as asked, and with undefined between them. */
async function answersById<Node extends { readonly id: string }>(
  nodes: { byIds(ids: readonly Node['id'][]): Promise<(Node | undefined)[]> },
  expected: readonly Node[],
  type: Parameters<typeof makeId>[0],
): Promise<void> {
  const unknown: Node['id'] = makeId(type, 'never stored');
  const ids = expected.map(({ id }) => id);
  expect(await nodes.byIds([unknown, ...ids, ...ids.toReversed(), unknown])).toEqual([
    undefined,
    ...expected,
    ...expected.toReversed(),
    undefined,
  ]);
}

interface Question {
  aboutNothing(): Promise<unknown[]>;
  calledOff(signal: AbortSignal): Promise<unknown>;
}

/** Every question that takes a list of keys, asked about none and about one with a signal. */
function everyQuestion(store: Repository): Question[] {
  const question = <Key>(key: Key, ask: (keys: Key[], signal?: AbortSignal) => Promise<unknown[]>): Question => ({
    aboutNothing: () => ask([]),
    calledOff: (signal) => ask([key], signal),
  });
  const { article, statements, statistics, relations, revision } = HARBOUR;
  const whole = { filter: undefined, size: 1, direction: 'FORWARD', from: null } as const;
  return [
    question(article.id, (ids, signal) => store.articles.byIds(ids, signal)),
    question('harbour-open-again', (slugs, signal) => store.articles.by('slug', slugs, signal)),
    question(article.publisherId, (ids, signal) =>
      store.articles.pages('publisher', ids, { ...whole, order: 'PUBLISHED_AT_DESC' }, signal),
    ),
    question(article.publisherId, (ids, signal) => store.articles.counts('publisher', ids, undefined, signal)),
    question(revision.id, (ids, signal) => store.revisions.byIds(ids, signal)),
    question(article.id, (ids, signal) =>
      store.revisions.pages('article', ids, { ...whole, order: 'NUMBER_DESC' }, signal),
    ),
    question(article.publisherId, (ids, signal) => store.publishers.byIds(ids, signal)),
    question(article.id, (ids, signal) =>
      store.topics.pages('article', ids, { ...whole, order: 'APPEARANCE_ASC' }, signal),
    ),
    question(article.id, (ids, signal) => store.places.counts('article', ids, undefined, signal)),
    question(REED.id, (ids, signal) => store.people.byIds(ids, signal)),
    question('*', (ids, signal) => store.people.pages('all', ids, { ...whole, order: 'NAME_ASC' }, signal)),
    question('basil-reed', (slugs, signal) => store.people.by('slug', slugs, signal)),
    question(OFFICE.id, (ids, signal) => store.organizations.byIds(ids, signal)),
    question(sourceIn(HARBOUR, 'an official').id, (ids, signal) => store.unnamedSources.byIds(ids, signal)),
    question(LETTER.id, (ids, signal) => store.statements.byIds(ids, signal)),
    question(REED.id, (ids, signal) =>
      store.statements.pages('speaker', ids, { ...whole, order: 'SAID_AT_DESC' }, signal),
    ),
    question(statistics[0]?.id ?? '', (ids, signal) => store.statements.counts('statistic', ids, undefined, signal)),
    question(LETTER.utteranceId, (ids, signal) => store.utterances.byIds(ids, signal)),
    question(LETTER.id, (ids, signal) =>
      store.relations.pages('to', ids, { ...whole, filter: {}, order: 'RECORDED_ASC' }, signal),
    ),
    question(LETTER.id, (ids, signal) => store.relations.counts('from', ids, { kinds: ['DENIES'] }, signal)),
    question(relations.map(({ id }) => id)[0] ?? makeId('StatementRelation', 'none'), (ids, signal) =>
      store.relations.byIds(ids, signal),
    ),
    question(SHIPS.id, (ids, signal) => store.metrics.byIds(ids, signal)),
    question(PORT.id, (ids, signal) => store.statistics.pages('place', ids, { ...whole, order: 'AS_OF_DESC' }, signal)),
    question(REED.id, (ids, signal) => store.rolesOf(ids, signal)),
    question(REED.id, (ids, signal) => store.relationshipsOf(ids, signal)),
    question({ articleId: article.id, subjectId: REED.id }, (keys, signal) => store.mentionsOf(keys, signal)),
    question(article.id, (ids, signal) => store.unresolvedOf(ids, signal)),
    question(statements.map(({ id }) => id)[0] ?? LETTER.id, (ids, signal) => store.chainsOf(ids, signal)),
  ];
}
