import { describe, expect, it } from 'vitest';
import { articleId, revisionId, textHashOf } from '../../src/domain/article.js';
import { resolvedDate } from '../../src/domain/dates.js';
import { InvariantError } from '../../src/domain/errors.js';
import { type AnyId, makeId } from '../../src/domain/identity.js';
import { checkRecord, violationsOf } from '../../src/domain/invariants.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import { spanAt, type TextSpan } from '../../src/domain/span.js';
import { unnamedSourceId } from '../../src/domain/speaker.js';
import type { Reference, Statement } from '../../src/domain/statement.js';
import type { Statistic } from '../../src/domain/statistic.js';
import { metric, organization, person, publisher } from '../support/entities.js';
import { articleRecord, find } from '../support/records.js';

const TEXT = [
  'The council of Examplia confirmed that Ada Example said the tide “rose by 3 metres” on Monday 🎲.',
  'A sailor counted 14 boats.',
  '“We are safe,” Example said, “for now.”',
].join(' ');

const ADA = person('Ada Example');
const IDA = person('Ida Example');
const COUNCIL = organization('Council of Examplia');
const OUTLET = publisher('The Made-up Messenger');
const REVISION_ID = revisionId(articleId(OUTLET.id, null, TEXT), 1);

function words(quote: string): TextSpan {
  const { start, end } = find(TEXT, quote);
  return spanAt({ id: REVISION_ID, text: TEXT }, start, end);
}

const MONDAY = resolvedDate('2031-05-05', '2031-05-05', 'DAY', words('Monday'));

/** A chain of two statements, one of an unnamed source and one whose speaker stays open; two figures; one relation. */
const RECORD = articleRecord({
  title: 'High tide in Examplia',
  text: TEXT,
  publisher: OUTLET,
  people: [ADA, IDA],
  organizations: [COUNCIL],
  metrics: [metric('boats at sea', 'boats'), metric('sea level', 'metres')],
  roles: [{ person: ADA, title: 'harbour master', organization: COUNCIL, evidence: ['Ada Example said'] }],
  relationships: [{ person: ADA, kind: 'SIBLING', other: IDA, evidence: ['Example said,'] }],
  statements: [
    {
      key: 'report',
      content: 'Ada Example said the tide “rose by 3 metres” on Monday',
      speaker: COUNCIL,
      speakerWords: 'The council of Examplia',
      cue: 'confirmed',
      quotations: [{ words: 'rose by 3 metres', wordsOf: 'tide' }],
    },
    {
      key: 'tide',
      content: 'the tide “rose by 3 metres” on Monday',
      speaker: ADA,
      speakerWords: 'Ada Example',
      cue: 'said',
      said: MONDAY,
      parent: 'report',
      quotations: [{ words: 'rose by 3 metres', wordsOf: 'tide' }],
      about: [{ subject: COUNCIL, words: ['Examplia'] }],
    },
    { key: 'boats', content: '14 boats', speaker: 'A sailor', speakerWords: 'A sailor', cue: 'counted' },
    {
      key: 'safe',
      content: ['We are safe', 'for now'],
      candidates: [ADA, IDA],
      quotations: [{ words: 'We are safe' }, { words: 'for now' }],
    },
  ],
  statistics: [
    { metric: metric('boats at sea', 'boats'), value: 14, words: '14', claimedBy: 'A sailor', statement: 'boats' },
    {
      metric: metric('sea level', 'metres'),
      value: 3,
      words: '3 metres',
      measure: 'CHANGE',
      change: 'UP',
      asOf: MONDAY,
      claimedBy: ADA,
      statement: 'tide',
    },
  ],
  relations: [{ kind: 'CONFIRMS', from: 'report', to: 'tide', words: 'confirmed' }],
  unresolved: [{ candidates: [ADA, IDA], words: ['Example said,'] }],
});

const ids = (records: readonly { readonly id: AnyId }[]) => records.map(({ id }) => id);
const ARTICLE = RECORD.article.id;
const [REPORT, TIDE, BOATS, SAFE] = ids(RECORD.statements);
const [COUNT, RISE] = ids(RECORD.statistics);
const [CONFIRMATION] = ids(RECORD.relations);

