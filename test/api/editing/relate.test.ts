import { expect, test } from 'vitest';
import { makeId } from '../../../src/domain/identity.js';
import { statementIn, statisticIn } from '../../support/records.js';
import { expectMade, expectRefused, runDesk } from './editors.js';
import { CALM, STORM } from './harbour.js';

const desk = runDesk();
const CLOSED = statementIn(STORM, 'the harbour of Gullport is closed');
const SAILS = statementIn(STORM, 'Nobody sails tonight,');
const FLEET = statementIn(STORM, '14 boats are still at sea');
const BACK = statementIn(CALM, 'the boats are back');
const FIGURE = statisticIn(STORM, '14');

const RELATION =
  'id kind basis span { text } from { id } to { id } toStatistic { id } provenance { origin agent review }';
const relate = (input: object) => desk.make('relateStatements', input, `relation { ${RELATION} }`);
const unrelate = (relation: string) => desk.make('unrelateStatements', { relation });

/** The relations that lead to a statement. */
async function relatedTo(id: string): Promise<{ id: string; provenance: object }[]> {
  const query = `query ($id: ID!) { statement(id: $id) { relatedFrom { ${RELATION} } } }`;
  return (await desk.ask(query, { id })).statement.relatedFrom;
}

test('an editor says what a statement does to a figure of another article, which is then disputed', async () => {
  const payload = await relate({
    from: BACK.id,
    kind: 'DISPUTES',
    to: FLEET.id,
    toStatistic: FIGURE.id,
    reason: 'So it is.',
  });
  expectMade(payload);
  expect(payload.relation).toMatchObject({
    kind: 'DISPUTES',
    basis: 'EDITOR',
    span: null,
    from: { id: BACK.id },
    to: { id: FLEET.id },
    toStatistic: { id: FIGURE.id },
    provenance: { origin: 'EDITOR', agent: 'Ada', review: 'CONFIRMED' },
  });
  expect(payload.change.targets.map(({ typeName }: { typeName: string }) => typeName)).toEqual([
    'StatementRelation',
    'Statement',
    'Statement',
  ]);
  const disputed = '{ statistics(filter: { disputed: true }, first: 9) { nodes { id } } }';
  expect((await desk.ask(disputed)).statistics.nodes).toEqual([{ id: FIGURE.id }]);
  expectRefused(await relate({ from: BACK.id, kind: 'DISPUTES', to: FLEET.id, toStatistic: FIGURE.id }), 'CONFLICT');

  const taken = await unrelate(payload.relation.id);
  expectMade(taken);
  expect(taken.change.targets[0]).toEqual({ id: payload.relation.id, typeName: 'StatementRelation', node: null });
  expect((await desk.ask(disputed)).statistics.nodes).toEqual([]);
  expectRefused(await unrelate(payload.relation.id), 'NOT_FOUND', 'relation');
});

test('a relation that the engine found is rejected for good, until an editor says the same', async () => {
  const [found] = await relatedTo(CLOSED.id);
  expectMade(await unrelate(found?.id ?? ''));
  expect(await relatedTo(CLOSED.id)).toEqual([]);
  const { node } = await desk.ask(`query ($id: ID!) { node(id: $id) { ... on StatementRelation { ${RELATION} } } }`, {
    id: found?.id,
  });
  expect(node.provenance).toMatchObject({ origin: 'ENGINE', review: 'REJECTED' });
  expectRefused(await unrelate(found?.id ?? ''), 'CONFLICT', 'relation');
  const again = await relate({ from: SAILS.id, kind: 'CONFIRMS', to: CLOSED.id });
  expectMade(again);
  expect(again.relation).toMatchObject({ id: found?.id, provenance: { origin: 'ENGINE', review: 'CONFIRMED' } });
  expect(await relatedTo(CLOSED.id)).toHaveLength(1);
});

test('both articles of a relation count as updated', async () => {
  const query =
    'query ($updatedAfter: DateTime) { articles(filter: { updatedAfter: $updatedAfter }, first: 9) { nodes { id updatedAt } } }';
  const { articles } = await desk.ask(query);
  const updatedAfter = articles.nodes
    .map(({ updatedAt }: { updatedAt: string }) => updatedAt)
    .toSorted()
    .at(-1);
  expectMade(await relate({ from: BACK.id, kind: 'RESPONDS_TO', to: FLEET.id }));
  const after = (await desk.ask(query, { updatedAfter })).articles.nodes;
  expect(after.map(({ id }: { id: string }) => id).toSorted()).toEqual([STORM.article.id, CALM.article.id].toSorted());
});

test('what cannot be related is refused', async () => {
  const base = { from: BACK.id, kind: 'DENIES', to: FLEET.id };
  expectRefused(await relate({ ...base, from: 'x' }), 'INVALID', 'from');
  expectRefused(await relate({ ...base, to: makeId('Statement', 'none') }), 'NOT_FOUND', 'to');
  expectRefused(await relate({ ...base, to: BACK.id }), 'INVALID', 'to');
  expectRefused(await relate({ ...base, to: CLOSED.id, toStatistic: FIGURE.id }), 'INVALID', 'toStatistic');
  expectRefused(await relate({ ...base, toStatistic: makeId('Statistic', 'none') }), 'NOT_FOUND', 'toStatistic');
  expectRefused(await unrelate(FLEET.id), 'INVALID', 'relation');
});
