import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { makeId } from '../../src/domain/identity.js';
import type { SpeakerId } from '../../src/domain/speaker.js';
import { MANY_SCRIPTS } from '../support/many-scripts.js';
import {
  FENWRIGHT,
  FORMER_FENWRIGHT,
  GULL,
  HALE,
  MARR,
  OFFICIAL,
  QUILL,
  QUOTED_ARTICLES,
  REEVE,
} from '../support/quoted-articles.js';
import { articleRecord, sourceIn } from '../support/records.js';
import { type RunningService, runService } from '../support/running-service.js';

const CHECK = `query ($text: String!, $speaker: ID) {
  checkQuotation(text: $text, speaker: $speaker) {
    verdict
    matches {
      statement { text speaker { ... on Node { id } } article { text } }
      span { start end text revision { number } }
      similarity
      differences { kind asked found }
    }
  }
}`;

interface Difference {
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  readonly asked: string | null;
  readonly found: string | null;
}

interface Match {
  readonly statement: {
    readonly text: string;
    readonly speaker: { readonly id: string } | null;
    readonly article: { readonly text: string };
  };
  readonly span: { readonly start: number; readonly end: number; readonly text: string };
  readonly similarity: number;
  readonly differences: readonly Difference[];
}

interface Check {
  readonly verdict: string;
  readonly matches: readonly Match[];
}

let service: RunningService;
beforeAll(async () => {
  service = await runService({ records: [...QUOTED_ARTICLES, ...MANY_SCRIPTS] });
});
afterAll(() => service.stop());

async function check(text: string, speaker: string | null = null): Promise<Check> {
  const { data, errors } = await service.ask(CHECK, { text, speaker });
  expect(errors).toBeUndefined();
  const { matches }: Check = data.checkQuotation;
  expect(matches.length).toBeLessThanOrEqual(10);
  for (const { span, statement, similarity } of matches) {
    expect(statement.article.text.slice(span.start, span.end)).toBe(span.text);
    expect(similarity).toBeGreaterThan(0);
    expect(similarity).toBeLessThanOrEqual(1);
  }
  return data.checkQuotation;
}

/** A difference as the tables below write it: `+asked`, `-found`, `found>asked`. */
function written({ kind, asked, found }: Difference): string {
  if (kind === 'ADDED') return `+${asked}`;
  return kind === 'REMOVED' ? `-${found}` : `${found}>${asked}`;
}

const [HARBOUR] = QUOTED_ARTICLES;
const SOURCE = HARBOUR === undefined ? '' : sourceIn(HARBOUR, OFFICIAL).id;
const BRULART = MANY_SCRIPTS.flatMap(({ people }) => people).find(({ name }) => name === 'Zoë Brûlart');
const CLOUD = MANY_SCRIPTS.flatMap(({ people }) => people).find(({ name }) => name === '云青山');

type Case = readonly [
  text: string,
  speaker: SpeakerId | string | null | undefined,
  verdict: string,
  /** The words of the best match in its article. */
  span?: string | undefined,
  /** Where it differs. */
  differences?: readonly string[],
];

const LEVY = 'The harbour levy is an empty promise to every fisherman on this island';

