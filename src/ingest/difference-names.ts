import { isId } from '../domain/identity.js';
import type { ArticleRecord } from '../domain/record.js';
import type { Desk } from '../repository/desk.js';
import type { Difference } from './differences.js';

/** What a claim can name by its id, and people know by its words. */
const NAMED = ['Person', 'Organization', 'Place', 'Topic', 'Metric', 'UnnamedSource', 'Statement'] as const;

type Named = { readonly id: string } & (
  | { readonly name: string }
  | { readonly description: string }
  | { readonly text: string }
);

/** What whoever and whatever differences name is called, by its id: as the new reading says it, or else the store. */
export async function namesIn(
  differences: readonly Difference[],
  desk: Desk,
  reading: Pick<ArticleRecord, 'people' | 'organizations' | 'places' | 'metrics' | 'unnamedSources' | 'statements'>,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(JSON.stringify(differences).match(/(?<=")[a-z]{3}_[0-9a-v]{24}(?=")/gu));
  const stored: Named[] = [];
  for (const type of NAMED) {
    const found = await desk.read(
      type,
      [...ids].filter((id) => isId(id, type)),
    );
    stored.push(...found.filter((record) => record !== undefined));
  }
  const { people, organizations, places, metrics, unnamedSources, statements } = reading;
  const named: Named[] = [
    ...stored,
    ...[...people, ...organizations, ...places, ...metrics, ...unnamedSources, ...statements],
  ];
  return new Map(named.filter(({ id }) => ids.has(id)).map((record) => [record.id, wordsFor(record)]));
}

function wordsFor(record: Named): string {
  if ('name' in record) return record.name;
  return 'description' in record ? record.description : record.text;
}
