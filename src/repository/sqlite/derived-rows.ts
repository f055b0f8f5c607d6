import { type AnyId, isId } from '../../domain/identity.js';
import { matchKey, outerWords } from '../../domain/matching.js';
import { nameKey } from '../../domain/names.js';

/** The names of everybody and everything that lists find by name, in one column of JSON. */
export const NAMES = `
  select id, json_array(name) as names from publisher union all select id, json_array(name) from topic
  union all select id, json_array(name) from place union all select id, json_array(name) from metric
  union all select id, json_insert(iif(json_valid(aliases), aliases, '[]'), '$[#]', name) from organization
  union all select id, json_insert(iif(json_valid(aliases), aliases, '[]'), '$[#]', name) from person`;

/** What a column of JSON says, or nothing where it is broken. */
const json = (column: string) => `iif(json_valid(${column}), ${column}, '{}')`;

/** The rows of `about`. */
export const ABOUT = `
  select distinct s.id as statement_id, a.value ->> 'subjectId' as subject_id, s.said_to
  from statement s, json_each(${json('s.detail')}, '$.about') a where a.value ->> 'subjectId' is not null`;

/** The rows that `candidate` needs; it may have others. */
export const CANDIDATES = `
  select c.value as subject_id, s.article_id from statement s, json_each(${json('s.detail')}, '$.candidates') c
  union select c.value, s.article_id
    from statement s, json_each(${json('s.detail')}, '$.about') a, json_each(a.value, '$.candidateIds') c
  union select c.value, u.article_id from unresolved u, json_each(${json('u.reference')}, '$.candidateIds') c`;

/** A key of `match_name`: of a whole name, or (0) one of its outer words. */
export type MatchName = readonly [key: string, whole: 0 | 1];

/** The keys by which lists find something that has these names. */
export function knownNamesOf(names: readonly string[]): Set<string> {
  return new Set(names.map(nameKey));
}

/** The keys by which the names of articles are matched to somebody or something. The canonical name is the last. */
export function matchNamesOf(id: AnyId, names: readonly string[]): MatchName[] {
  if (!isId(id, 'Person', 'Organization', 'Place')) return [];
  const whole = names.map(matchKey).map((key): MatchName => [key, 1]);
  const words = isId(id, 'Person') ? outerWords(names.at(-1) ?? '').map((key): MatchName => [key, 0]) : [];
  return [...whole, ...words].filter(([key]) => key !== '');
}
