import { times } from './bombs.ts';
import type { Pools } from './pools.ts';

/** A query with its variables. */
export interface HostileQuery {
  readonly query: string;
  readonly variables?: object;
}

/** Makes a query whose innermost lists have so many rows, where it has lists inside lists. */
export type HostileKind = (rows: number) => HostileQuery;

/** As many questions as one query may ask, and fields under another name. */
const ROOT_FIELDS = 20;
const ALIASES = 100;
/** As many rows as a page may have. */
const PAGE = 100;
/** As long as a quotation that is checked may be. */
const QUOTATION = 2000;
/** As many ids as a body has room for beside a query. */
const MANY_IDS = 8000;

const MOST_QUOTED = `people(first: ${PAGE}, orderBy: STATEMENT_COUNT_DESC)`;
const GROUPINGS = ['SPEAKER', 'PUBLISHER', 'TOPIC', 'KIND', 'FORCE', 'SPEAKER_STATUS'];
const ALL_RELATIONS = '[CONFIRMS, DISPUTES, DENIES, DOUBTS, RESPONDS_TO, REPEATS, CORRECTS]';
const LETTERS = [...'abcdefghijklmnoprstuw'];

/**
 * The costliest that the limits let through, by what is costly of it: what the whole store has to be looked through for,
 * what is found in most of it, and lists in lists. None is refused: for that its lists get shorter.
 */
export function hostileQueries(pools: Pools): Readonly<Record<string, HostileKind>> {
  return { ...nested(), ...ofFigures(pools), ...ofPeople(pools), ...searching(pools), ...filtering(pools) };
}

/** The same field as often as one query may ask it, each time with other arguments. */
function repeated(field: (index: number) => string): string {
  return `{ ${times(ROOT_FIELDS, (index) => `a${index}: ${field(index)}`)} }`;
}

function nested(): Record<string, HostileKind> {
  return {
    'lists in lists in lists': (rows) => ({
      query: `{ articles(first: 20) { nodes { statements(first: 20) { nodes { article { statements(first: ${rows}) { nodes { text speaker { __typename } } } } } } } } }`,
    }),
    'everything of statements': (rows) => ({
      query: `{ statements(first: ${rows}) { nodes {
        text mediumText speakerRole saidAt provenance { agent confidence } said { from span { ...Span } }
        spans { ...Span } cueSpans { ...Span } speakerSpans { ...Span }
        quotations { span { ...Span } wordsOf { text spans { ...Span } } }
        chain { text spans { ...Span } } children(first: 20) { text spans { ...Span } }
        about(first: 20) { status spans { ...Span } subject { ... on Named { displayName } } }
        relations(first: 20, kinds: ${ALL_RELATIONS}) { kind to { text } span { ...Span } }
        relatedFrom(first: 20, kinds: ${ALL_RELATIONS}) { kind from { text } }
      } } }
      fragment Span on TextSpan { text prefix suffix start end revision { id title } }`,
    }),
    'the text of an article for each of its statements': (rows) => ({
      query: `{ articles(first: ${PAGE}) { nodes { statements(first: ${rows}) { nodes { article { text currentRevision { text } } } } } } }`,
    }),
    'pages in pages, with all cursors': (rows) => ({
      query: `{ publishers(first: 60) { edges { cursor node { articles(first: 20) { ${PAGES} edges { cursor node {
        statements(first: ${rows}) { ${PAGES} edges { cursor } } } } } } } } }`,
    }),
    'the last of pages in pages': (rows) => ({
      query: `{ topics(last: 30) { nodes { articles(last: ${rows}) { totalCount ${PAGES} edges { cursor node { people(last: 5) { totalCount ${PAGES} edges { cursor } } } } } } } }`,
    }),
    'as many fields as a query may have': (rows) => ({
      query: `{ statements(first: ${rows}) { nodes { ${times(900, (index) => (index < ALIASES ? `a${index}: text` : ('text saidAt force kind'.split(' ')[index % 4] ?? '')))} } } }`,
    }),
  };
}

const PAGES = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