const ELSEWHERE = makeId('Article', 'elsewhere');
const OTHER_REVISION = revisionId(ELSEWHERE, 1);
const OTHER_STATEMENT = makeId('Statement', ELSEWHERE, 'something else');
const OTHER_SOURCE = unnamedSourceId(ELSEWHERE, 'a sailor', 0);
const ARTICLE_SPAN = words('Ada Example');
const OTHER_SPAN = { ...ARTICLE_SPAN, revisionId: OTHER_REVISION };

/** The record with other values in one of its entries. */
function inOne<List extends 'statements' | 'statistics' | 'relations' | 'unnamedSources' | 'appearances'>(
  list: List,
  index: number,
  given: Partial<ArticleRecord[List][number]>,
): ArticleRecord {
  return { ...RECORD, [list]: RECORD[list].map((entry, at) => (at === index ? { ...entry, ...given } : entry)) };
}

const report = (given: Partial<Statement>) => inOne('statements', 0, given);
const tide = (given: Partial<Statement>) => inOne('statements', 1, given);
const boats = (given: Partial<Statement>) => inOne('statements', 2, given);
const safe = (given: Partial<Statement>) => inOne('statements', 3, given);
const count = (given: Partial<Statistic>) => inOne('statistics', 0, given);
const rise = (given: Partial<Statistic>) => inOne('statistics', 1, given);
const inArticle = (given: Partial<ArticleRecord['article']>) => ({
  ...RECORD,
  article: { ...RECORD.article, ...given },
});
const inRevision = (given: Partial<ArticleRecord['revision']>) => {
  return { ...RECORD, revision: { ...RECORD.revision, ...given } };
};
const twice = (list: 'statements' | 'statistics' | 'relations' | 'unnamedSources') => {
  return { ...RECORD, [list]: [...RECORD[list], ...RECORD[list].slice(0, 1)] };
};
const unresolved = (given: Partial<Reference>) => {
  return { ...RECORD, unresolved: RECORD.unresolved.map((reference) => ({ ...reference, ...given })) };
};
const textOf = (text: string) => inRevision({ text, textHash: textHashOf(text) });

const OF_REPORT = '(Statement “Ada Example said the tide “rose by 3 metres” on Monday”.)';
const OF_TIDE = '(Statement “the tide “rose by 3 metres” on Monday”.)';
const OF_BOATS = '(Statement “14 boats”.)';
const OF_SAFE = '(Statement “We are safe … for now”.)';
const OF_COUNT = '(Figure “14”.)';
const OF_RISE = '(Figure “3 metres”.)';

type Row = readonly [what: string, record: ArticleRecord, id: string | undefined, message: string];

