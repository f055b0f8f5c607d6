import { InvariantError } from '../../src/domain/errors.js';
import type { Stretch } from '../../src/domain/span.js';
import type { StatementKind } from '../../src/domain/statement.js';
import { quotedStretches } from './quotation-marks.js';

interface Checked {
  readonly content: readonly Stretch[];
  readonly kind: StatementKind;
  readonly parent: string | null;
  readonly quotations: readonly { readonly span: Stretch; readonly wordsOf: string }[];
}

type Statements = ReadonlyMap<string, Checked>;

/** The chain of attribution has an end, and what is reported stands in the content of the statement that reports it. */
export function checkParents(key: string, statements: Statements): void {
  const chain = [key];
  for (let at = statements.get(key)?.parent ?? null; at !== null; at = statements.get(at)?.parent ?? null) {
    if (chain.includes(at)) throw new InvariantError(`${key} reports itself: ${[...chain, at].join(', ')}.`);
    chain.push(at);
  }
  const statement = statements.get(key);
  const parent = statements.get(statement?.parent ?? '');
  if (statement === undefined || parent === undefined) return;
  if (!statement.content.every((span) => parent.content.some((around) => inside(span, around)))) {
    throw new InvariantError(`The content of ${key} does not stand in that of ${statement.parent}, which reports it.`);
  }
}

/** The kind agrees with the quotation marks of the text, and quotations with both. */
export function checkKinds(key: string, statements: Statements, text: string): void {
  const statement = statements.get(key);
  if (statement === undefined) return;
  const marked = quotedStretches(text);
  for (const { span } of statement.quotations) {
    const words = text.slice(span.start, span.end);
    if (!marked.some((marks) => inside(span, marks) && lettersIn(marks, text).every((at) => holds(span, at)))) {
      throw new InvariantError(`“${words}” is not all that stands between two quotation marks.`);
    }
    if (!statement.content.some((around) => inside(span, around))) {
      throw new InvariantError(`“${words}” does not stand in the content of ${key}.`);
    }
  }
  const kind = kindByMarks(key, statement, statements, marked, text);
  if (kind !== statement.kind) throw new InvariantError(`By its quotation marks ${key} is ${kind}.`);
}

/** DIRECT where all words stand in quotation marks, INDIRECT where none do; marks that are credited to another do not count. */
function kindByMarks(key: string, { content }: Checked, all: Statements, marked: Stretch[], text: string) {
  const credits = [...all.values()].flatMap(({ quotations }) => quotations);
  const own = marked.filter((marks) => {
    const credit = credits.find(
      ({ span }) => inside(span, marks) && lettersIn(marks, text).every((at) => holds(span, at)),
    );
    return credit === undefined || credit.wordsOf === key;
  });
  const letters = content.flatMap((span) => lettersIn(span, text));
  const isOwn = (at: number) => own.some((marks) => holds(marks, at));
  if (letters.every(isOwn)) return 'DIRECT';
  return letters.some(isOwn) ? 'MIXED' : 'INDIRECT';
}

function lettersIn({ start, end }: Stretch, text: string): number[] {
  return [...text.slice(start, end).matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => start + index);
}

function inside(inner: Stretch, outer: Stretch): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function holds({ start, end }: Stretch, offset: number): boolean {
  return offset >= start && offset < end;
}
