import { resolvedDate } from '../../src/domain/dates.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import { type Metric, metricId } from '../../src/domain/statistic.js';
import { type OrganizationEntry, organization, type PersonEntry, person, place, publisher, topic } from './entities.js';
import type { ArticleOptions, RelationOptions, StatementOptions, StatisticOptions } from './record-options.js';
import { articleRecord } from './records.js';

/*
 * Articles of one made-up coast, all built alike, so that a query meets the same kinds of things in each of them. What
 * changes from one to the next is who speaks.
 */

const OUTLETS = ['The Tidewater Gazette', 'Estmark Evening Post', 'The Lamplighter', 'Coast & Country'].map((name) =>
  publisher(name),
);
const AGENCIES = ['Lantern News Agency', 'Coastal Wire', 'Ember Press Service'].map((name) =>
  organization(name, { organizationKind: 'NEWS_AGENCY' }),
);
const COUNTRY = place('Estmark', 'COUNTRY');
const REGION = place('Lower Fenn', 'REGION', COUNTRY.id);
const CITIES = ['Saltmere', 'Port Halloway', 'Gullhaven', 'Wick Sound'].map((name) => place(name, 'CITY', REGION.id));
const MINISTRY = organization('Ministry of Tides', { organizationKind: 'GOVERNMENT', placeId: COUNTRY.id });
const BODIES = [
  MINISTRY,
  organization('Northwind Shipping', { organizationKind: 'COMPANY' }),
  organization('Harbour Workers’ League'),
];
const TOPICS = ['Harbours', 'Weather', 'Labour', 'Trade', 'Safety'].map((name) => topic(name));
const DELAYED: Metric = {
  id: metricId('ships delayed'),
  name: 'ships delayed',
  unit: 'ships',
  definition: 'Ships held back for a day or longer.',
};
const DISPLACED: Metric = {
  id: metricId('residents displaced'),
  name: 'residents displaced',
  unit: 'people',
  definition: null,
};

/** The first speaks in every article, the next two in every other, the rest by turns. Two share a surname. */
const PEOPLE = [
  person('Ada Quillon', { aliases: ['Mayor Quillon'], wikidata: 'https://wikidata.example/Q100' }),
  person('Bram Oakhollow'),
  person('Cleo Vantreight', { aliases: ['Vantreight'] }),
  person('Dorian Vantreight', { aliases: ['Vantreight'] }),
  ...[
    'Esme Farrowby',
    'Felix Thornbury',
    'Greta Woldgate',
    'Hugo Marshwiggin',
    'Ines Caldermoor',
    'Jonas Pikestaff',
    'Kira Holmfirth',
    'Leo Brandywine',
  ].map((name) => person(name)),
];
const [LEAD, SECOND, THIRD, ...OTHERS] = PEOPLE;
const NAMESAKES = PEOPLE.filter(({ name }) => name.endsWith('Vantreight'));
const TITLES = ['harbour master', 'first pilot', 'port surgeon', 'quay warden', 'tide clerk'];

const FIRST_DAY = Date.UTC(2031, 0, 1, 6);
const DAY = 86_400_000;

/**
 * The first `count` of an endless row of articles, the same each time; each relates only to itself and to those before
 * it. In each of them an agency, an unnamed official and a person speak in a chain of three, somebody denies what the
 * innermost said, and an organization claims a figure: these are its first five statements. Another person disputes the
 * figure, one confirms it, one replies. From ten articles on, whoever is named as a speaker has three statements or more,
 * in three articles or more.
 */
export function manyArticles(count: number): ArticleRecord[] {
  const records: ArticleRecord[] = [];
  for (let number = 0; number < count; number++) records.push(articleRecord(optionsOf(number, records)));
  return records;
}

/** Who and what changes from article to article. */
function castOf(number: number) {
  const other = (turn: number) => pick(OTHERS, number * 3 + turn);
  return {
    number,
    outlet: pick(OUTLETS, number),
    agency: pick(AGENCIES, number),
    body: pick(BODIES, number),
    city: pick(CITIES, number),
    author: pick([LEAD], 0),
    denier: pick([SECOND, THIRD], number),
    doubter: other(0),
    witness: other(1),
    replier: other(2),
    title: pick(TITLES, number),
    /** As printed, and as they are. */
    delayed: 1000 + number,
    held: 7 + number,
    guessed: 40 + number,
    displaced: 20 + number,
    risen: 3 + number,
    isThird: number % 3 === 0,
    isEven: number % 2 === 0,
  };
}

type Cast = ReturnType<typeof castOf>;

