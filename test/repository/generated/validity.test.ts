import { expect, test } from 'vitest';
import { wordCountOf } from '../../../src/domain/article.js';
import { isDay } from '../../../src/domain/dates.js';
import { violationsOf } from '../../../src/domain/invariants.js';
import { generateRecords } from '../../../src/repository/generated/generate-records.js';
import { MemoryRepository } from '../../../src/repository/memory/memory-repository.js';

const RECORDS = [...generateRecords({ articles: 400, seed: 7 })];

test('every generated record keeps all invariants', () => {
  expect(RECORDS.flatMap(violationsOf)).toEqual([]);
});

test('a store takes the generated articles one by one, so that nothing in them leads to a later one', async () => {
  const repository = new MemoryRepository();
  for (const record of RECORDS) await repository.storeArticles([record]);
  const ids = RECORDS.map(({ article }) => article.id);
  expect((await repository.articles.byIds(ids)).every((article) => article !== undefined)).toBe(true);
});

test('whoever and whatever a generated record refers to comes with it', () => {
  for (const {
    people,
    organizations,
    places,
    unnamedSources,
    statements,
    statistics,
    appearances,
    topics,
  } of RECORDS) {
    const known = new Set<string | null>(
      [null, ...[people, organizations, places, unnamedSources, topics].flat()].map((entity) => entity?.id ?? null),
    );
    const named = [
      ...statements.flatMap(({ speakerId, speakerCandidateIds }) => [speakerId, ...speakerCandidateIds]),
      ...statements.flatMap(({ about }) => about.map(({ subjectId }) => subjectId)),
      ...statistics.flatMap(({ placeId, claimedById }) => [placeId, claimedById]),
      ...appearances.map(({ subjectId }) => subjectId),
      ...places.map(({ withinId }) => withinId),
      ...organizations.map(({ placeId }) => placeId),
    ];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  }
});

test('dates of generated statements and figures exist and are in order', () => {
  const dates = RECORDS.flatMap(({ statements, statistics }) => [
    ...statements.flatMap(({ said }) => said ?? []),
    ...statistics.flatMap(({ asOf }) => asOf ?? []),
  ]);
  expect(dates.length).toBeGreaterThan(1000);
  expect(
    dates.filter(({ from, to }) => from === null || to === null || !isDay(from) || !isDay(to) || from > to),
  ).toEqual([]);
});

test('generated articles have the number of words that their text has', () => {
  for (const { article, revision } of RECORDS) {
    expect(article.wordCount).toBe(wordCountOf(revision.text, article.language));
  }
});
