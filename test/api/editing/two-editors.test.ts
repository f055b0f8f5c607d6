import { expect, test } from 'vitest';
import { createSchema } from '../../../src/graphql/schema.js';
import type { KeyOptions } from '../../support/running-service.js';
import { BRAM, expectMade, expectRefused, runDesk } from './editors.js';
import { EDITS } from './every-edit.js';

/*
 * Every mutation by which editors work, sent by two of them at once: one is made, the other is a CONFLICT that says so, and
 * the store is as it was once the one is undone.
 */

const desk = runDesk();
test('there is a row for each mutation of editors, but for undoing', () => {
  const mutations = Object.keys(createSchema().getMutationType()?.getFields() ?? {});
  expect(Object.keys(EDITS).sort()).toEqual(
    mutations.filter((name) => name !== 'ingestArticle' && name !== 'undoChange').sort(),
  );
});

const EVERYTHING = `{
  articles(first: 9) { nodes {
    id title retraction { reason }
    people(first: 9) { nodes { id name aliases wikidata
      roles { title organization { id } } relationships { kind person { id } } } }
    statements(first: 99) { nodes {
      id kind text force medium speaker { ... on Node { id } } about { status subject { ... on Node { id } } }
      parent { id } saidAt provenance { review reviewedBy } relations { id kind to { id } provenance { review } }
    } }
    statistics(first: 99) { nodes { id value upperValue comparator place { id } claimedBy { ... on Node { id } } provenance { review } } }
  } }
}`;

test.each(Object.entries(EDITS))('%s is made once, and undone', async (mutation, [input, ...field]) => {
  const before = await desk.ask(EVERYTHING);
  const editors: (KeyOptions | undefined)[] = [BRAM, undefined];
  const payloads = await Promise.all(editors.map((editor) => desk.make(mutation, input, '', editor)));
  const made = payloads.filter(({ change }) => change !== null);
  const refused = payloads.filter(({ change }) => change === null);
  expect(made).toHaveLength(1);
  expectMade(made[0]);
  expectRefused(refused[0], 'CONFLICT', ...field);
  expect(await desk.ask(EVERYTHING)).not.toEqual(before);

  const undone = await Promise.all(editors.map((as) => desk.make('undoChange', { id: made[0].change.id }, '', as)));
  expectMade(undone.find(({ change }) => change !== null));
  expectRefused(
    undone.find(({ change }) => change === null),
    'CONFLICT',
    'id',
  );
  expect(await desk.ask(EVERYTHING)).toEqual(before);
});
