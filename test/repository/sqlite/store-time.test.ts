import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import type { SubjectId } from '../../../src/domain/article.js';
import type { AnyId, Id } from '../../../src/domain/identity.js';
import { ReviewState } from '../../../src/domain/provenance.js';
import { parseSearch } from '../../../src/domain/search/expression.js';
import { parseSeriesKey } from '../../../src/domain/series.js';
import type { SpeakerId } from '../../../src/domain/speaker.js';
import { SpeakerStatus, StatementForce, StatementKind, StatementRelationKind } from '../../../src/domain/statement.js';
import { ClaimantStatus } from '../../../src/domain/statistic.js';
import type {
  ArticleFilter,
  NameFilter,
  PersonFilter,
  RelationFilter,
  StatementFilter,
  StatisticFilter,
} from '../../../src/repository/filters.js';
import { generateRecords } from '../../../src/repository/generated/generate-records.js';
import { type Collection, StatementGrouping, WHOLE_STORE } from '../../../src/repository/repository.js';
import { SearchType } from '../../../src/repository/search.js';
import { SqliteRepository } from '../../../src/repository/sqlite/sqlite-repository.js';
import { limitStoreTime, StoreTime } from '../../../src/repository/store-time.js';

const folder = mkdtempSync(join(tmpdir(), 'onrecord-store-time-'));
const file = join(folder, 'store.db');
/** Called when a statement begins. */
let begin = () => {};
const opened = { file, observer: () => begin() };
const store = await SqliteRepository.open(opened);
await store.storeArticles([...generateRecords({ articles: 70, seed: 3 })]);
/** Looks at rows one by one whatever the filter. */
const lookingAtEach = await SqliteRepository.open({ ...opened, way: 'oneByOne' });
const lookingInSets = await SqliteRepository.open({ ...opened, way: 'inSet' });
const database = new DatabaseSync(file, { readOnly: true });

