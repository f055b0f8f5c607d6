import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokensOf } from '../../src/domain/search/token.js';
import { MANY_SCRIPTS } from '../support/many-scripts.js';
import { type RunningService, runService } from '../support/running-service.js';

const SEARCH = `query ($query: String!, $types: [SearchType!], $first: Int, $after: String) {
  search(query: $query, types: $types, first: $first, after: $after) {
    edges {
      cursor score
      node {
        __typename
        ... on Article { name: title } ... on Person { name } ... on Organization { name }
        ... on Statement { name: text } ... on Statistic { name: valueText }
      }
      highlights { field text ranges { start end } }
    }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount
  }
}`;

interface Result {
  readonly cursor: string;
  readonly score: number;
  readonly node: { readonly __typename: string; readonly name: string };
  readonly highlights: readonly {
    readonly field: string;
    readonly text: string;
    readonly ranges: readonly { readonly start: number; readonly end: number }[];
  }[];
}

let service: RunningService;
beforeAll(async () => {
  service = await runService();
  await service.repository.storeArticles(MANY_SCRIPTS);
});
afterAll(() => service.stop());

async function search(query: string, variables: object = {}): Promise<Result[]> {
  const { data, errors } = await service.ask(SEARCH, { query, first: 100, ...variables });
  expect(errors).toBeUndefined();
  expect(data.search.totalCount).toBeGreaterThanOrEqual(data.search.edges.length);
  return data.search.edges;
}

/** What a query is to find first, as `Type name`; where nothing stands, nothing is found. */
const FIRST_RESULTS: readonly (readonly [query: string, first: string])[] = [
  // Names, and whoever is called just what the query says.
  ['Kim Yo Jong', 'Person Kim Yo Jong'],
  ['kim yo-jong', 'Person Kim Yo Jong'],
  ['Jong Kim Yo', 'Person Kim Yo Jong'],
  ['"Kim Jong Un"', 'Person Kim Jong Un'],
  ['the Chairman', 'Person Kim Jong Un'],
  ['President Trump', 'Person Donald Trump'],
  ['trump', 'Person Donald Trump'],
  ['KCNA', 'Organization Korean Central News Agency'],
  ['kcna', 'Organization Korean Central News Agency'],
  ['news agency', 'Organization Korean Central News Agency'],
  ['White House', 'Organization White House'],
  ['Ministry of Health', 'Organization Ministry of Health of Inkwell'],
  ['Ottoline', 'Person Ottoline Vane'],
  ['vane barnaby', 'Person Barnaby Vane'],
  ['Captain Zagiel', 'Person Łucja Żagiel'],
  ['O’Hara', 'Person Bram O’Hara'],
  ["o'hara", 'Person Bram O’Hara'],
  // Headlines, statements, texts.
  ['letter', 'Article A letter, two missiles and an island'],
  ['two counts', 'Article One island, two counts'],
  ['impartiality', 'Statement “if impartiality'],
  ['greedy intention', 'Statement “if impartiality'],
  ['serious time', 'Statement we are open for helping other countries. … It is a very serious time.'],
  ['wireless', 'Article One island, two counts'],
  ['ferryman', 'Article One island, two counts'],
  // Phrases.
  ['"good example"', 'Statement the letter was “a good example'],
  ['"example good"', ''],
  ['“good example showing”', 'Statement the letter was “a good example'],
  ['"zero cases"', 'Statement it has zero cases'],
  ['"cases zero"', ''],
  ['short-range ferry', 'Statement 1,204 passengers'],
  ['"range ferry"', 'Statement 1,204 passengers'],
  ['"range short"', ''],
  // Prefixes.
  ['epidem*', 'Statement his intent to render cooperation'],
  ['corona*', 'Statistic'],
  ['Otto*', 'Person Ottoline Vane'],
  ['"serious ti*"', ''],
  ['x*', ''],
  // Operators, and words that only look like them.
  ['missiles AND island', 'Article A letter, two missiles and an island'],
  ['impartiality OR zzzz', 'Statement “if impartiality'],
  ['zzzz OR impartiality', 'Statement “if impartiality'],
  ['wireless NOT tavern', ''],
  ['wireless NOT Trump', 'Article One island, two counts'],
  ['letter NOT island', 'Article Official bears out the letter to Kim'],
  ['NOT impartiality', 'Statement “if impartiality'],
  ['impartiality NOT', 'Statement “if impartiality'],
  ['rock and roll', 'Statement Rock AND roll is not on board'],
  ['"rock AND roll"', 'Statement Rock AND roll is not on board'],
  ['tavern wireless impartiality', ''],
  // Case and accents.
  ['ile de brume', 'Article L’Île de Brume rallume ses phares'],
  ['ÎLE DE BRUME', 'Article L’Île de Brume rallume ses phares'],
  ['cafe du port', 'Statement le café du port rouvrira'],
  ['zoe brulart', 'Person Zoë Brûlart'],
  ['Lucja Zagiel', 'Person Łucja Żagiel'],
  ['елкин', 'Person Ёлкин'],
  ['МАЯК ЗАЖГУТ', 'Statement маяк зажгут весной'],
  // Korean, Chinese, Japanese: substrings of two characters or more.
  ['하늘별', 'Person 하늘별'],
  ['안개섬', 'Organization 안개섬 정부'],
  ['등대', 'Article 안개섬, 새 등대를 공개'],
  ['등대가 봄에', 'Statement 등대가 봄에 문을 연다'],
  ['화요일', 'Article 안개섬, 새 등대를 공개'],
  ['요일', 'Article 안개섬, 새 등대를 공개'],
  ['灯塔', 'Article 雾岛政府公布新灯塔'],
  ['春天启用', 'Statement 灯塔将在春天启用'],
  ['天启', 'Statement 灯塔将在春天启用'],
  ['启天', ''],
  ['云青山', 'Person 云青山'],
  ['青山', 'Person 云青山'],
  ['灯台', 'Article 霧島で新しい灯台がひらく'],
  ['カモメ', 'Article 霧島で新しい灯台がひらく'],
  // Figures, in words and in digits.
  ['8961', 'Statistic 8,961'],
  ['8,961', 'Statistic 8,961'],
  ['8,961 infections', 'Statistic 8,961'],
  ['infections South Korea', 'Statistic 8,961'],
  ['deaths 111', 'Statistic 111'],
  ['zero infections', 'Statistic zero'],
  ['0 infections', 'Statistic zero'],
  ['two missiles launched', 'Statistic'],
  ['2 missiles launched', 'Statistic'],
  ['nine deaths', 'Statistic'],
  ['at least 9', 'Statistic at least nine'],
  ['3.5 phares', 'Statistic 3,5 phares'],
  ['twenty-one', 'Statement 1,204 passengers'],
  ['21', 'Statement 1,204 passengers'],
  ['1204', 'Statistic 1,204 passengers'],
  // What has nothing in it to look for.
  ['', ''],
  ['   ', ''],
  ['!!! ??? …', ''],
  ['"', ''],
  ['()*:^-', ''],
];

