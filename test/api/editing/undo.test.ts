import { describe, expect, test } from 'vitest';
import { changeId } from '../../../src/domain/change.js';
import { makeId } from '../../../src/domain/identity.js';
import { statementIn } from '../../support/records.js';
import { BRAM, expectMade, expectRefused, runDesk } from './editors.js';
import { CALM, PLOVER, STORM, spanOf, TERN } from './harbour.js';

const desk = runDesk();
const undo = (id: string, as = BRAM) => desk.make('undoChange', { id }, '', as);
const SAILS = statementIn(STORM, 'Nobody sails tonight,');
const FLEET = statementIn(STORM, '14 boats are still at sea');
const CLOSED = statementIn(STORM, 'the harbour of Gullport is closed');

/** What the store has of a statement, but for its last change. */
async function statementNow(id: string) {
  const { statement } = await desk.ask(
    `query ($id: ID!) { statement(id: $id) {
      force medium speaker { ... on Named { displayName } } provenance { review reviewedBy reviewedAt }
    } }`,
    { id },
  );
  return statement;
}

async function correct(id: string, fields: object): Promise<string> {
  const payload = await desk.make('reviewStatement', { id, verdict: 'CORRECT', ...fields });
  expectMade(payload);
  return payload.change.id;
}

describe('undoing a change', () => {
  test('leaves the record as it was, and says of the change that it was undone', async () => {
    const before = await statementNow(CLOSED.id);
    const change = await correct(CLOSED.id, { force: 'WARNED', speaker: PLOVER.id });
    const payload = await undo(change);
    expectMade(payload);
    expect(payload.change).toMatchObject({ action: 'UNDO', actor: 'Bram', targets: [{ id: CLOSED.id }] });
    expect(await statementNow(CLOSED.id)).toEqual(before);
    const query = 'query ($id: ID!) { change(id: $id) { undone action } }';
    expect((await desk.ask(query, { id: change })).change).toEqual({ undone: true, action: 'REVIEW' });
    expect(expectRefused(await undo(change), 'CONFLICT', 'id')).toContain(payload.change.id);
  });

  test('and undoing that makes it again', async () => {
    const change = await correct(CLOSED.id, { medium: 'SPEECH' });
    const after = await statementNow(CLOSED.id);
    const { change: undone } = await undo(change);
    expect((await statementNow(CLOSED.id)).medium).toBeNull();
    const again = await undo(undone.id);
    expectMade(again);
    expect(await statementNow(CLOSED.id)).toEqual(after);
    const query = 'query ($id: ID!) { change(id: $id) { undone } }';
    expect((await desk.ask(query, { id: change })).change.undone).toBe(false);
    expectMade(await undo(change));
  });

  test('works in any order where nothing later depends on it', async () => {
    const before = await statementNow(SAILS.id);
    const first = await desk.make('updatePerson', { id: TERN.id, addAliases: ['The Mayor'] });
    const second = await correct(SAILS.id, { speaker: TERN.id });
    const third = await desk.make('updatePerson', { id: TERN.id, addAliases: ['O. Tern'] });
    for (const id of [first.change.id, second, third.change.id]) expectMade(await undo(id));
    expect(await statementNow(SAILS.id)).toEqual(before);
    const { person } = await desk.ask('query ($id: ID!) { person(id: $id) { aliases } }', { id: TERN.id });
    expect(person.aliases).toEqual(['Mayor Tern']);
  });

  test('is refused where a later change depends on it, which the error names', async () => {
    const first = await correct(CLOSED.id, { force: 'WARNED' });
    const later = await correct(CLOSED.id, { force: 'CLAIMED' });
    expect(expectRefused(await undo(first), 'CONFLICT', 'id')).toContain(later);
    expectMade(await undo(later));
    expectMade(await undo(first));
  });

  test('is refused where the statements would then report one another in a circle', async () => {
    await correct(FLEET.id, { parent: CLOSED.id });
    const loosened = await correct(FLEET.id, { parent: null });
    const turned = await correct(CLOSED.id, { parent: FLEET.id });
    expect(expectRefused(await undo(loosened), 'CONFLICT', 'id')).toContain(turned);
    expectMade(await undo(turned));
    expectMade(await undo(loosened));
  });

  test('takes away what was made, unless something was built on it', async () => {
    const created = await desk.make(
      'createStatement',
      { article: CALM.article.id, kind: 'INDIRECT', spans: [spanOf(CALM, 'thanked him')], speakerName: 'Marta Quill' },
      'statement { id speaker { ... on Person { id } } }',
    );
    const { id, speaker } = created.statement;
    const related = await desk.make('relateStatements', { from: id, kind: 'CONFIRMS', to: CLOSED.id });
    expect(expectRefused(await undo(created.change.id), 'CONFLICT', 'id')).toContain(related.change.id);
    expectMade(await undo(related.change.id));
    expectMade(await undo(created.change.id));
    const query =
      'query ($id: ID!, $person: ID!, $change: ID!) { statement(id: $id) { id } person(id: $person) { id } change(id: $change) { targets { id typeName node { id } } } }';
    const { statement, person, change } = await desk.ask(query, { id, person: speaker.id, change: created.change.id });
    expect([statement, person]).toEqual([null, null]);
    expect(change.targets).toEqual([
      { id, typeName: 'Statement', node: null },
      { id: speaker.id, typeName: 'Person', node: null },
    ]);
    const { article } = await desk.ask(
      'query ($id: ID!) { article(id: $id) { people(first: 9) { nodes { name } } } }',
      {
        id: CALM.article.id,
      },
    );
    expect(article.people.nodes).not.toContainEqual({ name: 'Marta Quill' });
  });

  test('is refused for an id that is malformed, of another type, or of nothing', async () => {
    expectRefused(await undo('x'), 'INVALID', 'id');
    expectRefused(await undo(TERN.id), 'INVALID', 'id');
    expectRefused(await undo(makeId('Change', 'none')), 'NOT_FOUND', 'id');
  });

  test('is refused of what the engine read, which says what to do instead', async () => {
    const id = await desk.service.repository.write(async (open) => {
      const { at } = open;
      const change = {
        id: changeId('INGEST', 'the reader', open.changeNumber),
        action: 'INGEST',
        actor: 'the reader',
        at,
      } as const;
      const targetIds = [STORM.article.id];
      await open.addChange({
        change: { ...change, reason: null, targetIds, undoesId: null, undoneById: null },
        patches: [],
      });
      return change.id;
    });
    expect(expectRefused(await undo(id), 'UNSUPPORTED', 'id')).toContain('Retract the article');
  });

  test('of two editors who undo one change exactly one succeeds', async () => {
    const change = await correct(CLOSED.id, { force: 'WARNED' });
    const payloads = await Promise.all([undo(change), undo(change, { name: 'Ada', scopes: ['edit'] })]);
    const [made, refused] = payloads.toSorted((a, b) => a.userErrors.length - b.userErrors.length);
    expectMade(made);
    expectRefused(refused, 'CONFLICT', 'id');
  });
});

