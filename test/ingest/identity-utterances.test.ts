import { describe, expect, test } from 'vitest';
import { Ingest } from '../../src/ingest/ingest-article.js';
import { MemoryRepository } from '../../src/repository/memory/memory-repository.js';
import { whole } from '../contract/pages.js';
import { INLINE } from '../support/inline-extractor.js';

/*
 * When what two articles report is one act of speech. Each article is a day of May 2021 (a Saturday is its first) and its
 * text; the first thing that is said in either is compared: ONE utterance, the later REPEATS the earlier, or two that have
 * nothing to do with each OTHER.
 */

type Report = readonly [day: number, text: string];
type Outcome = 'ONE' | 'REPEATS' | 'OTHER';

const WORDS = '“The pier is not safe and will stay closed,”';
const GULL = 'Harbour Master Ada Gull';

const CASES: readonly (readonly [what: string, outcome: Outcome, first: Report, second: Report])[] = [
  // The same words of the same speaker, ...
  ['on the same day', 'ONE', [3, `${WORDS} ${GULL} said.`], [3, `${WORDS} Ada Gull said.`]],
  ['on days beside each other', 'ONE', [3, `${WORDS} ${GULL} said.`], [4, `${WORDS} ${GULL} said. Rain fell.`]],
  ['three days apart', 'ONE', [3, `${WORDS} ${GULL} said.`], [6, `${WORDS} ${GULL} said. Rain fell.`]],
  ['four days apart', 'REPEATS', [3, `${WORDS} ${GULL} said.`], [7, `${WORDS} ${GULL} said. Rain fell.`]],
  ['weeks apart', 'REPEATS', [3, `${WORDS} ${GULL} said.`], [24, `${WORDS} ${GULL} said. Rain fell.`]],
  ['where the later one came first', 'OTHER', [24, `${WORDS} ${GULL} said.`], [3, `${WORDS} ${GULL} said. Rain fell.`]],
  // ... with the day on which they were said, ...
  [
    'that both put on one day, weeks apart',
    'ONE',
    [4, `${WORDS} ${GULL} said on Monday.`],
    [18, `${WORDS} ${GULL} said on May 3.`],
  ],
  [
    'that are put on different days',
    'REPEATS',
    [4, `${WORDS} ${GULL} said on Monday.`],
    [5, `${WORDS} ${GULL} said on Tuesday.`],
  ],
  [
    'a week later on the same weekday',
    'REPEATS',
    [4, `${WORDS} ${GULL} said on Monday.`],
    [11, `${WORDS} ${GULL} said on Monday. Rain fell.`],
  ],
  ['of which one has a day', 'ONE', [4, `${WORDS} ${GULL} said on Monday.`], [5, `${WORDS} ${GULL} said.`]],
  // ... in a medium.
  [
    'in an interview and in a letter',
    'REPEATS',
    [3, `${WORDS} ${GULL} said in an interview.`],
    [4, `${WORDS} ${GULL} wrote in a letter.`],
  ],
  [
    'in an interview, twice',
    'ONE',
    [3, `${WORDS} ${GULL} said in an interview.`],
    [4, `${WORDS} ${GULL} said in an interview.`],
  ],
  [
    'in an interview, and without a medium',
    'ONE',
    [3, `${WORDS} ${GULL} said in an interview.`],
    [4, `${WORDS} ${GULL} said.`],
  ],
  // Marks, case and the word order around them make no difference, ...
  [
    'with straight marks',
    'ONE',
    [3, `${WORDS} ${GULL} said.`],
    [3, `"The pier is not safe and will stay closed," ${GULL} said.`],
  ],
  [
    'with the speaker before them',
    'ONE',
    [3, `${WORDS} ${GULL} said.`],
    [3, `${GULL} said, “The pier is not safe and will stay closed.”`],
  ],
  [
    'told indirectly, in the same words',
    'ONE',
    [3, `${GULL} said the pier is not safe and will stay closed.`],
    [3, `${GULL} told reporters that the pier is not safe and will stay closed.`],
  ],
  // ... other words do.
  [
    'with one word more',
    'OTHER',
    [3, `${WORDS} ${GULL} said.`],
    [3, `“The pier is not safe and will stay closed today,” ${GULL} said.`],
  ],
  [
    'with another word',
    'OTHER',
    [3, `${WORDS} ${GULL} said.`],
    [3, `“The pier is not sound and will stay closed,” ${GULL} said.`],
  ],
  [
    'without “not”',
    'OTHER',
    [3, `${WORDS} ${GULL} said.`],
    [3, `“The pier is safe and will stay closed,” ${GULL} said.`],
  ],
  // So do other speakers, and whoever has no name.
  ['of somebody else', 'OTHER', [3, `${WORDS} ${GULL} said.`], [3, `${WORDS} Mayor Oskar Malk said.`]],
  [
    'of a namesake who is somebody else',
    'OTHER',
    [3, `${WORDS} Mayor Ada Gull said.`],
    [3, `${WORDS} Ada Gull, a professor, said.`],
  ],
  [
    'of sources without a name',
    'OTHER',
    [3, `${WORDS} an official said.`],
    [3, `${WORDS} an official said on a ship.`],
  ],
  ['of a surname that is nobody’s', 'OTHER', [3, `${WORDS} Gull said.`], [3, `${WORDS} Gull said to reporters.`]],
  ['of an organization', 'ONE', [3, `${WORDS} the Harbour Office said.`], [4, `${WORDS} the Harbour Office said.`]],
  // The whole text in another outlet is one utterance, whoever says it.
  [
    'in a text that another outlet has word for word',
    'ONE',
    [3, `${WORDS} an official said.`],
    [3, `${WORDS} an official said.`],
  ],
];