function ofFigures({ long }: Pools): Record<string, HostileKind> {
  return {
    'figures compared with others': (rows) => ({
      query: `{ statistics(first: ${PAGE}, orderBy: VALUE_DESC) { totalCount nodes {
        comparisons(first: ${rows}) { verdict reason other { valueText disputed conflictsWith(first: 5) { valueText } } } } } }`,
    }),
    'the longest series, with their figures': (rows) => ({
      query: repeated((index) => {
        const { metric, place, unit } = long[index % long.length] ?? {};
        return `series(metric: ${JSON.stringify(metric)}, place: ${JSON.stringify(place)}, unit: ${JSON.stringify(unit)}) {
          points(first: ${PAGE}) { asOf low high conflicting statistics(first: ${rows}) { valueText } } }`;
      }),
    }),
    'the series of every metric': (rows) => ({
      query: `{ metrics(first: 40) { nodes { series(first: ${PAGE}) { points(first: ${rows}) { asOf conflicting } } } } }`,
    }),
    'figures of every place': (rows) => ({
      query: `{ places(first: ${PAGE}) { nodes { statistics(first: ${rows}) { totalCount nodes { metric { name } claimedBy { __typename } } } } } }`,
    }),
    'figures that are disputed and in conflict, counted': () => ({
      query: repeated(
        (index) =>
          `statistics(last: ${PAGE}, orderBy: ${['VALUE_ASC', 'AS_OF_ASC', 'POSITION_ASC'][index % 3]}, filter: { disputed: ${index % 2 === 0}, conflicting: ${index % 4 > 1}, value: { min: ${index} } }) { totalCount nodes { id } }`,
      ),
    }),
    'figures that there are not': () => ({
      query: repeated(
        (index) =>
          `statistics(first: ${PAGE}, filter: { value: { min: 1e300 }, subject: "${index}" }) { nodes { id } }`,
      ),
    }),
  };
}

function ofPeople({ people }: Pools): Record<string, HostileKind> {
  const words = [...people.most, ...people.often].map(({ name }) => name.split(' ').at(-1) ?? '');
  return {
    'those who speak beside the most quoted': (rows) => ({
      query: `{ ${MOST_QUOTED} { nodes { quotedAlongside(first: ${rows}) { articleCount person { name } } } } }`,
    }),
    'those who speak beside the most quoted, again and again': (rows) => ({
      query: repeated(
        (index) =>
          `people(first: ${rows}, orderBy: STATEMENT_COUNT_DESC) { nodes { quotedAlongside(first: ${index + 1}) { articleCount } } }`,
      ),
    }),
    'all that the most quoted have, counted': (rows) => ({
      query: `{ ${MOST_QUOTED} { nodes { statements(first: 1) { totalCount } statementsAbout(first: ${rows}) { totalCount nodes { id } }
        articles(first: ${rows}) { totalCount edges { cursor mentions { text } node { title } } } } } }`,
    }),
    'statements of the most quoted, by many filters': (rows) => ({
      query: `{ people(first: ${rows}, orderBy: STATEMENT_COUNT_DESC) { nodes { ${times(ALIASES, (index) => `a${index}: statements(first: 1, filter: { text: ${JSON.stringify(words[index % words.length])}, kinds: [${['DIRECT', 'INDIRECT', 'MIXED'][index % 3]}] }) { totalCount }`)} } } }`,
    }),
    'names that begin with a letter': () => ({
      query: repeated(
        (index) =>
          `people(last: ${PAGE}, filter: { nameStartsWith: "${LETTERS[index]}" }, orderBy: STATEMENT_COUNT_DESC) { totalCount nodes { name } }`,
      ),
    }),
  };
}

function searching({ words: { common }, quoted }: Pools): Record<string, HostileKind> {
  const word = (index: number) => common[index % common.length] ?? '';
  const some = (from: number, count: number) => Array.from({ length: count }, (_, index) => word(from + index));
  const search = (query: string, selection = 'totalCount edges { cursor }') =>
    `search(query: ${JSON.stringify(query)}, first: ${PAGE}) { ${selection} }`;
  const texts = quoted.map(({ text }) => text).join(' ');
  return {
    'search for a frequent word': () => ({ query: `{ ${search(word(0))} }` }),
    'search for any of sixty frequent words': () => ({ query: `{ ${search(some(0, 60).join(' OR '))} }` }),
    'searches for two frequent words': () => ({ query: repeated((index) => search(some(index, 2).join(' '))) }),
    'searches for twenty frequent words': () => ({ query: repeated((index) => search(some(index, 20).join(' '))) }),
    'searches for any of forty frequent words': () => ({
      query: repeated((index) => search(some(index, 40).join(' OR '))),
    }),
    'what is highlighted of any of sixty words': (rows) => ({
      query: repeated((index) =>
        search(some(index, 60).join(' OR '), 'edges { highlights { text ranges { start end } } }').replace(
          `first: ${PAGE}`,
          `first: ${rows}`,
        ),
      ),
    }),
    'searches for prefixes': () => ({
      query: repeated((index) => search(LETTERS.map((letter) => `${letter}${'aeiou'[index % 5]}*`).join(' OR '))),
    }),
    'searches for frequent phrases': () => ({
      query: repeated((index) => search(`"of the" OR "in the" OR "on the" OR "the ${word(index)}"`)),
    }),
    'searches for one word without another': () => ({
      query: repeated((index) => search(`${word(index)} NOT ${word(index + 1)}`)),
    }),
    'checks of long quotations': () => ({
      query: repeated((index) => checkOf(texts.slice(index * 100).slice(0, QUOTATION))),
    }),
    'a check of frequent words': () => ({ query: `{ ${checkOf(lengthened(some(0, 60)))} }` }),
    'checks of frequent words': () => ({ query: repeated((index) => checkOf(lengthened(some(index, 60)))) }),
  };
}