const OF_THE_ARTICLE: readonly Row[] = [
  ['has no title', inArticle({ title: ' \n' }), ARTICLE, 'An article needs a title.'],
  [
    'has no text',
    {
      ...textOf(' \n'),
      ...{
        statements: [],
        statistics: [],
        relations: [],
        unresolved: [],
        appearances: [],
        roles: [],
        relationships: [],
      },
    },
    ARTICLE,
    'An article needs a text.',
  ],
  [
    'has half of a character in its text',
    textOf(`${TEXT} \ud83c`),
    ARTICLE,
    `“${TEXT.slice(0, 59)}…” contains half of a surrogate pair, which cannot be stored.`,
  ],
  [
    'has half of a character in a name',
    { ...RECORD, people: [person('Ada \udfb2 Example'), ...RECORD.people] },
    ARTICLE,
    '“Ada � Example” contains half of a surrogate pair, which cannot be stored.',
  ],
  [
    'lists somebody twice',
    { ...RECORD, appearances: [...RECORD.appearances, ...RECORD.appearances.slice(0, 1)] },
    ARTICLE,
    'Somebody or something appears twice; all mentions belong to one appearance.',
  ],
  [
    'is by another publisher',
    { ...RECORD, publisher: publisher('The Invented Gazette') },
    ARTICLE,
    `The article is by the publisher ${OUTLET.id}, but comes with ${publisher('The Invented Gazette').id}.`,
  ],
  [
    'comes with the revision of another article',
    inRevision({ articleId: ELSEWHERE }),
    ARTICLE,
    'The revision does not belong to the article.',
  ],
  [
    'has another revision for its current one',
    inArticle({ currentRevisionId: OTHER_REVISION }),
    ARTICLE,
    'The revision does not belong to the article.',
  ],
  [
    'has a text that was changed behind its hash',
    inRevision({ text: `${TEXT} And more.` }),
    ARTICLE,
    'The text is not the one its hash was made of.',
  ],
  [
    'lists an appearance in another article',
    inOne('appearances', 0, { articleId: ELSEWHERE }),
    ARTICLE,
    'An appearance belongs to another article.',
  ],
  [
    'lists a resolved name among the unresolved',
    unresolved({ status: 'RESOLVED', subjectId: ADA.id, candidateIds: [] }),
    ARTICLE,
    'A resolved name cannot stand among the unresolved.',
  ],
  [
    'chooses between the candidates for a name that it leaves open',
    unresolved({ subjectId: ADA.id }),
    ARTICLE,
    'A reference that is AMBIGUOUS has two candidates or more and none chosen.',
  ],
  [
    'has one candidate for a name that it leaves open',
    unresolved({ candidateIds: [ADA.id] }),
    ARTICLE,
    'A reference that is AMBIGUOUS has two candidates or more and none chosen.',
  ],
  [
    'has the same candidate twice for a name that it leaves open',
    unresolved({ candidateIds: [ADA.id, ADA.id] }),
    ARTICLE,
    'A reference that is AMBIGUOUS has two candidates or more and none chosen.',
  ],
  [
    'has candidates for a name that nobody is known for',
    unresolved({ status: 'UNKNOWN' }),
    ARTICLE,
    'A reference that is UNKNOWN has neither a subject nor candidates.',
  ],
  [
    'says who a name is that nobody is known for',
    unresolved({ status: 'UNKNOWN', subjectId: ADA.id, candidateIds: [] }),
    ARTICLE,
    'A reference that is UNKNOWN has neither a subject nor candidates.',
  ],
  ['has an unnamed source twice', twice('unnamedSources'), ARTICLE, 'Two unnamed sources have one id.'],
  [
    'has an unnamed source of another article',
    inOne('unnamedSources', 0, { articleId: ELSEWHERE }),
    RECORD.unnamedSources[0]?.id,
    'An unnamed source belongs to the one article that speaks of it.',
  ],
];

