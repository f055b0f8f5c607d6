import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { generateRecords } from '../../../src/repository/generated/generate-records.js';
import { IN_TIME } from '../../../src/repository/sqlite/in-time.js';
import { runService } from '../../support/running-service.js';
import { test } from '../../support/temporary.js';

/** Filters in which a text stands beside what is found through a table of its own. */
const FILTERS = [
  ['articles', 'topics: TOPICS'],
  ['articles', 'people: PEOPLE'],
  ['articles', 'topics: TOPICS, people: PEOPLE'],
  ['articles', 'languages: ["en", "ko"]'],
  ['statements', 'about: PEOPLE'],
  ['statements', 'through: PEOPLE'],
] as const;

// SQLite takes both for few. Of ten thousand ids and ten thousand matches a hundred million pairs would be looked up.
test.for(FILTERS)('of %s with words and %s not each one is looked up with every match', async ([field, filter], {
  folder,
  onTestFinished,
}) => {
  const store = join(folder, 'store.db');
  const asked: string[] = [];
  const records = [...generateRecords({ articles: 20, seed: 3 })];
  const observer = (statement: string) => asked.push(statement);
  const service = await runService({ records, observer, environment: { ONRECORD_STORE: store } });
  onTestFinished(() => service.stop());
  const { data } = await service.ask('{ topics(first: 9) { nodes { id } } people(first: 9) { nodes { id } } }');
  const idsOf = (nodes: readonly { readonly id: string }[]) => JSON.stringify(nodes.map(({ id }) => id));
  const given = filter.replace('TOPICS', idsOf(data.topics.nodes)).replace('PEOPLE', idsOf(data.people.nodes));
  const answer = await service.ask(
    `{ ${field}(first: 3, filter: { text: "the", ${given} }) { totalCount nodes { id } } }`,
  );
  expect(answer.data[field].nodes).not.toEqual([]);
  const database = new DatabaseSync(store, { readOnly: true });
  database.function(IN_TIME, (_row) => 1);
  onTestFinished(() => database.close());
  const questions = asked.filter((statement) => statement.includes(' match ') && statement.includes(' in ('));
  expect(questions.length).toBeGreaterThanOrEqual(2);
  const steps = questions.flatMap((statement) =>
    database
      .prepare(`explain query plan ${statement}`)
      .all()
      .map(({ detail }) => String(detail)),
  );
  expect(steps.filter((step) => step.includes('AND rowid=?'))).toEqual([]);
});