function lengthened(words: readonly string[]): string {
  return `${words.join(' ')} `.repeat(QUOTATION).slice(0, QUOTATION);
}

function checkOf(text: string): string {
  return `checkQuotation(text: ${JSON.stringify(text)}) { verdict matches { similarity differences { kind asked found } statement { text } } }`;
}

function filtering(pools: Pools): Record<string, HostileKind> {
  const { common } = pools.words;
  const word = (index: number) => JSON.stringify(common[index % common.length]);
  const { most, often, seldom } = pools.people;
  const people = [...most, ...often, ...seldom].map(({ id }) => id).slice(0, MANY_IDS);
  const page = `totalCount nodes { text }`;
  const filtered = (filter: object): HostileQuery => ({
    query: `query Filtered($filter: StatementFilter) { statements(first: ${PAGE}, filter: $filter) { ${page} } }`,
    variables: { filter },
  });
  return {
    'all statements, counted': () => ({ query: `{ statements(first: 1) { totalCount } }` }),
    'all utterances, counted': () => ({
      query: `{ statements(first: 1, filter: { oneReportPerUtterance: true }) { totalCount } }`,
    }),
    'all statements that others answer, counted': () => ({
      query: `{ statements(first: 1, filter: { relatedBy: ${ALL_RELATIONS} }) { totalCount } }`,
    }),
    'all statements by topic': () => ({ query: `{ ${countsOf('TOPIC')} }` }),
    'all statements by speaker, the rejected ones too': () => ({
      query: `{ ${countsOf('SPEAKER', 'review: [UNREVIEWED, CONFIRMED, CORRECTED, REJECTED]')} }`,
    }),
    'all statements by everything': () => ({
      query: repeated((index) => countsOf(GROUPINGS[index % GROUPINGS.length] ?? '', `topLevel: ${index % 2 === 0}`)),
    }),
    'statements with frequent words by everything': () => ({
      query: repeated((index) =>
        countsOf(GROUPINGS[index % GROUPINGS.length] ?? '', `text: ${word(index)}, oneReportPerUtterance: true`),
      ),
    }),
    'statements with frequent words, counted': () => ({
      query: repeated((index) => `statements(last: ${PAGE}, filter: { text: ${word(index)} }) { ${page} }`),
    }),
    'statements by place in the text, each once': () => ({
      query: `{ statements(last: ${PAGE}, orderBy: POSITION_ASC, filter: { oneReportPerUtterance: true, text: ${word(0)} }) { ${page} } }`,
    }),
    'statements that there are not': () => ({
      query: repeated(
        (index) =>
          `statements(${index % 2 === 0 ? 'first' : 'last'}: ${PAGE}, orderBy: ${['SAID_AT_ASC', 'POSITION_ASC'][index % 2]}, filter: { speakerStatus: [AMBIGUOUS], kinds: [MIXED], forces: [OTHER], topLevel: false, relatedBy: [CORRECTS], text: ${word(index)} }) { nodes { text } }`,
      ),
    }),
    'statements of as many people as a body has room for': () => filtered({ speakers: people }),
    'statements about as many people': () => filtered({ about: people, oneReportPerUtterance: true }),
    'statements through as many people': () => filtered({ through: people }),
    'statements through the most quoted, again and again': () => ({
      query: `query Through(${times(ROOT_FIELDS, (index) => `$ids${index}: [ID!]`)}) ${repeated((index) => `statements(first: ${PAGE}, filter: { through: $ids${index} }) { ${page} }`)}`,
      variables: Object.fromEntries(
        Array.from({ length: ROOT_FIELDS }, (_, index) => [`ids${index}`, people.slice(index, index + 300)]),
      ),
    }),
    'statements of all organizations, topics and publishers': () =>
      filtered({
        speakerAffiliations: pools.organizations,
        topics: pools.topics,
        publishers: pools.publishers,
        text: common[0],
      }),
    'articles with frequent words, by title': () => ({
      query: repeated(
        (index) =>
          `articles(first: ${PAGE}, orderBy: TITLE_ASC, filter: { text: ${word(index)}, topics: ${JSON.stringify(pools.topics)} }) { totalCount nodes { title } }`,
      ),
    }),
    'articles in which many people appear': () => ({
      query: `query Articles($people: [ID!]) { articles(last: ${PAGE}, orderBy: UPDATED_AT_ASC, filter: { people: $people, languages: ["*"] }) { totalCount nodes { title } } }`,
      variables: { people },
    }),
  };
}

function countsOf(grouping: string, filter = ''): string {
  return `statementCounts(groupBy: ${grouping}, first: ${PAGE}, filter: { ${filter} }) { count label }`;
}