const OF_A_STATEMENT: readonly Row[] = [
  ['comes twice', twice('statements'), ARTICLE, 'Two statements have one id.'],
  [
    'is of another article',
    boats({ articleId: ELSEWHERE }),
    BOATS,
    `A statement belongs to its article and revision. ${OF_BOATS}`,
  ],
  [
    'is of another revision',
    boats({ revisionId: OTHER_REVISION }),
    BOATS,
    `A statement belongs to its article and revision. ${OF_BOATS}`,
  ],
  ['has no content', boats({ spans: [], text: '' }), BOATS, 'A statement needs a content span. (Statement “”.)'],
  [
    'has its content in another order than the text',
    safe({ spans: [words('for now'), words('We are safe')], text: 'for now … We are safe' }),
    SAFE,
    'The content spans of a statement stand in the order of the text, one after the other. (Statement “for now … We are safe”.)',
  ],
  [
    'has content that overlaps',
    boats({ spans: [words('14 boats'), words('boats')], text: '14 boats … boats' }),
    BOATS,
    'The content spans of a statement stand in the order of the text, one after the other. (Statement “14 boats … boats”.)',
  ],
  [
    'reads otherwise than its content',
    boats({ text: '14 ships' }),
    BOATS,
    'The text of a statement is that of its content spans. (Statement “14 ships”.)',
  ],
  [
    'claims to be quoted where it is not',
    boats({ kind: 'DIRECT' }),
    BOATS,
    `Its quotations make the statement INDIRECT, not DIRECT. ${OF_BOATS}`,
  ],
  [
    'claims not to be quoted where it is',
    tide({ kind: 'INDIRECT' }),
    TIDE,
    `Its quotations make the statement MIXED, not INDIRECT. ${OF_TIDE}`,
  ],
  [
    'quotes what is not in its content',
    boats({ quotations: [{ span: words('We are safe'), wordsOfId: null }] }),
    BOATS,
    `The quotation “We are safe” stands outside the content. ${OF_BOATS}`,
  ],
  [
    'quotes what begins where its content ends',
    boats({ quotations: [{ span: words('. “We are safe'), wordsOfId: null }] }),
    BOATS,
    `The quotation “. “We are safe” stands outside the content. ${OF_BOATS}`,
  ],
  [
    'credits a quotation to a statement of another article',
    tide({ kind: 'INDIRECT', quotations: [{ span: words('rose by 3 metres'), wordsOfId: OTHER_STATEMENT }] }),
    TIDE,
    `A quotation is credited to a statement of another article. ${OF_TIDE}`,
  ],
  [
    'has candidates although its speaker is settled',
    tide({ speakerCandidateIds: [ADA.id, IDA.id] }),
    TIDE,
    `A speaker that is NAMED has no candidates. ${OF_TIDE}`,
  ],
  [
    'has a NAMED speaker who is nobody',
    tide({ speakerId: null }),
    TIDE,
    `A NAMED speaker is a person or an organization. ${OF_TIDE}`,
  ],
  [
    'has a NAMED speaker who is an unnamed source',
    boats({ speakerStatus: 'NAMED' }),
    BOATS,
    `A NAMED speaker is a person or an organization. ${OF_BOATS}`,
  ],
  [
    'has an UNNAMED speaker with a name',
    tide({ speakerStatus: 'UNNAMED' }),
    TIDE,
    `An UNNAMED speaker is an unnamed source. ${OF_TIDE}`,
  ],
  [
    'has an UNNAMED speaker who is nobody',
    boats({ speakerId: null }),
    BOATS,
    `An UNNAMED speaker is an unnamed source. ${OF_BOATS}`,
  ],
  [
    'has an AMBIGUOUS speaker with one candidate',
    safe({ speakerCandidateIds: [ADA.id] }),
    SAFE,
    `An AMBIGUOUS speaker has two candidates or more and none chosen. ${OF_SAFE}`,
  ],
  [
    'has an AMBIGUOUS speaker with one candidate twice',
    safe({ speakerCandidateIds: [ADA.id, ADA.id] }),
    SAFE,
    `An AMBIGUOUS speaker has two candidates or more and none chosen. ${OF_SAFE}`,
  ],
  [
    'has an AMBIGUOUS speaker who is chosen',
    safe({ speakerId: ADA.id }),
    SAFE,
    `An AMBIGUOUS speaker has two candidates or more and none chosen. ${OF_SAFE}`,
  ],
  [
    'has an ABSENT speaker who is somebody',
    tide({ speakerStatus: 'ABSENT' }),
    TIDE,
    `An ABSENT speaker is nobody. ${OF_TIDE}`,
  ],
  [
    'is by an unnamed source of another article',
    boats({ speakerId: OTHER_SOURCE }),
    BOATS,
    `An unnamed source can speak only in its own article. ${OF_BOATS}`,
  ],
  [
    'may be by an unnamed source of another article',
    safe({ speakerCandidateIds: [ADA.id, OTHER_SOURCE] }),
    SAFE,
    `An unnamed source can speak only in its own article. ${OF_SAFE}`,
  ],
  [
    'is reported by a statement of another article',
    boats({ parentId: OTHER_STATEMENT }),
    BOATS,
    `A parent statement belongs to the same article. ${OF_BOATS}`,
  ],
  [
    'reports itself',
    boats({ parentId: RECORD.statements[2]?.id ?? null }),
    BOATS,
    `The chain of attribution runs in a circle. ${OF_BOATS}`,
  ],
  [
    'is about somebody who is settled, but not named',
    tide({ about: [{ status: 'RESOLVED', subjectId: null, candidateIds: [], spans: [] }] }),
    TIDE,
    'A reference that is RESOLVED names its subject and has no candidates.',
  ],
  [
    'is about somebody who is settled, but has candidates',
    tide({ about: [{ status: 'RESOLVED', subjectId: ADA.id, candidateIds: [IDA.id], spans: [] }] }),
    TIDE,
    'A reference that is RESOLVED names its subject and has no candidates.',
  ],
];

