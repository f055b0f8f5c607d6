import { expect, test } from 'vitest';
import { makeId } from '../../../src/domain/identity.js';
import { statementIn, statisticIn } from '../../support/records.js';
import { expectMade, expectRefused, runDesk } from './editors.js';
import { STORM, TERN } from './harbour.js';

const desk = runDesk();
const retract = (input: object) =>
  desk.make('retractArticle', input, 'article { id retraction { at reason } updatedAt }');

test('a retracted article leaves the lists with all that is in it, and answers by id', async () => {
  const counts = async () => {
    const data = await desk.ask(
      `query ($tern: ID!) {
        articles(first: 9) { totalCount }
        statements(first: 9) { totalCount }
        statistics(first: 9) { totalCount }
        person(id: $tern) { statements(first: 9) { totalCount } }
        search(query: "harbour", first: 9) { totalCount }
      }`,
      { tern: TERN.id },
    );
    const { articles, statements, statistics, person, search } = data;
    return [articles, statements, statistics, person.statements, search].map(({ totalCount }) => totalCount);
  };
  expect(await counts()).toEqual([2, 4, 1, 1, 3]);
  const { article: before } = await desk.ask('query ($id: ID!) { article(id: $id) { updatedAt } }', {
    id: STORM.article.id,
  });
  const payload = await retract({ id: STORM.article.id, reason: 'The harbour was open.' });
  expectMade(payload);
  expect(payload.article.retraction).toEqual({ at: payload.change.at, reason: 'The harbour was open.' });
  expect(payload.article.updatedAt > before.updatedAt).toBe(true);
  expect(payload.change).toMatchObject({ action: 'RETRACT', reason: 'The harbour was open.' });
  expect(await counts()).toEqual([1, 1, 0, 0, 1]);
  const byId = await desk.ask(
    'query ($article: ID!, $statement: ID!, $figure: ID!) { article(id: $article) { id } statement(id: $statement) { id } statistic(id: $figure) { id } }',
    {
      article: STORM.article.id,
      statement: statementIn(STORM, 'Nobody sails tonight,').id,
      figure: statisticIn(STORM, '14').id,
    },
  );
  expect(Object.values(byId).every((node) => node !== null)).toBe(true);
  const poll = '{ articles(filter: { retracted: true }, first: 9) { nodes { id } } }';
  expect((await desk.ask(poll)).articles.nodes).toEqual([{ id: STORM.article.id }]);

  expectRefused(await retract({ id: STORM.article.id, reason: 'Again.' }), 'CONFLICT', 'id');
  expectMade(await desk.make('undoChange', { id: payload.change.id }));
  expect(await counts()).toEqual([2, 4, 1, 1, 3]);
});

test('an article is not retracted without a reason, nor one that is not there', async () => {
  expectRefused(await retract({ id: STORM.article.id, reason: ' \n ' }), 'INVALID', 'reason');
  expectRefused(await retract({ id: TERN.id, reason: 'Why not.' }), 'INVALID', 'id');
  expectRefused(await retract({ id: makeId('Article', 'none'), reason: 'Why not.' }), 'NOT_FOUND', 'id');
});
