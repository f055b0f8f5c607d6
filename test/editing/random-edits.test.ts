import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isId, type NodeType } from '../../src/domain/identity.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import { statementProblems } from '../../src/domain/statement-invariants.js';
import { statisticProblems } from '../../src/domain/statistic-invariants.js';
import { createStatement } from '../../src/editing/create-statement.js';
import { createStatistic } from '../../src/editing/create-statistic.js';
import type { EditOutcome } from '../../src/editing/edit.js';
import { relateStatements, unrelateStatements } from '../../src/editing/relate-statements.js';
import { retractArticle } from '../../src/editing/retract-article.js';
import { reviewStatement } from '../../src/editing/review-statement.js';
import { reviewStatistic } from '../../src/editing/review-statistic.js';
import { undoChange } from '../../src/editing/undo.js';
import { updatePerson } from '../../src/editing/update-person.js';
import type { Repository } from '../../src/repository/repository.js';
import { randomRecords } from '../support/random-records.js';
import { lastingAnswers, openStore, STORES } from './stores.js';

const ACTOR = 'Ada';
const VERDICTS = ['CONFIRM', 'REJECT', 'CORRECT'] as const;
const KINDS = ['CONFIRMS', 'DISPUTES', 'REPEATS'] as const;
const FORCES = ['STATED', 'DENIED', 'ASKED'] as const;

/** Numbers by which an edit chooses whatever it needs from what is there. */
type Choices = readonly number[];
type RandomEdit = (
  store: Repository,
  records: readonly ArticleRecord[],
  choices: Choices,
  made: readonly string[],
) => Promise<EditOutcome<unknown>>;

/** One of a list, by a number; `nothing` of an empty one, which no edit takes for an id. */
function one<Item>(items: readonly Item[], choice = 0): Item | undefined {
  return items[choice % Math.max(items.length, 1)];
}

/** One of what there always is. */
function oneOf<Item>(items: readonly [Item, ...Item[]], choice = 0): Item {
  return items[choice % items.length] ?? items[0];
}

function idOf(items: readonly { readonly id: string }[], choice?: number): string {
  return one(items, choice)?.id ?? 'nothing';
}

/** Those that the records have of a type, and those that edits made. */
function withMade(type: NodeType, known: readonly { readonly id: string }[], made: readonly string[]) {
  return [...known, ...made.filter((id) => isId(id, type)).map((id) => ({ id }))];
}

