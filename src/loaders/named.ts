import type { Place, SubjectId, Topic } from '../domain/article.js';
import { type AnyId, isId } from '../domain/identity.js';
import type { Organization, Person, Speaker, SpeakerId } from '../domain/speaker.js';
import type { Loaders } from './loaders.js';

/** Whoever speaks, whatever type the id has. */
export function loadSpeaker(loaders: Loaders, id: SpeakerId): Promise<Speaker | undefined> {
  return isId(id, 'UnnamedSource') ? loaders.unnamedSourceById.load(id) : loadActor(loaders, id);
}

/** Whoever or whatever is spoken of, whatever type the id has. */
export function loadSubject(
  loaders: Loaders,
  id: SubjectId,
): Promise<Person | Organization | Place | Topic | undefined> {
  if (isId(id, 'Place')) return loaders.placeById.load(id);
  return isId(id, 'Topic') ? loaders.topicById.load(id) : loadActor(loaders, id);
}

function loadActor(
  loaders: Loaders,
  id: Person['id'] | Organization['id'],
): Promise<Person | Organization | undefined> {
  return isId(id, 'Person') ? loaders.personById.load(id) : loaders.organizationById.load(id);
}

/** Those of the ids that something has, in their order. */
export async function loadAll<Key extends AnyId, Node>(
  ids: readonly Key[],
  load: (id: Key) => Promise<Node | undefined>,
): Promise<Node[]> {
  const nodes = await Promise.all(ids.map(load));
  return nodes.filter((node) => node !== undefined);
}
