import { readFileSync } from 'node:fs';
import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation';
import { assertCompositionFailure, assertCompositionSuccess, composeServices } from '@theguild/federation-composition';
import { graphql, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { issueKey } from '../../../src/domain/api-key.js';
import { type RunningService, runService } from '../../support/running-service.js';
import { PLOVER, RECORDS, STORM, TERN } from '../editing/harbour.js';
import { type Bureau, runBureau } from './bureau.js';

const DOCUMENT = readFileSync(new URL('../../../docs/federation.md', import.meta.url), 'utf8');

/** The blocks of code in a language that docs/federation.md shows. */
function shown(language: string): string[] {
  return [...DOCUMENT.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map(([, code = '']) => code);
}

const [bureauSdl = '', example = ''] = shown('graphql');

let service: RunningService;
let bureau: Bureau;
beforeAll(async () => {
  service = await runService({ environment: { ONRECORD_FEDERATION: 'on', NODE_ENV: 'production' }, records: RECORDS });
  const [closed, sails] = STORM.statements.map(({ id }) => id);
  bureau = await runBureau(bureauSdl, [
    { id: 'note-1', finding: 'The harbour log says the same.', statementId: closed ?? '', askedId: TERN.id },
    { id: 'note-2', finding: 'Nobody wrote it down.', statementId: sails ?? '', askedId: PLOVER.id },
    { id: 'note-3', finding: 'Two boats did.', statementId: sails ?? '', askedId: null },
  ]);
});
afterAll(async () => {
  await service.stop();
  await bureau.stop();
});

async function sdlOf(url: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{"query":"{ _service { sdl } }"}',
  });
  const { data }: { data: { _service: { sdl: string } } } = JSON.parse(await response.text());
  return data._service.sdl;
}

/** Composes what the services themselves give, as a gateway that is told their addresses does. */
async function compose(urls: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
  const services = Object.entries(urls).map(async ([name, url]) => ({
    name,
    url,
    typeDefs: parse(await sdlOf(url, headers)),
  }));
  return composeServices(await Promise.all(services));
}

/** A gateway over both services, which it asks over HTTP. */
async function runGateway(headers: Readonly<Record<string, string>> = {}, url = service.url) {
  const composed = await compose({ onrecord: url, bureau: bureau.url }, headers);
  assertCompositionSuccess(composed);
  const schema = getStitchedSchemaFromSupergraphSdl({
    supergraphSdl: composed.supergraphSdl,
    httpExecutorOpts: { headers },
  });
  // The context is what a gateway keeps entities for: without one it would remember them from one request to the next.
  return async (source: string) => JSON.parse(JSON.stringify(await graphql({ schema, source, contextValue: {} })));
}

describe('a composition', () => {
  test('has nothing to find fault with, alone or with another subgraph', async () => {
    for (const urls of [{ onrecord: service.url }, { onrecord: service.url, bureau: bureau.url }]) {
      expect((await compose(urls)).errors).toBeUndefined();
    }
  });

  test('is what docs/federation.md shows', () => {
    const { subgraphs }: { subgraphs: Record<string, { routing_url: string; schema: { file: string } }> } = parseYaml(
      shown('yaml')[0] ?? '',
    );
    const services = Object.entries(subgraphs).map(([name, { routing_url: url, schema }]) => ({
      name,
      url,
      typeDefs: parse(
        name === 'bureau' ? bureauSdl : readFileSync(new URL(`../../../${schema.file}`, import.meta.url), 'utf8'),
      ),
    }));
    expect(services.map(({ name }) => name)).toEqual(['onrecord', 'bureau']);
    const composed = composeServices(services);
    assertCompositionSuccess(composed);
    for (const { url } of services) expect(composed.supergraphSdl).toContain(`url: "${url}"`);
  });

  test('of two instances is refused for what each would answer for the other, and for nothing that is shared', async () => {
    const composed = await compose({ here: service.url, there: service.url });
    assertCompositionFailure(composed);
    expect(new Set(composed.errors.map(({ extensions }) => extensions['code']))).toEqual(
      new Set(['INVALID_FIELD_SHARING']),
    );
    const fields = composed.errors.map(({ message }) => /Non-shareable field "([^"]+)"/.exec(message)?.[1]);
    expect(fields).toContain('Statement.text');
    expect(fields).toContain('Query.node');
    expect(fields.filter((field) => field?.startsWith('PageInfo.'))).toEqual([]);
  });
});

describe('a gateway', () => {
  test('answers the question of docs/federation.md as it says', async () => {
    const ask = await runGateway();
    expect(JSON.stringify(await ask(example), null, 2)).toBe(shown('json')[0]?.trimEnd());
  });

  test('goes from the entity of another subgraph to ours, and back', async () => {
    const ask = await runGateway();
    const { data, errors } = await ask(`{
      notes(first: 2) {
        pageInfo { hasNextPage }
        nodes {
          on { text article { title } speaker { ... on Person { name askedFor { finding } } } }
          asked { name statements(first: 1) { pageInfo { hasNextPage } nodes { text notes { id } } } }
        }
      }
    }`);
    expect(errors).toBeUndefined();
    expect(data.notes.pageInfo).toEqual({ hasNextPage: true });
    expect(data.notes.nodes).toMatchObject([
      {
        on: {
          text: 'the harbour of Gullport is closed',
          article: { title: 'Storm closes harbour' },
          speaker: { name: 'Olive Tern', askedFor: [{ finding: 'The harbour log says the same.' }] },
        },
        asked: { name: 'Olive Tern', statements: { nodes: [{ notes: [{ id: 'note-1' }] }] } },
      },
      {
        on: { text: 'Nobody sails tonight,', speaker: { name: 'Rufus Plover' } },
        asked: { name: 'Rufus Plover' },
      },
    ]);
  });

  test('asks us once for all that the rows of a list point to', async () => {
    const sql: string[] = [];
    const counted = await runService({
      environment: { ONRECORD_FEDERATION: 'on' },
      records: RECORDS,
      observer: (statement) => sql.push(statement),
    });
    onTestFinished(() => counted.stop());
    const ask = await runGateway({}, counted.url);
    const costs = [];
    for (const first of [1, 3]) {
      sql.length = 0;
      const { data } = await ask(`{ notes(first: ${first}) { nodes { on { text } } } }`);
      expect(data.notes.nodes).toHaveLength(first);
      costs.push(sql.length);
    }
    expect(costs).toEqual([1, 1]);
  });

  test('needs a key where reading is closed', async () => {
    const closed = await runService({
      environment: { ONRECORD_FEDERATION: 'on', ONRECORD_READ: 'key' },
      records: RECORDS,
    });
    onTestFinished(() => closed.stop());
    const { key, secret } = issueKey('gateway', ['read']);
    await closed.repository.keys.create(key);
    const ask = await runGateway({ authorization: `Bearer ${secret}` }, closed.url);
    const query = '{ notes(first: 1) { nodes { id on { text } } } }';
    expect(await ask(query)).toEqual({
      data: { notes: { nodes: [{ id: 'note-1', on: { text: 'the harbour of Gullport is closed' } }] } },
    });
    await closed.repository.keys.revoke('gateway');
    const { data, errors } = await ask(query);
    expect(data).toBeNull();
    expect(errors[0].message).toContain('The API key “gateway” was revoked');
  });
});
