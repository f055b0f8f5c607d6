import fc from 'fast-check';
import { ReviewState } from '../../src/domain/provenance.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import { parseSearch } from '../../src/domain/search/expression.js';
import { SpeakerStatus, StatementForce, StatementKind, StatementRelationKind } from '../../src/domain/statement.js';
import { ClaimantStatus, StatisticMeasure } from '../../src/domain/statistic.js';
import type {
  ArticleFilter,
  ClaimFilter,
  NameFilter,
  PersonFilter,
  StatementFilter,
  StatisticFilter,
} from '../../src/repository/filters.js';
import { idsOf } from './listings.js';
import { NOW } from './opening.js';

/*
 * Random filters whose values come from the records that they are asked of: what is there, what is not, and what lies
 * right at an end.
 */

/** For each field of a filter its values. A field that is missing here does not compile. */
export type FieldValues<Filter> = { readonly [Field in keyof Required<Filter>]: fc.Arbitrary<Required<Filter>[Field]> };

/** Each field alone, one filter for each, and then twice as many with two to five fields at random. */
export function filtersWith<Filter>(values: FieldValues<Filter>): fc.Arbitrary<Filter[]> {
  const fields = Object.keys(values) as (keyof Filter)[];
  const alone = fields.map((field) => filterOf(values, [field]));
  const most = Math.min(5, fields.length);
  const together = fc.subarray(fields, { minLength: 2, maxLength: most }).chain((some) => filterOf(values, some));
  return fc.tuple(...alone, ...fields.flatMap(() => [together, together]));
}

function filterOf<Filter>(values: FieldValues<Filter>, fields: readonly (keyof Filter)[]): fc.Arbitrary<Filter> {
  return fc.record(Object.fromEntries(fields.map((field) => [field, values[field]]))) as fc.Arbitrary<Filter>;
}

export function articleFilters(records: readonly ArticleRecord[]): FieldValues<ArticleFilter> {
  const ids = idsOf(records);
  // A store whose clock stands still counts on by the millisecond.
  const stored = records.map((_, index) => NOW.getTime() + index);
  return {
    publishers: anyOf(ids.publishers),
    topics: anyOf(ids.topics),
    people: anyOf([...ids.people, ...ids.formerPeople]),
    published: publicationRange(records),
    updatedAfter: fc.constantFrom(...stored, ...stored.map((time) => time - 1)),
    retracted: fc.constantFrom(true, false, null),
    languages: anyOf(['en', 'EN', 'en-GB', 'en-gb', 'de', 'de-CH', 'und', 'e', 'fr', '*']),
    text: searchIn(records.flatMap(({ article, revision }) => [article.title, revision.text])),
  };
}

export function nameFilters(records: readonly ArticleRecord[]): FieldValues<NameFilter> {
  return namesFrom(
    records.flatMap(({ publisher, metrics, topics, places, organizations }) => [
      publisher.name,
      ...[...metrics, ...topics, ...places, ...organizations].map(({ name }) => name),
      ...organizations.flatMap(({ aliases }) => aliases),
    ]),
  );
}

export function personFilters(records: readonly ArticleRecord[]): FieldValues<PersonFilter> {
  const { articles } = idsOf(records);
  const people = records.flatMap((record) => record.people);
  return {
    ...namesFrom(people.flatMap(({ name, aliases }) => [name, ...aliases])),
    speaksIn: fc.constantFrom(...articles),
    mentionedIn: fc.constantFrom(...articles),
  };
}

export function statementFilters(records: readonly ArticleRecord[]): FieldValues<StatementFilter> {
  const ids = idsOf(records);
  const statements = records.flatMap((record) => record.statements);
  return {
    ...claimFilters(records),
    speakers: anyOf([...ids.speakers, ...ids.formerPeople]),
    speakerAffiliations: anyOf(ids.organizations),
    speakerStatus: anyOf(Object.values(SpeakerStatus)),
    through: anyOf([...ids.speakers, ...ids.formerPeople]),
    about: anyOf([...ids.subjects, ...ids.formerPeople]),
    publishers: anyOf(ids.publishers),
    topics: anyOf(ids.topics),
    kinds: anyOf(Object.values(StatementKind)),
    forces: anyOf(Object.values(StatementForce)),
    said: dayRange(statements.flatMap(({ said }) => [said?.from, said?.to])),
    published: publicationRange(records),
    text: searchIn(statements.map(({ text }) => text)),
    relatedBy: anyOf(Object.values(StatementRelationKind)),
    topLevel: fc.boolean(),
    utterance: fc.constantFrom(...ids.utterances),
    oneReportPerUtterance: fc.constantFrom(true, true, true, false),
  };
}

export function statisticFilters(records: readonly ArticleRecord[]): FieldValues<StatisticFilter> {
  const ids = idsOf(records);
  const statistics = records.flatMap((record) => record.statistics);
  return {
    ...claimFilters(records),
    metrics: anyOf(ids.metrics),
    places: anyOf(ids.places),
    subject: fc.constantFrom('nothing', ...present(statistics.map(({ subject }) => subject))),
    unit: fc.constantFrom('nothing', ...present(statistics.map(({ unit }) => unit))),
    measure: fc.constantFrom(...Object.values(StatisticMeasure)),
    claimedBy: anyOf([...ids.speakers, ...ids.formerPeople]),
    claimantStatus: anyOf(Object.values(ClaimantStatus)),
    asOf: dayRange(statistics.flatMap(({ asOf }) => [asOf?.from, asOf?.to])),
    value: valueRange(present(statistics.flatMap(({ value, upperValue }) => [value, upperValue]))),
    disputed: fc.boolean(),
    conflicting: fc.boolean(),
  };
}

