import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { violationsOf } from '../../src/domain/invariants.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import type { Statement } from '../../src/domain/statement.js';
import { reviewStatement } from '../../src/editing/review-statement.js';
import { Ingest } from '../../src/ingest/ingest-article.js';
import type { SourceDocument } from '../../src/ingest/source-document.js';
import type { ArticleFile } from '../../src/repository/desk.js';
import { MemoryRepository } from '../../src/repository/memory/memory-repository.js';
import { INLINE } from '../support/inline-extractor.js';

const ARTICLES = ['seeds/01-letter-confirmed.md', 'seeds/04-one-island-two-counts.md'].map((file) =>
  readFileSync(file, 'utf8')
    .replace(/^---\n.*?\n---\n/su, '')
    .trim(),
);

function documentOf(text: string): SourceDocument {
  return {
    ...{ title: 'A story', text, publisher: 'The Harbour Courier', url: 'https://courier.example/story', bylines: [] },
    ...{ publishedAt: new Date('2020-03-23T10:00:00Z'), publishedPrecision: 'TIME', language: 'en', topics: [] },
  };
}

/** A store with one article, read by the engine, in which an editor has corrected every statement's force. */
async function correctedStore(text: string) {
  const store = new MemoryRepository();
  const ingest = new Ingest(store, INLINE);
  const { articleId } = await ingest.article(documentOf(text), 'desk');
  const fileOf = async (): Promise<ArticleFile> => {
    const [file] = await store.write((desk) => desk.articleFiles([articleId]));
    if (file === undefined) throw new Error('The article is gone.');
    return file;
  };
  const { statements } = await fileOf();
  for (const { id } of statements) {
    const { userErrors } = await reviewStatement(store, 'olive', {
      id,
      verdict: 'CORRECT',
      reason: null,
      correction: { force: 'WARNED' },
    });
    expect(userErrors).toEqual([]);
  }
  const corrected = (await fileOf()).statements;
  return { store, revise: (changed: string) => ingest.article(documentOf(changed), 'desk'), fileOf, corrected };
}

/** An edit that a newsroom makes: in the place of a paragraph, or of one of its words. */
const edit = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'move', 'word', 'rewrap', 'duplicate'),
  at: fc.nat(40),
  to: fc.nat(40),
});

function edited(text: string, edits: readonly { kind: string; at: number; to: number }[]): string {
  let paragraphs = text.split(/\n\s*\n/u);
  for (const { kind, at, to } of edits) {
    const index = at % Math.max(1, paragraphs.length);
    const paragraph = paragraphs[index] ?? '';
    const others = paragraphs.filter((_, other) => other !== index);
    if (kind === 'insert') paragraphs.splice(index, 0, `An update of ${to} words was added by the newsroom.`);
    else if (kind === 'delete' && others.length > 0) paragraphs = others;
    else if (kind === 'move') paragraphs = others.toSpliced(to % (others.length + 1), 0, paragraph);
    else if (kind === 'rewrap') paragraphs[index] = paragraph.replace(/ (?=\w+ \w+ \w+$)/u, '\n');
    else if (kind === 'duplicate') paragraphs.push(paragraph);
    else if (kind === 'word') paragraphs[index] = withOtherWord(paragraph, to);
  }
  return paragraphs.join('\n\n');
}

function withOtherWord(paragraph: string, n: number): string {
  const words = paragraph.split(' ');
  words[n % words.length] = 'typo';
  return words.join(' ');
}

/** The parts of a statement’s content, in whatever order they stand. */
const partsOf = (statement: Statement | undefined) => statement?.spans.map(({ text }) => bare(text)).sort();

const bare = (text: string) => text.replace(/\s+/gu, ' ');

/** The record of what stands of an article, which has to keep every invariant. */
function standing(file: ArticleFile, record: Pick<ArticleRecord, 'publisher'>): ArticleRecord {
  const { article, revision, appearances, unresolved, unnamedSources } = file;
  return {
    ...{ ...record, article, revision, appearances, unresolved, unnamedSources },
    ...{ topics: [], places: [], organizations: [], people: [], roles: [], relationships: [], metrics: [] },
    statements: file.statements.filter((statement) => statement.standing === 'STANDS').map(withinStanding(file)),
    statistics: file.statistics
      .filter((statistic) => statistic.standing === 'STANDS')
      .map((each) => ({ ...each, statementId: null })),
    relations: [],
  };
}

/** A statement without what it says of others that are gone. */
function withinStanding({ statements }: ArticleFile): (statement: Statement) => Statement {
  const gone = new Set(statements.filter(({ standing }) => standing === 'GONE').map(({ id }) => id));
  return (statement) => ({
    ...statement,
    parentId: statement.parentId !== null && gone.has(statement.parentId) ? null : statement.parentId,
    quotations: statement.quotations.map((quotation) =>
      quotation.wordsOfId !== null && gone.has(quotation.wordsOfId)
        ? { ...quotation, wordsOfId: statement.id }
        : quotation,
    ),
  });
}