function optionsOf(number: number, earlier: readonly ArticleRecord[]): ArticleOptions {
  const cast = castOf(number);
  const { outlet, agency, body, city, author, denier, title, isThird } = cast;
  const text = textOf(cast);
  const bodies: OrganizationEntry[] = [agency, MINISTRY, ...(body === MINISTRY ? [] : [body])];
  const named: PersonEntry[] = PEOPLE.filter(
    ({ name }) => text.includes(name) || (isThird && name.endsWith('Vantreight')),
  );
  return {
    title: `Harbour talks in ${city.name}, day ${number + 1}`,
    text,
    publisher: outlet,
    url: `https://news.example/harbour-talks/${number + 1}`,
    publishedAt: new Date(FIRST_DAY + number * DAY),
    topics: [pick(TOPICS, number), pick(TOPICS, number + 2)],
    places: [COUNTRY, REGION, city],
    organizations: bodies,
    people: named,
    metrics: [DELAYED, DISPLACED],
    roles: [{ person: denier, title, organization: body, evidence: [title] }],
    relationships: [
      { person: denier, kind: 'COLLEAGUE', other: author, evidence: [`a colleague of ${author.name}`] },
      { person: author, kind: 'COLLEAGUE', other: denier, evidence: [`a colleague of ${author.name}`] },
    ],
    sources: [{ description: 'a ministry official', sourceKind: 'OFFICIAL', affiliationId: MINISTRY.id }],
    statements: [...chainOf(cast, earlier), ...answersOf(cast), ...openSpeakersOf(cast)],
    statistics: figuresOf(cast),
    relations: [...ownRelations(print(cast.delayed)), ...relationsToEarlier(number, earlier)],
    unresolved: isThird ? [{ candidates: NAMESAKES, words: ['Vantreight warned'] }, { words: ['Mallow'] }] : [],
  };
}

function textOf(cast: Cast): string {
  const { agency, body, city, author, denier, doubter, witness, replier, title, isThird, isEven } = cast;
  const day = cast.number + 1;
  return [
    `${agency.name} reported from ${city.name} in ${REGION.name} that a ministry official had read out a letter in which ${author.name} wrote that “pier ${day} will reopen”.`,
    `${denier.name}, ${title} and a colleague of ${author.name}, denied it: “Pier ${day} is not safe”.`,
    `${body.name} said that ${print(cast.delayed)} ships and ${cast.held} ferries were delayed on day ${day}.`,
    `${doubter.name} disputed that and said about ${cast.guessed} ships had to wait.`,
    `${witness.name} confirmed that the count of day ${day} was right.`,
    `${replier.name} replied that “pier ${day} was safe last week”.`,
    `In all, ${cast.displaced} residents were displaced, up by ${cast.risen} people.`,
    ...(isThird ? [`Vantreight warned of a flood on day ${day + 1}; a certain Mallow was there.`] : []),
    ...(isEven ? [`Calm was promised for day ${day + 2}.`] : []),
  ].join(' ');
}

/** The agency's report of an official who read from a letter: three statements, one inside the other. */
function chainOf({ number, agency, author }: Cast, earlier: readonly ArticleRecord[]): StatementOptions[] {
  const letter = `pier ${number + 1} will reopen`;
  const reading = `${author.name} wrote that “${letter}”`;
  const said = resolvedDate(dayOf(number - 1), dayOf(number - 1), 'DAY');
  const quotations = [{ words: letter, wordsOf: 'letter' }];
  // Every fourth letter is one that the article before has reported, too.
  const known = number % 4 === 1 ? earlier.at(-1)?.statements.find(({ medium }) => medium === 'LETTER') : undefined;
  return [
    {
      key: 'report',
      content: `a ministry official had read out a letter in which ${reading}`,
      speaker: agency,
      speakerWords: agency.name,
      cue: 'reported',
      medium: 'REPORT',
      said: resolvedDate(dayOf(number), dayOf(number), 'DAY'),
      quotations,
      about: [{ subject: MINISTRY, words: ['ministry'] }],
    },
    {
      key: 'reading',
      content: reading,
      speaker: 'a ministry official',
      speakerWords: 'a ministry official',
      cue: 'had read out',
      parent: 'report',
      medium: 'PRESS_BRIEFING',
      quotations,
      about: [{ subject: author, words: [author.name] }],
      provenance: { origin: 'ENGINE', agent: 'on-record', agentVersion: '0.1.0', confidence: 0.75 },
    },
    {
      key: 'letter',
      content: letter,
      speaker: author,
      speakerWords: author.name,
      speakerRole: 'mayor',
      cue: 'wrote',
      force: 'PROMISED',
      medium: 'LETTER',
      mediumText: 'a letter',
      parent: 'reading',
      said,
      quotations,
      about: [{ subject: pick(TOPICS, number) }, { words: [`pier ${number + 1}`] }],
      ...(known === undefined ? {} : { utterance: known.utteranceId }),
    },
  ];
}

