import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { test } from '../support/command.js';
import { inLanes } from '../support/lanes.js';
import { type Answer, post } from '../support/running-service.js';
import { storeSeeds } from '../support/seed-files.js';
import { contentOf, damageOf } from '../support/store-content.js';

const FRONT_PAGE = JSON.stringify({
  query: readFileSync('schema/operations/front-page.graphql', 'utf8'),
  variables: { articles: 100 },
});

const REQUESTS = 1_000;
const CLIENTS = 8;

/** How many requests are answered before the first process begins to store seeds. */
const HEAD_START = 50;

/** What a store holds that one process alone has seeded. */
async function undisturbedContent(folder: string): Promise<Record<string, string[]>> {
  const file = join(folder, 'undisturbed.db');
  await storeSeeds(file);
  return contentOf(file);
}

async function frontPage(url: string): Promise<Answer> {
  const answer = await post(url, FRONT_PAGE);
  expect(answer).toEqual({ status: 200, data: expect.anything() });
  return answer;
}

describe('several processes on one store', () => {
  test('answer 1,000 requests with nothing or with the whole story while seeds are stored', {
    timeout: 60_000,
  }, async ({ folder, onrecord }) => {
    const undisturbed = await undisturbedContent(folder);
    const environment = { ONRECORD_STORE: 'store.db', ONRECORD_SEED: 'off', LOG_LEVEL: 'warn' };
    const seedTwice = async () => [
      await onrecord.run(['seed'], environment),
      await onrecord.run(['seed'], environment),
    ];
    const { url, process } = await onrecord.serve({ ...environment, ONRECORD_RATE_LIMIT: 'off', LOG_LEVEL: 'info' });

    let seeding: ReturnType<typeof seedTwice> | undefined;
    let seeded = false;
    function* requests(): Generator<number> {
      for (let request = 0; request < REQUESTS || !seeded; request++) {
        if (request === HEAD_START) {
          seeding = seedTwice().finally(() => {
            seeded = true;
          });
        }
        yield request;
      }
    }
    const answers = await inLanes(CLIENTS, requests(), () => frontPage(url));

    for (const ended of (await seeding) ?? []) expect(ended).toMatchObject({ code: 0, stderr: '' });
    const whole = await frontPage(url);
    expect(whole.data.articles.nodes).toHaveLength(undisturbed['article']?.length ?? 0);
    const stories = new Set(answers.map(({ data }) => JSON.stringify(data)));
    const nothing = { articles: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } };
    expect(stories).toEqual(new Set([JSON.stringify(nothing), JSON.stringify(whole.data)]));
    expect(await process.stop('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    expect(process.log().filter(({ level }) => level > 30)).toEqual([]);
    expect(contentOf(join(folder, 'store.db'))).toEqual(undisturbed);
  });

  test('come up when they start at the same moment and there is no store', async ({ folder, onrecord }) => {
    const undisturbed = await undisturbedContent(folder);
    for (const store of ['first.db', 'second.db']) {
      const environment = { ONRECORD_STORE: store };
      const servers = await Promise.all([onrecord.serve(environment), onrecord.serve(environment)]);
      const [one, other] = await Promise.all(servers.map(({ url }) => frontPage(url)));
      expect(one?.data.articles.nodes).toHaveLength(undisturbed['article']?.length ?? 0);
      expect(other).toEqual(one);
      for (const { process } of servers) {
        expect(await process.stop('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
        expect(process.log().filter(({ level }) => level > 30)).toEqual([]);
      }
      expect(damageOf(join(folder, store))).toEqual([]);
      expect(contentOf(join(folder, store))).toEqual(undisturbed);
    }
  });

  test('store each article once when all of them seed', async ({ folder, onrecord }) => {
    const undisturbed = await undisturbedContent(folder);
    const environment = { ONRECORD_STORE: 'store.db' };
    const commands = ['seed', 'migrate', 'seed', 'seed'];
    const ends = await Promise.all(commands.map((command) => onrecord.run([command, '--json'], environment)));
    for (const ended of ends) expect(ended).toMatchObject({ code: 0, stderr: '' });
    const created: unknown[] = ends.flatMap(({ stdout }) => JSON.parse(stdout).created ?? []);
    expect(created).toHaveLength(undisturbed['article']?.length ?? 0);
    expect(contentOf(join(folder, 'store.db'))).toEqual(undisturbed);
  });
});