const EXACT: readonly Case[] = [
  [LEVY, FENWRIGHT.id, 'FOUND', LEVY],
  [LEVY, null, 'FOUND', LEVY],
  [LEVY, FORMER_FENWRIGHT, 'FOUND', LEVY],
  [`“${LEVY}.”`, FENWRIGHT.id, 'FOUND', LEVY],
  [LEVY.toUpperCase(), FENWRIGHT.id, 'FOUND', LEVY],
  ['the harbour-levy is—an empty promise, to every fisherman!', FENWRIGHT.id, 'FOUND'],
  ['The hárbour lévy is an émpty promise', FENWRIGHT.id, 'FOUND', 'The harbour levy is an empty promise'],
  ['an empty promise to every fisherman', FENWRIGHT.id, 'FOUND', 'an empty promise to every fisherman'],
  ['empty promise', FENWRIGHT.id, 'FOUND', 'empty promise'],
  ['promise', FENWRIGHT.id, 'FOUND', 'promise'],
  ["we can't pay twenty-one crowns a crate", FENWRIGHT.id, 'FOUND', 'We can’t pay twenty-one crowns a crate'],
  ['We can’t pay 21 crowns a crate', FENWRIGHT.id, 'FOUND', 'We can’t pay twenty-one crowns a crate'],
  // What stands between the parts of a statement (“she added”) is not the speaker’s.
  [
    'crowns a crate and we will not pretend',
    FENWRIGHT.id,
    'FOUND',
    'crowns a crate,” she added, “and we will not pretend',
  ],
  ['crowns a crate … and we will not pretend', FENWRIGHT.id, 'FOUND'],
  ['… an empty promise to every fisherman …', FENWRIGHT.id, 'FOUND', 'an empty promise to every fisherman'],
  ['idle since 8961 crates went missing', SOURCE, 'FOUND', 'idle since 8,961 crates went missing'],
  ['Nobody asked the night crews', null, 'FOUND', 'Nobody asked the night crews'],
  ['expressed his firm intent to rebuild', MARR.id, 'FOUND', 'expressed his firm intent to rebuild'],
  ['Le cafe du port rouvrira', BRULART?.id, 'FOUND', 'le café du port rouvrira'],
  ['灯塔将在春天启用', CLOUD?.id, 'FOUND', '灯塔将在春天启用'],
  ['灯塔', CLOUD?.id, 'FOUND', '灯塔'],
];

const ALTERED: readonly Case[] = [
  [
    'The harbour levy is an empty promise to every single fisherman on this island',
    FENWRIGHT.id,
    'FOUND_ALTERED',
    LEVY,
    ['+single'],
  ],
  ['The levy is an empty promise to every fisherman', FENWRIGHT.id, 'FOUND_ALTERED', undefined, ['-harbour']],
  [
    'The harbour tax is an empty promise to every sailor',
    null,
    'FOUND_ALTERED',
    undefined,
    ['levy>tax', 'fisherman>sailor'],
  ],
  [
    'We cannot pay twenty-one crowns a crate',
    FENWRIGHT.id,
    'FOUND_ALTERED',
    'We can’t pay twenty-one crowns a crate',
    ['can’t>cannot'],
  ],
  ['We can’t pay 22 crowns a crate', FENWRIGHT.id, 'FOUND_ALTERED', undefined, ['twenty-one>22']],
  ['and we will pretend that we can', FENWRIGHT.id, 'FOUND_ALTERED', undefined, ['-not']],
  // Left out between: an ellipsis says so, and what it stands for is shown.
  [
    'The harbour levy is an empty promise … on this island',
    FENWRIGHT.id,
    'FOUND_ALTERED',
    LEVY,
    ['-to', '-every', '-fisherman'],
  ],
  ['The harbour levy ... on this island', FENWRIGHT.id, 'FOUND_ALTERED', LEVY],
  ['The harbour levy is […] on this island', FENWRIGHT.id, 'FOUND_ALTERED', LEVY],
  ['We can’t pay twenty-one crowns … that we can', FENWRIGHT.id, 'FOUND_ALTERED'],
  // Put in by whoever quotes.
  [
    'The harbour levy is an empty promise to every fisherman on [Gull Rock]',
    FENWRIGHT.id,
    'FOUND_ALTERED',
    LEVY,
    ['this>Gull', 'island>Rock'],
  ],
  ['[Islanders] can’t pay twenty-one crowns a crate', FENWRIGHT.id, 'FOUND_ALTERED', undefined, ['We>Islanders']],
  ['[The crews] can’t pay twenty-one crowns', FENWRIGHT.id, 'FOUND_ALTERED', undefined, ['+The', 'We>crews']],
  // The reporter’s words between two parts of a quotation are none of the speaker’s.
  ['a crate she added and we will not pretend', FENWRIGHT.id, 'FOUND_ALTERED', undefined, ['+she', '+added']],
  ['The cranes were idle since 8,961 crates went missing', SOURCE, 'FOUND_ALTERED', undefined, ['-have', 'been>were']],
  // Brackets around most of it say nothing.
  ['[The harbour levy is an empty] nothing', FENWRIGHT.id, 'FOUND_ALTERED', undefined, ['promise>nothing']],
  ['the levy a bold and late step', HALE.id, 'FOUND_ALTERED', 'a bold and late step', ['+the', '+levy']],
  ['灯塔将在秋天启用', CLOUD?.id, 'FOUND_ALTERED', '灯塔将在春天启用', ['春>秋']],
];

