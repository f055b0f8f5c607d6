import { describe, expect, test } from 'vitest';
import { comparable, compareFigures } from '../../../src/domain/comparison.js';
import type { Statistic } from '../../../src/domain/statistic.js';
import { generateRecords } from '../../../src/repository/generated/generate-records.js';

const ARTICLES = 3000;
const RECORDS = [...generateRecords({ articles: ARTICLES, seed: 1 })];
const STATEMENTS = RECORDS.flatMap(({ statements }) => statements);
const STATISTICS = RECORDS.flatMap(({ statistics }) => statistics);
const RELATIONS = RECORDS.flatMap(({ relations }) => relations);

/** How many of a list are so, as a share of it. */
function share<T>(list: readonly T[], isSo: (entry: T) => boolean): number {
  return list.filter(isSo).length / list.length;
}

/** How often each value occurs, the most frequent first. */
function tally<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** Fails unless a figure is within its bounds. */
function expectBetween(figure: number, low: number, high: number): void {
  expect(figure).toBeGreaterThanOrEqual(low);
  expect(figure).toBeLessThanOrEqual(high);
}

describe('generated articles', () => {
  test('have 300 to 900 words, half of them about 500 or more', () => {
    const words = RECORDS.map(({ article }) => article.wordCount).sort((a, b) => a - b);
    expectBetween(words[0] ?? 0, 290, 340);
    expectBetween(words[ARTICLES / 2] ?? 0, 470, 530);
    expectBetween(words.at(-1) ?? 0, 750, 900);
  });

  test('hold on average twelve statements, six people and four figures', () => {
    expectBetween(mean(RECORDS.map(({ statements }) => statements.length)), 11, 13);
    expectBetween(mean(RECORDS.map(({ people }) => people.length)), 5.2, 6.8);
    expectBetween(mean(RECORDS.map(({ statistics }) => statistics.length)), 3.5, 4.5);
  });

  test('are in English four times out of five, the others in seven languages of five scripts', () => {
    const languages = tally(RECORDS.map(({ article }) => article.language));
    expectBetween((languages.get('en') ?? 0) / ARTICLES, 0.77, 0.83);
    expect([...languages.keys()].sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'ko', 'ru', 'zh']);
    const texts = RECORDS.map(({ revision }) => revision.text).join('');
    for (const script of [/\p{Script=Han}/u, /\p{Script=Hangul}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u]) {
      expect(texts).toMatch(script);
    }
  });

  test('lack an address sometimes, and are retracted rarely', () => {
    expectBetween(
      share(RECORDS, ({ article }) => article.url === null),
      0.05,
      0.09,
    );
    expectBetween(
      share(RECORDS, ({ article }) => article.retraction !== null),
      0.002,
      0.01,
    );
  });

  test('appear through ten years, one mostly after the other but not strictly', () => {
    const times = RECORDS.map(({ article }) => article.publishedAt.getTime());
    const years = new Set(RECORDS.map(({ article }) => article.publishedAt.getUTCFullYear()));
    expect([...years].sort()).toEqual([2030, 2031, 2032, 2033, 2034, 2035, 2036, 2037, 2038, 2039]);
    const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expectBetween(
      share(steps, (step) => step > 0),
      0.5,
      0.7,
    );
  });

  test('come from sixty outlets and are on thirty topics', () => {
    expect(new Set(RECORDS.map(({ publisher }) => publisher.id)).size).toBe(60);
    expect(new Set(RECORDS.flatMap(({ topics }) => topics.map(({ id }) => id))).size).toBe(30);
  });
});

