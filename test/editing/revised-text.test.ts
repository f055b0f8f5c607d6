import { describe, expect, test } from 'vitest';
import { revisionId, textHashOf, wordCountOf } from '../../src/domain/article.js';
import type { Id } from '../../src/domain/identity.js';
import { createStatement } from '../../src/editing/create-statement.js';
import { mergePeople } from '../../src/editing/merge-people.js';
import { reviewStatement, type StatementReview } from '../../src/editing/review-statement.js';
import { reviewStatistic } from '../../src/editing/review-statistic.js';
import { undoChange } from '../../src/editing/undo.js';
import { updatePerson } from '../../src/editing/update-person.js';
import type { Repository } from '../../src/repository/repository.js';
import { metric, person } from '../support/entities.js';
import { articleRecord, statementIn, statisticIn } from '../support/records.js';
import { openStore, STORES } from './stores.js';

const TERN = person('Olive Tern');
const MAYOR = person('Mayor Olive Tern');
const STORM = articleRecord({
  title: 'Storm',
  text: 'Olive Tern said “the harbour is closed”. She counted 14 boats.',
  people: [TERN, MAYOR],
  metrics: [metric('boats')],
  statements: [
    {
      content: 'the harbour is closed',
      speaker: TERN,
      speakerWords: 'Olive Tern',
      cue: 'said',
      quotations: [{ words: 'the harbour is closed' }],
      about: [{ subject: MAYOR, words: ['Olive Tern'] }],
    },
  ],
  statistics: [{ metric: metric('boats'), value: 14, words: '14' }],
});
const CLOSED = statementIn(STORM, 'the harbour is closed');
const FLEET = statisticIn(STORM, '14');
const NEW_TEXT = 'Mayor Olive Tern told everybody: “the port is closed”.';
const NEW_REVISION = revisionId(STORM.article.id, 2);

async function revisedStore(open: (typeof STORES)[number][1]): Promise<Repository> {
  const store = await openStore(open, [STORM]);
  await revise(store);
  return store;
}

/** Stores another wording of the article, in which nothing of what it said stands any longer. */
async function revise(store: Repository): Promise<void> {
  await store.write(async (desk) => {
    const [file] = await desk.articleFiles([STORM.article.id]);
    if (file === undefined) throw new Error('The article is not there.');
    const { article, revision } = file;
    const next = { ...revision, id: NEW_REVISION, number: 2, text: NEW_TEXT, textHash: textHashOf(NEW_TEXT) };
    await desk.put('ArticleRevision', next);
    const wordCount = wordCountOf(NEW_TEXT, article.language);
    await desk.put('Article', { ...article, wordCount, currentRevisionId: NEW_REVISION });
    for (const statement of file.statements) await desk.put('Statement', { ...statement, standing: 'GONE' });
    for (const statistic of file.statistics) await desk.put('Statistic', { ...statistic, standing: 'GONE' });
  });
}

function spanIn(text: string, words: string, revision: Id<'ArticleRevision'>) {
  const start = text.indexOf(words);
  return { start, end: start + words.length, revision };
}

describe.each(STORES)('after a revision (%s)', (_, open) => {
  const review = (store: Repository, fields: Partial<StatementReview>) =>
    reviewStatement(store, 'Ada', { id: CLOSED.id, verdict: 'CORRECT', reason: null, correction: {}, ...fields });

  test('a statement is found again where an editor says that its words stand now', async () => {
    const store = await revisedStore(open);
    const correction = { spans: [spanIn(NEW_TEXT, 'the port is closed', NEW_REVISION)] };
    expect((await review(store, { correction })).userErrors).toEqual([]);
    const [statement] = await store.statements.byIds([CLOSED.id]);
    expect(statement).toMatchObject({
      standing: 'STANDS',
      revisionId: NEW_REVISION,
      text: 'the port is closed',
      kind: 'DIRECT',
      speakerId: TERN.id,
      speakerSpans: [],
      cueSpans: [],
      about: [{ subjectId: MAYOR.id, spans: [] }],
    });
    expect(statement?.quotations.map(({ span }) => span.text)).toEqual(['the port is closed']);
  });

  test('offsets into the text before are refused, since they may mean other words', async () => {
    const store = await revisedStore(open);
    const old = spanIn(STORM.revision.text, 'the harbour', STORM.revision.id);
    const { userErrors } = await review(store, { correction: { spans: [old] } });
    expect(userErrors).toMatchObject([{ code: 'CONFLICT', field: ['spans', '0', 'revision'] }]);
    expect(userErrors[0]?.message).toContain('revised since revision 1');
    const created = await createStatement(store, 'Ada', {
      article: STORM.article.id,
      kind: 'DIRECT',
      spans: [old],
      reason: null,
    });
    expect(created.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['spans', '0', 'revision'] }]);
  });

  test('what was made of the text before is not made again by undoing that it was taken away', async () => {
    const store = await openStore(open, [STORM]);
    const input = { article: STORM.article.id, kind: 'INDIRECT', reason: null } as const;
    const spans = [spanIn(STORM.revision.text, 'She counted', STORM.revision.id)];
    const { change: created } = await createStatement(store, 'Ada', { ...input, spans });
    const { change: undone } = await undoChange(store, { id: created?.id ?? '', actor: 'Ada' });
    await revise(store);
    const { userErrors } = await undoChange(store, { id: undone?.id ?? '', actor: 'Ada' });
    expect(userErrors).toMatchObject([{ code: 'CONFLICT', field: ['id'] }]);
  });

  test('what no longer stands can be judged, but not corrected without its words', async () => {
    const store = await revisedStore(open);
    const { userErrors } = await review(store, { correction: { force: 'ASKED' } });
    expect(userErrors).toMatchObject([{ code: 'CONFLICT', field: ['spans'] }]);
    expect((await review(store, { verdict: 'REJECT' })).userErrors).toEqual([]);
    const figure = await reviewStatistic(store, 'Ada', {
      id: FLEET.id,
      verdict: 'CORRECT',
      reason: null,
      correction: { value: 15 },
    });
    expect(figure.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['id'] }]);
  });
});

describe.each(STORES)('after a merge (%s)', (_, open) => {
  test('the id of whoever was merged means the person who remains', async () => {
    const store = await openStore(open, [STORM]);
    await mergePeople(store, 'Ada', { keep: TERN.id, absorb: [MAYOR.id], reason: null });
    const updated = await updatePerson(store, 'Ada', {
      id: MAYOR.id,
      reason: null,
      update: { addAliases: ['Her Worship'] },
    });
    expect(updated).toMatchObject({ result: TERN.id, change: { targetIds: [TERN.id] } });
    const named = await createStatement(store, 'Ada', {
      article: STORM.article.id,
      kind: 'INDIRECT',
      spans: [spanIn(STORM.revision.text, 'She counted', STORM.revision.id)],
      speakerName: 'mayor olive tern',
      about: [MAYOR.id],
      reason: null,
    });
    const [statement] = await store.statements.byIds([named.result ?? CLOSED.id]);
    expect(statement).toMatchObject({ speakerId: TERN.id, about: [{ subjectId: TERN.id }] });
  });
});
