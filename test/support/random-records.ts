import fc from 'fast-check';
import { resolvedDate } from '../../src/domain/dates.js';
import { makeId } from '../../src/domain/identity.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import { RelationshipKind } from '../../src/domain/speaker.js';
import { DISPUTING_KINDS, StatementForce, StatementRelationKind } from '../../src/domain/statement.js';
import { metric, organization, person, place, publisher, topic } from './entities.js';
import type {
  AppearanceOptions,
  ArticleOptions,
  ClaimOptions,
  ReferenceOptions,
  RelationOptions,
  SourceOptions,
  SpeakerOption,
  StatementOptions,
} from './record-options.js';
import { articleRecord } from './records.js';

/*
 * Random stores from small pools, so that equal keys, missing values and hidden rows come up all the time. Every text
 * is the same few words: statements begin at the same places, some are the same words.
 */

const WORDS = ['alpha', 'bravo', 'charlie', 'delta', '14', '1,500'] as const;
const TITLES = ['Storm at Sea', 'Storm at séa!', '☂ ☂', 'A Quiet Day'] as const;
const OUTLETS = [
  publisher('The Random Times'),
  publisher('Daily Dice', 'https://dice.example/'),
  publisher('Daily Dice', 'https://daily-dice.example/'),
] as const;
/** English most of the time, of one kind or another. */
const LANGUAGES = ['en', 'en-GB', 'EN-us', 'de-CH', 'und'] as const;
const TIMES = [
  new Date('1969-12-31T23:59:59.999Z'),
  new Date(0),
  new Date('2031-03-01T10:00:00Z'),
  new Date('2031-03-01T10:00:00.001Z'),
] as const;
const DATES = [
  null,
  resolvedDate('1970-01-01', '1970-01-01', 'DAY'),
  resolvedDate('1965-02-03', '1965-02-28', 'RANGE'),
  resolvedDate('2031-02-28', '2031-02-28', 'DAY'),
  resolvedDate(null, '2031-02-28', 'MONTH'),
  resolvedDate('2031-02-01', null, 'RANGE'),
] as const;

const COUNTRY = place('Randomia', 'COUNTRY');
const OTHER_COUNTRY = place('Elsewhere', 'COUNTRY');
/** A namesake of which nobody has said yet where it lies. */
const LOST_TOWN = place('Dicetown', 'CITY');
const PLACES = [COUNTRY, OTHER_COUNTRY, place('Dicetown', 'CITY', COUNTRY.id), LOST_TOWN] as const;
const TOPICS = [topic('Weather'), topic('Chance'), topic('Boats')] as const;
const METRICS = [metric('boats at sea', 'boats'), metric('rain')] as const;

/** Some have one name key, so that the id decides; some names order differently by UTF-16 unit and by code point. */
const PEOPLE = [
  person('Zoë Brandt'),
  person('ZOE  BRANDT', { disambiguator: 'the other one', aliases: ['Z. B.'] }),
  person('🎲 Dice'),
  person('\u{fffd} Blank', { formerIds: [makeId('Person', 'formerly blank')] }),
  person('𐐗lara Deseret'),
] as const;
const ORGANIZATIONS = [
  organization('Bureau of Chance'),
  organization('Bureau of Chance', { disambiguator: 'of the north' }),
] as const;
const SUBJECTS = [...TOPICS, ...PEOPLE, ...ORGANIZATIONS, ...PLACES] as const;
const SPEAKERS: readonly SpeakerOption[] = [
  ...PEOPLE.slice(0, 3),
  ...ORGANIZATIONS.slice(0, 1),
  'a gambler',
  'two bystanders',
  null,
];
const FORCES = [StatementForce.STATED, StatementForce.CLAIMED, StatementForce.DENIED] as const;
const UTTERANCES = [makeId('Utterance', 'said by many', 0), makeId('Utterance', 'said by many', 1)] as const;
const ROLE_TITLES = ['Harbour Master', 'harbour máster', 'Croupier'] as const;

const words = fc.constantFrom(...WORDS);
const someWords = fc.array(words, { maxLength: 2 });

const claim = fc
  .record({
    standing: fc.constantFrom('STANDS' as const, 'STANDS' as const, 'STANDS' as const, 'GONE' as const),
    review: fc.constantFrom('UNREVIEWED' as const, 'CONFIRMED' as const, 'CORRECTED' as const, 'REJECTED' as const),
    recordedAt: fc.constantFrom(...TIMES),
    confidence: fc.constantFrom(null, 0, 0.5, 1),
  })
  .map(({ standing, ...provenance }): ClaimOptions => ({ standing, provenance }));

const openReference: fc.Arbitrary<ReferenceOptions> = fc.oneof(
  fc.record({ candidates: fc.constant(PEOPLE.slice(0, 2)), words: someWords }),
  fc.record({ words: someWords }),
);
const reference: fc.Arbitrary<ReferenceOptions> = fc.oneof(
  fc.record({ subject: fc.constantFrom(...SUBJECTS), words: someWords }),
  openReference,
);