describe('generated statements', () => {
  test('have so many different texts that 100,000 articles hold more than 200,000 of them', () => {
    // New texts become rarer with every article. Of the last thousand, each brings more than ten; two would be enough.
    const before = new Set(RECORDS.slice(0, 2000).flatMap(({ statements }) => statements.map(({ text }) => text)));
    const all = new Set(STATEMENTS.map(({ text }) => text));
    const byArticle = (all.size - before.size) / 1000;
    expect(byArticle).toBeGreaterThan(10);
    // They differ in their words, not by the figures in them.
    const wordsAlone = new Set([...all].map((text) => text.replace(/\d/gu, '')));
    expect(wordsAlone.size / all.size).toBeGreaterThan(0.8);
  });

  test('are nested in another a fifth of the time, some of them two deep', () => {
    expectBetween(
      share(STATEMENTS, ({ parentId }) => parentId !== null),
      0.17,
      0.23,
    );
    const parents = new Map(STATEMENTS.map(({ id, parentId }) => [id, parentId]));
    const isTwoDeep = share(
      STATEMENTS,
      ({ parentId }) => parentId !== null && (parents.get(parentId) ?? null) !== null,
    );
    expectBetween(isTwoDeep, 0.03, 0.08);
  });

  test('are direct, indirect and mixed, and credit quotations to those whose words they are', () => {
    const kinds = tally(STATEMENTS.map(({ kind }) => kind));
    expectBetween((kinds.get('INDIRECT') ?? 0) / STATEMENTS.length, 0.5, 0.7);
    expectBetween((kinds.get('DIRECT') ?? 0) / STATEMENTS.length, 0.2, 0.3);
    expectBetween((kinds.get('MIXED') ?? 0) / STATEMENTS.length, 0.08, 0.18);
    const quotations = STATEMENTS.flatMap((statement) => statement.quotations);
    expectBetween(
      share(quotations, ({ wordsOfId }) => wordsOfId !== null),
      0.1,
      0.35,
    );
  });

  test('have named, unnamed, ambiguous and absent speakers', () => {
    const statuses = tally(STATEMENTS.map(({ speakerStatus }) => speakerStatus));
    expectBetween((statuses.get('NAMED') ?? 0) / STATEMENTS.length, 0.72, 0.84);
    expectBetween((statuses.get('UNNAMED') ?? 0) / STATEMENTS.length, 0.1, 0.2);
    expectBetween((statuses.get('AMBIGUOUS') ?? 0) / STATEMENTS.length, 0.01, 0.04);
    expectBetween((statuses.get('ABSENT') ?? 0) / STATEMENTS.length, 0.03, 0.07);
  });

  test('are spoken by few people often and by many seldom', () => {
    const people = STATEMENTS.flatMap(({ speakerId }) => (speakerId?.startsWith('per_') ? [speakerId] : []));
    const counts = [...tally(people).values()];
    expectBetween((counts[0] ?? 0) / STATEMENTS.length, 0.02, 0.08);
    expect(share(counts, (count) => count <= 5)).toBeGreaterThan(0.3);
  });

  test('are related to others a tenth of the time, in every way there is', () => {
    expectBetween(RELATIONS.length / STATEMENTS.length, 0.08, 0.13);
    expect(tally(RELATIONS.map(({ kind }) => kind)).size).toBe(7);
    const own = new Set(STATEMENTS.map(({ id }) => id));
    expect(share(RELATIONS, ({ toId }) => own.has(toId))).toBe(1);
    expectBetween(
      share(RELATIONS, ({ toStatisticId }) => toStatisticId !== null),
      0.1,
      0.3,
    );
  });

  test('are sometimes one act of speech that several articles report', () => {
    const shared = [...tally(STATEMENTS.map(({ utteranceId }) => utteranceId)).values()].filter((count) => count > 1);
    expectBetween(shared.length / STATEMENTS.length, 0.02, 0.08);
  });

  test('come from an engine that is mostly sure of itself; some are reviewed, few rejected or gone', () => {
    expect(STATEMENTS.every(({ provenance }) => provenance.origin === 'ENGINE')).toBe(true);
    expectBetween(
      share(STATEMENTS, ({ provenance }) => provenance.confidence !== null),
      0.9,
      0.94,
    );
    expectBetween(
      share(STATEMENTS, ({ provenance }) => provenance.review !== 'UNREVIEWED'),
      0.06,
      0.11,
    );
    expectBetween(
      share(STATEMENTS, ({ provenance }) => provenance.review === 'REJECTED'),
      0.004,
      0.014,
    );
    expectBetween(
      share(STATEMENTS, ({ standing }) => standing === 'GONE'),
      0.003,
      0.01,
    );
  });
});

describe('generated figures', () => {
  const series = [
    ...Map.groupBy(STATISTICS, ({ metricId, placeId, measure }) => [metricId, placeId, measure].join()).values(),
  ];

  test('are of forty metrics, mostly dated, and compared with words of every kind', () => {
    expect(new Set(STATISTICS.map(({ metricId }) => metricId)).size).toBe(40);
    expectBetween(
      share(STATISTICS, ({ asOf }) => asOf !== null),
      0.75,
      0.85,
    );
    expect(tally(STATISTICS.map(({ comparator }) => comparator)).size).toBe(7);
    expectBetween(
      share(STATISTICS, ({ subject }) => subject !== null),
      0.08,
      0.16,
    );
  });

  test('make series over many dates', () => {
    const lengths = series.map((figures) => new Set(figures.map(({ asOf }) => asOf?.from)).size).sort((a, b) => b - a);
    expect(lengths[0]).toBeGreaterThan(10);
    expect(lengths.filter((length) => length > 3).length).toBeGreaterThan(50);
  });

  test('agree or conflict where they are of one date', () => {
    const verdicts = tally(series.flatMap(verdictsOf));
    expect(verdicts.get('CONFLICTS')).toBeGreaterThan(100);
    expect(verdicts.get('AGREES_WITHIN_ROUNDING')).toBeGreaterThan(100);
    expect(verdicts.get('DIFFERENT_DATE')).toBeGreaterThan(100);
  });

  /** What comes of comparing each figure of a series with the one before it. */
  function verdictsOf(figures: readonly Statistic[]) {
    return figures.flatMap((figure, index) => {
      const before = figures[index - 1];
      return before !== undefined && comparable(before, figure) ? [compareFigures(before, figure).verdict] : [];
    });
  }

  test('are sometimes disputed', () => {
    const disputed = RELATIONS.filter(
      ({ kind, toStatisticId }) => toStatisticId !== null && ['DISPUTES', 'DOUBTS', 'DENIES'].includes(kind),
    );
    expect(disputed.length).toBeGreaterThan(100);
  });
});

describe('generated people', () => {
  const people = new Map(RECORDS.flatMap((record) => record.people.map((person) => [person.id, person])));

  test('become more with the articles', () => {
    const early = new Set(RECORDS.slice(0, 300).flatMap((record) => record.people.map(({ id }) => id)));
    expect(people.size).toBeGreaterThan(2 * early.size);
  });

  test('share surnames, and have aliases, roles and relationships', () => {
    const surnames = tally([...people.values()].map(({ name }) => name.split(' ').at(-1)));
    expect([...surnames.values()].filter((count) => count > 1).length).toBeGreaterThan(50);
    expect([...people.values()].filter(({ aliases }) => aliases.length > 0).length).toBeGreaterThan(50);
    expect(RECORDS.flatMap(({ roles }) => roles).length).toBeGreaterThan(ARTICLES / 2);
    expect(RECORDS.flatMap(({ relationships }) => relationships).length).toBeGreaterThan(100);
    expect(RECORDS.flatMap(({ unresolved }) => unresolved).length).toBeGreaterThan(50);
  });

  test('have a name each', () => {
    expect(new Set([...people.values()].map(({ name }) => name)).size).toBe(people.size);
  });
});