const EDITS: Readonly<Record<string, RandomEdit>> = {
  reviewStatement: (store, records, [which, verdict, speaker, force, about], made) => {
    const all = records.flatMap((record) => record.statements);
    const statements = withMade('Statement', all, made);
    const people = records.flatMap((record) => record.people);
    const judged = { id: idOf(statements, which), verdict: oneOf(VERDICTS, verdict), reason: null };
    const correction = { speaker: idOf(people, speaker), force: oneOf(FORCES, force), about: [idOf(people, about)] };
    return reviewStatement(store, ACTOR, { ...judged, correction: judged.verdict === 'CORRECT' ? correction : {} });
  },
  moveStatement: (store, records, [which, start = 0, length = 0, parent]) => {
    const record = one(
      records.filter(({ statements }) => statements.length > 0),
      which,
    );
    const from = start % 20;
    const span = { start: from, end: from + 1 + (length % 30), revision: record?.revision.id ?? 'nothing' };
    const correction = { spans: [span], parent: idOf(record?.statements ?? [], parent) };
    const id = idOf(record?.statements ?? [], length);
    return reviewStatement(store, ACTOR, { id, verdict: 'CORRECT', reason: 'moved', correction });
  },
  reviewStatistic: (store, records, [which, verdict, value = 0, place, claimant], made) => {
    const all = records.flatMap((record) => record.statistics);
    const figures = withMade('Statistic', all, made);
    const judged = { id: idOf(figures, which), verdict: oneOf(VERDICTS, verdict), reason: null };
    const correction = {
      value,
      place: idOf(
        records.flatMap((record) => record.places),
        place,
      ),
      claimedBy: idOf(
        records.flatMap((record) => record.organizations),
        claimant,
      ),
    };
    return reviewStatistic(store, ACTOR, { ...judged, correction: judged.verdict === 'CORRECT' ? correction : {} });
  },
  createStatement: (store, records, [which, start = 0, length = 0, name, parent], made) => {
    const record = one(records, which);
    const span = {
      start: start % 12,
      end: (start % 12) + 1 + (length % 9),
      revision: record?.revision.id ?? 'nothing',
    };
    return createStatement(store, ACTOR, {
      article: record?.article.id ?? 'nothing',
      kind: 'INDIRECT',
      spans: [span],
      speakerName: oneOf(['Nora Newcomer', 'Zoë Brandt', 'Zoë'], name),
      parent: length % 2 === 0 ? null : idOf(withMade('Statement', record?.statements ?? [], made), parent),
      reason: null,
    });
  },
  createStatistic: (store, records, [which, start = 0, metric, statement, place], made) => {
    const record = one(records, which);
    return createStatistic(store, ACTOR, {
      article: record?.article.id ?? 'nothing',
      span: { start: start % 12, end: (start % 12) + 1, revision: record?.revision.id ?? 'nothing' },
      metric: oneOf(['boats at sea', 'rain', 'something new'], metric),
      value: start,
      statement: idOf(withMade('Statement', record?.statements ?? [], made), statement),
      place:
        start % 2 === 0
          ? null
          : idOf(
              records.flatMap(({ places }) => places),
              place,
            ),
      reason: null,
    });
  },
  relateStatements: (store, records, [from, to, kind, figure = 0], made) => {
    const all = records.flatMap((record) => record.statements);
    const statements = withMade('Statement', all, made);
    const target = idOf(statements, to);
    const figures = records.flatMap(({ statistics }) => statistics).filter(({ statementId }) => statementId === target);
    return relateStatements(store, ACTOR, {
      from: idOf(statements, from),
      kind: oneOf(KINDS, kind),
      to: target,
      toStatistic: figure % 2 === 0 ? null : (one(figures, figure)?.id ?? null),
      reason: null,
    });
  },
  unrelateStatements: (store, records, [which], made) => {
    const relations = records.flatMap((record) => record.relations);
    return unrelateStatements(store, ACTOR, {
      relation: idOf(withMade('StatementRelation', relations, made), which),
      reason: null,
    });
  },
  retractArticle: (store, records, [which]) =>
    retractArticle(store, ACTOR, {
      id: idOf(
        records.map(({ article }) => article),
        which,
      ),
      reason: 'Taken back.',
    }),
  updatePerson: (store, records, [which, name, alias = 0, role, other]) => {
    const people = records.flatMap((record) => record.people);
    const organizations = records.flatMap((record) => record.organizations);
    return updatePerson(store, ACTOR, {
      id: idOf(people, which),
      reason: null,
      update: {
        name: oneOf(['Zoë Brandt', 'Zora Brand', 'Dice Alpha'], name),
        addAliases: [`alias ${alias % 3}`],
        ...(alias % 2 === 0 && {
          roles: [{ title: 'Croupier', organization: one(organizations, role)?.id ?? null, from: null, to: null }],
        }),
        ...(alias % 3 === 0 && { relationships: [{ kind: 'SIBLING' as const, person: idOf(people, other) }] }),
      },
    });
  },
};

interface Edit {
  readonly name: string;
  readonly choices: Choices;
}

const EDIT: fc.Arbitrary<Edit> = fc.record({
  name: fc.constantFrom(...Object.keys(EDITS)),
  choices: fc.array(fc.nat(200), { minLength: 5, maxLength: 5 }),
});

/** A few edits that are made again and again, so that they depend on each other. */
const ENTANGLED_EDITS = fc
  .array(EDIT, { minLength: 1, maxLength: 3 })
  .chain((edits) => fc.array(fc.constantFrom(...edits), { minLength: 3, maxLength: 8 }));

/** Makes edits one after the other, each also of what those before it made. */
async function makeAll(
  store: Repository,
  records: readonly ArticleRecord[],
  edits: readonly Edit[],
): Promise<EditOutcome<unknown>[]> {
  const outcomes: EditOutcome<unknown>[] = [];
  const made: string[] = [];
  for (const { name, choices } of edits) {
    const outcome = await EDITS[name]?.(store, records, choices, made);
    if (outcome === undefined) throw new Error(`There is no edit ${name}.`);
    outcomes.push(outcome);
    if (typeof outcome.result === 'string') made.push(outcome.result);
  }
  return outcomes;
}

