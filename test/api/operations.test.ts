import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningService, runService } from '../support/running-service.js';

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
};

describe('the operation', () => {
  test.each(Object.entries(OPERATIONS))('%s gives the whole of its answer', async (name, variables) => {
    const { status, data, errors } = await service.askOperation(name, await variables());
    expect(errors).toBeUndefined();
    expect(status).toBe(200);
    await expect(`${JSON.stringify(data, null, 2)}\n`).toMatchFileSnapshot(`answers/${name}.json`);
  });

  test('files are all asked here', () => {
    const files = readdirSync(new URL('../../schema/operations', import.meta.url));
    expect(files.toSorted()).toEqual(
      Object.keys(OPERATIONS)
        .map((name) => `${name}.graphql`)
        .toSorted(),
    );
  });
});
