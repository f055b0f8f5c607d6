import { describe, expect, test } from 'vitest';
import { makeId } from '../../../src/domain/identity.js';
import { statementIn, statisticIn } from '../../support/records.js';
import { expectMade, expectRefused, runDesk } from './editors.js';
import { BOATS, CALM, GULLPORT, PLOVER, STORM, spanOf, TERN } from './harbour.js';

const desk = runDesk();
const FLEET = statementIn(STORM, '14 boats are still at sea');

const STATEMENT = `id kind text force speakerStatus standing lastChange parent { id } medium said { from }
  speaker { ... on Person { id name slug } } quotations { span { text } } cueSpans { text }
  about { status subject { ... on Named { displayName } } } utterance { statements(first: 9) { totalCount } }
  provenance { origin agent agentVersion confidence review reviewedBy recordedAt }`;
const createStatement = (input: object) => desk.make('createStatement', input, `statement { ${STATEMENT} }`);

const STATISTIC = `id value upperValue valueText unit comparator measure change claimantStatus
  metric { id name unit } place { name } asOf claimedBy { ... on Named { displayName } } statement { id }
  provenance { origin review }`;
const createStatistic = (input: object) => desk.make('createStatistic', input, `statistic { ${STATISTIC} }`);

describe('a statement that the engine missed', () => {
  test('is the editor’s own, and stands wherever statements stand', async () => {
    const before = await desk.ask('{ statements(first: 1) { totalCount } }');
    const payload = await createStatement({
      article: STORM.article.id,
      kind: 'DIRECT',
      spans: [spanOf(STORM, 'I count nine.')],
      speaker: PLOVER.id,
      cueSpans: [spanOf(STORM, 'doubted')],
      force: 'DOUBTED',
      parent: FLEET.id,
      said: { from: '2020-03-20', to: '2020-03-20', precision: 'DAY' },
      medium: 'INTERVIEW',
      about: [GULLPORT.id],
      reason: 'The engine missed it.',
    });
    expectMade(payload);
    const { statement, change } = payload;
    expect(statement).toMatchObject({
      kind: 'DIRECT',
      text: 'I count nine.',
      force: 'DOUBTED',
      speakerStatus: 'NAMED',
      speaker: { id: PLOVER.id },
      quotations: [{ span: { text: 'I count nine.' } }],
      cueSpans: [{ text: 'doubted' }],
      parent: { id: FLEET.id },
      about: [{ status: 'RESOLVED', subject: { displayName: 'Gullport' } }],
      utterance: { statements: { totalCount: 1 } },
      standing: 'STANDS',
      lastChange: change.id,
    });
    expect(statement.provenance).toEqual({
      origin: 'EDITOR',
      agent: 'Ada',
      agentVersion: null,
      confidence: null,
      review: 'CONFIRMED',
      reviewedBy: 'Ada',
      recordedAt: change.at,
    });
    expect(change).toMatchObject({ action: 'CREATE', reason: 'The engine missed it.' });
    const after = await desk.ask(
      `query ($id: ID!, $article: ID!) {
        statements(first: 1) { totalCount }
        person(id: $id) { statements(first: 9) { nodes { id } } }
        article(id: $article) { updatedAt statements(first: 9) { nodes { id } } }
        search(query: "\\"count nine\\"", types: [STATEMENT], first: 1) { edges { node { ... on Node { id } } } }
      }`,
      { id: PLOVER.id, article: STORM.article.id },
    );
    expect(after.statements.totalCount).toBe(before.statements.totalCount + 1);
    expect(after.search.edges).toEqual([{ node: { id: statement.id } }]);
    for (const list of [after.person.statements, after.article.statements]) {
      expect(list.nodes).toContainEqual({ id: statement.id });
    }
  });

  test('can be said by a person of a full name: the known one, or a new one who then appears in the article', async () => {
    const known = await createStatement({
      article: CALM.article.id,
      kind: 'INDIRECT',
      spans: [spanOf(CALM, 'thanked him')],
      speakerName: 'OLIVE  Tern',
    });
    expect(known.statement.speaker.id).toBe(TERN.id);
    const created = await createStatement({
      article: STORM.article.id,
      kind: 'MIXED',
      spans: [spanOf(STORM, 'The ferry line “has no plans” to stop')],
      speakerName: 'Marta Quill',
    });
    expectMade(created);
    expect(created.statement).toMatchObject({
      kind: 'MIXED',
      speaker: { name: 'Marta Quill', slug: 'marta-quill' },
      quotations: [{ span: { text: 'has no plans' } }],
    });
    const { article, people } = await desk.ask(
      `query ($id: ID!) {
        article(id: $id) { people(first: 9) { nodes { name } } }
        people(filter: { name: "marta quill" }, first: 9) { nodes { statements(first: 9) { totalCount } } }
      }`,
      { id: STORM.article.id },
    );
    expect(article.people.nodes).toContainEqual({ name: 'Marta Quill' });
    expect(people.nodes).toEqual([{ statements: { totalCount: 1 } }]);
  });

  test('may have no speaker, and nothing but its content', async () => {
    const payload = await createStatement({
      article: STORM.article.id,
      kind: 'INDIRECT',
      spans: [spanOf(STORM, 'the harbour'), spanOf(STORM, 'is closed')],
    });
    expectMade(payload);
    expect(payload.statement).toMatchObject({
      text: 'the harbour … is closed',
      speakerStatus: 'ABSENT',
      speaker: null,
      force: 'STATED',
      about: [],
    });
  });

  test('gets an id of its own where a rejected one has the same words', async () => {
    const input = { article: CALM.article.id, kind: 'INDIRECT', spans: [spanOf(CALM, 'the boats are back')] };
    const known = statementIn(CALM, 'the boats are back');
    expect(expectRefused(await createStatement(input), 'CONFLICT', 'spans')).toContain(known.id);
    expectMade(await desk.make('reviewStatement', { id: known.id, verdict: 'REJECT' }));
    const payload = await createStatement(input);
    expectMade(payload);
    expect(payload.statement.id).not.toBe(known.id);
    expectRefused(await createStatement(input), 'CONFLICT', 'spans');
  });

  test('is refused where its input is wrong', async () => {
    const spans = [spanOf(STORM, 'still at sea')];
    const input = { article: STORM.article.id, kind: 'INDIRECT', spans };
    const create = (fields: object) => createStatement({ ...input, ...fields });
    expectRefused(await create({ article: TERN.id }), 'INVALID', 'article');
    expectRefused(await create({ article: makeId('Article', 'none') }), 'NOT_FOUND', 'article');
    expectRefused(await create({ spans: [{ ...spans[0], end: 9999 }] }), 'INVALID', 'spans', '0', 'end');
    expectRefused(await create({ spans: [] }), 'INVALID', 'spans');
    expectRefused(await create({ kind: 'MIXED' }), 'INVALID', 'kind');
    expectRefused(await create({ speaker: makeId('Person', 'nobody') }), 'NOT_FOUND', 'speaker');
    expectRefused(await create({ speaker: TERN.id, speakerName: 'Olive Tern' }), 'INVALID', 'speakerName');
    expect(expectRefused(await create({ speakerName: ' Tern ' }), 'INVALID', 'speakerName')).toContain('single word');
    expectRefused(await create({ speakerName: '' }), 'INVALID', 'speakerName');
    expectRefused(await create({ speakerName: 'Olive \ud800' }), 'INVALID', 'speakerName');
    expectRefused(await create({ parent: statementIn(CALM, 'the boats are back').id }), 'INVALID', 'parent');
    expectRefused(await create({ about: ['x'] }), 'INVALID', 'about', '0');
    expectRefused(await create({ said: { precision: 'DAY' } }), 'INVALID', 'said');
    const { people } = await desk.ask('{ people(filter: { name: "Tern" }, first: 9) { totalCount } }');
    expect(people.totalCount).toBe(0);
  });
});

