import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Id } from '../../src/domain/identity.js';
import { createLoaders, type Loaders } from '../../src/loaders/loaders.js';
import { askTogether } from '../../src/loaders/shared-look-up.js';
import { atEndOfTurn, inNextTurn } from '../../src/loaders/turn.js';
import type { PageRequest } from '../../src/repository/page.js';
import { seedStore } from '../../src/repository/seed/seed-store.js';
import { SqliteRepository } from '../../src/repository/sqlite/sqlite-repository.js';
import { limitStoreTime, StoreTime, storeTimeOf } from '../../src/repository/store-time.js';

// What requests that are answered at once look up is looked up once.

const folder = mkdtempSync(join(tmpdir(), 'onrecord-shared-'));
const statements: string[] = [];
let repository: SqliteRepository;
let articles: Id<'Article'>[];

const FIRST: PageRequest<'POSITION_ASC'> = {
  order: 'POSITION_ASC',
  filter: undefined,
  size: 3,
  direction: 'FORWARD',
  from: null,
};

beforeAll(async () => {
  const observer = (sql: string) => statements.push(sql);
  repository = await SqliteRepository.open({ file: join(folder, 'store.db'), observer });
  await seedStore(repository, () => new Date('2020-03-24T09:00:00Z'));
  const [page] = await repository.articles.pages('all', [''], {
    order: 'PUBLISHED_AT_DESC',
    filter: undefined,
    size: 100,
    direction: 'FORWARD',
    from: null,
  });
  articles = page?.rows.map(({ node }) => node.id) ?? [];
});

beforeEach(() => {
  statements.length = 0;
});

afterAll(async () => {
  await repository.close();
  rmSync(folder, { recursive: true });
});

function requests(count: number, signal: AbortSignal = new AbortController().signal): Loaders[] {
  return Array.from({ length: count }, () => createLoaders(repository, signal));
}

describe('requests that are answered at once', () => {
  test('look the same record up by one statement, and each gets it', async () => {
    const [id] = articles;
    if (id === undefined) throw new Error('The seeds have no article.');
    const found = await Promise.all(requests(5).map(({ articleById }) => articleById.load(id)));
    expect(found.map((article) => article?.id)).toEqual([id, id, id, id, id]);
    expect(statements).toHaveLength(1);
  });

  test('look different records up by one statement, each in its own order', async () => {
    const [one, other] = requests(2);
    const backwards = articles.toReversed();
    const [some, rest] = await Promise.all([
      one?.articleById.loadMany(articles),
      other?.articleById.loadMany(backwards),
    ]);
    expect(some?.map((article) => article instanceof Error || article?.id)).toEqual(articles);
    expect(rest?.map((article) => article instanceof Error || article?.id)).toEqual(backwards);
    expect(statements).toHaveLength(1);
  });

  test('get no more of a list than they ask for, whatever others do', async () => {
    const sizes = [1, 2, 3, 50];
    const ask = (loaders: Loaders[], request: typeof FIRST) =>
      Promise.all(
        sizes.map((size, index) =>
          Promise.all(articles.map((id) => loaders[index]?.statementsOfArticle.page(id, { ...request, size }))),
        ),
      );
    for (const direction of ['FORWARD', 'BACKWARD'] as const) {
      const together = await ask(requests(sizes.length), { ...FIRST, direction });
      expect(statements).toHaveLength(1);
      for (const [index, size] of sizes.entries()) {
        const alone = await repository.statements.pages('article', articles, { ...FIRST, direction, size });
        expect(together[index]).toEqual(alone);
      }
      statements.length = 0;
    }
  });

  test('are not mixed up with those that go on from elsewhere, in another order or under a filter', async () => {
    const [a, b, c, d] = requests(4);
    const [id = ''] = articles;
    const page = (await repository.statements.pages('article', [id], FIRST))[0];
    const from = page?.rows[0]?.keys ?? [];
    statements.length = 0;
    const filter = { kinds: ['DIRECT' as const] };
    const found = await Promise.all([
      a?.statementsOfArticle.page(id, FIRST),
      b?.statementsOfArticle.page(id, { ...FIRST, from }),
      c?.statementsOfArticle.page(id, { ...FIRST, order: 'SAID_AT_DESC' }),
      d?.statementsOfArticle.page(id, { ...FIRST, filter }),
    ]);
    expect(statements).toHaveLength(4);
    for (const [index, request] of [{}, { from }, { order: 'SAID_AT_DESC' as const }, { filter }].entries()) {
      expect([found[index]]).toEqual(await repository.statements.pages('article', [id], { ...FIRST, ...request }));
    }
  });

  test('are told of a store that fails, all of them', async () => {
    const broken = { byIds: () => Promise.reject(new Error('The disk is gone.')) };
    const question = { words: 'by id', load: broken.byIds };
    const { signal } = new AbortController();
    const answers = ['a', 'b'].map((key) => askTogether(broken, question, [key], signal));
    for (const answer of answers) await expect(answer).rejects.toThrow('The disk is gone.');
  });
});