const OTHERS: readonly Case[] = [
  [LEVY, HALE.id, 'FOUND_FROM_ANOTHER_SPEAKER', LEVY],
  [
    'The harbour tax is an empty promise to every fisherman',
    HALE.id,
    'FOUND_FROM_ANOTHER_SPEAKER',
    undefined,
    ['levy>tax'],
  ],
  ['a bold and late step', FENWRIGHT.id, 'FOUND_FROM_ANOTHER_SPEAKER', 'a bold and late step'],
  ['The cranes have been idle', GULL.id, 'FOUND_FROM_ANOTHER_SPEAKER', 'The cranes have been idle'],
  // The agency carries the minister’s words; they are not its own.
  ['expressed his firm intent to rebuild the old mole', GULL.id, 'FOUND_FROM_ANOTHER_SPEAKER'],
  ['the council would vote on the budget', QUILL.id, 'FOUND_FROM_ANOTHER_SPEAKER'],
];

const SECOND_HAND: readonly Case[] = [
  ['the council would vote on the budget before the end of May', HALE.id, 'FOUND_SECOND_HAND'],
  ['the council would vote on the budget', null, 'FOUND_SECOND_HAND'],
  [
    'the council will vote on the budget before the end of May',
    HALE.id,
    'FOUND_SECOND_HAND',
    undefined,
    ['would>will'],
  ],
  // Partly in the reporter’s words.
  ['the levy a bold', HALE.id, 'FOUND_SECOND_HAND', 'the levy “a bold'],
  // The minister is quoted on the letter; nobody quotes the letter.
  ['his firm intent to rebuild the old mole', REEVE.id, 'FOUND_SECOND_HAND', 'his firm intent to rebuild the old mole'],
  ['the harbour levy was an empty promise to every fisherman', QUILL.id, 'FOUND_SECOND_HAND'],
];

const NOT_FOUND: readonly Case[] = [
  ['The lighthouse keeper sang all night to the seals', null, 'NOT_FOUND'],
  ['The harbour levy will feed every hungry child in town', FENWRIGHT.id, 'NOT_FOUND'],
  // Three words are found as they are, or not at all.
  ['an empty promises', FENWRIGHT.id, 'NOT_FOUND'],
  ['empty … fisherman', FENWRIGHT.id, 'NOT_FOUND'],
  ['fisherman every to promise empty an is levy harbour The', FENWRIGHT.id, 'NOT_FOUND'],
  ['empti promise', FENWRIGHT.id, 'NOT_FOUND'],
  ['We cant', FENWRIGHT.id, 'NOT_FOUND'],
  // One ellipsis for each word would be found anywhere.
  ['the … levy … an … to … on', FENWRIGHT.id, 'NOT_FOUND'],
  // Rejected, gone, and in a retracted article.
  ['The sea does not wait for committees', MARR.id, 'NOT_FOUND'],
  ['The tide will settle the argument for us', null, 'NOT_FOUND'],
  ['The fog horn was sold to the mainland without a single bid', QUILL.id, 'NOT_FOUND'],
];

/** One of many articles in which somebody is quoted with the same words, of the day with this number. */
function echo(day: number) {
  const words = 'The tide will not ask anybody for leave';
  return articleRecord({
    title: `Day ${day}`,
    text: `Day ${day}. Barnabas Quill said: “${words}.”`,
    publishedAt: new Date(Date.UTC(2031, 5, 1 + day)),
    people: [QUILL],
    statements: [{ content: words, speaker: QUILL, quotations: [{ words }] }],
  });
}