/** The changes that came of those edits that were not refused. */
function changesOf(outcomes: readonly EditOutcome<unknown>[]): string[] {
  return outcomes.flatMap(({ change }) => change?.id ?? []);
}

/** What is wrong with the claims of the articles of these records. */
function problemsIn(store: Repository, records: readonly ArticleRecord[]): Promise<string[]> {
  return store.write(async (desk) => {
    const files = await desk.articleFiles(records.map(({ article }) => article.id));
    return files.flatMap((file) => {
      if (file === undefined) return ['An article is gone.'];
      const statements = new Map(file.statements.map((statement) => [statement.id, statement]));
      return [
        ...file.statements.flatMap((statement) => [...statementProblems(statement, file, statements)]),
        ...file.statistics.flatMap((statistic) => [...statisticProblems(statistic, file)]),
      ].map(({ message }) => message);
    });
  });
}

/**
 * Undoes changes in the order of these numbers, each when nothing that still stands depends on it: one that is refused
 * names another, and is tried again later. Gives how many were refused.
 */
async function undoAll(
  store: Repository,
  records: readonly ArticleRecord[],
  changes: readonly string[],
  order: readonly number[],
): Promise<number> {
  let refused = 0;
  let left = changes.toSorted((a, b) => (order[changes.indexOf(a)] ?? 0) - (order[changes.indexOf(b)] ?? 0));
  while (left.length > 0) {
    const waiting: string[] = [];
    for (const id of left) {
      const { userErrors } = await undoChange(store, { id, actor: ACTOR });
      const [error] = userErrors;
      if (error === undefined) {
        expect(await problemsIn(store, records)).toEqual([]);
        continue;
      }
      const others = left.filter((other) => other !== id);
      expect(
        others.filter((other) => error.message.includes(other)),
        error.message,
      ).toHaveLength(1);
      waiting.push(id);
    }
    refused += waiting.length;
    expect(waiting.length).toBeLessThan(left.length);
    left = waiting;
  }
  return refused;
}

describe.each(STORES)('edits (%s)', (_, open) => {
  test('that are undone in any order leave everything as it was', { timeout: 120_000 }, async () => {
    let made = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        randomRecords(),
        // Mostly edits of which one builds on another, so that there is something to refuse whatever is drawn.
        fc.oneof(
          { weight: 1, arbitrary: fc.array(EDIT, { minLength: 1, maxLength: 8 }) },
          { weight: 4, arbitrary: ENTANGLED_EDITS },
        ),
        fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
        async (records, edits, order) => {
          const store = await openStore(open, records);
          const before = await lastingAnswers(store, records);
          const changes = changesOf(await makeAll(store, records, edits));
          made += changes.length;
          expect(await problemsIn(store, records)).toEqual([]);
          refused += await undoAll(store, records, changes, order);
          expect(await lastingAnswers(store, records)).toEqual(before);
        },
      ),
      { numRuns: 30, interruptAfterTimeLimit: 90_000 },
    );
    expect(made).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(0);
  });

  test('that are undone in reverse order are all undone at once', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomRecords(), fc.array(EDIT, { minLength: 1, maxLength: 6 }), async (records, edits) => {
        const store = await openStore(open, records);
        const changes = changesOf(await makeAll(store, records, edits));
        expect(await undoAll(store, records, changes.toReversed(), [...changes.keys()])).toBe(0);
      }),
      { numRuns: 20, interruptAfterTimeLimit: 20_000 },
    );
  });
});

test('edits do the same in every store', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(randomRecords(), fc.array(EDIT, { minLength: 1, maxLength: 5 }), async (records, edits) => {
      const answers: unknown[] = [];
      for (const [, open] of STORES) {
        const store = await openStore(open, records);
        const outcomes = await makeAll(store, records, edits);
        answers.push({ outcomes, answers: await lastingAnswers(store, records) });
      }
      expect(answers[1]).toEqual(answers[0]);
    }),
    { numRuns: 20, interruptAfterTimeLimit: 20_000 },
  );
});
