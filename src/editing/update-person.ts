import type { Id } from '../domain/identity.js';
import { nameKey } from '../domain/names.js';
import type { Person } from '../domain/speaker.js';
import { wikidataItem } from '../domain/wikidata.js';
import type { Repository } from '../repository/repository.js';
import { type EditOutcome, edit } from './edit.js';
import { namedRecord } from './named-record.js';
import { type RelationshipInput, replaceRelationships } from './person-relationships.js';
import { type RoleInput, replaceRoles } from './person-roles.js';
import { readList, readName, unclearable } from './text-input.js';
import { refuse } from './user-error.js';

/** What is right about a person: what is left out stays as it is, null clears. */
export interface PersonUpdate {
  readonly name?: string | null;
  readonly addAliases?: readonly string[] | null;
  readonly removeAliases?: readonly string[] | null;
  /** The address of the person’s page or entity at Wikidata. */
  readonly wikidata?: string | null | undefined;
  /** All that the person is or was. */
  readonly roles?: readonly RoleInput[] | null | undefined;
  /** Who everybody else is to the person. */
  readonly relationships?: readonly RelationshipInput[] | null;
}

/** Puts right what the record has of a person. The slug and the id stay. */
export function updatePerson(
  repository: Repository,
  actor: string,
  input: { readonly id: string; readonly reason: string | null; readonly update: PersonUpdate },
): Promise<EditOutcome<Id<'Person'>>> {
  const { id, reason, update } = input;
  return edit(repository, { action: 'UPDATE', actor, reason }, async (edit) => {
    const person = await namedRecord(edit, ['id'], id, 'Person');
    if (Object.values(update).every((value) => value === undefined)) {
      refuse('INVALID', null, 'Say what to change: give at least one field of the person.');
    }
    await edit.put('Person', updated(person, update));
    if (update.roles !== undefined) await replaceRoles(edit, person.id, update.roles ?? []);
    if (update.relationships !== undefined) await replaceRelationships(edit, person.id, update.relationships ?? []);
    if (!(await edit.hasChanges())) refuse('CONFLICT', null, `${person.name} is so already: nothing would change.`);
    return { result: person.id, targetIds: [person.id] };
  });
}

function updated(person: Person, { name, addAliases, removeAliases, wikidata }: PersonUpdate): Person {
  const right = readName(['name'], unclearable('name', name, person.name));
  const kept = withoutAliases(person.aliases, readList('removeAliases', removeAliases ?? []));
  const aliases = withAliases(kept, readList('addAliases', addAliases ?? []), right);
  return {
    ...person,
    name: right,
    aliases,
    ...(wikidata !== undefined && { wikidata: wikidata && readWikidata(wikidata) }),
  };
}

function withoutAliases(aliases: readonly string[], removed: readonly string[]): readonly string[] {
  for (const [index, alias] of removed.entries()) {
    if (aliases.some((known) => isSameName(known, alias))) continue;
    refuse('NOT_FOUND', ['removeAliases', `${index}`], `The person has no alias “${alias.slice(0, 60)}”.`);
  }
  return aliases.filter((known) => !removed.some((alias) => isSameName(known, alias)));
}

/** The aliases with those that are added and that the person does not go by already. */
function withAliases(aliases: readonly string[], added: readonly string[], name: string): string[] {
  const all = [...aliases];
  for (const [index, text] of added.entries()) {
    const alias = readName(['addAliases', `${index}`], text);
    if (![name, ...all].some((known) => isSameName(known, alias))) all.push(alias);
  }
  return all;
}

function isSameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

function readWikidata(address: string): string {
  if (wikidataItem(address) !== undefined) return address;
  return refuse('INVALID', 'wikidata', 'This takes an address at Wikidata: https://www.wikidata.org/entity/Q….');
}