describe('the list of changes', () => {
  test('has all of them, the latest first, by page', async () => {
    const query =
      'query ($after: String) { changes(first: 3, after: $after) { nodes { id at } edges { cursor node { id } } pageInfo { hasNextPage endCursor } totalCount } }';
    const seen: { id: string; at: string }[] = [];
    for (let after: string | null = null; ; ) {
      const { changes } = await desk.ask(query, { after });
      seen.push(...changes.nodes);
      if (!changes.pageInfo.hasNextPage) {
        expect(seen).toHaveLength(changes.totalCount);
        break;
      }
      after = changes.pageInfo.endCursor;
    }
    const times = seen.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().reverse());
    expect(new Set(times).size).toBe(times.length);
  });

  test('has those that were made to something, and those that somebody made', async () => {
    const query =
      'query ($target: ID, $actor: String) { changes(first: 50, target: $target, actor: $actor) { nodes { actor targets { id } } } }';
    const { changes: ofTern } = await desk.ask(query, { target: TERN.id });
    expect(ofTern.nodes).toHaveLength(4);
    for (const { targets } of ofTern.nodes) expect(targets).toContainEqual({ id: TERN.id });
    const { changes: byBram } = await desk.ask(query, { actor: 'Bram' });
    expect(byBram.nodes.length).toBeGreaterThan(3);
    expect(new Set(byBram.nodes.map(({ actor }: { actor: string }) => actor))).toEqual(new Set(['Bram']));
    expect((await desk.ask(query, { actor: 'nobody' })).changes.nodes).toEqual([]);
  });

  test.each([
    ['changes { totalCount }', 'first'],
    ['changes(first: 101) { totalCount }', 'first'],
    ['changes(first: 1, after: "x") { totalCount }', 'after'],
    ['changes(first: 1, target: "x") { totalCount }', 'target'],
    ['change(id: "x") { id }', 'id'],
  ])('%s is refused for its argument', async (field, argument) => {
    const { errors } = await desk.service.askAs(BRAM, `{ ${field} }`);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument });
  });
});

test('several edits in one request are made one after the other, and each answer shows the store after its own', async () => {
  const query = `mutation ($id: ID!) {
    first: reviewStatement(input: { id: $id, verdict: CORRECT, force: WARNED }) { statement { force lastChange } change { id } }
    second: reviewStatement(input: { id: $id, verdict: CORRECT, force: ASKED }) { statement { force lastChange } change { id } }
    third: reviewStatement(input: { id: $id, verdict: REJECT }) {
      statement { force article { statements(first: 9) { totalCount } } provenance { review } }
    }
    fourth: reviewStatement(input: { id: $id, verdict: CONFIRM }) {
      statement { article { statements(first: 9) { totalCount } } provenance { review } }
    }
  }`;
  const { first, second, third, fourth } = await desk.ask(query, { id: SAILS.id });
  expect(first.statement).toEqual({ force: 'WARNED', lastChange: first.change.id });
  expect(second.statement).toEqual({ force: 'ASKED', lastChange: second.change.id });
  expect(third.statement.provenance.review).toBe('REJECTED');
  expect(fourth.statement.provenance.review).toBe('CONFIRMED');
  expect(fourth.statement.article.statements.totalCount).toBe(third.statement.article.statements.totalCount + 1);
});