const statement = fc
  .record(
    {
      content: fc.subarray([...WORDS], { minLength: 1, maxLength: 2 }),
      /** How many of the content words stand in quotation marks. */
      quoted: fc.nat(2),
      force: fc.constantFrom(...FORCES),
      speaker: fc.constantFrom(...SPEAKERS),
      said: fc.constantFrom(...DATES),
      about: fc.array(reference, { maxLength: 3 }),
      utterance: fc.constantFrom(...UTTERANCES),
      /** Which of the statements before it reports it; none where there are fewer. */
      reporter: fc.nat(6),
      claim,
    },
    { requiredKeys: ['content', 'quoted', 'force', 'speaker', 'said', 'about', 'reporter', 'claim'] },
  )
  .map(({ claim: state, quoted, ...rest }) => ({
    ...rest,
    ...state,
    quotations: rest.content.slice(0, quoted).map((quotation) => ({ words: quotation })),
  }));

/** The figures that stand in every text: more often exact than not, and seldom a change. */
const FIGURES = [
  { value: 14, words: '14' },
  { value: 1500, words: '1,500' },
] as const;
const READINGS = [
  {},
  {},
  {},
  {},
  {},
  {},
  {},
  { comparator: 'AT_LEAST' },
  { comparator: 'APPROXIMATE' },
  { comparator: 'RANGE', upperValue: 2000 },
  { measure: 'CHANGE', change: 'UP' },
  { measure: 'CHANGE', change: 'DOWN' },
] as const;

const figure = fc
  .record({
    value: fc.constantFrom(...FIGURES),
    reading: fc.constantFrom(...READINGS),
    counted: fc.oneof(
      // Much of one and the same, so that there is something to compare.
      fc.constant({ metric: METRICS[0], place: COUNTRY, subject: null }),
      fc.record({
        metric: fc.constantFrom(...METRICS),
        place: fc.constantFrom(...PLACES, null),
        subject: fc.constantFrom(null, null, 'of wood'),
      }),
    ),
    asOf: fc.constantFrom(...DATES),
    claimedBy: fc.constantFrom(...SPEAKERS),
    isClaimantOpen: fc.boolean(),
    /** Which statement carries it; none where there are fewer. */
    carrier: fc.nat(2),
    claim,
  })
  .map(({ value, reading, counted, claim: state, ...rest }) => ({
    ...rest,
    ...counted,
    ...value,
    ...reading,
    ...state,
  }));

const relation = fc.record({
  // Disputes twice as often as anything else.
  kind: fc.constantFrom(...Object.values(StatementRelationKind), ...DISPUTING_KINDS),
  from: fc.nat(3),
  /** How many articles back its target is. */
  back: fc.nat(2),
  to: fc.nat(2),
  ofFigure: fc.boolean(),
  claim,
});

const article = fc.record({
  title: fc.constantFrom(...TITLES),
  publisher: fc.constantFrom(...OUTLETS),
  hasUrl: fc.boolean(),
  publishedAt: fc.constantFrom(...TIMES),
  language: fc.constantFrom(...LANGUAGES),
  isRetracted: fc.constantFrom(false, false, false, true),
  topics: fc.shuffledSubarray([...TOPICS]),
  named: fc.shuffledSubarray([...PEOPLE, ...ORGANIZATIONS, ...PLACES]),
  mentions: fc.array(fc.array(words, { maxLength: 3 }), { minLength: 10, maxLength: 10 }),
  roles: fc.array(
    fc.record({
      person: fc.constantFrom(...PEOPLE),
      title: fc.constantFrom(...ROLE_TITLES),
      employer: fc.constantFrom(...ORGANIZATIONS, null),
      evidence: someWords,
    }),
    { maxLength: 3 },
  ),
  relationships: fc.array(
    fc.record({
      person: fc.constantFrom(...PEOPLE),
      kind: fc.constantFrom(...Object.values(RelationshipKind)),
      other: fc.constantFrom(...PEOPLE),
      evidence: someWords,
    }),
    { maxLength: 2 },
  ),
  alias: fc.constantFrom('Ace', 'Deuce'),
  statements: fc.array(statement, { maxLength: 5 }),
  /** Where the two sources that may speak belong. */
  affiliations: fc.tuple(fc.constantFrom(...ORGANIZATIONS, null), fc.constantFrom(...ORGANIZATIONS, null)),
  figures: fc.array(figure, { maxLength: 4 }),
  relations: fc.array(relation, { maxLength: 8 }),
  unresolved: fc.array(openReference, { maxLength: 3 }),
});

type ArticleDraft = typeof article extends fc.Arbitrary<infer Draft> ? Draft : never;

