import { describe, expect, test } from 'vitest';
import { makeId } from '../../../src/domain/identity.js';
import { sourceIn, statementIn } from '../../support/records.js';
import { BRAM, expectMade, expectRefused, runDesk } from './editors.js';
import { BOARD, CALM, GULLPORT, PLOVER, STORM, spanOf, TERN, WEATHER } from './harbour.js';

const desk = runDesk();
const review = (input: object, as = undefined as typeof BRAM | undefined) =>
  desk.make('reviewStatement', input, `statement { ${STATEMENT} }`, as);

const STATEMENT = `id kind text speakerStatus speakerRole force medium lastChange standing
  speaker { __typename ... on Named { displayName } } speakerCandidates { ... on Named { displayName } }
  speakerSpans { text } cueSpans { text } spans { start end } quotations { span { text } }
  said { from to precision } parent { id } about { status subject { ... on Named { displayName } } spans { text } }
  provenance { origin agent review reviewedBy reviewedAt }`;

const CLOSED = statementIn(STORM, 'the harbour of Gullport is closed');
const SAILS = statementIn(STORM, 'Nobody sails tonight,');
const FLEET = statementIn(STORM, '14 boats are still at sea');
const BACK = statementIn(CALM, 'the boats are back');

describe('a statement', () => {
  test('is confirmed by an editor, who stands in its provenance and in the change', async () => {
    const payload = await review({ id: CLOSED.id, verdict: 'CONFIRM', reason: '  Heard it myself. ' });
    expectMade(payload);
    const { statement, change } = payload;
    expect(statement.provenance).toEqual({
      origin: 'ENGINE',
      agent: 'engine',
      review: 'CONFIRMED',
      reviewedBy: 'Ada',
      reviewedAt: change.at,
    });
    expect(statement.lastChange).toBe(change.id);
    expect(change).toMatchObject({ action: 'REVIEW', actor: 'Ada', reason: 'Heard it myself.', undone: false });
    expect(change.targets).toEqual([{ id: CLOSED.id, typeName: 'Statement', node: { id: CLOSED.id } }]);
    const { node } = await desk.ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id: change.id });
    expect(node).toEqual({ __typename: 'Change', id: change.id });
  });

  test('that is rejected leaves lists, counts and search, answers by id, and is back once it is confirmed', async () => {
    const seen = async () => {
      const data = await desk.ask(
        `query ($article: ID!, $speaker: ID!, $id: ID!) {
          article(id: $article) { updatedAt statements(first: 9) { nodes { id } totalCount } }
          person(id: $speaker) { statements(first: 9) { totalCount } }
          search(query: "boats back", types: [STATEMENT], first: 9) { totalCount }
          statement(id: $id) { provenance { review } }
        }`,
        { article: CALM.article.id, speaker: PLOVER.id, id: BACK.id },
      );
      const { article, person, search, statement } = data;
      const counts = [article.statements.totalCount, person.statements.totalCount, search.totalCount];
      return { counts, review: statement.provenance.review, updatedAt: article.updatedAt };
    };
    const before = await seen();
    expectMade(await review({ id: BACK.id, verdict: 'REJECT' }));
    const rejected = await seen();
    expect(rejected).toMatchObject({ counts: before.counts.map((count: number) => count - 1), review: 'REJECTED' });
    expect(rejected.updatedAt > before.updatedAt).toBe(true);
    expectMade(await review({ id: BACK.id, verdict: 'CONFIRM' }));
    expect(await seen()).toMatchObject({ counts: before.counts, review: 'CONFIRMED' });
  });

  test('gets the right speaker, of whom lists then have it', async () => {
    const said = async (id: string) => {
      const { person } = await desk.ask(
        'query ($id: ID!) { person(id: $id) { statements(first: 9) { nodes { id } } } }',
        {
          id,
        },
      );
      return person.statements.nodes.map((node: { id: string }) => node.id);
    };
    expect(await said(TERN.id)).not.toContain(SAILS.id);
    const payload = await review({ id: SAILS.id, verdict: 'CORRECT', speaker: TERN.id });
    expectMade(payload);
    expect(payload.statement).toMatchObject({
      speaker: { __typename: 'Person', displayName: 'Olive Tern' },
      speakerStatus: 'NAMED',
      speakerSpans: [{ text: 'she' }],
      provenance: { review: 'CORRECTED' },
      quotations: [{ span: { text: 'Nobody sails tonight,' } }],
    });
    expect(await said(TERN.id)).toContain(SAILS.id);
    expect(await said(PLOVER.id)).not.toContain(SAILS.id);
  });

  test('keeps what a correction leaves out, and loses what it clears', async () => {
    const payload = await review({ id: CLOSED.id, verdict: 'CORRECT', said: null, about: null, cueSpans: null });
    expectMade(payload);
    expect(payload.statement).toMatchObject({
      said: null,
      about: [],
      cueSpans: [],
      speaker: { displayName: 'Olive Tern' },
      speakerRole: 'Mayor',
      kind: 'INDIRECT',
      force: 'STATED',
    });
  });

  test('takes everything that a correction can say', async () => {
    const payload = await review({
      id: FLEET.id,
      verdict: 'CORRECT',
      spans: [spanOf(STORM, '14 boats'), spanOf(STORM, 'still at sea')],
      cueSpans: [spanOf(STORM, 'doubted')],
      force: 'DOUBTED',
      parent: CLOSED.id,
      said: { from: '2020-03-16', to: '2020-03-22', precision: 'WEEK' },
      medium: 'INTERVIEW',
      about: [GULLPORT.id, BOARD.id, TERN.id, WEATHER.id, GULLPORT.id],
    });
    expectMade(payload);
    expect(payload.statement).toMatchObject({
      text: '14 boats … still at sea',
      kind: 'INDIRECT',
      cueSpans: [{ text: 'doubted' }],
      force: 'DOUBTED',
      parent: { id: CLOSED.id },
      said: { from: '2020-03-16', to: '2020-03-22', precision: 'WEEK' },
      medium: 'INTERVIEW',
    });
    const settled = ['Gullport', 'Harbour Board', 'Olive Tern', 'Weather'];
    expect(payload.statement.about).toEqual(
      settled.map((displayName) => ({ status: 'RESOLVED', subject: { displayName }, spans: [] })),
    );
  });

  test('whose content moves gets its text, what is quoted in it, and the kind that follows', async () => {
    const correct = (words: string) => review({ id: BACK.id, verdict: 'CORRECT', spans: [spanOf(CALM, words)] });
    expect((await correct('boats are back')).statement).toMatchObject({ text: 'boats are back', kind: 'INDIRECT' });
    const payload = await review({
      id: SAILS.id,
      verdict: 'CORRECT',
      spans: [spanOf(STORM, 'The ferry line “has no plans” to stop')],
    });
    expect(payload.statement).toMatchObject({ kind: 'MIXED', quotations: [{ span: { text: 'has no plans' } }] });
    const again = await review({
      id: SAILS.id,
      verdict: 'CORRECT',
      spans: [spanOf(STORM, 'has no plans')],
      kind: 'DIRECT',
    });
    expect(again.statement).toMatchObject({ kind: 'DIRECT', text: 'has no plans' });
  });

  test('can be left open between several speakers, or to nobody', async () => {
    const open = { speaker: null, speakerStatus: 'AMBIGUOUS', speakerCandidates: [TERN.id, PLOVER.id] };
    const ambiguous = await review({ id: BACK.id, verdict: 'CORRECT', ...open });
    expect(ambiguous.statement).toMatchObject({
      speaker: null,
      speakerStatus: 'AMBIGUOUS',
      speakerCandidates: [{ displayName: 'Olive Tern' }, { displayName: 'Rufus Plover' }],
    });
    const absent = await review({ id: BACK.id, verdict: 'CORRECT', speaker: null, speakerStatus: 'ABSENT' });
    expect(absent.statement).toMatchObject({ speaker: null, speakerStatus: 'ABSENT', speakerCandidates: [] });
    const unnamed = await review({ id: FLEET.id, verdict: 'CORRECT', speaker: sourceIn(STORM, 'A pilot').id });
    expect(unnamed.statement).toMatchObject({ speakerStatus: 'UNNAMED', speaker: { displayName: 'A pilot' } });
    expectMade(await review({ id: BACK.id, verdict: 'CORRECT', speaker: PLOVER.id }));
  });

  test('lets whoever speaks appear in its article', async () => {
    const query = 'query ($id: ID!) { article(id: $id) { organizations(first: 9) { nodes { name } } } }';
    expect((await desk.ask(query, { id: CALM.article.id })).article.organizations.nodes).toEqual([]);
    expectMade(await review({ id: BACK.id, verdict: 'CORRECT', speaker: BOARD.id }));
    expect((await desk.ask(query, { id: CALM.article.id })).article.organizations.nodes).toEqual([
      { name: BOARD.name },
    ]);
  });

  test('lets those it is about appear in its article if the text has their names', async () => {
    const appearing = async () => {
      const query = `query ($id: ID!) { article(id: $id) {
        topics { name } organizations(first: 9) { nodes { name } } places(first: 9) { edges { node { name } mentions { text } } }
      } }`;
      return (await desk.ask(query, { id: CALM.article.id })).article;
    };
    const before = await appearing();
    expect(before.places.edges).toEqual([]);
    expectMade(await review({ id: BACK.id, verdict: 'CORRECT', about: [GULLPORT.id, WEATHER.id, BOARD.id] }));
    const places = { edges: [{ node: { name: 'Gullport' }, mentions: [{ text: 'Gullport' }] }] };
    expect(await appearing()).toEqual({ ...before, places });
  });
});