describe('an editor’s correction', () => {
  test.each([
    ['a typo is mended elsewhere', (text: string) => text.replace('coronavirus', 'corona virus')],
    ['text is inserted before it', (text: string) => `This story was updated.\n\n${text}`],
    ['a paragraph moves', (text: string) => text.split('\n\n').reverse().join('\n\n')],
  ])('survives when %s', async (_, change) => {
    const [text = ''] = ARTICLES;
    const { revise, fileOf, corrected } = await correctedStore(text);
    const changed = change(text);
    expect((await revise(changed)).outcome).toBe('REVISED');
    const { statements, revision } = await fileOf();
    expect(revision.number).toBe(2);
    for (const before of corrected) {
      const after = statements.find(({ id }) => id === before.id);
      const stands = before.spans.every((span) => bare(changed).includes(bare(span.text)));
      if (!stands) continue;
      expect(after).toMatchObject({ standing: 'STANDS', force: 'WARNED', revisionId: revision.id });
      expect(partsOf(after)).toEqual(partsOf(before));
      expect(after?.provenance).toEqual(before.provenance);
    }
  });

  test('is marked where its words are no longer there, and stands again when they are', async () => {
    const [text = ''] = ARTICLES;
    const { revise, fileOf, corrected } = await correctedStore(text);
    const [first] = corrected;
    const words = first?.spans[0]?.text ?? '';
    await revise(text.replace(words, 'nothing of the kind'));
    const gone = (await fileOf()).statements.find(({ id }) => id === first?.id);
    expect(gone).toMatchObject({ standing: 'GONE', force: 'WARNED', revisionId: first?.revisionId });
    await revise(`${text}\n\nThe first version was right.`);
    const back = (await fileOf()).statements.find(({ id }) => id === first?.id);
    expect(back).toMatchObject({ standing: 'STANDS', force: 'WARNED', text: first?.text });
  });

  test('stands wherever its words do and nowhere else, whatever is edited', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ARTICLES),
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        async (text, edits) => {
          const { store, revise, fileOf, corrected } = await correctedStore(text);
          const changed = edited(text, edits);
          const { outcome } = await revise(changed);
          expect(outcome).toBe(changed === text ? 'UNCHANGED' : 'REVISED');
          const file = await fileOf();
          for (const before of corrected) {
            const after = file.statements.find(({ id }) => id === before.id);
            expect(after?.force).toBe('WARNED');
            const areThere = before.spans.every((span) => bare(changed).includes(bare(span.text)));
            // Of several parts, two may be found in one place.
            if (!areThere) expect(after?.standing).toBe('GONE');
            else if (before.spans.length === 1) expect(after?.standing).toBe('STANDS');
            if (after?.standing !== 'STANDS') continue;
            expect(partsOf(after)).toEqual(partsOf(before));
          }
          const [publisher] = await store.publishers.byIds([file.article.publisherId]);
          if (publisher === undefined) throw new Error('The publisher is gone.');
          expect(violationsOf(standing(file, { publisher }))).toEqual([]);
        },
      ),
      { numRuns: 60, interruptAfterTimeLimit: 25_000 },
    );
  });

  test('that rejects a statement keeps it rejected, and it is not found again', async () => {
    const [text = ''] = ARTICLES;
    const { store, revise, fileOf, corrected } = await correctedStore(text);
    for (const { id } of corrected)
      await reviewStatement(store, 'olive', { id, verdict: 'REJECT', reason: null, correction: {} });
    await revise(`${text}\n\nAn update.`);
    const listed = (await fileOf()).statements.filter(({ provenance }) => provenance.review !== 'REJECTED');
    expect(listed.map((statement) => statement.text)).toEqual([]);
  });
});

describe('what the engine found', () => {
  test('keeps its ids where it is found again', async () => {
    for (const text of ARTICLES) {
      const store = new MemoryRepository();
      const ingest = new Ingest(store, INLINE);
      const { articleId } = await ingest.article(documentOf(text), 'desk');
      const idsOf = async () => {
        const [file] = await store.write((desk) => desk.articleFiles([articleId]));
        return file?.statements
          .filter((each) => each.standing === 'STANDS')
          .map(({ id, text: words }) => `${id} ${words}`);
      };
      const before = await idsOf();
      await ingest.article(documentOf(`This story was updated.\n\n${text}`), 'desk');
      expect(await idsOf()).toEqual(before);
      expect((await ingest.article(documentOf(`This story was updated.\n\n${text}`), 'desk')).outcome).toBe(
        'UNCHANGED',
      );
    }
  });
});