/** What is said to the letter, the figure, and what is said to these. */
function answersOf({
  number,
  body,
  city,
  author,
  denier,
  doubter,
  witness,
  replier,
  title,
  delayed,
  held,
  guessed,
}: Cast): StatementOptions[] {
  const day = number + 1;
  const said = resolvedDate(dayOf(number - 6), dayOf(number), 'RANGE');
  return [
    {
      key: 'denial',
      content: `Pier ${day} is not safe`,
      speaker: denier,
      speakerWords: denier.name,
      speakerRole: title,
      cue: 'denied',
      force: 'DENIED',
      said,
      quotations: [{ words: `Pier ${day} is not safe` }],
      about: [{ subject: author, words: [`a colleague of ${author.name}`] }, { subject: city }],
    },
    {
      key: 'count',
      content: `${print(delayed)} ships and ${held} ferries were delayed on day ${day}`,
      speaker: body,
      speakerWords: { quote: body.name, occurrence: 0 },
      cue: 'said',
      force: 'CLAIMED',
      said,
      about: [{ subject: city }],
    },
    {
      key: 'doubt',
      content: `about ${guessed} ships had to wait`,
      speaker: doubter,
      speakerWords: doubter.name,
      cue: 'disputed',
      said,
    },
    {
      key: 'confirmation',
      content: `the count of day ${day} was right`,
      speaker: witness,
      speakerWords: witness.name,
      cue: 'confirmed',
      force: 'CONFIRMED',
      about: [{ subject: body }],
    },
    {
      key: 'reply',
      content: `pier ${day} was safe last week`,
      speaker: replier,
      speakerWords: replier.name,
      cue: 'replied',
      quotations: [{ words: `pier ${day} was safe last week` }],
      about: [{ subject: denier, words: [denier.name] }],
    },
  ];
}

/** Now and then somebody speaks of whom the text says too little, or nothing. */
function openSpeakersOf({ number, isThird, isEven }: Cast): StatementOptions[] {
  const warning: StatementOptions = {
    content: `a flood on day ${number + 2}`,
    candidates: NAMESAKES,
    speakerWords: 'Vantreight warned',
    force: 'WARNED',
    about: [{ candidates: NAMESAKES, words: ['Vantreight warned'] }],
  };
  return [
    ...(isThird ? [warning] : []),
    ...(isEven ? [{ content: `Calm was promised for day ${number + 3}`, force: 'PROMISED' } as const] : []),
  ];
}

function figuresOf({
  number,
  body,
  city,
  doubter,
  delayed,
  held,
  guessed,
  displaced,
  risen,
}: Cast): StatisticOptions[] {
  // The figures of two days in a row hold for one date.
  const asOf = resolvedDate(dayOf(number - (number % 2)), dayOf(number - (number % 2)), 'DAY');
  const counted = { metric: DELAYED, place: city, asOf, claimedBy: body, statement: 'count' };
  return [
    { ...counted, value: delayed, words: print(delayed) },
    { ...counted, value: held, words: `${held} ferries`, subject: 'ferries' },
    {
      metric: DELAYED,
      value: guessed,
      words: `about ${guessed}`,
      comparator: 'APPROXIMATE',
      place: city,
      asOf,
      claimedBy: doubter,
      statement: 'doubt',
    },
    { metric: DISPLACED, value: displaced, words: `${displaced} residents`, place: REGION, asOf },
    { metric: DISPLACED, value: risen, words: `${risen} people`, measure: 'CHANGE', change: 'UP', place: REGION },
  ];
}

/** Each of the first five statements is related to another of the article, or another to it. */
function ownRelations(figure: string): RelationOptions[] {
  return [
    { kind: 'DENIES', from: 'denial', to: 'letter', words: 'denied it' },
    { kind: 'CONFIRMS', from: 'reading', to: 'report', basis: 'INFERRED' },
    { kind: 'DISPUTES', from: 'doubt', to: 'count', figure, words: 'disputed that' },
    { kind: 'CONFIRMS', from: 'confirmation', to: 'count', words: 'confirmed' },
    { kind: 'DENIES', from: 'confirmation', to: 'count', figure, provenance: { review: 'REJECTED' } },
    { kind: 'RESPONDS_TO', from: 'reply', to: 'denial', words: 'replied' },
    { kind: 'DOUBTS', from: 'count', to: 'letter', basis: 'INFERRED' },
  ];
}

/** Denials go on for three articles; every fifth time the whole of an earlier count is called into question. */
function relationsToEarlier(number: number, earlier: readonly ArticleRecord[]): RelationOptions[] {
  const inEarlier = (back: number, position: number) => earlier.at(-back)?.statements[position];
  const [denial, letter, count] = [inEarlier(2, 3), inEarlier(1, 2), inEarlier(1, 4)];
  return [
    ...(denial === undefined ? [] : [{ kind: 'REPEATS', from: 'denial', to: denial } as const]),
    ...(letter === undefined ? [] : [{ kind: 'RESPONDS_TO', from: 'letter', to: letter } as const]),
    ...(count === undefined || number % 5 !== 0 ? [] : [{ kind: 'DISPUTES', from: 'doubt', to: count } as const]),
  ];
}

function pick<Item>(list: readonly (Item | undefined)[], index: number): Item {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('There is nobody to pick.');
  return item;
}

function print(value: number): string {
  return value.toLocaleString('en-US');
}

/** The day of an article, as a date. */
function dayOf(number: number): string {
  return new Date(FIRST_DAY + number * DAY).toISOString().slice(0, 10);
}