const OF_A_FIGURE: readonly Row[] = [
  ['comes twice', twice('statistics'), ARTICLE, 'Two figures have one id.'],
  [
    'is of another article',
    count({ articleId: ELSEWHERE }),
    COUNT,
    `A figure belongs to its article and revision. ${OF_COUNT}`,
  ],
  [
    'is of another revision',
    count({ revisionId: OTHER_REVISION }),
    COUNT,
    `A figure belongs to its article and revision. ${OF_COUNT}`,
  ],
  [
    'is carried by a statement of another article',
    count({ statementId: OTHER_STATEMENT }),
    COUNT,
    `The statement that carries a figure belongs to the same article. ${OF_COUNT}`,
  ],
  [
    'is printed otherwise than where it stands',
    count({ valueText: 'fourteen' }),
    COUNT,
    'A figure’s text as printed is that of its span. (Figure “fourteen”.)',
  ],
  ['has no number', count({ value: Number.NaN }), COUNT, `The value of a figure is a finite number. ${OF_COUNT}`],
  ['is infinite', count({ value: Infinity }), COUNT, `The value of a figure is a finite number. ${OF_COUNT}`],
  [
    'is a range without an end',
    count({ comparator: 'RANGE', upperValue: Infinity }),
    COUNT,
    `The value of a figure is a finite number. ${OF_COUNT}`,
  ],
  [
    'is a range with one value',
    count({ comparator: 'RANGE' }),
    COUNT,
    `A RANGE has an upper value, and nothing else has one. ${OF_COUNT}`,
  ],
  [
    'is no range, but has an upper value',
    count({ upperValue: 15 }),
    COUNT,
    `A RANGE has an upper value, and nothing else has one. ${OF_COUNT}`,
  ],
  [
    'is a range that ends where it begins',
    count({ comparator: 'RANGE', upperValue: 14 }),
    COUNT,
    `The upper value of a range is above its lower one. ${OF_COUNT}`,
  ],
  [
    'is a range that runs backwards',
    count({ comparator: 'RANGE', upperValue: 13 }),
    COUNT,
    `The upper value of a range is above its lower one. ${OF_COUNT}`,
  ],
  ['is a change that goes nowhere', rise({ change: 'NONE' }), RISE, `A CHANGE goes UP or DOWN. ${OF_RISE}`],
  [
    'is a change by less than nothing',
    rise({ value: -3 }),
    RISE,
    `The value of a CHANGE is its size; the direction says which way. ${OF_RISE}`,
  ],
  [
    'is claimed by somebody NAMED who is nobody',
    rise({ claimedById: null }),
    RISE,
    `A NAMED claimant is a person or an organization. ${OF_RISE}`,
  ],
  [
    'is claimed by somebody NAMED who is an unnamed source',
    count({ claimantStatus: 'NAMED' }),
    COUNT,
    `A NAMED claimant is a person or an organization. ${OF_COUNT}`,
  ],
  [
    'is claimed by somebody UNNAMED with a name',
    rise({ claimantStatus: 'UNNAMED' }),
    RISE,
    `An UNNAMED claimant is an unnamed source. ${OF_RISE}`,
  ],
  [
    'is claimed by somebody UNNAMED who is nobody',
    count({ claimedById: null }),
    COUNT,
    `An UNNAMED claimant is an unnamed source. ${OF_COUNT}`,
  ],
  [
    'is claimed by somebody AMBIGUOUS who is chosen',
    rise({ claimantStatus: 'AMBIGUOUS' }),
    RISE,
    `A figure whose claimant is AMBIGUOUS is claimed by nobody in particular. ${OF_RISE}`,
  ],
  [
    'is claimed by the article, and by somebody',
    rise({ claimantStatus: 'ARTICLE' }),
    RISE,
    `A figure whose claimant is ARTICLE is claimed by nobody in particular. ${OF_RISE}`,
  ],
  [
    'is claimed by an unnamed source of another article',
    count({ claimedById: OTHER_SOURCE }),
    COUNT,
    `An unnamed source can claim a figure only in its own article. ${OF_COUNT}`,
  ],
];

