import type { Place, SubjectId, Topic } from '../domain/article.js';
import { type AnyId, typeOf } from '../domain/identity.js';
import type { Organization, Person, Speaker, SpeakerId, UnnamedSource } from '../domain/speaker.js';
import type { Loaders } from './loaders.js';

/** Whoever speaks, whatever type the id has. */
export function loadSpeaker(loaders: Loaders, id: SpeakerId): Promise<Speaker | undefined> {
  return loadActor(loaders, id) ?? loaders.unnamedSourceById.load(id as UnnamedSource['id']);
}

/** Whoever or whatever is spoken of, whatever type the id has. */
export function loadSubject(
  loaders: Loaders,
  id: SubjectId,
): Promise<Person | Organization | Place | Topic | undefined> {
  const actor = loadActor(loaders, id);
  if (actor !== undefined) return actor;
  return typeOf(id) === 'Place' ? loaders.placeById.load(id as Place['id']) : loaders.topicById.load(id as Topic['id']);
}

/** The person or organization that has the id; undefined where it is that of something else. */
function loadActor(
  loaders: Loaders,
  id: SpeakerId | SubjectId,
): Promise<Person | Organization | undefined> | undefined {
  switch (typeOf(id)) {
    case 'Person':
      return loaders.personById.load(id as Person['id']);
    case 'Organization':
      return loaders.organizationById.load(id as Organization['id']);
    default:
      return undefined;
  }
}

/** Those of the ids that something has, in their order. */
export async function loadAll<Key extends AnyId, Node>(
  ids: readonly Key[],
  load: (id: Key) => Promise<Node | undefined>,
): Promise<Node[]> {
  const nodes = await Promise.all(ids.map(load));
  return nodes.filter((node) => node !== undefined);
}
