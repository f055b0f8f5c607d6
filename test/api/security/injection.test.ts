import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GraphQLNamedType, isEnumType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../../../src/graphql/schema.js';
import { inLanes } from '../../support/lanes.js';
import { type Answer, type RunningService, runService } from '../../support/running-service.js';
import { contentOf, damageOf } from '../../support/store-content.js';
import { type StringSlot, selectionOf, stringSlots, valueWith } from '../../support/string-slots.js';

/** What nobody wrote: no text of the store has these words, so that whatever is shown was not found by a literal match. */
const OF_EACH_KIND: readonly string[] = [
  `zzqx'`,
  `zzqx"`,
  `zzqx' OR 'zzqy'='zzqy`,
  `zzqx'; DROP TABLE article; --`,
  ':zzqx',
  '%',
  '%zzqx%',
  '(zzqx',
  'title : zzqx',
  '["zzqx"]',
  'zzqx\u0000',
  '\ud800zzqx',
];

/** The same, and many more of each kind. */
const HOSTILE: readonly string[] = [
  ...OF_EACH_KIND,
  // Quotes, comments and statements of SQL.
  `zzqx''`,
  'zzqx`',
  `zzqx" OR "zzqy"="zzqy`,
  `zzqx') OR ('zzqy'='zzqy' -- `,
  `zzqx'/*`,
  `zzqx'; UPDATE article SET title = 'zzqy'; --`,
  `zzqx' UNION SELECT hash, hash, hash FROM api_key --`,
  `zzqx\\' OR zzqy --`,
  `zzqx' || (SELECT name FROM sqlite_schema) || '`,
  // Parameters and what SQLite reads at the start of a text.
  '?1zzqx',
  '@zzqx',
  '$zzqx',
  '0x7a7a7178',
  // Wildcards of LIKE and GLOB.
  '_',
  'zzqx_',
  '[a-z]zzqx*',
  // What a full-text index would read as a query.
  'zzqx*',
  '"zzqx',
  'zzqx)',
  'zzqx AND',
  'OR zzqx',
  'NOT zzqx',
  'NEAR(zzqx zzqy, 5)',
  '{title text} : zzqx',
  '-title : zzqx',
  '^zzqx',
  'zzqx + zzqy',
  // JSON, as lists of keys are bound, and paths into it.
  'zzqx"] , ["',
  '{"zzqx": {"$gt": ""}}',
  '$[0].zzqx',
  // What texts are stored and cut by.
  '\u0000',
  'zzqx\udc00',
  '\u202ezzqx\u2028',
  'zzqx'.repeat(20_000),
  `${'zzqx OR '.repeat(2_000)}zzqy`,
  `${'('.repeat(20_000)}zzqx`,
];

const schema = createSchema();
const SLOTS = stringSlots(schema);
const ROOTS = new Set(['Query', 'Mutation']);
const EDITOR = { name: 'Ada', scopes: ['read', 'ingest', 'edit'] } as const;
const nameOf = ({ parent, field, path }: StringSlot) => [`${parent}.${field.name}`, ...path].join('.');

/** A service over a store whose file is known. */
interface Watched {
  readonly service: RunningService;
  readonly file: string;
  /** One id of each type that others are asked of. */
  readonly ids: ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

async function watch(): Promise<Watched> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  const file = join(folder, 'store.db');
  const service = await runService({ environment: { ONRECORD_STORE: file } });
  const lists = ['articles', 'people', 'organizations', 'statistics', 'metrics', 'places', 'publishers', 'topics'];
  const one = lists.map((list) => `${list}(first: 1) { nodes { __typename id } }`).join(' ');
  const speakers = 'speaker { __typename ... on Node { id } }';
  const beside = `utterance { __typename id } relations(first: 1) { __typename id } ${speakers}`;
  const statements = `statements(first: 100) { nodes { __typename id ${beside} } }`;
  const revision = 'revised: articles(first: 1) { nodes { currentRevision { __typename id } } }';
  const { data } = await service.askAs(EDITOR, `{ ${one} ${statements} ${revision} }`);
  const ids = new Map<string, string>();
  JSON.stringify(data, (_, value) => {
    if (value?.id !== undefined) ids.set(value.__typename, value.id);
    return value;
  });
  const stop = async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
  };
  return { service, file, ids, stop };
}

function digestOf(file: string): string {
  return createHash('sha256')
    .update(JSON.stringify(contentOf(file)))
    .digest('hex');
}

/** Which record an input’s field means, where it is not the one that is hostile. */
function typeMeant(mutation: string, field: string): string {
  if (/article/i.test(field) || (field === 'id' && /Article/.test(mutation))) return 'Article';
  if (field === 'revision') return 'ArticleRevision';
  if (field === 'relation') return 'StatementRelation';
  if (field === 'metric') return 'Metric';
  if (/keep|absorb|person/.test(field) || /Person$/.test(mutation)) return 'Person';
  return /Statistic$/.test(mutation) && field === 'id' ? 'Statistic' : 'Statement';
}