describe('a figure that the engine missed', () => {
  const nine = { article: STORM.article.id, span: spanOf(STORM, 'nine'), value: 9 };

  test('is the editor’s own, of the metric of that name, and claimed by whoever says the statement', async () => {
    const payload = await createStatistic({ ...nine, metric: 'Boats AT sea', statement: FLEET.id, place: GULLPORT.id });
    expectMade(payload);
    expect(payload.statistic).toMatchObject({
      value: 9,
      upperValue: null,
      valueText: 'nine',
      unit: 'boats',
      comparator: 'EQUAL',
      measure: 'LEVEL',
      change: 'NONE',
      metric: { id: BOATS.id },
      place: { name: 'Gullport' },
      statement: { id: FLEET.id },
      claimedBy: { displayName: 'A pilot' },
      claimantStatus: 'UNNAMED',
      provenance: { origin: 'EDITOR', review: 'CONFIRMED' },
    });
    const query = 'query ($id: ID!) { article(id: $id) { statistics(first: 9) { totalCount } } }';
    const { article } = await desk.ask(query, { id: STORM.article.id });
    expect(article.statistics.totalCount).toBe(2);
    expectRefused(await createStatistic({ ...nine, metric: 'boats at sea' }), 'CONFLICT', 'span');
  });

  test('makes a metric where none has the name', async () => {
    const payload = await createStatistic({ ...nine, metric: 'hulls counted', unit: 'hulls', claimedBy: PLOVER.id });
    expectMade(payload);
    expect(payload.statistic).toMatchObject({
      metric: { name: 'hulls counted', unit: 'hulls' },
      unit: 'hulls',
      claimedBy: { displayName: 'Rufus Plover' },
      claimantStatus: 'NAMED',
      statement: null,
    });
    const { metrics } = await desk.ask('{ metrics(first: 9) { nodes { name } } }');
    expect(metrics.nodes).toContainEqual({ name: 'hulls counted' });
  });

  test.each([
    [
      { value: 9, upperValue: 12 },
      { value: 9, upperValue: 12, comparator: 'RANGE', change: 'NONE' },
    ],
    [
      { value: 9, comparator: 'AT_LEAST' },
      { value: 9, upperValue: null, comparator: 'AT_LEAST' },
    ],
    [
      { value: 9, measure: 'CHANGE' },
      { value: 9, measure: 'CHANGE', change: 'UP' },
    ],
    [
      { value: -9, measure: 'CHANGE' },
      { value: 9, measure: 'CHANGE', change: 'DOWN' },
    ],
    [
      { value: -12, upperValue: -9, measure: 'CHANGE' },
      { value: 9, upperValue: 12, change: 'DOWN', comparator: 'RANGE' },
    ],
    [
      { value: 9, claimedBy: null, statement: FLEET.id },
      { claimedBy: null, claimantStatus: 'ARTICLE' },
    ],
    [{ value: 9, unit: null }, { unit: null }],
  ])('reads %j as %j', async (fields, wanted) => {
    const payload = await createStatistic({ ...nine, metric: `metric of ${JSON.stringify(fields)}`, ...fields });
    expectMade(payload);
    expect(payload.statistic).toMatchObject(wanted);
  });

  test('is refused where its input is wrong', async () => {
    const create = (fields: object) => createStatistic({ ...nine, metric: 'wrong', ...fields });
    expectRefused(await create({ article: 'x' }), 'INVALID', 'article');
    expectRefused(await create({ span: { ...nine.span, end: -1 } }), 'INVALID', 'span', 'end');
    expectRefused(await create({ metric: ' ' }), 'INVALID', 'metric');
    expectRefused(await create({ statement: statementIn(CALM, 'the boats are back').id }), 'INVALID', 'statement');
    expectRefused(await create({ claimedBy: makeId('Organization', 'none') }), 'NOT_FOUND', 'claimedBy');
    expectRefused(await create({ place: TERN.id }), 'INVALID', 'place');
    expectRefused(await create({ comparator: 'RANGE' }), 'INVALID', 'upperValue');
    expectRefused(await create({ upperValue: 9 }), 'INVALID', 'upperValue');
    expectRefused(
      await create({ asOf: { from: '2020-03-02', to: '2020-03-01', precision: 'RANGE' } }),
      'INVALID',
      'asOf',
    );
    const { metrics } = await desk.ask('{ metrics(first: 50) { nodes { name } } }');
    expect(metrics.nodes).not.toContainEqual({ name: 'wrong' });
    expect(statisticIn(STORM, '14').metricId).toBe(BOATS.id);
  });
});