describe('the first result of a search', () => {
  test.each(FIRST_RESULTS)('for “%s” is “%s”', async (query, expected) => {
    const [first] = await search(query);
    const found = first === undefined ? '' : `${first.node.__typename} ${first.node.name}`;
    expect(found.slice(0, expected.length || undefined)).toBe(expected);
  });
});

describe('the results of a search', () => {
  const QUERIES = ['letter', 'Kim', 'a*', 'the OR 등대 OR 灯塔 OR маяк', 'island NOT Trump'];

  test.each(QUERIES)('for “%s” come once each, in pages of any size, the best first', async (query) => {
    const all = await search(query);
    expect(all.length).toBeGreaterThan(0);
    expect(all.map(({ score }) => score)).toEqual(all.map(({ score }) => score).toSorted((a, b) => b - a));
    for (const size of [1, 2, 3, 4, 5, 6, 7]) {
      const walked: Result[] = [];
      for (let after: string | null = null; ; ) {
        const { data } = await service.ask(SEARCH, { query, first: size, after });
        const { edges, pageInfo, totalCount } = data.search;
        expect(totalCount).toBe(all.length);
        expect(pageInfo.hasPreviousPage).toBe(after !== null);
        expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
        walked.push(...edges);
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(walked).toEqual(all);
    }
  });

  test('are of the types asked for', async () => {
    const results = await search('Kim', { types: ['STATEMENT', 'ARTICLE'] });
    expect(new Set(results.map(({ node }) => node.__typename))).toEqual(new Set(['Article', 'Statement']));
    expect(await search('Kim', { types: [] })).toEqual([]);
  });

  test.each([
    ...new Set(FIRST_RESULTS.map(([query]) => query)),
  ])('for “%s” are highlighted at the words that were looked for', async (query) => {
    const asked = new Set(tokensOf(query).map(({ key }) => key));
    const isAsked = (key: string) => asked.has(key) || [...asked].some((word) => key.startsWith(word));
    for (const { highlights } of await search(query)) {
      for (const { text, ranges } of highlights) {
        expect(text.length).toBeLessThanOrEqual(200);
        expect(ranges.length).toBeGreaterThan(0);
        for (const { start, end } of ranges) {
          const highlighted = tokensOf(text.slice(start, end)).map(({ key }) => key);
          expect(highlighted.length).toBeGreaterThan(0);
          expect(highlighted.filter((key) => !isAsked(key))).toEqual([]);
        }
      }
    }
  });

  test.each([
    ['without a size', '{ search(query: "letter") { totalCount } }', 'first'],
    ['of none', '{ search(query: "letter", first: 0) { totalCount } }', 'first'],
    ['of too many', '{ search(query: "letter", first: 101) { totalCount } }', 'first'],
    ['after what is no cursor', '{ search(query: "letter", first: 1, after: "x") { totalCount } }', 'after'],
  ])('are refused for a page %s', async (_, query, argument) => {
    const { errors } = await service.ask(query);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument });
  });

  test('are refused after a cursor of another query or of other types', async () => {
    const [first] = await search('letter');
    for (const other of [{ query: 'Kim' }, { query: 'letter', types: ['ARTICLE'] }]) {
      const { errors } = await service.ask(SEARCH, { first: 1, after: first?.cursor, ...other });
      expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'after' });
    }
  });
});
