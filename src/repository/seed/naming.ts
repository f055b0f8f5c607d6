import type { Appearance, SubjectId } from '../../domain/article.js';
import { isId } from '../../domain/identity.js';
import { nameKey } from '../../domain/names.js';
import type { Provenance } from '../../domain/provenance.js';
import type { TextSpan } from '../../domain/span.js';
import { type UnnamedSource, UnnamedSourceKind, unnamedSourceId } from '../../domain/speaker.js';
import type { Reference, Statement } from '../../domain/statement.js';
import type { Anchor } from './anchor.js';
import type { Brief } from './brief.js';
import { type Cast, castSubject, isCastKey } from './cast.js';
import type { SeedRecord, SeedValue } from './seed-value.js';

/** Everybody and everything that one brief names: what keys in its annotations stand for. */
export interface Naming {
  readonly brief: Brief;
  readonly cast: Cast;
  /** Where the text names somebody or something of the cast. */
  readonly mentions: ReadonlyMap<SubjectId, readonly TextSpan[]>;
  readonly sources: ReadonlyMap<string, UnnamedSource>;
  /** Names that the text does not settle. */
  readonly unresolved: ReadonlyMap<string, Reference>;
}

/** What a statement says of its speaker. */
export type Speaking = Pick<Statement, 'speakerId' | 'speakerStatus' | 'speakerCandidateIds'>;

/** Reads the annotations that say whom and what the text names. */
export function readNaming(
  sections: SeedRecord<'mentions' | 'sources' | 'unresolved'>,
  brief: Brief,
  cast: Cast,
  anchor: Anchor,
  provenance: Provenance,
): Naming {
  const mentions = new Map<SubjectId, TextSpan[]>();
  for (const { key, value } of sections.optional('mentions')?.entries() ?? []) {
    mentions.set(castSubject(cast, key).id, anchor.mentions(value));
  }
  const isTaken = (key: string) => isCastKey(cast, key);
  const sources = readOwn(sections.optional('sources'), isTaken, sourceReader(brief, cast, anchor, provenance));
  const unresolved = readOwn(
    sections.optional('unresolved'),
    (key) => isTaken(key) || sources.has(key),
    (value) => readUnresolved(value, cast, anchor),
  );
  return { brief, cast, mentions, sources, unresolved };
}

/** Where the brief's subjects appear: its topics as a whole, everything else where the text names it. */
export function appearancesOf({ brief, mentions }: Naming): Appearance[] {
  const articleId = brief.article.id;
  return [
    ...brief.topics.map((topic) => ({ articleId, subjectId: topic.id, mentions: [] })),
    ...[...mentions].map(([subjectId, spans]) => ({ articleId, subjectId, mentions: spans })),
  ];
}

/** Who a value names as speaker: nobody, somebody of the cast, a source of this brief, or a name it leaves open. */
export function speakingOf({ cast, sources, unresolved }: Naming, value: SeedValue | undefined): Speaking {
  if (value === undefined) return { speakerId: null, speakerStatus: 'ABSENT', speakerCandidateIds: [] };
  const key = value.text();
  const named = cast.people.find(key) ?? cast.organizations.find(key);
  if (named !== undefined) return { speakerId: named.id, speakerStatus: 'NAMED', speakerCandidateIds: [] };
  const source = sources.get(key);
  if (source !== undefined) return { speakerId: source.id, speakerStatus: 'UNNAMED', speakerCandidateIds: [] };
  const open = unresolved.get(key);
  if (open === undefined) {
    throw value.error(`No person, organization, source or unresolved name has the key “${key}”: correct or add it.`);
  }
  const candidates = open.candidateIds.filter((id) => isId(id, 'Person', 'Organization'));
  if (candidates.length < 2 || candidates.length < open.candidateIds.length) {
    throw value.error(`“${key}” cannot speak: it needs candidates, all of them people or organizations.`);
  }
  return { speakerId: null, speakerStatus: 'AMBIGUOUS', speakerCandidateIds: candidates };
}

/** What a value names as subject of a statement, with the words that refer to it inside the statement's content. */
export function referenceOf(naming: Naming, value: SeedValue, content: readonly TextSpan[]): Reference {
  const within = (spans: readonly TextSpan[]) => spans.filter((span) => content.some((part) => contains(part, span)));
  const open = naming.unresolved.get(value.text());
  if (open !== undefined) return { ...open, spans: within(open.spans) };
  const subjectId = topicOf(naming, value) ?? castSubject(naming.cast, value).id;
  return { status: 'RESOLVED', subjectId, candidateIds: [], spans: within(naming.mentions.get(subjectId) ?? []) };
}

function topicOf({ brief, cast }: Naming, value: SeedValue): SubjectId | undefined {
  const topic = cast.topics.find(value.text());
  if (topic === undefined || brief.topics.includes(topic)) return topic?.id;
  throw value.error(`The brief is not about the topic “${value.text()}”: add it to the topics in its front matter.`);
}

/** Reads things that have a key of their own in this brief; such a key names nothing else. */
function readOwn<T>(
  section: SeedValue | undefined,
  isTaken: (key: string) => boolean,
  read: (value: SeedValue) => T,
): Map<string, T> {
  const byKey = new Map<string, T>();
  for (const { key, value } of section?.entries() ?? []) {
    const name = key.text();
    if (isTaken(name))
      throw key.error(`“${name}” is the key of something else, of the cast or of this brief: change it.`);
    byKey.set(name, read(value));
  }
  return byKey;
}

/** Gives a reader of unnamed sources that counts those of one description. */
function sourceReader({ article }: Brief, cast: Cast, anchor: Anchor, provenance: Provenance) {
  const sofar = new Map<string, number>();
  return (value: SeedValue): UnnamedSource => {
    const fields = value.record(['description', 'kind', 'plural', 'affiliation']);
    const description = anchor.span(fields.required('description')).text;
    const affiliation = fields.optional('affiliation');
    const ordinal = sofar.get(nameKey(description)) ?? 0;
    sofar.set(nameKey(description), ordinal + 1);
    return {
      id: unnamedSourceId(article.id, description, ordinal),
      articleId: article.id,
      description,
      sourceKind: fields.required('kind').oneOf(UnnamedSourceKind),
      plural: fields.optional('plural')?.flag() ?? false,
      affiliationId: affiliation === undefined ? null : cast.organizations.named(affiliation).id,
      provenance,
    };
  };
}

function readUnresolved(value: SeedValue, cast: Cast, anchor: Anchor): Reference {
  const fields = value.record(['text', 'candidates']);
  const spans = anchor.spans(fields.required('text'));
  const candidateIds = fields.items('candidates').map((candidate) => castSubject(cast, candidate).id);
  if (new Set(candidateIds).size < candidateIds.length || candidateIds.length === 1) {
    throw value.error(`${value.name} needs two different candidates or more, or none where the text gives no hint.`);
  }
  return { status: candidateIds.length === 0 ? 'UNKNOWN' : 'AMBIGUOUS', subjectId: null, candidateIds, spans };
}

function contains(outer: TextSpan, inner: TextSpan): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
