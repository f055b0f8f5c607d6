import { OUTLETS } from '../language/english/clauses.js';
import type { Cast, Entry } from './cast.js';
import type { Reading } from './reading.js';
import type { NounPhrase } from './source-phrase.js';

/** A name, and where the words for it end. */
interface NamedPart {
  readonly entry: Entry;
  readonly endToken: number;
}

/** How many tokens behind a description are read for the name in apposition to it. */
const LONGEST_APPOSITION = 12;

/** Whom a description names itself: in apposition, before its noun, or as the country whose government it is. */
export function nameInPhrase(reading: Reading, phrase: NounPhrase): NamedPart | undefined {
  return governmentOf(reading, phrase) ?? apposedName(reading, phrase) ?? outletNamed(reading, phrase);
}

/** “Corvania’s government” */
function governmentOf({ document, cast }: Reading, { firstToken, head }: NounPhrase): NamedPart | undefined {
  const country = cast.at(firstToken);
  const isOwner = country !== undefined && /^[’']s?$/u.test(document.tokens[country.endToken]?.text ?? '');
  if (!isOwner || head.lower !== 'government' || head.index !== country.endToken + 1) return undefined;
  const state = stateOf(cast, country.entry);
  return state === undefined ? undefined : { entry: state, endToken: head.index + 1 };
}

/** The state that a country is: itself where it has spoken as one. */
function stateOf(cast: Cast, country: Entry): Entry | undefined {
  if (country.type === 'PLACE') return cast.organization(`Government of ${country.name}`, 'GOVERNMENT');
  return country.type === 'ORGANIZATION' && country.kind === 'GOVERNMENT' ? country : undefined;
}

/** “The keeper Osbert Lunt”, “the keeper, Osbert Lunt”, “Orrin County (N.) Sheriff Osbert Lunt” */
function apposedName({ document, cast }: Reading, { firstToken, endToken, head }: NounPhrase): NamedPart | undefined {
  for (let at = firstToken + 1; at <= head.index; at++) {
    const appearance = cast.at(at);
    if (appearance === undefined || appearance.endToken <= head.index) continue;
    const isApposed = appearance.firstToken > firstToken || appearance.entry.type === 'PERSON';
    if (isApposed) return appearance;
  }
  const rest = document.tokens.slice(head.index + 1, Math.min(endToken, head.index + LONGEST_APPOSITION));
  const behind = rest.filter(({ text }) => /^[,)]$/u.test(text)).map(({ index }) => cast.at(index + 1));
  const person = behind.find((appearance) => appearance?.entry.type === 'PERSON' && appearance.firstToken < endToken);
  if (person !== undefined) return person;
  const outlet =
    OUTLETS.has(head.lower) && document.tokens[head.index + 1]?.text === ',' ? cast.at(head.index + 2) : undefined;
  return outlet?.entry.type === 'ORGANIZATION'
    ? { entry: outlet.entry, endToken: Math.max(endToken, outlet.endToken) }
    : undefined;
}

/** “The state-run TNA news agency”: TNA, and no agency without a name. */
function outletNamed({ document, cast }: Reading, { firstToken, endToken, head }: NounPhrase): NamedPart | undefined {
  if (!OUTLETS.has(head.lower)) return undefined;
  let at = head.index - 1;
  while (at > firstToken && document.tokens[at]?.pos === 'NOUN' && cast.at(at) === undefined) at--;
  const named = cast.at(at);
  return named?.entry.type === 'ORGANIZATION' && named.firstToken >= firstToken
    ? { entry: named.entry, endToken }
    : undefined;
}