/** The records of a random store, in an order in which they can be stored together or one after the other. */
export function randomRecords({ least = 2, most = 5 } = {}): fc.Arbitrary<ArticleRecord[]> {
  return fc.array(article, { minLength: least, maxLength: most }).map((drafts) => {
    const records: ArticleRecord[] = [];
    for (const [number, draft] of drafts.entries()) records.push(recordOf(draft, number, records));
    return records;
  });
}

function recordOf(draft: ArticleDraft, number: number, earlier: readonly ArticleRecord[]): ArticleRecord {
  const {
    title,
    alias,
    isRetracted,
    hasUrl,
    publisher: outlet,
    publishedAt,
    language,
    topics,
    relationships,
    unresolved,
  } = draft;
  const options: ArticleOptions = {
    title,
    publisher: outlet,
    publishedAt,
    language,
    text: `${WORDS.join(' ')} (${number})`,
    url: hasUrl ? `https://random.example/${number}` : null,
    retraction: isRetracted ? { at: new Date('2031-04-01T00:00:00Z'), reason: 'It never happened.' } : null,
    topics,
    ...knownFrom(number, alias),
    appearances: appearancesOf(draft),
    roles: draft.roles.map(({ employer, ...role }) => (employer === null ? role : { ...role, organization: employer })),
    relationships: relationships.filter(({ person: one, other }) => one.id !== other.id),
    sources: sourcesOf(draft),
    statements: statementsOf(draft),
    statistics: draft.figures.map(({ carrier, place: where, ...rest }) => ({
      ...rest,
      ...(where === null ? {} : { place: where }),
      ...(carrier < draft.statements.length ? { statement: `${carrier}` } : {}),
    })),
    unresolved,
  };
  const alone = articleRecord({ ...options, topics: TOPICS });
  return articleRecord({
    ...options,
    topics: [...topics, ...TOPICS.filter((each) => !topics.includes(each))],
    relations: relationsOf(draft, [...earlier, alone]),
  });
}

/** All others come with every record, so that whatever it names is there; each time with something new, or something else. */
function knownFrom(number: number, alias: string): Partial<ArticleOptions> {
  const source = number === 0 ? null : `https://source.example/${number}`;
  const around = number === 0 ? null : (number % 2 === 0 ? COUNTRY : OTHER_COUNTRY).id;
  return {
    people: PEOPLE.map((entry, index) => ({
      ...entry,
      aliases: [...entry.aliases, alias],
      formerIds: index === number ? [...entry.formerIds, makeId('Person', 'formerly', alias, number)] : entry.formerIds,
      wikidata: index < number ? source : null,
    })),
    organizations: ORGANIZATIONS.map((entry) => ({ ...entry, aliases: [alias], placeId: around, wikidata: source })),
    places: PLACES.map((entry) => (entry.id === LOST_TOWN.id ? { ...entry, withinId: around } : entry)),
    metrics: METRICS.map((entry) => ({ ...entry, unit: entry.unit ?? source, definition: source })),
  };
}

/** The sources that speak or claim something in an article, and where they belong. */
function sourcesOf({ affiliations, statements, figures }: ArticleDraft): SourceOptions[] {
  const speakers = [...statements.map(({ speaker }) => speaker), ...figures.map(({ claimedBy }) => claimedBy)];
  return [...new Set(speakers.filter((speaker) => typeof speaker === 'string'))].map((description, index) => ({
    description,
    affiliationId: affiliations[index]?.id ?? null,
  }));
}

/** Topics without mentions; whoever is named, where the draft says. */
function appearancesOf({ topics, named, mentions }: ArticleDraft): AppearanceOptions[] {
  return [
    ...topics.map((subject) => ({ subject })),
    ...named.map((subject, index) => ({ subject, mentions: mentions[index] ?? [] })),
  ];
}

function statementsOf({ statements }: ArticleDraft): StatementOptions[] {
  return statements.map(({ reporter, ...rest }, index) => ({
    ...rest,
    key: `${index}`,
    ...(reporter < index ? { parent: `${reporter}` } : {}),
    ...(rest.speaker === null && reporter % 2 === 0 ? { candidates: PEOPLE.slice(0, 2) } : {}),
  }));
}

/** The relations of the last of these records, to statements of it and of those before: each once, none to itself. */
function relationsOf({ relations }: ArticleDraft, records: readonly ArticleRecord[]): RelationOptions[] {
  const own = records.at(-1);
  const made = new Map<string, RelationOptions>();
  for (const {
    kind,
    from,
    back,
    to,
    ofFigure,
    claim: { provenance = {} },
  } of relations) {
    const source = own?.statements[from];
    const other = records.at(-1 - back);
    const target = other?.statements[to];
    if (other === undefined || source === undefined || target === undefined || source.id === target.id) continue;
    const figure = ofFigure ? other.statistics.find(({ statementId }) => statementId === target.id) : undefined;
    const key = [kind, source.id, target.id, figure?.id].join();
    made.set(key, { kind, from: `${from}`, to: target, provenance, ...(figure === undefined ? {} : { figure }) });
  }
  return [...made.values()];
}