/** What the first statements of two articles, which are stored in this order, are to each other. */
async function outcomeOf(reports: readonly Report[]): Promise<Outcome> {
  const store = new MemoryRepository();
  const ingest = new Ingest(store, INLINE);
  const statements = [];
  for (const [index, [day, text]] of reports.entries()) {
    const { articleId } = await ingest.article(
      {
        ...{ title: 'A story', text, publisher: `Outlet ${index}`, url: null, bylines: [], topics: [], language: 'en' },
        ...{ publishedAt: new Date(Date.UTC(2021, 4, day, 12)), publishedPrecision: 'TIME' },
      },
      'desk',
    );
    const [page] = await store.statements.pages('article', [articleId], whole('POSITION_ASC'));
    statements.push(page?.rows[0]?.node);
  }
  const [first, second] = statements;
  if (first === undefined || second === undefined) throw new Error('Nobody says anything.');
  const [relations] = await store.relations.pages('from', [second.id], whole('RECORDED_ASC'));
  if (first.utteranceId === second.utteranceId) return 'ONE';
  const repeats = relations?.rows.some(({ node: { kind, toId } }) => kind === 'REPEATS' && toId === first.id);
  return repeats ? 'REPEATS' : 'OTHER';
}

describe('the words that two articles report', () => {
  test.each(CASES)('%s are %s', async (_, outcome, ...reports) => {
    expect(await outcomeOf(reports)).toBe(outcome);
  });

  test('are one utterance of all who report it, and a repetition is of the first', async () => {
    const store = new MemoryRepository();
    const ingest = new Ingest(store, INLINE);
    const statements = [];
    for (const [index, day] of [3, 4, 20, 28].entries()) {
      const { articleId } = await ingest.article(
        {
          ...{ title: 'A story', text: `${WORDS} ${GULL} said, as outlet ${index} reports.`, url: null },
          ...{ publisher: `Outlet ${index}`, bylines: [], topics: [], language: 'en' },
          ...{ publishedAt: new Date(Date.UTC(2021, 4, day, 12)), publishedPrecision: 'TIME' },
        },
        'desk',
      );
      const [page] = await store.statements.pages('article', [articleId], whole('POSITION_ASC'));
      statements.push(page?.rows.map(({ node }) => node).find(({ text }) => text.includes('not safe')));
    }
    const [first, second, third, fourth] = statements;
    expect(second?.utteranceId).toBe(first?.utteranceId);
    expect(new Set([first, third, fourth].map((statement) => statement?.utteranceId)).size).toBe(3);
    const pages = await store.relations.pages('from', [third?.id ?? '', fourth?.id ?? ''], whole('RECORDED_ASC'));
    for (const { rows } of pages) {
      expect(rows.map(({ node: { kind, toId } }) => [kind, toId])).toEqual([['REPEATS', first?.id]]);
    }
  });
});
