import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type RunningService, readOperation, runService } from '../support/running-service.js';

/*
 * Each operation of schema/operations with its whole answer over the seeds, in answers/. An answer that changes on
 * purpose is written anew by `npm test -- test/api/operations.test.ts -u`, and read before it is committed.
 */

let service: RunningService;
beforeAll(async () => {
  service = await runService();
});
afterAll(() => service.stop());

/** The ids of the statements with this text, in all of the seeds. */
async function statementId(text: string): Promise<string> {
  const { data } = await service.ask('{ statements(first: 100) { nodes { id text } } }');
  const found: { id: string; text: string }[] = data.statements.nodes;
  const statement = found.find((candidate) => candidate.text === text);
  expect(statement, `a statement “${text}”`).toBeDefined();
  return statement?.id ?? '';
}

const OPERATIONS: Record<string, () => object | Promise<object>> = {
  'front-page': () => ({}),
  article: () => ({ slug: 'a-letter-from-trump-confirmed-by-kims-sister' }),
  person: () => ({ slug: 'kim-yo-jong' }),
  chain: async () => ({ id: await statementId('his intent to render cooperation in the anti-epidemic work') }),
  claim: async () => ({ id: await statementId('as of Sunday and Monday, it has zero cases of the virus') }),
  'check-quotation': async () => {
    const { data } = await service.ask('{ person(slug: "donald-trump") { id } }');
    return { text: 'His intent to render cooperation in the anti-epidemic work.', speaker: data.person.id };
  },
  search: () => ({ query: 'letter OR "zero cases" OR Kim', results: 12 }),
  series: async () => {
    const { data } = await service.ask(
      '{ metrics(first: 9) { nodes { id name } } places(first: 20) { nodes { id name } } }',
    );
    const named = (name: string, list: { id: string; name: string }[]) => list.find((node) => node.name === name)?.id;
    return {
      metric: named('confirmed coronavirus infections', data.metrics.nodes),
      place: named('Republic of Inkwell', data.places.nodes),
      unit: 'people',
    };
  },
  statements: async () => ({
    filter: {
      forces: ['CLAIMED', 'CONFIRMED', 'STATED'],
      speakerStatus: ['NAMED'],
      text: 'letter OR cases',
      published: { from: '2020-03-22T00:00:00Z', to: '2020-03-24T00:00:00Z' },
      oneReportPerUtterance: true,
    },
    first: 10,
  }),
  poll: () => ({ updatedAfter: '2020-03-24T09:00:00.001Z' }),
};

/** Those that take a key; each of them after the one before. */
const EDITING = ['correct-statement', 'changes', 'undo'] as const;

describe('the operation', () => {
  test.each(Object.entries(OPERATIONS))('%s gives the whole of its answer', async (name, variables) => {
    const { status, data, errors } = await service.askOperation(name, await variables());
    expect(errors).toBeUndefined();
    expect(status).toBe(200);
    await expect(`${JSON.stringify(data, null, 2)}\n`).toMatchFileSnapshot(`answers/${name}.json`);
  });

  test('statements goes on to the end of a list, and back to its beginning', async () => {
    const { data: all } = await service.ask('{ statements(first: 100) { nodes { id } totalCount } }');
    const ids = all.statements.nodes.map(({ id }: { id: string }) => id);
    expect(ids).toHaveLength(all.statements.totalCount);
    const forward: string[] = [];
    for (let after: string | null = null; ; ) {
      const { data } = await service.askOperation('statements', { first: 7, after });
      forward.push(...data.statements.nodes.map(({ id }: { id: string }) => id));
      if (!data.statements.pageInfo.hasNextPage) break;
      after = data.statements.pageInfo.endCursor;
    }
    const backward: string[] = [];
    for (let before: string | null = null; ; ) {
      const { data } = await service.askOperation('statements', { last: 7, before });
      backward.unshift(...data.statements.nodes.map(({ id }: { id: string }) => id));
      if (!data.statements.pageInfo.hasPreviousPage) break;
      before = data.statements.pageInfo.startCursor;
    }
    expect(forward).toEqual(ids);
    expect(backward).toEqual(ids);
  });

  test('poll asked with the last time read gives what came after it, and nothing when nothing did', async () => {
    const seen: string[] = [];
    let updatedAfter: string | null = null;
    for (;;) {
      const { data } = await service.askOperation('poll', { updatedAfter, articles: 2 });
      const nodes: { id: string; updatedAt: string }[] = data.articles.nodes;
      if (nodes.length === 0) break;
      seen.push(...nodes.map(({ id }) => id));
      updatedAfter = nodes.at(-1)?.updatedAt ?? null;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  test('files are all asked here', () => {
    const files = readdirSync(new URL('../../schema/operations', import.meta.url));
    const names = [...Object.keys(OPERATIONS), ...EDITING].map((name) => `${name}.graphql`);
    expect(files.toSorted()).toEqual(names.toSorted());
  });

  test('files of an editor give the whole of their answers, one after the other', async () => {
    const desk = await runService();
    onTestFinished(() => desk.stop());
    const ask = async (name: (typeof EDITING)[number], variables: object) => {
      const { data, errors } = await desk.askAs({ name: 'Ada', scopes: ['edit'] }, readOperation(name), variables);
      expect(errors).toBeUndefined();
      await expect(`${JSON.stringify(data, null, 2)}\n`).toMatchFileSnapshot(`answers/${name}.json`);
      return data;
    };
    const id = await statementId('as of Sunday and Monday, it has zero cases of the virus');
    const input = { id, verdict: 'CORRECT', force: 'STATED', expectedChange: null, reason: 'It only says so.' };
    const { reviewStatement } = await ask('correct-statement', { input });
    await ask('changes', { target: id });
    await ask('undo', { id: reviewStatement.change.id });
    const { data } = await desk.ask('query ($id: ID!) { statement(id: $id) { force } }', { id });
    expect(data.statement.force).toBe('CLAIMED');
  });
});