describe('a request whose client goes away', () => {
  const source = {};
  let asked: { readonly keys: readonly string[]; readonly signal: AbortSignal }[] = [];
  const question = {
    words: 'letters',
    load: async (keys: readonly string[], signal: AbortSignal) => {
      asked.push({ keys, signal });
      return keys.map((key) => key.toUpperCase());
    },
  };

  beforeEach(() => {
    asked = [];
  });

  test('gets no answer, and stops nobody else’s', async () => {
    const [gone, stays] = [new AbortController(), new AbortController()];
    const lost = askTogether(source, question, ['a', 'b'], gone.signal);
    const kept = askTogether(source, question, ['b', 'c'], stays.signal);
    gone.abort(new Error('The client went away.'));
    await expect(lost).rejects.toThrow('The client went away.');
    expect(await kept).toEqual(['B', 'C']);
    // It is looked up for whoever stays, and would end with it.
    expect(asked.map(({ signal }) => signal)).toEqual([stays.signal]);
  });

  test('and one whose time in the store is up, spoils no answer', async () => {
    const [slow, quick] = [new AbortController(), new AbortController()];
    const load = async (keys: readonly string[], signal: AbortSignal) => {
      if (signal !== quick.signal) throw new Error('The time is up.');
      return question.load(keys, signal);
    };
    const late = askTogether(source, { words: 'in time', load }, ['a'], slow.signal);
    const inTime = askTogether(source, { words: 'in time', load }, ['b'], quick.signal);
    await expect(late).rejects.toThrow('The time is up.');
    expect(await inTime).toEqual(['B']);
  });

  test('has nothing looked up when it was alone', async () => {
    const gone = new AbortController();
    const lost = askTogether(source, question, ['a'], gone.signal);
    gone.abort(new Error('The client went away.'));
    await expect(lost).rejects.toThrow('The client went away.');
    expect(asked).toEqual([]);
  });
});

test('what is asked a turn later is looked up anew', async () => {
  const [one, other] = requests(2);
  const [id] = articles;
  if (id === undefined) throw new Error('The seeds have no article.');
  await one?.articleById.load(id);
  await other?.articleById.load(id);
  expect(statements).toHaveLength(2);
});