const OF_A_RELATION: readonly Row[] = [
  ['comes twice', twice('relations'), ARTICLE, 'Two relations have one id.'],
  [
    'comes from a statement of another article',
    inOne('relations', 0, { fromId: OTHER_STATEMENT }),
    CONFIRMATION,
    'A relation belongs to the article of the statement that it comes from.',
  ],
  [
    'leads to a figure that another of its statements carries',
    inOne('relations', 0, { toStatisticId: RECORD.statistics[0]?.id ?? null }),
    CONFIRMATION,
    'The statement that the relation leads to does not carry the figure “14”.',
  ],
  [
    'leads back to where it comes from',
    inOne('relations', 0, { toId: RECORD.relations[0]?.fromId ?? OTHER_STATEMENT }),
    CONFIRMATION,
    'A statement cannot be related to itself.',
  ],
];

const WRONG_REVISION = 'A span names another revision than its article’s.';

/** Every place in a record where a span stands. */
const SPANS: readonly Row[] = [
  ['a mention', inOne('appearances', 0, { mentions: [OTHER_SPAN] }), ARTICLE, WRONG_REVISION],
  [
    'the evidence of a role',
    { ...RECORD, roles: RECORD.roles.map((role) => ({ ...role, evidence: [OTHER_SPAN] })) },
    ARTICLE,
    WRONG_REVISION,
  ],
  [
    'the evidence of a relationship',
    { ...RECORD, relationships: RECORD.relationships.map((each) => ({ ...each, evidence: [OTHER_SPAN] })) },
    ARTICLE,
    WRONG_REVISION,
  ],
  ['a name that is not resolved', unresolved({ spans: [OTHER_SPAN] }), ARTICLE, WRONG_REVISION],
  ['the content', boats({ spans: [{ ...words('14 boats'), revisionId: OTHER_REVISION }] }), BOATS, WRONG_REVISION],
  [
    'a quotation',
    tide({ quotations: [{ span: { ...words('rose by 3 metres'), revisionId: OTHER_REVISION }, wordsOfId: null }] }),
    TIDE,
    WRONG_REVISION,
  ],
  ['the words that name the speaker', report({ speakerSpans: [OTHER_SPAN] }), REPORT, WRONG_REVISION],
  ['the cue', report({ cueSpans: [OTHER_SPAN] }), REPORT, WRONG_REVISION],
  ['the date of a statement', tide({ said: { ...MONDAY, span: OTHER_SPAN } }), TIDE, WRONG_REVISION],
  [
    'what a statement is about',
    tide({ about: [{ status: 'UNKNOWN', subjectId: null, candidateIds: [], spans: [OTHER_SPAN] }] }),
    TIDE,
    WRONG_REVISION,
  ],
  ['a figure', count({ span: { ...words('14'), revisionId: OTHER_REVISION } }), COUNT, WRONG_REVISION],
  ['the date of a figure', rise({ asOf: { ...MONDAY, span: OTHER_SPAN } }), RISE, WRONG_REVISION],
  ['a relation', inOne('relations', 0, { span: OTHER_SPAN }), CONFIRMATION, WRONG_REVISION],
];

describe('a valid record', () => {
  it('is given back as it is', () => {
    expect(violationsOf(RECORD)).toEqual([]);
    expect(checkRecord(RECORD)).toBe(RECORD);
  });

  it('may relate its statements to those of other articles, and leave dates, claimants and sources out', () => {
    const open = [
      inOne('relations', 0, { toId: OTHER_STATEMENT, span: null }),
      tide({ said: null, about: [] }),
      rise({ asOf: null, claimantStatus: 'ARTICLE', claimedById: null, statementId: null }),
      rise({ claimantStatus: 'AMBIGUOUS', claimedById: null }),
      count({ comparator: 'RANGE', upperValue: 15 }),
      safe({ speakerStatus: 'ABSENT', speakerCandidateIds: [] }),
      safe({ speakerCandidateIds: [ADA.id, ...RECORD.unnamedSources.map(({ id }) => id)] }),
      unresolved({ status: 'UNKNOWN', candidateIds: [] }),
    ];
    for (const record of open) expect(violationsOf(record)).toEqual([]);
  });
});

