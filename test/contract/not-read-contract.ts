import { describe, expect, test } from 'vitest';
import type { Provenance } from '../../src/domain/provenance.js';
import { metric, person } from '../support/entities.js';
import { articleRecord } from '../support/records.js';
import { type OpenRepository, storeWith } from './opening.js';

const BRINE = person('Abel Brine');
const CRANES = metric('cranes');

/** An article with one statement and one figure, each of a reading of its own; null: without. */
function article(title: string, statement: Partial<Provenance> | null, figure: Partial<Provenance> | null = null) {
  return articleRecord({
    title,
    text: `${title}. Abel Brine said the crane stands idle. There are 12 cranes.`,
    people: [BRINE],
    metrics: [CRANES],
    statements: statement === null ? [] : [{ content: 'the crane stands idle', speaker: BRINE, provenance: statement }],
    statistics: figure === null ? [] : [{ words: '12', metric: CRANES, value: 12, provenance: figure }],
    retraction: title.startsWith('Retracted') ? { at: new Date('2031-05-30T00:00:00Z'), reason: 'Wrong.' } : null,
  });
}

const read = (agentVersion: string) => ({ origin: 'ENGINE', agentVersion }) as const;
const SEED = { origin: 'SEED', agentVersion: null } as const;
const EDITOR = { origin: 'EDITOR', agentVersion: null } as const;

const RECORDS = [
  article('Read by 2', read('2')),
  article('Compiled', SEED),
  article('Read by 1', read('1')),
  article('Without claims', null),
  article('Retracted, read by 1', read('1')),
  article('A figure read by 2', read('1'), read('2')),
  article('A figure compiled', read('1'), SEED),
  article('An editor’s', EDITOR),
];

export function describeNotRead(open: OpenRepository): void {
  describe('articles that the engine is to read', () => {
    test('are those in which the version found nothing, in the order of storing', async () => {
      const store = await storeWith(open, ...RECORDS);
      const titles = async (version: string | null) => {
        const ids = await store.articlesNotReadBy(version);
        return (await store.articles.byIds(ids)).map((found) => found?.title);
      };
      expect(await titles('2')).toEqual(['Read by 1', 'Without claims', 'An editor’s']);
      expect(await titles('1')).toEqual(['Read by 2', 'Without claims', 'An editor’s']);
      expect(await titles(null)).toEqual([
        ...['Read by 2', 'Read by 1', 'Without claims', 'A figure read by 2', 'An editor’s'],
      ]);
    });
  });
}
