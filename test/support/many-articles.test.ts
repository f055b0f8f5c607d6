import { describe, expect, test } from 'vitest';
import { violationsOf } from '../../src/domain/invariants.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import type { Statement } from '../../src/domain/statement.js';
import { manyArticles } from './many-articles.js';

describe('many articles', () => {
  const articles = manyArticles(50);
  const [first] = articles;

  test('are valid, and differ', () => {
    expect(articles.flatMap(violationsOf)).toEqual([]);
    expect(new Set(articles.map(({ article }) => article.id)).size).toBe(50);
  });

  test('are the same each time, however many are asked for', () => {
    expect(manyArticles(3)).toEqual(articles.slice(0, 3));
  });

  test.each(
    articles.map((record, number) => [number, record] as const),
  )('have in article %i six statements or more and all that a query can ask for', (_, record) => {
    expect(record.statements.length).toBeGreaterThanOrEqual(6);
    const five = firstFive(record);
    expect(new Set(five.map(({ speakerId }) => speakerId?.slice(0, 3)))).toEqual(new Set(['org', 'src', 'per']));
    expect(Math.max(...five.map((statement) => depthOf(statement, record)))).toBe(3);
    for (const { id } of five)
      expect(record.relations.some(({ fromId, toId }) => fromId === id || toId === id)).toBe(true);
    expect(
      five.some(({ id }) => record.relations.some(({ toId, toStatisticId }) => toId === id && toStatisticId !== null)),
    ).toBe(true);
    expect(five.filter(({ about }) => about.some(({ status }) => status === 'RESOLVED')).length).toBeGreaterThanOrEqual(
      3,
    );
    for (const list of [
      record.topics,
      record.places,
      record.people,
      record.roles,
      record.relationships,
      record.metrics,
    ])
      expect(list).not.toEqual([]);
    expect(record.statistics.some(({ placeId }) => placeId !== null)).toBe(true);
  });

  test('have in the first article speakers and names that are left open, too', () => {
    const statuses = first?.statements.map(({ speakerStatus }) => speakerStatus);
    expect(new Set(statuses)).toEqual(new Set(['NAMED', 'UNNAMED', 'AMBIGUOUS', 'ABSENT']));
    expect(first?.unresolved.map(({ status }) => status)).toEqual(['AMBIGUOUS', 'UNKNOWN']);
    expect(first?.statements.flatMap(({ about }) => about.map(({ status }) => status))).toEqual(
      expect.arrayContaining(['RESOLVED', 'AMBIGUOUS', 'UNKNOWN']),
    );
  });

  test('relate to earlier articles and repeat what these report', () => {
    const own = new Set(first?.statements.map(({ id }) => id));
    expect(articles.slice(1).some(({ relations }) => relations.some(({ toId }) => own.has(toId)))).toBe(true);
    const utterances = articles.flatMap(({ statements }) => statements.map(({ utteranceId }) => utteranceId));
    expect(new Set(utterances).size).toBeLessThan(utterances.length);
  });

  test.each([
    10, 11, 23, 50,
  ])('let everybody who is named as a speaker among %i speak three times or more, in three articles or more', (count) => {
    const spoken = new Map<string, ArticleRecord[]>();
    for (const record of articles.slice(0, count)) {
      for (const { speakerId } of record.statements) {
        if (speakerId?.startsWith('per_')) spoken.set(speakerId, [...(spoken.get(speakerId) ?? []), record]);
      }
    }
    expect(spoken.size).toBe(12);
    for (const [id, records] of spoken) {
      expect(records.length).toBeGreaterThanOrEqual(3);
      expect(new Set(records).size).toBeGreaterThanOrEqual(3);
      const appearsIn = records.filter(({ appearances }) => appearances.some(({ subjectId }) => subjectId === id));
      expect(appearsIn).toEqual(records);
    }
  });
});

/** The first five statements in the order of the text. */
function firstFive({ statements }: ArticleRecord): Statement[] {
  const startOf = ({ spans: [first] }: Statement) => first?.start ?? 0;
  return statements.toSorted((a, b) => startOf(a) - startOf(b)).slice(0, 5);
}

function depthOf(statement: Statement, record: ArticleRecord): number {
  const parent = record.statements.find(({ id }) => id === statement.parentId);
  return parent === undefined ? 1 : 1 + depthOf(parent, record);
}