describe.each([
  ['an article that', OF_THE_ARTICLE],
  ['a statement that', OF_A_STATEMENT],
  ['a figure that', OF_A_FIGURE],
  ['a relation that', OF_A_RELATION],
  ['a span of another revision, which is', SPANS],
])('%s', (_, rows) => {
  it.each(rows)('%s is refused for just that, by name', (_what, record, id, message) => {
    expect(id).toBeDefined();
    expect(violationsOf(record)).toEqual([{ id, message }]);
    expect(() => checkRecord(record)).toThrow(new InvariantError(message));
  });
});

describe('a chain of attribution', () => {
  it('that runs in a circle is refused at each of its links', () => {
    const [first, second] = RECORD.statements;
    const circle = report({ parentId: second?.id ?? null });
    expect(second?.parentId).toBe(first?.id);
    expect(violationsOf(circle)).toEqual([
      { id: REPORT, message: `The chain of attribution runs in a circle. ${OF_REPORT}` },
      { id: TIDE, message: `The chain of attribution runs in a circle. ${OF_TIDE}` },
    ]);
  });
});

describe('a span', () => {
  const at = (start: number, end: number, text: string) => {
    return violationsOf(report({ speakerSpans: [{ revisionId: REVISION_ID, start, end, text }] })).map(
      ({ message }) => message,
    );
  };
  const { length } = TEXT;
  const die = TEXT.indexOf('🎲');

  it.each([
    ['begins before the text', -1, 3, 'The'],
    ['ends after the text', length - 1, length + 1, '”'],
    ['is empty', 4, 4, ''],
    ['runs backwards', 4, 1, ''],
    ['begins between two offsets', 0.5, 3, 'The'],
    ['ends between two offsets', 0, 3.5, 'The'],
    ['begins nowhere', Number.NaN, 3, 'The'],
    ['ends nowhere', 0, Number.NaN, ''],
  ])('that %s is refused', (_, start, end, text) => {
    expect(at(start, end, text)).toEqual([`The span ${start}–${end} lies outside the text.`]);
  });

  it('whose text stands elsewhere is refused, however near', () => {
    expect(at(0, 3, 'the')).toEqual(['The text at 0–3 is not “the”.']);
    expect(at(1, 4, 'The')).toEqual(['The text at 1–4 is not “The”.']);
  });

  it('that cuts a character in two is refused: a store could not keep its half', () => {
    expect(at(die, die + 2, '🎲')).toEqual([]);
    expect(at(die, die + 1, '\ud83c')).toEqual([`The span ${die}–${die + 1} cuts a character in two.`]);
    expect(at(die + 1, die + 2, '\udfb2')).toEqual([`The span ${die + 1}–${die + 2} cuts a character in two.`]);
  });

  it('up to the last character is as good as any', () => {
    expect(at(0, length, TEXT)).toEqual([]);
  });
});

describe('a message', () => {
  it('shows no more of a long text than its beginning, and no half of a character', () => {
    const [violation] = violationsOf(boats({ text: '🎲'.repeat(80) }));
    expect(violation?.message).toBe(
      `The text of a statement is that of its content spans. (Statement “${'🎲'.repeat(59)}…”.)`,
    );
    expect(violationsOf(boats({ text: '🎲'.repeat(60) }))[0]?.message).toContain(`“${'🎲'.repeat(60)}”`);
  });

  it('names the first violation where there are several', () => {
    const record = { ...boats({ text: '14 ships' }), relations: twice('relations').relations };
    expect(violationsOf(record)).toHaveLength(2);
    expect(() => checkRecord(record)).toThrow('The text of a statement is that of its content spans.');
  });
});
