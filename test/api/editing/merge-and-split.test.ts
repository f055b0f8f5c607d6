import { expect, test } from 'vitest';
import { makeId } from '../../../src/domain/identity.js';
import { identityCandidate } from '../../../src/domain/identity-candidate.js';
import { BRAM, expectMade, expectRefused, runDesk } from './editors.js';
import { PLOVER, STORM, TERN } from './harbour.js';

const desk = runDesk();
const merge = (input: object, as = BRAM) =>
  desk.make('mergePeople', input, 'person { id name aliases formerIds statements(first: 9) { totalCount } }', as);
const split = (input: object) =>
  desk.make('splitPerson', input, 'person { id articles(first: 9) { totalCount } } created { id name slug }');

test('people are merged, and each id answers with the person that remains until it is undone', async () => {
  const nameOf = async (id: string) =>
    (await desk.ask('query ($id: ID!) { person(id: $id) { id name } }', { id })).person;
  const payload = await merge({ keep: TERN.id, absorb: [PLOVER.id], reason: 'One and the same.' });
  expectMade(payload);
  expect(payload.person).toMatchObject({ id: TERN.id, formerIds: [PLOVER.id] });
  expect(payload.person.aliases).toContain('Rufus Plover');
  expect(payload.change).toMatchObject({ action: 'MERGE', actor: 'Bram', reason: 'One and the same.' });
  expect(await nameOf(PLOVER.id)).toEqual({ id: TERN.id, name: 'Olive Tern' });
  const speakers = await desk.ask(
    'query ($id: ID!) { statements(first: 20, filter: { speakers: [$id] }) { nodes { speaker { ... on Node { id } } } } }',
    { id: PLOVER.id },
  );
  expect(new Set(speakers.statements.nodes.map((node: { speaker: { id: string } }) => node.speaker.id))).toEqual(
    new Set([TERN.id]),
  );
  expectRefused(await merge({ keep: TERN.id, absorb: [PLOVER.id] }), 'CONFLICT', 'absorb', '0');
  expectMade(await desk.make('undoChange', { id: payload.change.id }));
  expect(await nameOf(PLOVER.id)).toEqual({ id: PLOVER.id, name: 'Rufus Plover' });
});

test('merging names what is wrong with its input', async () => {
  expectRefused(await merge({ keep: 'nobody', absorb: [PLOVER.id] }), 'INVALID', 'keep');
  expectRefused(await merge({ keep: TERN.id, absorb: [] }), 'INVALID', 'absorb');
  expectRefused(await merge({ keep: TERN.id, absorb: [STORM.article.id] }), 'INVALID', 'absorb', '0');
  expectRefused(await merge({ keep: TERN.id, absorb: [TERN.id] }), 'INVALID', 'absorb', '0');
  expectRefused(
    await merge({ keep: TERN.id, absorb: [PLOVER.id, makeId('Person', 'none')] }),
    'NOT_FOUND',
    'absorb',
    '1',
  );
  expectRefused(await merge({ keep: TERN.id, absorb: Array(21).fill(PLOVER.id) }), 'TOO_LARGE', 'absorb');
});

test('of two editors who merge the same people, one does and the other is told', async () => {
  const input = { keep: TERN.id, absorb: [PLOVER.id] };
  const payloads = await Promise.all([merge(input), merge(input, { name: 'Ada', scopes: ['edit'] })]);
  const made = payloads.filter(({ userErrors }) => userErrors.length === 0);
  expect(made).toHaveLength(1);
  expectMade(await desk.make('undoChange', { id: made[0].change.id }));
});

test('a person is split by articles, and made one again', async () => {
  const payload = await split({ id: TERN.id, name: 'Olive Tern', articles: [STORM.article.id] });
  expectMade(payload);
  expect(payload.created).toMatchObject({ name: 'Olive Tern', slug: expect.stringMatching(/^olive-tern-/) });
  const { article } = await desk.ask('query ($id: ID!) { article(id: $id) { people(first: 9) { nodes { id } } } }', {
    id: STORM.article.id,
  });
  expect(article.people.nodes).toContainEqual({ id: payload.created.id });
  expect(article.people.nodes).not.toContainEqual({ id: TERN.id });
  const refused = await desk.make('undoChange', { id: makeId('Change', 'none') });
  expectRefused(refused, 'NOT_FOUND', 'id');
  expectMade(await desk.make('undoChange', { id: payload.change.id }));
  expect((await desk.ask('query ($id: ID!) { node(id: $id) { id } }', { id: payload.created.id })).node).toBeNull();
});

test('splitting names what is wrong with its input', async () => {
  const input = { id: TERN.id, name: 'Olive Tern', articles: [STORM.article.id] };
  expectRefused(await split({ ...input, id: STORM.article.id }), 'INVALID', 'id');
  expectRefused(await split({ ...input, name: '' }), 'INVALID', 'name');
  expectRefused(await split({ ...input, articles: [] }), 'INVALID', 'articles');
  expectRefused(await split({ ...input, articles: [makeId('Article', 'none')] }), 'NOT_FOUND', 'articles', '0');
});

test('people that may be one are listed with what speaks for it', async () => {
  const pair = identityCandidate(TERN.id, PLOVER.id, { why: 'One room.', score: 0.4 });
  await desk.service.repository.write((store) => store.addIdentityCandidates([pair]));
  const { identityCandidates } = await desk.ask(
    '{ identityCandidates(first: 5) { edges { cursor node { why score people { id } } } pageInfo { hasNextPage } totalCount } }',
  );
  expect(identityCandidates).toMatchObject({
    edges: [{ node: { why: 'One room.', score: 0.4, people: pair.personIds.map((id) => ({ id })) } }],
    pageInfo: { hasNextPage: false },
    totalCount: 1,
  });
});