describe('checking a quotation', () => {
  describe.each([
    ['word for word', EXACT],
    ['altered', ALTERED],
    ['of somebody else', OTHERS],
    ['second hand', SECOND_HAND],
    ['not on record', NOT_FOUND],
  ] as const)('%s', (_, cases) => {
    test.each(cases.map((each) => [...each]))('“%s” of %s is %s', async (text, speaker, verdict, span, differences) => {
      const found = await check(String(text), speaker === null ? null : String(speaker));
      expect(found.verdict).toBe(verdict);
      const [best] = found.matches;
      if (verdict === 'NOT_FOUND') expect(found.matches).toEqual([]);
      else expect(best).toBeDefined();
      if (span !== undefined) expect(best?.span.text).toBe(span);
      if (differences !== undefined) expect(best?.differences.map(written)).toEqual(differences);
      if (verdict === 'FOUND') expect(best).toMatchObject({ similarity: 1, differences: [] });
      if (verdict === 'FOUND_ALTERED') expect(best?.differences).not.toEqual([]);
    });
  });

  test('gives every article that has the words, and each statement once', async () => {
    const { matches } = await check(LEVY);
    expect(matches.map(({ statement }) => statement.article.text.slice(0, 12))).toEqual([
      'Odalys Fenwr',
      '“The harbour',
    ]);
  });

  test('says nothing about who spoke where the article does not: what has the words is shown all the same', async () => {
    const { verdict, matches } = await check('Nobody asked the night crews', FENWRIGHT.id);
    expect(verdict).toBe('NOT_FOUND');
    expect(matches).toMatchObject([{ statement: { speaker: null }, similarity: 1 }]);
  });

  test('measures how similar the words are', async () => {
    const similarity = async (text: string) => (await check(text, FENWRIGHT.id)).matches[0]?.similarity;
    expect(await similarity('The harbour tax is an empty promise to every sailor')).toBeCloseTo(1 - 2 / 10);
    expect(await similarity('The levy is an empty promise to every fisherman')).toBeCloseTo(1 - 1 / 10);
    expect(await similarity('The harbour levy … on this island')).toBe(1);
  });

  test('gives ten matches at most', async () => {
    const busy = await runService({ records: Array.from({ length: 14 }, (_, day) => echo(day)) });
    onTestFinished(() => busy.stop());
    const { data } = await busy.ask(CHECK, { text: 'The tide will not ask anybody for leave' });
    const { verdict, matches }: Check = data.checkQuotation;
    expect(verdict).toBe('FOUND');
    expect(matches.map(({ statement }) => statement.article.text.slice(0, 6))).toEqual(
      Array.from({ length: 10 }, (_, day) => `Day ${day}.`.slice(0, 6)),
    );
  });

  test.each([
    ['is empty', ''],
    ['has no word in it', ' “…” — [] !?'],
    ['is too long', 'word '.repeat(401)],
  ])('refuses a text that %s', async (_, text) => {
    const { data, errors } = await service.ask(CHECK, { text });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'text' } }]);
  });

  test.each([
    ['is no id', 'nonsense', /not an id/],
    ['is of another type', makeId('Article', 'nothing'), /a Person or an Organization or an UnnamedSource/],
    ['nobody has', makeId('Person', 'nobody'), /Nobody in this store/],
  ])('refuses a speaker whose id %s', async (_, speaker, message) => {
    const { data, errors } = await service.ask(CHECK, { text: LEVY, speaker });
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT', argument: 'speaker' } },
    ]);
  });

  test.each([
    ['one word over and over', 'the '.repeat(500)],
    ['one letter over and over', 'a'.repeat(2000)],
    ['letters alone', 'a b c d '.repeat(250)],
    ['brackets that do not close', '[a '.repeat(660)],
    ['brackets in one another', `${'['.repeat(990)} a ${']'.repeat(990)}`],
    ['ellipses alone', `${'the … '.repeat(330)}`],
    ['dots and spaces', `a${'. '.repeat(990)}b`],
    ['half characters', 'a\ud800 \udc00'.repeat(500)],
    ['accents alone on one letter', `a${'\u0301'.repeat(1990)}`],
    ['a script without spaces', '灯塔将启用'.repeat(400)],
    ['what means something to SQLite', `" OR 1 NEAR(* ^body : ') -- ${'"'.repeat(900)}`],
  ])('answers within a second to %s', async (_, text) => {
    const began = performance.now();
    for (const speaker of [null, FENWRIGHT.id]) await check(text, speaker);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test('answers from a fixed number of SQL statements', async () => {
    const sql: string[] = [];
    const watched = await runService({ records: QUOTED_ARTICLES, observer: (statement) => sql.push(statement) });
    onTestFinished(() => watched.stop());
    for (const [text, , verdict] of [...EXACT, ...ALTERED, ...NOT_FOUND]) {
      sql.length = 0;
      await watched.ask(CHECK, { text, speaker: FENWRIGHT.id });
      expect(sql.length, `${verdict}: ${text}`).toBeLessThanOrEqual(24);
    }
  });
});
