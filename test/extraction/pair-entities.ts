import { nameKey } from '../../src/domain/names.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import type { Stretch } from '../../src/domain/span.js';
import { sharedLength } from '../../src/extraction/evaluation/span-overlap.js';
import type { Extraction } from '../../src/extraction/extraction.js';

/** Somebody or something, with all names and all places in the text. */
interface Entity {
  readonly id: string;
  readonly names: readonly string[];
  readonly mentions: readonly Stretch[];
}

/** The engine’s ids, each with the annotation’s id that means the same. */
export type EntityPairs = ReadonlyMap<string, string>;

/**
 * Pairs those whom the engine finds with those of the annotation, one to one within people, organizations, places and
 * unnamed sources: whoever shares the most mentions first, whoever shares a name where mentions do not tell.
 */
export function pairEntities(record: ArticleRecord, found: Extraction): EntityPairs {
  const { text } = record.revision;
  const mentionsOf = (subject: string) =>
    record.appearances.filter(({ subjectId }) => subjectId === subject).flatMap(({ mentions }) => mentions);
  const annotated = (
    list: readonly { readonly id: string; readonly name: string; readonly aliases?: readonly string[] }[],
  ) => list.map(({ id, name, aliases = [] }) => ({ id, names: [name, ...aliases], mentions: mentionsOf(id) }));
  const extracted = (list: Extraction['places'] | Extraction['organizations']) =>
    list.map(({ id, name, mentions, ...rest }) => ({
      id,
      names: [name, ...('aliases' in rest ? rest.aliases : [])],
      mentions,
    }));
  return new Map([
    ...pairAlike(annotated(record.people), extracted(found.people)),
    ...pairAlike(annotated(record.organizations), extracted(found.organizations)),
    ...pairAlike(annotated(record.places), extracted(found.places)),
    ...pairAlike(
      record.unnamedSources.map((source) => ({
        ...source,
        names: [source.description],
        mentions: placesOf(source, record, text),
      })),
      found.unnamedSources.map(({ id, description, mentions }) => ({ id, names: [description], mentions })),
    ),
  ]);
}

/** Where an unnamed source stands: its description, and the words that name it where it speaks. */
function placesOf(
  { id, description }: ArticleRecord['unnamedSources'][number],
  record: ArticleRecord,
  text: string,
): Stretch[] {
  const at = text.indexOf(description);
  const spoken = record.statements
    .filter(({ speakerId }) => speakerId === id)
    .flatMap(({ speakerSpans }) => speakerSpans);
  return at === -1 ? spoken : [{ start: at, end: at + description.length }, ...spoken];
}

function pairAlike(annotated: readonly Entity[], found: readonly Entity[]): [string, string][] {
  const pairs = annotated.flatMap((expected) =>
    found.map((entity) => ({ expected: expected.id, found: entity.id, likeness: likenessOf(expected, entity) })),
  );
  const taken = new Set<string>();
  return pairs
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .flatMap(({ expected, found: id }): [string, string][] => {
      if (taken.has(expected) || taken.has(id)) return [];
      taken.add(expected).add(id);
      return [[id, expected]];
    });
}

/** How many mentions two have in common, and a little more where they have a name in common. */
function likenessOf(a: Entity, b: Entity): number {
  const shared = a.mentions.filter((mention) =>
    b.mentions.some((other) => sharedLength([mention], [other]) > 0),
  ).length;
  const names = new Set(a.names.map(nameKey));
  return shared + (b.names.some((name) => names.has(nameKey(name))) ? 0.5 : 0);
}
