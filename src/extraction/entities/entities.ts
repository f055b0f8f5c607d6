import type { Stretch } from '../../domain/span.js';
import type { SpeakerStatus } from '../../domain/statement.js';
import type { Document } from '../document.js';
import type { Attribution, Extraction } from '../extraction.js';
import { Cast, type Entry, type Mention, type SpeakerEntry } from './cast.js';
import { settleDescriptions } from './described.js';
import { findDescriptions, indexDescriptions } from './descriptions.js';
import { settleFullNames } from './full-names.js';
import { settleKin } from './kin.js';
import { nameRun } from './name-kinds.js';
import { findNameRuns } from './names.js';
import { Naming, type SpeakingTokens } from './naming.js';
import { settlePlacesAgain } from './places-again.js';
import { findEnclosing, type Meaning, NOBODY, type Reading } from './reading.js';
import { RoleReader } from './roles.js';
import { settleShortNames } from './short-names.js';
import { tokensIn } from './source-phrase.js';
import { readSpeakers } from './speakers.js';
import { findTopics } from './topics.js';

/** A source is not read for further than this many tokens. */
const LONGEST_SOURCE = 40;

/** Who speaks in an attribution. */
export interface Speakers {
  readonly status: SpeakerStatus;
  /** Ids of people, organizations and unnamed sources: several where they speak together (“both leaders”). */
  readonly speakers: readonly string[];
  /** Ids of those who can be meant, where the status is AMBIGUOUS. */
  readonly candidates: readonly string[];
}

/** Everybody and everything that a text names, and who speaks in each of its attributions. */
export interface Entities
  extends Pick<Extraction, 'people' | 'organizations' | 'places' | 'unnamedSources' | 'topics' | 'unresolved'> {
  /** Who speaks in one of the attributions that were given; nobody in any other. */
  speakersOf(attribution: Attribution): Speakers;
}

/** Finds the people, organizations, places, unnamed sources and topics of a text, and who speaks in its attributions. */
export function findEntities(document: Document, attributions: readonly Attribution[]): Entities {
  const speaking = speakingTokens(document, attributions);
  const cast = new Cast();
  const descriptions = findDescriptions(document);
  const index = indexDescriptions(descriptions);
  const naming = new Naming(document, cast, index, speaking);
  const runs = findNameRuns(document).map((run) => nameRun(document, run));
  const waiting = settleFullNames(naming, runs);
  const roles = new RoleReader(document, cast, index);
  const full = naming.personMentions.length;
  for (const { person, appearance, title } of naming.personMentions) roles.read(person, appearance, title);
  // Whether “Ms Malk” is she depends on whose sister the text has spoken of.
  settleKin(document, cast, descriptions);
  settleShortNames(naming, waiting);
  for (const { person, appearance, title } of naming.personMentions.slice(full)) roles.read(person, appearance, title);
  roles.readWaiting();
  settleKin(document, cast, descriptions);
  const standing = descriptions.filter((description) => !roles.used.has(description));
  const open = settleDescriptions(document, cast, standing, speaking.starts);
  const reading: Reading = {
    document,
    cast,
    open,
    enclosing: findEnclosing(attributions),
    spoken: [],
    meanings: new Map(),
  };
  readSpeakers(reading, attributions);
  settlePlacesAgain(document, cast);
  return written(document, cast, reading.meanings);
}

/** The tokens with which those who speak begin in the sources: the first, and those behind “and” and commas. */
function speakingTokens(document: Document, attributions: readonly Attribution[]): SpeakingTokens {
  const [speaking, ends] = [new Set<number>(), new Set<number>()];
  for (const [source] of attributions.map((attribution) => attribution.source)) {
    if (source === undefined) continue;
    const { firstToken, endToken } = tokensIn(document, source);
    ends.add(endToken);
    let begins = true;
    for (let at = firstToken; at < Math.min(endToken, firstToken + LONGEST_SOURCE); at++) {
      const token = document.tokens[at];
      if (begins) speaking.add(at);
      begins =
        token !== undefined &&
        (/^(?:and|&|,|.*\.)$/u.test(token.text) || /^(?:DET|ADP|PUNCT)$/u.test(token.pos)) &&
        (begins || token.pos !== 'ADP');
    }
  }
  return { starts: speaking, ends };
}

function written(document: Document, cast: Cast, meanings: ReadonlyMap<Attribution, Meaning>): Entities {
  const ids = new Map<Entry, string>();
  const named = <T extends Entry>(entries: readonly T[], letter: string) =>
    entries
      .filter(({ mentions }) => mentions.length > 0)
      .toSorted((a, b) => firstOf(a) - firstOf(b))
      .map((entry, i) => {
        ids.set(entry, `${letter}${i + 1}`);
        return entry;
      });
  const people = named(cast.people, 'p');
  const organizations = named(cast.organizations, 'o');
  const places = named(cast.places, 'l');
  const sources = named(cast.sources, 'u');
  const idsOf = (entries: readonly SpeakerEntry[]) => entries.flatMap((entry) => ids.get(entry) ?? []);
  const idOf = (entry: Entry | null) => (entry === null ? null : (ids.get(entry) ?? null));
  return {
    people: people.map((person) => ({
      id: ids.get(person) ?? '',
      name: person.name,
      mentions: stretches(person.mentions),
      aliases: [...person.aliases].filter((alias) => alias !== person.name),
      roles: person.roles.map(({ title, organization, span }) => ({ title, organization: idOf(organization), span })),
      relationships: person.relationships.flatMap(({ kind, to, span }) =>
        idsOf([to]).map((id) => ({ kind, to: id, span })),
      ),
    })),
    organizations: organizations.map((organization) => ({
      id: ids.get(organization) ?? '',
      name: organization.name,
      kind: organization.kind,
      mentions: stretches(organization.mentions),
      aliases: [...organization.aliases],
    })),
    places: places.map((place) => ({
      id: ids.get(place) ?? '',
      name: place.name,
      mentions: stretches(place.mentions),
    })),
    unnamedSources: sources.map((source) => ({
      id: ids.get(source) ?? '',
      description: source.description,
      kind: source.kind,
      plural: source.plural,
      affiliation: idOf(source.affiliation),
      mentions: stretches(source.mentions),
    })),
    topics: findTopics(document, cast),
    unresolved: cast.unsettled
      .map(({ start, end, candidates }) => ({ span: { start, end }, candidates: idsOf(candidates) }))
      .sort((a, b) => a.span.start - b.span.start),
    speakersOf: (attribution) => speakers(meanings.get(attribution) ?? NOBODY, idsOf),
  };
}

function speakers(meaning: Meaning, idsOf: (entries: readonly SpeakerEntry[]) => string[]): Speakers {
  const [first] = meaning.speakers;
  if (meaning.candidates.length > 1)
    return { status: 'AMBIGUOUS', speakers: [], candidates: idsOf(meaning.candidates) };
  if (first === undefined) return { status: 'ABSENT', speakers: [], candidates: [] };
  return { status: first.type === 'SOURCE' ? 'UNNAMED' : 'NAMED', speakers: idsOf(meaning.speakers), candidates: [] };
}

function firstOf({ mentions }: Entry): number {
  return mentions.reduce((first, { start }) => Math.min(first, start), Number.POSITIVE_INFINITY);
}

function stretches(mentions: readonly Mention[]): Stretch[] {
  return mentions.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start || a.end - b.end);
}
