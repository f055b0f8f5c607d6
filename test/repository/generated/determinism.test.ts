import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { generateRecords } from '../../../src/repository/generated/generate-records.js';

/** The articles of a run. */
function corpus(articles: number, seed = 1) {
  return [...generateRecords({ articles, seed })];
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

describe('the generated corpus', () => {
  test('is the same whenever it is generated', () => {
    expect(corpus(60)).toEqual(corpus(60));
  });

  test('is the same on every machine and in every version: stored corpora are added to', () => {
    expect(hashOf(corpus(20))).toBe('12d770c130e4ee39a1491940752423e2c524b8c0de70abfe1fedac4bbef54f8b');
  });

  test('begins with the articles of a smaller one', () => {
    expect(corpus(90).slice(0, 50)).toEqual(corpus(50));
  });

  test('has other articles for another seed, in the same world', () => {
    const [one, other] = [corpus(40, 1), corpus(40, 2)];
    const articles = new Set([...one, ...other].map(({ article }) => article.id));
    expect(articles.size).toBe(80);
    const people = new Set(one.flatMap((record) => record.people.map(({ id }) => id)));
    expect(other.flatMap((record) => record.people).some(({ id }) => people.has(id))).toBe(true);
  });

  test('is made one article at a time', () => {
    const [first] = generateRecords({ articles: 10_000_000, seed: 3 });
    expect(first).toEqual(corpus(1, 3)[0]);
  });

  test('has texts of its own for each article', () => {
    const records = corpus(300);
    expect(new Set(records.map(({ article }) => article.id)).size).toBe(300);
    expect(new Set(records.map(({ revision }) => revision.textHash)).size).toBe(300);
  });
});