describe('the time of the store', () => {
  const MOST = 100;

  /** Who may work for `MOST` milliseconds, and looks up what takes one for each key. */
  function timed() {
    let now = 0;
    const source = {};
    const load = async (keys: readonly number[], signal: AbortSignal) => {
      const work = (time: StoreTime | undefined) =>
        keys.map((key) => {
          now += 1;
          time?.check();
          return key;
        });
      const time = storeTimeOf(signal);
      return time === undefined ? work(time) : time.spend(() => work(time));
    };
    const signal = () => {
      const controller = new AbortController();
      limitStoreTime(controller.signal, new StoreTime(MOST, () => now));
      return controller.signal;
    };
    const ask = (keys: readonly number[], of: AbortSignal) => askTogether(source, { words: 'timed', load }, keys, of);
    return { signal, ask };
  }

  const range = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

  test('is not spent on what others ask for', async () => {
    const { signal, ask } = timed();
    const modest = signal();
    const greedy = [1, 2, 3, 4].map((number) => ask(range(number * 100, 50), signal()));
    expect(await ask([0], modest)).toEqual([0]);
    expect(await Promise.all(greedy)).toHaveLength(4);
    // Of its 100 ms nearly all is left.
    expect(await ask(range(0, 90), modest)).toHaveLength(90);
  });

  test('has an end for those who ask for nothing, too', async () => {
    const { signal, ask } = timed();
    const [first, second] = [signal(), signal()];
    expect(await Promise.all([ask([], first), ask([], second)])).toEqual([[], []]);
    await expect(ask(range(0, MOST + 1), first)).rejects.toMatchObject({ code: 'STORE_TIME_EXCEEDED' });
  });

  test('is spent on what one asks for in the shadow of others', async () => {
    const { signal, ask } = timed();
    const [first, second] = [signal(), signal()];
    await Promise.all([ask(range(0, 40), first), ask(range(40, 40), second)]);
    for (const half of [first, second]) {
      expect(await ask(range(0, 50), half)).toHaveLength(50);
      await expect(ask(range(0, 20), half)).rejects.toMatchObject({ code: 'STORE_TIME_EXCEEDED' });
    }
  });
});

test('what is looked up together counts for the request that asked first', async () => {
  const requestNow = new AsyncLocalStorage<string>();
  const { signal } = new AbortController();
  const load = async (keys: readonly string[]) => keys.map(() => requestNow.getStore());
  const answers = ['first', 'second'].map((name) =>
    requestNow.run(name, () => askTogether(requestNow, { words: 'who', load }, [name], signal)),
  );
  expect(await Promise.all(answers)).toEqual([['first'], ['first']]);
});

test('no statement is asked with more than a few hundred keys because many ask at once', async () => {
  const sizes: number[] = [];
  const load = async (keys: readonly number[]) => {
    sizes.push(keys.length);
    return [...keys];
  };
  const { signal } = new AbortController();
  const asked = Array.from({ length: 40 }, (_, index) => Array.from({ length: 25 }, (_each, key) => index * 25 + key));
  const answers = await Promise.all(asked.map((keys) => askTogether(sizes, { words: 'numbers', load }, keys, signal)));
  expect(answers).toEqual(asked);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(256);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1000);
});

test('whoever asks together gets what it would have got alone', async () => {
  const key = fc.record({ id: fc.integer({ min: 0, max: 9 }), of: fc.constantFrom('x', 'y') });
  const asker = fc.record({ words: fc.constantFrom('one', 'two'), keys: fc.array(key, { maxLength: 8 }) });
  const identify = ({ id, of }: { readonly id: number; readonly of: string }) => `${of}${id}`;
  await fc.assert(
    fc.asyncProperty(fc.array(asker, { maxLength: 8 }), async (askers) => {
      const source = {};
      const { signal } = new AbortController();
      const answerTo = (words: string, { id, of }: { readonly id: number; readonly of: string }) =>
        `${words} ${of} ${id}`;
      const answers = await Promise.all(
        askers.map(({ words, keys }) =>
          askTogether(
            source,
            { words, identify, load: async (all) => all.map((each) => answerTo(words, each)) },
            keys,
            signal,
          ),
        ),
      );
      expect(answers).toEqual(askers.map(({ words, keys }) => keys.map((each) => answerTo(words, each))));
    }),
  );
});

describe('turns', () => {
  test('have their ends when all that waited is done, and what they begin waits for the next', async () => {
    const order: string[] = [];
    await new Promise<void>((resolve) => {
      inNextTurn(() => {
        order.push('first');
        atEndOfTurn(() => {
          order.push('end');
          inNextTurn(() => {
            order.push('next');
            resolve();
          });
          atEndOfTurn(() => order.push('next end'));
        });
      });
      inNextTurn(() => order.push('second'));
    });
    await new Promise(setImmediate);
    expect(order).toEqual(['first', 'second', 'end', 'next', 'next end']);
  });
});
