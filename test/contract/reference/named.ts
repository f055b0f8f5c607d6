import { nameKey } from '../../../src/domain/names.js';
import type { ArticleRecord } from '../../../src/domain/record.js';
import type { NameFilter, PersonFilter } from '../../../src/repository/filters.js';
import type { SubjectOwner } from '../../../src/repository/repository.js';
import { type FieldTests, letsThrough } from './fields.js';
import type { Named, News } from './news.js';

const NAME_FIELDS: FieldTests<NameFilter, Named> = {
  name: (named, wanted) => keysOf(named).includes(nameKey(wanted)),
  nameStartsWith: (named, wanted) => keysOf(named).some((key) => key.startsWith(nameKey(wanted))),
};

const PERSON_FIELDS: FieldTests<PersonFilter, Named> = {
  ...NAME_FIELDS,
  speaksIn: ({ id }, article, news) =>
    news.statements.some(
      (statement) =>
        statement.articleId === article && news.isListed(statement) && news.isSame(statement.speakerId, id),
    ),
  mentionedIn: ({ id }, article, news) => news.appearsIn(id, article),
};

/** Whoever or whatever of a kind is in the record of an article. */
export type NamedIn = (record: ArticleRecord) => readonly Named[];

/** The ids of the people that a filter lets through in a list, in no order. */
export function peopleOf(news: News, owner: SubjectOwner, id: string, filter: PersonFilter = {}): string[] {
  return merged(news, ({ people }) => people)
    .filter((person) => owner === 'all' || news.appearsIn(person.id, id))
    .filter((person) => letsThrough(PERSON_FIELDS, filter, person, news))
    .map((person) => person.id);
}

/** The ids of the things of a kind that a filter lets through in a list, in no order. */
export function namedOf(
  news: News,
  namedIn: NamedIn,
  owner: SubjectOwner,
  id: string,
  filter: NameFilter = {},
): string[] {
  return merged(news, namedIn)
    .filter((named) => owner === 'all' || news.appearsIn(named.id, id))
    .filter((named) => letsThrough(NAME_FIELDS, filter, named, news))
    .map((named) => named.id);
}

/** Each once, by the name by which it was first known and with the aliases of all articles. */
function merged({ records }: News, namedIn: NamedIn): Named[] {
  const known = new Map<string, Named>();
  for (const { id, name, aliases = [] } of records.flatMap(namedIn)) {
    const first = known.get(id) ?? { id, name };
    known.set(id, { ...first, aliases: [...(first.aliases ?? []), ...aliases] });
  }
  return [...known.values()];
}

function keysOf({ name, aliases = [] }: Named): string[] {
  return [name, ...aliases].map(nameKey);
}
