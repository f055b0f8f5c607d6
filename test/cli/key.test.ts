import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { test } from '../support/command.js';

const SECRET = /^onr_[A-Za-z0-9_-]{43}\n$/;
const ID = /^key_[0-9a-f]{24}$/;

describe.concurrent('onrecord key create', () => {
  test('prints the secret alone on standard output, and everything else beside it', async ({ onrecord }) => {
    const { code, stdout, stderr } = await onrecord.run(['key', 'create', 'City desk', '--scope', 'read']);
    expect(code).toBe(0);
    expect(stdout).toMatch(SECRET);
    expect(stderr).toMatch(/^data\/onrecord\.db: The key “City desk” \(key_[0-9a-f]{24}\) is made, for read\. .*\n$/);
    expect(stderr).not.toContain(stdout.trim());
  });

  test.for([
    { args: ['--scope', 'ingest', '--scope', 'read'], scopes: ['read', 'ingest'] },
    { args: ['--scope', 'edit,ingest'], scopes: ['ingest', 'edit'] },
    { args: ['--scope', 'edit, read', '--scope', 'edit'], scopes: ['read', 'edit'] },
  ])('takes several scopes: $args', async ({ args, scopes }, { onrecord }) => {
    const { code, stdout } = await onrecord.run(['key', 'create', 'desk', ...args, '--json', '--store', 'news.db']);
    expect(code).toBe(0);
    const { secret, ...key } = JSON.parse(stdout);
    expect(`${secret}\n`).toMatch(SECRET);
    expect(key).toEqual({
      id: expect.stringMatching(ID),
      name: 'desk',
      prefix: secret.slice(0, 8),
      scopes,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      revokedAt: null,
    });
  });

  test('keeps no secret in the store', async ({ folder, onrecord }) => {
    const { stdout } = await onrecord.run(['key', 'create', 'desk', '--scope', 'edit', '--store', 'news.db']);
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(files.join()).toContain('desk');
    expect(files.join()).not.toContain(stdout.trim().slice(8));
  });

  test('refuses a name that a key in use has', async ({ onrecord }) => {
    const args = ['key', 'create', 'desk', '--scope', 'edit'];
    await onrecord.run(args);
    expect(await onrecord.run(args)).toEqual({
      code: 1,
      signal: null,
      stdout: '',
      stderr: 'onrecord: A key in use is called “desk” already; revoke it, or choose another name.\n',
    });
  });
});

describe.concurrent('onrecord key list', () => {
  test('shows keys by what they may do and how their secrets begin', async ({ onrecord }) => {
    const { stdout: secret } = await onrecord.run(['key', 'create', 'desk', '--scope', 'edit,read']);
    await onrecord.run(['key', 'create', 'old', '--scope', 'ingest']);
    await onrecord.run(['key', 'revoke', 'old']);
    const { code, stdout, stderr } = await onrecord.run(['key', 'list']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [head, desk, old] = stdout.split('\n').map((line) => line.split(/ {2,}/));
    expect(head).toEqual(['id', 'name', 'scopes', 'secret', 'made', 'revoked']);
    const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
    expect(desk).toEqual([expect.stringMatching(ID), 'desk', 'read,edit', `${secret.slice(0, 8)}…`, day]);
    expect(old).toEqual([expect.stringMatching(ID), 'old', 'ingest', expect.stringMatching(/^onr_.{4}…$/), day, day]);
  });

  test('shows them as JSON, without secrets', async ({ onrecord }) => {
    const created = await onrecord.run(['key', 'create', 'desk', '--scope', 'edit', '--json']);
    const { secret, ...key } = JSON.parse(created.stdout);
    const { code, stdout } = await onrecord.run(['key', 'list', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ keys: [key] });
    expect(stdout).not.toContain(secret);
  });

  test('says so where there are none', async ({ onrecord }) => {
    expect(await onrecord.run(['key', 'list', '--store', 'news.db'])).toMatchObject({
      code: 0,
      stdout: 'news.db has no keys.\n',
    });
  });
});

describe.concurrent('onrecord key revoke', () => {
  test('takes the name or the id', async ({ onrecord }) => {
    const keys = [];
    for (const name of ['desk', 'feed']) {
      const { stdout } = await onrecord.run(['key', 'create', name, '--scope', 'edit', '--json']);
      keys.push(JSON.parse(stdout));
    }
    const [desk, feed] = keys;
    expect(await onrecord.run(['key', 'revoke', 'desk'])).toMatchObject({
      code: 0,
      stdout: `data/onrecord.db: The key “desk” (${desk.id}) is revoked.\n`,
      stderr: '',
    });
    const { code, stdout } = await onrecord.run(['key', 'revoke', feed.id, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ id: feed.id, revokedAt: expect.stringMatching(/^\d{4}-/) });
  });

  test('shuts the key out of a service that runs', async ({ onrecord }) => {
    const server = await onrecord.serve({ ONRECORD_SEED: 'off', ONRECORD_READ: 'key' });
    const ask = async (secret: string) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret.trim()}` };
      const { status } = await fetch(server.url, { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
      return status;
    };
    const { stdout: desk } = await onrecord.run(['key', 'create', 'desk', '--scope', 'edit']);
    const { stdout: feed } = await onrecord.run(['key', 'create', 'feed', '--scope', 'ingest']);
    expect([await ask(desk), await ask(feed)]).toEqual([200, 200]);
    await onrecord.run(['key', 'revoke', 'desk']);
    expect([await ask(desk), await ask(feed)]).toEqual([401, 200]);
  });

  test('says that there is no such key', async ({ onrecord }) => {
    expect(await onrecord.run(['key', 'revoke', 'nobody'])).toEqual({
      code: 1,
      signal: null,
      stdout: '',
      stderr:
        'onrecord: data/onrecord.db: No key in use is called “nobody”, and none has that id; “onrecord key list” shows them.\n',
    });
  });
});
