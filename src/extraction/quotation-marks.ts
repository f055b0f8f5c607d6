import type { Stretch } from '../domain/span.js';
import type { QuotedStretch } from './document.js';

/** Pairs the quotation marks of a text, paragraph by paragraph. */
export function findQuotations(text: string, paragraphs: readonly Stretch[]): QuotedStretch[] {
  const found: QuotedStretch[] = [];
  for (const [i, paragraph] of paragraphs.entries()) {
    const open: { readonly mark: Mark; readonly at: number }[] = [];
    for (const { mark, at, role } of marksIn(text, paragraph)) {
      const top = open.at(-1);
      if (role !== 'OPEN' && top !== undefined && top.mark.kind === mark.kind) {
        open.pop();
        found.push(quoted(text, { start: top.at, end: at + 1 }, open.length, false, 1));
      } else if (role !== 'CLOSE') open.push({ mark, at });
    }
    const first = open[0];
    const next = paragraphs[i + 1];
    if (first !== undefined && next !== undefined && text[next.start] === text[first.at]) {
      found.push(quoted(text, { start: first.at, end: paragraph.end }, 0, true, 0));
    }
  }
  return found.sort((a, b) => a.outer.start - b.outer.start || b.outer.end - a.outer.end);
}

interface Mark {
  readonly kind: 'double' | 'straight' | 'single' | 'straight single' | 'angle';
}

interface FoundMark {
  readonly mark: Mark;
  readonly at: number;
  readonly role: 'OPEN' | 'CLOSE' | 'EITHER';
}

function* marksIn(text: string, { start, end }: Stretch): Generator<FoundMark> {
  for (let at = start; at < end; at++) {
    const found = markAt(text, at);
    if (found !== undefined) yield found;
  }
}

function markAt(text: string, at: number): FoundMark | undefined {
  const before = at === 0 || /[\s([—–-]|["“‘']/u.test(text[at - 1] ?? ' ');
  const inWord = /[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && /[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ');
  switch (text[at]) {
    case '“':
      return { mark: { kind: 'double' }, at, role: 'OPEN' };
    case '”':
      return { mark: { kind: 'double' }, at, role: 'CLOSE' };
    case '"':
      return { mark: { kind: 'straight' }, at, role: before ? 'OPEN' : 'EITHER' };
    case '«':
      return { mark: { kind: 'angle' }, at, role: 'OPEN' };
    case '»':
      return { mark: { kind: 'angle' }, at, role: 'CLOSE' };
    case '‘':
      return { mark: { kind: 'single' }, at, role: 'OPEN' };
    case '’':
      return inWord ? undefined : { mark: { kind: 'single' }, at, role: 'CLOSE' };
    case "'":
      return inWord ? undefined : { mark: { kind: 'straight single' }, at, role: before ? 'OPEN' : 'CLOSE' };
    default:
      return undefined;
  }
}

function quoted(text: string, outer: Stretch, depth: number, continues: boolean, closing: number): QuotedStretch {
  const inner = { start: outer.start + 1, end: outer.end - closing };
  const words = text.slice(inner.start, inner.end);
  const use = /\s/u.test(words.trim()) || /[,.!?]$/u.test(words) ? 'SPEECH' : 'SCARE';
  return { inner, outer, depth, continues, use };
}
