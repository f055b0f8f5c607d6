import type { ArticleRecord } from '../../src/domain/record.js';
import { personId } from '../../src/domain/speaker.js';
import { organization, person } from './entities.js';
import { articleRecord } from './records.js';

/*
 * Articles from an island that does not exist, in which people are quoted in every way that a check of a quotation has to
 * tell apart.
 */

/** Fenwright was once taken for two people. */
export const FORMER_FENWRIGHT = personId('Odalys Fenwright', 'the mayor');
export const FENWRIGHT = person('Odalys Fenwright', { formerIds: [FORMER_FENWRIGHT] });
export const HALE = person('Corwin Hale');
export const MARR = person('Ysolde Marr');
export const REEVE = person('Tobin Reeve');
export const QUILL = person('Barnabas Quill');
export const GULL = organization('Gull News Agency', { organizationKind: 'NEWS_AGENCY' });
export const OFFICIAL = 'a harbour official';

const LEVY = 'The harbour levy is an empty promise to every fisherman on this island';
const PAY = 'We can’t pay twenty-one crowns a crate';
const PRETEND = 'and we will not pretend that we can';
const CRANES = 'The cranes have been idle since 8,961 crates went missing in the spring';
const MOLE = 'expressed his firm intent to rebuild the old mole';
const LETTER = `the letter from Tobin Reeve “${MOLE}”`;
const HEARD = 'Nobody asked the night crews before the whistle went';
const COUNCIL = 'the council would vote on the budget before the end of May';
const SEA = 'The sea does not wait for committees to agree on a date';

export const QUOTED_ARTICLES: readonly ArticleRecord[] = [
  articleRecord({
    title: 'Mayor calls harbour levy an empty promise',
    text: `Odalys Fenwright spoke on Monday. “${LEVY},” the mayor said. “${PAY},” she added, “${PRETEND}.” Corwin Hale called the levy “a bold and late step”. Hale said ${COUNCIL}. “${CRANES},” ${OFFICIAL} said. “${HEARD},” somebody shouted.`,
    publishedAt: new Date('2031-03-01T08:00:00Z'),
    people: [FENWRIGHT, HALE],
    statements: [
      { content: LEVY, speaker: FENWRIGHT, quotations: [{ words: LEVY }] },
      { content: [PAY, PRETEND], speaker: FENWRIGHT, quotations: [{ words: PAY }, { words: PRETEND }] },
      {
        content: 'the levy “a bold and late step”',
        speaker: HALE,
        quotations: [{ words: 'a bold and late step' }],
      },
      { content: COUNCIL, speaker: HALE },
      { content: CRANES, speaker: OFFICIAL, quotations: [{ words: CRANES }] },
      { content: HEARD, speaker: null, quotations: [{ words: HEARD }] },
    ],
  }),
  articleRecord({
    title: 'Letter on the old mole',
    text: `In a statement carried by the Gull News Agency, Ysolde Marr said ${LETTER}.`,
    publishedAt: new Date('2031-03-02T08:00:00Z'),
    people: [MARR, REEVE],
    organizations: [GULL],
    statements: [
      {
        key: 'agency',
        content: `Ysolde Marr said ${LETTER}`,
        speaker: GULL,
        quotations: [{ words: MOLE, wordsOf: 'minister' }],
      },
      {
        key: 'minister',
        parent: 'agency',
        content: LETTER,
        speaker: MARR,
        quotations: [{ words: MOLE, wordsOf: 'minister' }],
      },
      {
        key: 'letter',
        parent: 'minister',
        content: 'his firm intent to rebuild the old mole',
        speaker: REEVE,
        quotations: [{ words: MOLE, wordsOf: 'minister' }],
      },
    ],
  }),
  articleRecord({
    title: 'Harbour levy: the mayor again',
    text: `“${LEVY},” Odalys Fenwright had said. Barnabas Quill said that the harbour levy was an empty promise to every fisherman.`,
    publishedAt: new Date('2031-03-03T08:00:00Z'),
    people: [FENWRIGHT, QUILL],
    statements: [
      { content: LEVY, speaker: FENWRIGHT, quotations: [{ words: LEVY }] },
      { content: 'the harbour levy was an empty promise to every fisherman', speaker: QUILL },
    ],
  }),
  articleRecord({
    title: 'Committee rejected',
    text: `“${SEA},” Ysolde Marr said. “The tide will settle the argument for us,” she said. Barnabas Quill said: “A lighthouse is no place for an argument about money.”`,
    publishedAt: new Date('2031-03-04T08:00:00Z'),
    people: [MARR, QUILL],
    statements: [
      { content: SEA, speaker: MARR, quotations: [{ words: SEA }], provenance: { review: 'REJECTED' } },
      {
        content: 'The tide will settle the argument for us',
        speaker: MARR,
        quotations: [{ words: 'The tide will settle the argument for us' }],
        standing: 'GONE',
      },
      {
        content: 'A lighthouse is no place for an argument about money',
        speaker: QUILL,
        quotations: [{ words: 'A lighthouse is no place for an argument about money' }],
      },
    ],
  }),
  articleRecord({
    title: 'Withdrawn',
    text: 'Barnabas Quill said: “The fog horn was sold to the mainland without a single bid.”',
    publishedAt: new Date('2031-03-05T08:00:00Z'),
    people: [QUILL],
    retraction: { at: new Date('2031-03-06T08:00:00Z'), reason: 'Invented.' },
    statements: [
      {
        content: 'The fog horn was sold to the mainland without a single bid.',
        speaker: QUILL,
        quotations: [{ words: 'The fog horn was sold to the mainland without a single bid.' }],
      },
    ],
  }),
];
