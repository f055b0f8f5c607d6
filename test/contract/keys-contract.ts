import { describe, expect, onTestFinished, test } from 'vitest';
import type { Scope } from '../../src/domain/actor.js';
import { hashSecret, issueKey } from '../../src/domain/api-key.js';
import type { Repository } from '../../src/repository/repository.js';
import { NOW, type OpenRepository, storeWith } from './opening.js';

const LATER = new Date('2031-06-02T08:00:00.000Z');

async function created(store: Repository, name: string, ...scopes: readonly Scope[]) {
  const { key, secret } = issueKey(name, scopes);
  return { key: await store.keys.create(key), secret };
}

/** An empty store, and how to set its clock. */
async function storeAndClock(open: OpenRepository) {
  let now = NOW;
  const store = await open({ clock: () => now });
  onTestFinished(() => store.close());
  return {
    store,
    setClock: (time: Date) => {
      now = time;
    },
  };
}

export function describeKeys(open: OpenRepository): void {
  describe('API keys', () => {
    test('are found by the hash of their secret, and by no other', async () => {
      const store = await storeWith(open);
      const desk = await created(store, 'desk', 'ingest', 'edit');
      const reader = await created(store, 'reader', 'read');
      expect(desk.key).toEqual({
        id: expect.stringMatching(/^key_[0-9a-f]{24}$/),
        name: 'desk',
        prefix: desk.secret.slice(0, 8),
        scopes: ['ingest', 'edit'],
        createdAt: NOW,
        revokedAt: null,
      });
      expect(await store.keys.byHash(hashSecret(desk.secret))).toEqual(desk.key);
      expect(await store.keys.byHash(hashSecret(reader.secret))).toEqual(reader.key);
      expect(await store.keys.byHash(hashSecret(issueKey('desk', ['edit']).secret))).toBeUndefined();
    });

    test('are listed in the order in which they were made, the revoked ones too', async () => {
      const store = await storeWith(open);
      expect(await store.keys.list()).toEqual([]);
      const keys = [];
      for (const name of ['zebra', 'ant', 'Möwe']) keys.push((await created(store, name, 'read')).key);
      await store.keys.revoke('zebra');
      expect(await store.keys.list()).toEqual([{ ...keys[0], revokedAt: NOW }, keys[1], keys[2]]);
    });

    test('are revoked by id or by name, and stay with the time of it', async () => {
      const { store, setClock } = await storeAndClock(open);
      const byName = await created(store, 'desk', 'edit');
      const byId = await created(store, 'feed', 'ingest');
      setClock(LATER);
      expect(await store.keys.revoke('desk')).toEqual({ ...byName.key, revokedAt: LATER });
      expect(await store.keys.revoke(byId.key.id)).toEqual({ ...byId.key, revokedAt: LATER });
      expect(await store.keys.byHash(hashSecret(byName.secret))).toEqual({ ...byName.key, revokedAt: LATER });
      expect(await store.keys.byHash(hashSecret(byId.secret))).toEqual({ ...byId.key, revokedAt: LATER });
    });

    test('that are revoked already keep the time of it, and answer to their name no more', async () => {
      const { store, setClock } = await storeAndClock(open);
      const { key } = await created(store, 'desk', 'edit');
      await store.keys.revoke('desk');
      setClock(LATER);
      expect(await store.keys.revoke(key.id)).toEqual({ ...key, revokedAt: NOW });
      expect(await store.keys.revoke('desk')).toBeUndefined();
      expect(await store.keys.revoke('nobody')).toBeUndefined();
    });

    test('in use have names of their own; that of a revoked one is free again', async () => {
      const store = await storeWith(open);
      const first = await created(store, 'desk', 'edit');
      await expect(created(store, 'desk', 'read')).rejects.toMatchObject({
        code: 'CONFLICT',
        message: expect.stringContaining('“desk”'),
      });
      expect(await store.keys.list()).toEqual([first.key]);
      await store.keys.revoke('desk');
      const second = await created(store, 'desk', 'read');
      expect(await store.keys.revoke('desk')).toEqual({ ...second.key, revokedAt: NOW });
    });

    test('are not to be had from a store that is closed', async () => {
      const store = await open({ clock: () => NOW });
      await store.close();
      const { key } = issueKey('desk', ['edit']);
      const questions = [
        () => store.keys.create(key),
        () => store.keys.list(),
        () => store.keys.revoke('desk'),
        () => store.keys.byHash(key.hash),
      ];
      for (const ask of questions) await expect(ask()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    });
  });
}
