import { describe, expect, it } from 'vitest';
import { wordCountOf } from '../../src/domain/article.js';
import { comparable, compareFigures } from '../../src/domain/comparison.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import type { Statement } from '../../src/domain/statement.js';
import { readSeeds } from '../../src/repository/seed/read-seeds.js';

const records = readSeeds(new URL('./articles/', import.meta.url), new Date('2031-12-31T00:00:00Z'));
const statements = records.flatMap((record) => record.statements);
const statistics = records.flatMap((record) => record.statistics);
const relations = records.flatMap((record) => record.relations);

/** How many links the chain down to a statement has. */
function depthOf({ parentId }: Statement): number {
  const parent = statements.find(({ id }) => id === parentId);
  return parent === undefined ? 1 : 1 + depthOf(parent);
}

/** The articles in which something is so. */
function articlesWith(holds: (record: ArticleRecord) => boolean): number {
  return records.filter(holds).length;
}

describe.each(records.map((record) => [record.article.title, record] as const))('%s', (_, record) => {
  const { revision, article } = record;

  it('is a whole article with enough to find in it', () => {
    const words = wordCountOf(revision.text, 'en');
    expect(words).toBeGreaterThanOrEqual(350);
    expect(words).toBeLessThanOrEqual(600);
    expect(article.bylines.length).toBeGreaterThanOrEqual(1);
    expect(article.url).toMatch(/^https:\/\/[a-z-]+\.example\//);
    expect(record.statements.length).toBeGreaterThanOrEqual(12);
    expect(record.statistics.length).toBeGreaterThanOrEqual(4);
    expect(record.relations.length).toBeGreaterThanOrEqual(2);
    expect(record.unnamedSources.length).toBeGreaterThanOrEqual(2);
    expect(record.roles.length).toBeGreaterThanOrEqual(3);
    expect(record.relationships.length).toBeGreaterThanOrEqual(2);
    expect(Math.max(...record.statements.map(depthOf))).toBeGreaterThanOrEqual(2);
  });

  it('has every quotation credited to the statement whose words it is', () => {
    const credited = record.statements.flatMap(({ quotations }) => quotations.map(({ span }) => span.start));
    for (const { index } of revision.text.matchAll(/“/gu)) {
      expect(credited, revision.text.slice(index, index + 40)).toContain(index + 1);
    }
  });

  it('cuts content and quotations without marks and punctuation at their ends', () => {
    const spans = record.statements.flatMap((statement) => [
      ...statement.spans,
      ...statement.quotations.map(({ span }) => span),
    ]);
    for (const { text } of spans) expect(text).toMatch(/^[\p{L}\p{N}].*[\p{L}\p{N}]$/su);
  });

  it('says of every name of its cast whom or what it means', () => {
    const settled = [
      ...record.appearances.flatMap(({ mentions }) => mentions),
      ...record.unresolved.flatMap(({ spans }) => spans),
    ];
    const descriptions = record.unnamedSources.map(({ description }) => description);
    const cast = [...record.people, ...record.organizations, ...record.places];
    for (const name of new Set(
      cast.flatMap(({ name, ...rest }) => ['aliases' in rest ? rest.aliases : [], name].flat()),
    )) {
      for (const { index } of revision.text.matchAll(new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'gu'))) {
        const isNamed = settled.some(({ start, end }) => start <= index && index + name.length <= end);
        const isInSource = descriptions.some((words) => {
          const at = revision.text.indexOf(words);
          return at <= index && index + name.length <= at + words.length;
        });
        expect(isNamed || isInSource, `“${name}” in “${revision.text.slice(index - 30, index + 30)}”`).toBe(true);
      }
    }
  });

  it('knows what every statement is about, and which words report it', () => {
    for (const { about, cueSpans, speakerSpans, medium, text } of record.statements) {
      expect(about.length, text).toBeGreaterThan(0);
      expect(cueSpans.length + speakerSpans.length, text).toBeGreaterThan(0);
      if (cueSpans.length === 0) expect(medium, text).toBe('DOCUMENT');
    }
  });
});