describe('a review is refused', () => {
  const correct = (fields: object) => review({ id: FLEET.id, verdict: 'CORRECT', ...fields });

  test('for an id that is malformed, of another type, or of nothing', async () => {
    expect(expectRefused(await review({ id: 'x', verdict: 'CONFIRM' }), 'INVALID', 'id')).toContain('“x” is not an id');
    expectRefused(await review({ id: TERN.id, verdict: 'CONFIRM' }), 'INVALID', 'id');
    expectRefused(await review({ id: makeId('Statement', 'none'), verdict: 'CONFIRM' }), 'NOT_FOUND', 'id');
    expectRefused(await correct({ speaker: STORM.article.id }), 'INVALID', 'speaker');
    expectRefused(await correct({ speaker: makeId('Person', 'nobody') }), 'NOT_FOUND', 'speaker');
    expectRefused(await correct({ parent: makeId('Statement', 'none') }), 'NOT_FOUND', 'parent');
    expectRefused(await correct({ about: [TERN.id, makeId('Place', 'nowhere')] }), 'NOT_FOUND', 'about', '1');
    const candidates = { speakerStatus: 'AMBIGUOUS', speakerCandidates: [TERN.id, 'Plover'] };
    expectRefused(await correct(candidates), 'INVALID', 'speakerCandidates', '1');
  });

  test('for fields that do not go with the verdict', async () => {
    expectRefused(await review({ id: FLEET.id, verdict: 'CONFIRM', force: 'ASKED' }), 'INVALID', 'force');
    expectRefused(await review({ id: FLEET.id, verdict: 'REJECT', said: null }), 'INVALID', 'said');
    expectRefused(await correct({}), 'INVALID', 'verdict');
    for (const field of ['kind', 'spans', 'force', 'speakerStatus']) {
      expectRefused(await correct({ [field]: null }), 'INVALID', field);
    }
  });

  test('for spans that are not in the text, cut a character, are out of order or of another article', async () => {
    const span = spanOf(STORM, '14 boats');
    expectRefused(await correct({ spans: [span, { ...span, end: 9999 }] }), 'INVALID', 'spans', '1', 'end');
    expectRefused(await correct({ spans: [{ ...span, start: -1 }] }), 'INVALID', 'spans', '0', 'start');
    expectRefused(await correct({ spans: [{ ...span, end: span.start }] }), 'INVALID', 'spans', '0', 'end');
    expectRefused(await correct({ cueSpans: [{ ...span, revision: 'x' }] }), 'INVALID', 'cueSpans', '0', 'revision');
    const foreign = { ...span, revision: CALM.revision.id };
    expectRefused(await correct({ spans: [foreign] }), 'INVALID', 'spans', '0', 'revision');
    const none = { ...span, revision: makeId('ArticleRevision', 'none') };
    expectRefused(await correct({ spans: [none] }), 'NOT_FOUND', 'spans', '0', 'revision');
    expectRefused(await correct({ spans: [] }), 'INVALID', 'spans');
    expectRefused(await correct({ spans: [spanOf(STORM, '\n\n')] }), 'INVALID', 'spans', '0');
    expectRefused(await correct({ spans: [span, span] }), 'INVALID', 'spans');
    expectRefused(await correct({ spans: Array.from({ length: 101 }, () => span) }), 'TOO_LARGE', 'spans');
  });

  test('for a kind that the quotation marks of the text contradict', async () => {
    const direct = expectRefused(await correct({ kind: 'DIRECT' }), 'INVALID', 'kind');
    expect(direct).toContain('INDIRECT, not DIRECT');
    const spans = [spanOf(STORM, 'I count nine.')];
    expect(expectRefused(await correct({ spans, kind: 'INDIRECT' }), 'INVALID', 'kind')).toContain('“I count nine.”');
  });

  test('for speakers that do not agree', async () => {
    expectRefused(await correct({ speaker: null }), 'INVALID', 'speaker');
    expectRefused(await correct({ speaker: null, speakerStatus: 'NAMED' }), 'INVALID', 'speaker');
    expectRefused(await correct({ speaker: TERN.id, speakerStatus: 'UNNAMED' }), 'INVALID', 'speakerStatus');
    expectRefused(await correct({ speaker: TERN.id, speakerCandidates: [PLOVER.id] }), 'INVALID', 'speakerStatus');
    expectRefused(await correct({ speakerStatus: 'NAMED' }), 'INVALID', 'speakerStatus');
    const alone = { speaker: null, speakerStatus: 'AMBIGUOUS', speakerCandidates: [TERN.id, TERN.id] };
    expectRefused(await correct(alone), 'INVALID', 'speakerStatus');
    const foreign = sourceIn(STORM, 'A pilot').id;
    expectRefused(await review({ id: BACK.id, verdict: 'CORRECT', speaker: foreign }), 'INVALID', 'speaker');
  });

  test('for a parent in another article or in a circle', async () => {
    expectRefused(await correct({ parent: BACK.id }), 'INVALID', 'parent');
    expectMade(await review({ id: FLEET.id, verdict: 'CORRECT', parent: CLOSED.id }));
    expectRefused(await review({ id: CLOSED.id, verdict: 'CORRECT', parent: FLEET.id }), 'INVALID', 'parent');
    expectRefused(await correct({ parent: FLEET.id }), 'INVALID', 'parent');
  });

  test('for a date that does not exist as it is given', async () => {
    const week = { from: '2020-03-16', to: '2020-03-17', precision: 'WEEK' };
    expectRefused(await correct({ said: week }), 'INVALID', 'said');
    expectRefused(await correct({ said: { precision: 'DAY' } }), 'INVALID', 'said');
  });

  test('for a reason that is too long or cannot be stored', async () => {
    const confirm = (reason: string) => review({ id: FLEET.id, verdict: 'CONFIRM', reason });
    expectRefused(await confirm('x'.repeat(2001)), 'TOO_LARGE', 'reason');
    expectRefused(await confirm('\ud800'), 'INVALID', 'reason');
  });

  test('when somebody else was faster: of two editors who saw the same, exactly one succeeds', async () => {
    const { statement } = await desk.ask('query ($id: ID!) { statement(id: $id) { lastChange } }', { id: SAILS.id });
    const judged = { id: SAILS.id, expectedChange: statement.lastChange };
    const payloads = await Promise.all([
      review({ ...judged, verdict: 'CONFIRM' }),
      review({ ...judged, verdict: 'REJECT' }, BRAM),
    ]);
    const [made, refused] = payloads.toSorted((a, b) => a.userErrors.length - b.userErrors.length);
    expectMade(made);
    const message = expectRefused(refused, 'CONFLICT', 'expectedChange');
    expect(message).toContain(made.change.id);
    expectRefused(await review({ ...judged, verdict: 'CONFIRM', expectedChange: 'x' }), 'INVALID', 'expectedChange');
    expectRefused(await review({ ...judged, verdict: 'CONFIRM', expectedChange: null }), 'CONFLICT', 'expectedChange');
    expectMade(await review({ id: SAILS.id, verdict: 'CONFIRM' }));
  });
});