function namesFrom(names: readonly string[]): FieldValues<NameFilter> {
  const name = fc
    .tuple(fc.constantFrom(...new Set(names)), fc.constantFrom(...SPELLINGS))
    .map(([plain, respelled]) => respelled(plain));
  const noName = fc.constantFrom('', '%', '_', '*', 'Nobody');
  const start = fc.tuple(name, fc.constantFrom(1, 1, 2, 4)).map(([whole, length]) => beginning(whole, length));
  return {
    name: fc.oneof({ arbitrary: name, weight: 8 }, { arbitrary: noName, weight: 1 }),
    nameStartsWith: fc.oneof(
      { arbitrary: start, weight: 8 },
      { arbitrary: name, weight: 1 },
      { arbitrary: noName, weight: 1 },
    ),
  };
}

function claimFilters(records: readonly ArticleRecord[]): FieldValues<ClaimFilter> {
  return { articles: anyOf(idsOf(records).articles), review: anyOf(Object.values(ReviewState)) };
}

/** A few of these, some of them twice, or none; or most of them, so that something is left where filters meet. */
function anyOf<Value>(values: readonly Value[]): fc.Arbitrary<Value[]> {
  return fc.oneof(
    { arbitrary: fc.array(fc.constantFrom(...values), { maxLength: 3 }), weight: 1 },
    { arbitrary: fc.subarray([...values], { minLength: Math.ceil(values.length / 2) }), weight: 2 },
  );
}

function publicationRange(records: readonly ArticleRecord[]): fc.Arbitrary<{ from: number | null; to: number | null }> {
  const times = records.map(({ article }) => article.publishedAt.getTime());
  const [from, to] = endsAt([...times, ...times.map((time) => time + 1)]);
  return fc.record({ from, to });
}

function dayRange(
  days: readonly (string | null | undefined)[],
): fc.Arbitrary<{ from: string | null; to: string | null }> {
  const [from, to] = endsAt([...present(days), '1970-01-02', '2031-02-27', '0001-01-01', '9999-12-31']);
  return fc.record({ from, to });
}

function valueRange(values: readonly number[]): fc.Arbitrary<{ min: number | null; max: number | null }> {
  const [min, max] = endsAt([...values, ...values.map((value) => value + 0.5), 0, -14]);
  return fc.record({ min, max });
}

/** The ends of a range, open or at one of these values; most begin early and end late. */
function endsAt<Value extends string | number>(values: readonly Value[]): Ends<Value> {
  const ascending = [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const middle = Math.ceil(ascending.length / 2);
  const end = (most: readonly Value[]) =>
    fc.oneof(
      { arbitrary: fc.constant(null), weight: 2 },
      { arbitrary: fc.constantFrom(...(most.length > 0 ? most : ascending)), weight: 3 },
      { arbitrary: fc.constantFrom(...ascending), weight: 1 },
    );
  return [end(ascending.slice(0, middle)), end(ascending.slice(middle))];
}

type Ends<Value> = [fc.Arbitrary<Value | null>, fc.Arbitrary<Value | null>];

function present<Value>(values: readonly (Value | null | undefined)[]): Value[] {
  return values.filter((value) => value !== null && value !== undefined);
}

/** Ways of writing a name that mean the same name; the last one does not. */
const SPELLINGS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => ` ${name.replace(' ', '  ')} `,
  (name) => name.normalize('NFD').replace(/[aeo]/gu, (vowel) => `${vowel}\u0301`),
  (name) => `${name}s`,
];

/** The first characters of a name, whole ones. */
function beginning(name: string, length: number): string {
  return [...name].slice(0, length).join('');
}

/** Searches for words of these texts, and for some that are nowhere. */
function searchIn(texts: readonly string[]): fc.Arbitrary<ReturnType<typeof parseSearch>> {
  const words = texts.flatMap((text) => text.split(/\s+/u).filter((word) => word !== ''));
  const word = fc.constantFrom('zulu', ...new Set(words));
  const phrase = fc.tuple(fc.constantFrom('zulu', ...texts), fc.nat(4), fc.integer({ min: 1, max: 3 })).map(
    ([text, from, length]) =>
      `"${text
        .split(/\s+/u)
        .slice(from, from + length)
        .join(' ')}"`,
  );
  const prefix = word.map((whole) => `${beginning(whole, 2)}*`);
  const term = fc.oneof(
    word,
    word.map((whole) => whole.toUpperCase()),
    phrase,
    prefix,
  );
  const query = fc.oneof(
    { arbitrary: term, weight: 4 },
    {
      arbitrary: fc
        .tuple(term, fc.constantFrom(' ', ' AND ', ' OR ', ' NOT '), term, fc.constantFrom(' ', ' OR ', ' NOT '), term)
        .map((parts) => parts.join('')),
      weight: 3,
    },
    {
      arbitrary: fc.tuple(term, fc.constantFrom(' ', ' OR ', ' NOT '), term).map((parts) => parts.join('')),
      weight: 3,
    },
    { arbitrary: fc.constantFrom('', '"', '*'), weight: 1 },
  );
  return query.map(parseSearch);
}
