import { describe, expect, test } from 'vitest';
import { makeId } from '../../../src/domain/identity.js';
import { expectMade, expectRefused, runDesk } from './editors.js';
import { BOARD, PLOVER, TERN } from './harbour.js';

const desk = runDesk();
const PERSON = `id slug name aliases wikidata
  roles { title organization { name } from to evidence { text } } relationships { kind person { id } }`;
const update = (fields: object, id: string = TERN.id) =>
  desk.make('updatePerson', { id, ...fields }, `person { ${PERSON} }`);

async function relationshipsOf(id: string): Promise<{ kind: string; person: { id: string } }[]> {
  const { person } = await desk.ask('query ($id: ID!) { person(id: $id) { relationships { kind person { id } } } }', {
    id,
  });
  return person.relationships;
}

describe('a person', () => {
  test('gets a name and other names, by which lists and search then find them', async () => {
    const payload = await update({
      name: ' Olivia  Tern ',
      addAliases: ['Olive Tern', 'Her Worship', 'her worship', 'Olivia TERN'],
      removeAliases: ['mayor tern'],
      reason: 'Her own spelling.',
    });
    expectMade(payload);
    expect(payload.person).toMatchObject({
      slug: 'olive-tern',
      name: 'Olivia Tern',
      aliases: ['Olive Tern', 'Her Worship'],
    });
    expect(payload.change).toMatchObject({ action: 'UPDATE', targets: [{ id: TERN.id, typeName: 'Person' }] });
    const found = async (name: string) => {
      const data = await desk.ask(
        'query ($name: String!) { people(filter: { name: $name }, first: 9) { nodes { id } } search(query: $name, types: [PERSON], first: 9) { totalCount } }',
        { name },
      );
      return [data.people.nodes.length, data.search.totalCount];
    };
    expect(await found('Olivia Tern')).toEqual([1, 1]);
    expect(await found('her worship')).toEqual([1, 1]);
    expect(await found('Mayor Tern')).toEqual([0, 0]);
  });

  test('gets a place at Wikidata, and loses it', async () => {
    const wikidata = 'https://www.wikidata.org/entity/Q4242424242';
    expect((await update({ wikidata })).person.wikidata).toBe(wikidata);
    expect((await update({ wikidata: null })).person.wikidata).toBeNull();
    for (const wrong of ['https://www.wikidata.org/wiki/P31', 'https://wikidata.example/entity/Q1']) {
      expectRefused(await update({ wikidata: wrong }), 'INVALID', 'wikidata');
    }
  });

  test('gets roles in place of those known, of which those that stay keep their evidence', async () => {
    const payload = await update({
      roles: [
        { title: 'mayor', from: '2019-01-01' },
        { title: 'Chair', organization: BOARD.id, from: '2018-01-01', to: '2018-12-31' },
      ],
    });
    expectMade(payload);
    expect(payload.person.roles).toEqual([
      { title: 'mayor', organization: null, from: '2019-01-01', to: null, evidence: [{ text: 'Mayor' }] },
      { title: 'Chair', organization: { name: 'Harbour Board' }, from: '2018-01-01', to: '2018-12-31', evidence: [] },
    ]);
    expect((await update({ roles: null })).person.roles).toEqual([]);
  });

  test('gets relationships, which the others then have as well', async () => {
    expect(await relationshipsOf(TERN.id)).toEqual([{ kind: 'SIBLING', person: { id: PLOVER.id } }]);
    const payload = await update({ relationships: [{ kind: 'PARENT', person: PLOVER.id }] });
    expectMade(payload);
    expect(payload.person.relationships).toEqual([{ kind: 'PARENT', person: { id: PLOVER.id } }]);
    expect(await relationshipsOf(PLOVER.id)).toEqual([{ kind: 'CHILD', person: { id: TERN.id } }]);
    expectMade(await update({ relationships: [] }));
    expect(await relationshipsOf(PLOVER.id)).toEqual([]);
  });

  test('keeps all that an update leaves out', async () => {
    const { person } = await desk.ask(`query ($id: ID!) { person(id: $id) { ${PERSON} } }`, { id: PLOVER.id });
    const payload = await update({ addAliases: ['R. Plover'] }, PLOVER.id);
    expect(payload.person).toEqual({ ...person, aliases: ['R. Plover'] });
  });
});

describe('an update of a person is refused', () => {
  test('for ids that are malformed, of another type, or of nobody', async () => {
    expectRefused(await update({ name: 'X Y' }, 'x'), 'INVALID', 'id');
    expectRefused(await update({ name: 'X Y' }, BOARD.id), 'INVALID', 'id');
    expectRefused(await update({ name: 'X Y' }, makeId('Person', 'nobody')), 'NOT_FOUND', 'id');
    expectRefused(
      await update({ roles: [{ title: 'Chair', organization: TERN.id }] }),
      'INVALID',
      'roles',
      '0',
      'organization',
    );
    const stranger = { kind: 'SPOUSE', person: makeId('Person', 'nobody') };
    expectRefused(await update({ relationships: [stranger] }), 'NOT_FOUND', 'relationships', '0', 'person');
  });

  test('for what no person has', async () => {
    expectRefused(await update({}), 'INVALID');
    expectRefused(await update({ name: null }), 'INVALID', 'name');
    expectRefused(await update({ name: ' ' }), 'INVALID', 'name');
    expectRefused(await update({ name: 'x'.repeat(301) }), 'TOO_LARGE', 'name');
    expectRefused(await update({ addAliases: ['Ol', ''] }), 'INVALID', 'addAliases', '1');
    expectRefused(await update({ removeAliases: ['Nobody'] }), 'NOT_FOUND', 'removeAliases', '0');
    expectRefused(await update({ roles: [{ title: '' }] }), 'INVALID', 'roles', '0', 'title');
    const backwards = { title: 'Chair', from: '2020-02-01', to: '2020-01-01' };
    expectRefused(await update({ roles: [backwards] }), 'INVALID', 'roles', '0', 'to');
    expectRefused(await update({ roles: [{ title: 'Chair' }, { title: 'CHAIR' }] }), 'INVALID', 'roles', '1');
    const self = { kind: 'SIBLING', person: TERN.id };
    expectRefused(await update({ relationships: [self] }), 'INVALID', 'relationships', '0', 'person');
    const twice = { kind: 'SIBLING', person: PLOVER.id };
    expectRefused(await update({ relationships: [twice, twice] }), 'INVALID', 'relationships', '1');
  });
});
