import { overlaps, type Stretch } from '../../domain/span.js';
import type { StatementKind } from '../../domain/statement.js';
import type { Document, QuotedStretch } from '../document.js';

/** What the marks of a text are credited by: a statement’s content and how deep in its chain it stands. */
interface Credited {
  readonly id: string;
  readonly content: readonly Stretch[];
  /** 0 for one that nobody in the text reports, 1 for one that it reports, and so on. */
  readonly depth: number;
  readonly parent: string | null;
  /** Whether it tells of a document in the words of the statement that reports it. */
  readonly retold: boolean;
}

export interface CreditedQuotation {
  readonly span: Stretch;
  readonly wordsOf: string;
}

/**
 * The words between quotation marks in the content of each statement, and whose they are: the innermost statement’s whose
 * content holds them whole. Words in marks within other marks count where a statement of its own has them.
 */
export function creditQuotations(
  document: Document,
  statements: readonly Credited[],
): ReadonlyMap<string, readonly CreditedQuotation[]> {
  const found = new Map<string, CreditedQuotation[]>(statements.map(({ id }) => [id, []]));
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  for (const { quoted, around, holders } of quotationsIn(document, statements)) {
    const whole = holders.filter(({ content }) => holdsWhole(document.text, content, quoted.inner));
    const owner = innermost(whole);
    const part = holders.find(({ depth }) => depth === 0);
    if (owner === undefined) {
      if (part !== undefined && around === null) found.get(part.id)?.push(...clipped(document.text, part, quoted));
    } else if (around === null || owner.content.every(({ start }) => start > around.inner.start)) {
      for (const [id, wordsOf] of credits(owner, whole, byId)) {
        found.get(id)?.push(...clipped(document.text, { id: wordsOf, content: [quoted.inner] }, quoted));
      }
    }
  }
  return found;
}

/** Which statements hold a quotation, and whose words it is: the owner’s, and for a second speaker of the same cue their own. */
function* credits(
  owner: Credited,
  whole: readonly Credited[],
  byId: ReadonlyMap<string, Credited>,
): Generator<readonly [id: string, wordsOf: string]> {
  for (let at: Credited | undefined = owner; at !== undefined; at = byId.get(at.parent ?? '')) {
    if (whole.includes(at)) yield [at.id, owner.id];
  }
  for (const { id, depth, content } of whole) {
    if (content === owner.content && depth === owner.depth && id !== owner.id) yield [id, id];
  }
}

/** DIRECT where all words of the content stand in marks that are the statement’s own, INDIRECT where none do. */
export function kindOfContent(
  text: string,
  id: string,
  content: readonly Stretch[],
  quotations: readonly CreditedQuotation[],
): StatementKind {
  const own = quotations.filter(({ wordsOf }) => wordsOf === id);
  if (own.length === 0) return 'INDIRECT';
  let [inside, outside] = [false, false];
  for (const { start, end } of content) {
    let at = start;
    for (const { span } of own) {
      if (span.end <= at || span.start >= end) continue;
      inside = true;
      outside ||= hasWords(text, at, span.start);
      at = span.end;
    }
    outside ||= hasWords(text, at, end);
  }
  if (!inside) return 'INDIRECT';
  return outside ? 'MIXED' : 'DIRECT';
}

interface HeldQuotation {
  readonly quoted: QuotedStretch;
  /** The marks that these stand in. */
  readonly around: QuotedStretch | null;
  /** The statements whose content has something of it. */
  readonly holders: readonly Credited[];
}

/** The quotations that stand in some content, in the order of the text. */
function* quotationsIn({ quotations }: Document, statements: readonly Credited[]): Generator<HeldQuotation> {
  const spans = statements
    .flatMap((statement) => statement.content.map((span) => ({ ...span, statement })))
    .sort((a, b) => a.start - b.start);
  const last: QuotedStretch[] = [];
  let next = 0;
  let open: typeof spans = [];
  for (const quoted of quotations) {
    const { start, end } = quoted.inner;
    for (; next < spans.length && (spans[next]?.start ?? end) < end; next++) open.push(...spans.slice(next, next + 1));
    open = open.filter((span) => span.end > start);
    const holders = new Set(open.filter((span) => overlaps(span, quoted.inner)).map(({ statement }) => statement));
    last[quoted.depth] = quoted;
    const around = last[quoted.depth - 1] ?? null;
    if (quoted.use !== 'TITLE' && holders.size > 0) yield { quoted, around, holders: [...holders] };
  }
}

function innermost(statements: readonly Credited[]): Credited | undefined {
  let deepest: Credited | undefined;
  for (const statement of statements) {
    if (deepest === undefined || statement.depth > deepest.depth) deepest = statement;
  }
  // The marks within what is retold are those of whoever retells it.
  const teller = deepest?.retold ? statements.find(({ id }) => id === deepest.parent) : undefined;
  return teller ?? deepest;
}

/** The parts of a quotation that some content holds, without marks and punctuation at their ends. */
function clipped(text: string, { id, content }: Pick<Credited, 'id' | 'content'>, { inner }: QuotedStretch) {
  return content.flatMap(({ start, end }): CreditedQuotation[] => {
    const span = trimmed(text, { start: Math.max(start, inner.start), end: Math.min(end, inner.end) });
    return span === null ? [] : [{ span, wordsOf: id }];
  });
}

/** Whether every letter and digit of a stretch stands in some content. */
function holdsWhole(text: string, content: readonly Stretch[], inner: Stretch): boolean {
  let at = inner.start;
  for (const { start, end } of content) {
    if (end <= at || start >= inner.end) continue;
    if (hasWords(text, at, start)) return false;
    at = end;
  }
  return at > inner.start && !hasWords(text, at, inner.end);
}

function hasWords(text: string, start: number, end: number): boolean {
  return end > start && /[\p{L}\p{N}]/u.test(text.slice(start, end));
}

/** A stretch without the white space and punctuation at its ends; null where nothing else is in it. */
function trimmed(text: string, { start, end }: Stretch): Stretch | null {
  if (start >= end) return null;
  const words = text.slice(start, end);
  const first = words.search(/[\p{L}\p{N}]/u);
  if (first < 0) return null;
  const behind = /[^\p{L}\p{N}]*$/u.exec(words)?.[0].length ?? 0;
  return { start: start + first, end: end - behind };
}