/** Puts the text into the slot and asks; everything else of the request is as it should be. */
function attack({ service, ids }: Watched, { parent, field, path }: StringSlot, text: string): Promise<Answer> {
  const filler = (name: string, type: GraphQLNamedType): unknown => {
    if (isEnumType(type)) return type.getValues()[0]?.name;
    const byType = { Int: 1, Float: 1, Boolean: true, DateTime: '2020-03-22T00:00:00Z', Date: '2020-03-22' };
    const value = new Map<string, unknown>(Object.entries(byType)).get(type.name);
    return value ?? (type.name === 'ID' ? ids.get(typeMeant(field.name, name)) : 'zzqx');
  };
  const size = path[0] === 'before' ? 'last' : 'first';
  const given = field.args.filter(({ name, type }) => name === path[0] || name === size || String(type).endsWith('!'));
  const values = given.map((arg) => {
    if (arg.name === size) return [arg.name, 3];
    return [arg.name, valueWith(arg.type, arg.name === path[0] ? path : [], text, filler, arg.name)];
  });
  const declared = given.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const asked = `${field.name}(${passed}) ${selectionOf(schema, field.type, 3)}`;
  const selection = ROOTS.has(parent) ? `{ ${asked} }` : `{ ${wayTo(parent, ids)} { ... on ${parent} { ${asked} } } }`;
  const query = `${parent === 'Mutation' ? 'mutation' : 'query'} (${declared}) ${selection}`;
  return service.askAs(EDITOR, query, Object.fromEntries(values));
}

/** The field that leads to something of a type. */
function wayTo(type: string, ids: Watched['ids']): string {
  return type === 'StatisticSeries' ? `series(metric: "${ids.get('Metric')}")` : `node(id: "${ids.get(type)}")`;
}

/** What is wrong with an answer: nothing, where the request’s author is told what was wrong or gets an answer. */
function faultOf({ status, errors = [] }: Answer): unknown {
  const faults = errors.filter(({ extensions }) => extensions['code'] !== 'BAD_USER_INPUT');
  return status >= 500 || faults.length > 0 ? { status, faults } : undefined;
}

/** The ids and totals that an answer shows. */
function shownBy(data: unknown): unknown[] {
  const shown: unknown[] = [];
  JSON.stringify(data, (key, value) => {
    if (key === 'id' || (key === 'totalCount' && value !== 0)) shown.push(value);
    return value;
  });
  return shown;
}

/** What the check finds in the answers, beside the text that was asked with. */
async function attackAll(
  watched: Watched,
  slot: StringSlot,
  texts: readonly string[],
  check: (answer: Answer) => unknown,
): Promise<unknown[]> {
  const findings = await inLanes(4, texts, async (text) => {
    const found = check(await attack(watched, slot, text));
    return found === undefined ? [] : [{ text: text.slice(0, 60), found }];
  });
  return findings.flat();
}

describe('a text that would break out of a query', () => {
  let watched: Watched;
  let before: string;
  beforeAll(async () => {
    watched = await watch();
    before = digestOf(watched.file);
  });
  afterAll(() => watched.stop());

  const reading = SLOTS.filter(({ parent }) => parent !== 'Mutation');

  test('has many places to come in by, and each of them can be reached', () => {
    const names = SLOTS.map(nameOf);
    expect(names).toContain('Query.search.query');
    expect(names).toContain('Person.statements.filter.text');
    expect(names).toContain('Query.articles.filter.published.from');
    const parents = new Set(reading.map(({ parent }) => parent).filter((parent) => !ROOTS.has(parent)));
    // A series has no id of its own.
    parents.delete('StatisticSeries');
    expect([...parents].filter((parent) => !watched.ids.has(parent))).toEqual([]);
  });

  test.each(
    reading.map((slot) => [nameOf(slot), slot] as const),
  )('finds nothing and breaks nothing in %s', async (_name, slot) => {
    const findings = await attackAll(watched, slot, slot.parent === 'Query' ? HOSTILE : OF_EACH_KIND, (answer) => {
      const fault = faultOf(answer);
      const shown = shownBy(slot.parent === 'Query' ? answer.data : (answer.data?.node ?? answer.data?.series));
      return fault ?? (shown.length > 0 ? { shown } : undefined);
    });
    expect(findings).toEqual([]);
  });

  test('leaves the store as it was, to the last row', () => {
    expect(digestOf(watched.file)).toBe(before);
    expect(damageOf(watched.file)).toEqual([]);
  });
});

describe('a text that would break out of an edit', () => {
  let watched: Watched;
  let before: Record<string, string[]>;
  beforeAll(async () => {
    watched = await watch();
    before = contentOf(watched.file);
  });
  afterAll(() => watched.stop());

  test.each(
    SLOTS.filter(({ parent }) => parent === 'Mutation').map((slot) => [nameOf(slot), slot] as const),
  )('is refused or taken as a text in %s', async (_name, slot) => {
    expect(await attackAll(watched, slot, OF_EACH_KIND, faultOf)).toEqual([]);
  });

  test('leaves what nobody edits as it was, and the store sound', () => {
    const after = contentOf(watched.file);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const kept of ['api_key', 'kysely_migration']) expect(after[kept]).toEqual(before[kept]);
    expect(before['article_revision']?.length).toBeGreaterThan(0);
    for (const revision of before['article_revision'] ?? []) expect(after['article_revision']).toContain(revision);
    expect(damageOf(watched.file)).toEqual([]);
  });
});