afterAll(async () => {
  database.close();
  await lookingAtEach.close();
  await lookingInSets.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

/** What a column has in the rows that a query finds. */
function found<Value extends string>(query: string): Value[] {
  return database
    .prepare(query)
    .all()
    .map((row) => Object.values(row)[0] as Value);
}

const all = <Value extends string>(column: string, table: string) =>
  found<Value>(`select distinct ${column} from ${table} where ${column} is not null`);

/** The same of a row of those for which the clock is looked at. */
function looked<Value extends string>(column: string, table: string, condition = 'true'): Value {
  const [value] = found<Value>(
    `select ${column} from ${table} where rowid & 63 = 0 and ${column} is not null and ${condition} limit 1`,
  );
  if (value === undefined) throw new Error(`No row of ${table} is looked at.`);
  return value;
}

const frequent = parseSearch('the OR a OR of');
const people = all<Id<'Person'>>('id', 'person');
const speakers = all<SpeakerId>('speaker_id', 'statement');
const subjects = all<SubjectId>('subject_id', 'about');
const organizations = all<Id<'Organization'>>('id', 'organization');
const publishers = all<Id<'Publisher'>>('id', 'publisher');
const topics = all<Id<'Topic'>>('id', 'topic');
const articles = all<Id<'Article'>>('id', 'article');
const figures = all<Id<'Statistic'>>('id', 'statistic');
const metrics = all<Id<'Metric'>>('id', 'metric');
const series = found<string>('select distinct series from statistic where listed and as_of_to is not null').map(
  parseSeriesKey,
);
const ALWAYS = { from: null, to: null };

const ARTICLES: Required<ArticleFilter> = {
  publishers,
  topics,
  people,
  published: ALWAYS,
  updatedAfter: 0,
  retracted: true,
  languages: ['*'],
  text: frequent,
};

const NAMES: Required<NameFilter> = {
  name: looked('name', 'person'),
  nameStartsWith: looked<string>('name', 'person').slice(0, 1),
};

const PEOPLE: Required<PersonFilter> = {
  ...NAMES,
  speaksIn: looked('article_id', 'statement', 'listed'),
  mentionedIn: looked('article_id', 'appearance'),
};

const STATEMENTS: Required<StatementFilter> = {
  articles,
  review: Object.values(ReviewState),
  speakers,
  speakerAffiliations: organizations,
  speakerStatus: Object.values(SpeakerStatus),
  through: speakers,
  about: subjects,
  publishers,
  topics,
  kinds: Object.values(StatementKind),
  forces: Object.values(StatementForce),
  said: ALWAYS,
  published: ALWAYS,
  text: frequent,
  relatedBy: Object.values(StatementRelationKind),
  topLevel: true,
  utterance: looked('utterance_id', 'statement', 'listed'),
  oneReportPerUtterance: true,
};

const STATISTICS: Required<StatisticFilter> = {
  articles,
  review: Object.values(ReviewState),
  metrics,
  places: all('place_id', 'statistic'),
  subject: 'whatever',
  unit: looked('unit', 'statistic'),
  measure: 'LEVEL',
  claimedBy: all('claimed_by_id', 'statistic'),
  claimantStatus: Object.values(ClaimantStatus),
  asOf: ALWAYS,
  value: { min: null, max: null },
  disputed: false,
  conflicting: false,
};

const RELATIONS: Required<RelationFilter> = { kinds: Object.values(StatementRelationKind) };

/** Something that is asked, and of how many of its statements the last only look records up. */
interface Way {
  readonly name: string;
  readonly lookUps?: number;
  ask(store: SqliteRepository, signal: AbortSignal): Promise<unknown>;
}

/** A list by one field of its filter after the other: its first page, its last one, and its count. */
function filtered<Owner extends string, Order extends string, Filter extends object>(
  name: string,
  collection: (store: SqliteRepository) => Collection<{ readonly id: AnyId }, Owner, Order, Filter>,
  { owner, ids, order, filter }: { owner: Owner; ids: readonly string[]; order: Order; filter: Required<Filter> },
): Way[] {
  const one = <Field extends keyof Filter>(field: Field): Filter => ({ [field]: filter[field] }) as unknown as Filter;
  return (Object.keys(filter) as (keyof Filter)[]).flatMap((field) => [
    ...(['FORWARD', 'BACKWARD'] as const).map((direction) => ({
      name: `${name} of ${owner} by ${String(field)}, ${direction}`,
      ask: (store: SqliteRepository, signal: AbortSignal) =>
        // More rows than there are, so that none is left out by where a page ends.
        collection(store).pages(owner, ids, { order, filter: one(field), size: 2000, direction, from: null }, signal),
    })),
    {
      name: `${name} of ${owner} by ${String(field)}, counted`,
      ask: (store: SqliteRepository, signal: AbortSignal) => collection(store).counts(owner, ids, one(field), signal),
    },
  ]);
}

const whole = { owner: 'all', ids: [WHOLE_STORE] } as const;

const LISTS: Way[] = [
  ...filtered('articles', (store) => store.articles, { ...whole, order: 'TITLE_ASC', filter: ARTICLES }),
  ...filtered('articles', (store) => store.articles, {
    owner: 'subject',
    ids: all('subject_id', 'appearance'),
    order: 'PUBLISHED_AT_DESC',
    filter: ARTICLES,
  }),
  ...filtered('people', (store) => store.people, { ...whole, order: 'STATEMENT_COUNT_DESC', filter: PEOPLE }),
  ...filtered('statements', (store) => store.statements, { ...whole, order: 'SAID_AT_DESC', filter: STATEMENTS }),
  ...filtered('statements', (store) => store.statements, {
    owner: 'speaker',
    ids: speakers.slice(0, 40),
    order: 'SAID_AT_ASC',
    filter: STATEMENTS,
  }),
  ...filtered('statements', (store) => store.statements, {
    owner: 'subject',
    ids: subjects.slice(0, 40),
    order: 'SAID_AT_DESC',
    filter: STATEMENTS,
  }),
  ...filtered('statistics', (store) => store.statistics, { ...whole, order: 'VALUE_DESC', filter: STATISTICS }),
  ...filtered('relations', (store) => store.relations, {
    owner: 'to',
    ids: all('to_id', 'relation'),
    order: 'RECORDED_ASC',
    filter: RELATIONS,
  }),
];

const query = (text: string, types: SearchType[]) => {
  const expression = parseSearch(text);
  if (expression === null) throw new Error('Nothing is looked for.');
  return { expression, name: text.toLowerCase(), types };
};

const OTHERS: Way[] = [
  ...(['ARTICLE', 'STATEMENT', 'STATISTIC'] as const).flatMap((type) => [
    {
      name: `a search for ${type}`,
      ask: ({ search }: SqliteRepository, signal: AbortSignal) =>
        search.page({ ...query('the OR people', [type]), size: 2000, from: null }, signal),
    },
    {
      name: `how many of ${type} a search finds`,
      ask: ({ search }: SqliteRepository, signal: AbortSignal) => search.count(query('the OR people', [type]), signal),
    },
  ]),
  {
    name: 'a search for people',
    ask: ({ search }, signal) => search.count(query(`${NAMES.name.split(' ')[0]}`, ['PERSON']), signal),
  },
  {
    name: 'a search for headlines without a word',
    ask: ({ search }, signal) => search.count(query('(the OR a OR in) NOT zzz', ['ARTICLE']), signal),
  },
  ...Object.values(StatementGrouping).map((grouping) => ({
    name: `statements by ${grouping}`,
    ask: (store: SqliteRepository, signal: AbortSignal) =>
      store.countStatements({ grouping, filter: undefined, size: 10 }, signal),
  })),
  { name: 'who speaks beside others', ask: (store, signal) => store.coSpeakersOf(people, 10, signal) },
  { name: 'comparisons', lookUps: 1, ask: (store, signal) => store.comparisonsOf(figures, { size: 5 }, signal) },
  { name: 'the series of metrics', ask: (store, signal) => store.seriesOf(metrics, 10, signal) },
  { name: 'points of series', ask: (store, signal) => store.pointsOf(series, { asOf: ALWAYS, size: 100 }, signal) },
  {
    name: 'how frequent phrases are',
    ask: ({ quotations }, signal) =>
      quotations.frequencies([{ kind: 'PHRASE', keys: ['the'], isPrefix: false }], signal),
  },
  {
    name: 'candidates of a quotation',
    ask: ({ quotations }, signal) =>
      quotations.candidates([{ kind: 'PHRASE', keys: ['the'], isPrefix: false }], null, signal),
  },
  {
    name: 'how many statements each speaker has',
    ask: ({ statements }, signal) => statements.counts('speaker', speakers, undefined, signal),
  },
  {
    name: 'what is about each, in an order that no index has',
    ask: ({ statements }, signal) =>
      statements.pages(
        'subject',
        subjects,
        { order: 'POSITION_ASC', filter: undefined, size: 10, direction: 'FORWARD', from: null },
        signal,
      ),
  },
];

/** Asks with a clock that stands still until the statement of this number begins, and goes on while it runs. */
async function askUntil(way: Way, store: SqliteRepository, last: number): Promise<unknown> {
  let begun = 0;
  let time = 0;
  begin = () => {
    begun += 1;
    if (begun === last) time = 1000;
  };
  const { signal } = new AbortController();
  limitStoreTime(signal, new StoreTime(5, () => time));
  try {
    return await way.ask(store, signal);
  } finally {
    begin = () => {};
  }
}

async function statementsOf(way: Way, store: SqliteRepository): Promise<number> {
  let begun = 0;
  begin = () => {
    begun += 1;
  };
  await way.ask(store, new AbortController().signal);
  begin = () => {};
  return begun - (way.lookUps ?? 0);
}

describe.each([
  ['gathered first', store],
  ['looked at one by one', lookingAtEach],
  ['looked up in a set', lookingInSets],
] as const)('of what is %s', (_, store) => {
  test.each(LISTS.concat(OTHERS))('$name ends when its time is up', async (way) => {
    const count = await statementsOf(way, store);
    expect(count).toBeGreaterThan(0);
    for (let last = 1; last <= count; last++) {
      await expect(askUntil(way, store, last), `statement ${last} of ${count}`).rejects.toMatchObject({
        code: 'STORE_TIME_EXCEEDED',
        message:
          'The request took more than 5 ms of work in the store and was ended; ask for less at once, or filter by something that fewer fulfil.',
      });
    }
  });
});

test.each(OTHERS)('$name is the same with time left as without a limit', async (way) => {
  const { signal } = new AbortController();
  expect(await askUntil(way, store, Number.POSITIVE_INFINITY)).toEqual(await way.ask(store, signal));
});

test('what is left of the time counts for all that a request asks, and for no other request', async () => {
  let time = 0;
  begin = () => {
    time += 4;
  };
  const request = () => {
    const { signal } = new AbortController();
    limitStoreTime(signal, new StoreTime(10, () => time));
    return () => store.articles.byIds(articles.slice(0, 1), signal);
  };
  const [one, other] = [request(), request()];
  // The third goes over the limit, and is given all the same: what it looked up is there.
  for (let asked = 0; asked < 3; asked++) expect(await one()).toHaveLength(1);
  await expect(one()).rejects.toMatchObject({ code: 'STORE_TIME_EXCEEDED' });
  await expect(one()).rejects.toMatchObject({ code: 'STORE_TIME_EXCEEDED' });
  expect(await other()).toHaveLength(1);
  begin = () => {};
});