describe('the articles', () => {
  it('are six by different outlets on different subjects', () => {
    expect(records).toHaveLength(6);
    expect(new Set(records.map(({ publisher }) => publisher.id)).size).toBe(6);
    expect(new Set(records.flatMap(({ topics }) => topics.map(({ id }) => id))).size).toBe(6);
  });

  it('nest three deep in every one of them, and often under an agency', () => {
    expect(articlesWith((record) => record.statements.some((statement) => depthOf(statement) >= 3))).toBe(6);
    const agencies = new Set<string | null>(
      records.flatMap(({ organizations }) =>
        organizations.filter(({ organizationKind }) => organizationKind === 'NEWS_AGENCY').map(({ id }) => id),
      ),
    );
    const carried = new Set(statements.map(({ parentId }) => parentId));
    const carriers = statements.filter(({ id, speakerId }) => agencies.has(speakerId) && carried.has(id));
    expect(carriers.length).toBeGreaterThanOrEqual(8);
  });

  it('share a surname each, which three of them leave open once', () => {
    expect(
      articlesWith(({ people }) => {
        const surnames = people.map(({ name }) => name.split(' ').at(-1));
        return new Set(surnames).size < surnames.length;
      }),
    ).toBe(6);
    expect(articlesWith(({ unresolved }) => unresolved.some(({ status }) => status === 'AMBIGUOUS'))).toBe(3);
    expect(statements.filter(({ speakerStatus }) => speakerStatus === 'AMBIGUOUS')).toHaveLength(2);
    expect(statements.some(({ speakerStatus }) => speakerStatus === 'ABSENT')).toBe(true);
  });

  it('have all kinds of statements, of sources and most of forces, media and relations', () => {
    expect(new Set(statements.map(({ kind }) => kind)).size).toBe(3);
    expect(new Set(records.flatMap((record) => record.unnamedSources.map(({ sourceKind }) => sourceKind))).size).toBe(
      8,
    );
    expect(new Set(statements.map(({ force }) => force)).size).toBe(10);
    expect(new Set(statements.map(({ medium }) => medium)).size).toBeGreaterThanOrEqual(9);
    expect(new Set(relations.map(({ kind }) => kind)).size).toBe(7);
    expect(new Set(relations.map(({ basis }) => basis))).toEqual(new Set(['STATED', 'EDITOR']));
    expect(statements.filter(({ spans }) => spans.length > 1).length).toBeGreaterThanOrEqual(15);
    expect(statements.filter(({ said }) => said !== null).length).toBeGreaterThanOrEqual(40);
  });

  it('have figures of all comparisons, counts that conflict and zeros that somebody disputes', () => {
    expect(new Set(statistics.map(({ comparator }) => comparator)).size).toBeGreaterThanOrEqual(5);
    expect(new Set(statistics.map(({ change }) => change)).size).toBe(3);
    const conflicts = articlesWith(({ statistics: own }) =>
      own.some((a) => own.some((b) => comparable(a, b) && compareFigures(a, b).verdict === 'CONFLICTS')),
    );
    expect(conflicts).toBeGreaterThanOrEqual(4);
    const disputed = relations.filter(({ kind, toStatisticId }) => {
      const figure = statistics.find(({ id }) => id === toStatisticId);
      return figure?.value === 0 && (kind === 'DISPUTES' || kind === 'DOUBTS');
    });
    expect(disputed.length).toBeGreaterThanOrEqual(6);
    expect(
      statistics.filter(({ asOf }) => asOf?.span?.text.toLowerCase().includes('press time')).length,
    ).toBeGreaterThan(3);
    expect(statistics.some(({ claimantStatus }) => claimantStatus === 'ARTICLE')).toBe(true);
  });
});
