import type { Provenance } from '../provenance.js';
import type { Stretch, TextSpan } from '../span.js';
import { kindOf, type Quotation, type Reference, type Statement, statementText } from '../statement.js';
import type { Statistic } from '../statistic.js';
import type { Reanchoring } from './reanchor.js';

/** The wording that spans are moved to, and where those of the one before stand in it. */
export interface Move {
  readonly revision: { readonly id: TextSpan['revisionId']; readonly text: string };
  readonly anchors: Reanchoring;
}

/** The move out of each wording, by its id. */
export type Moves = ReadonlyMap<string, Move>;

/** Whether people made a record, or have said what it is to be: no later reading changes it. */
export function isMadeByHand({ provenance }: { readonly provenance: Provenance }): boolean {
  return provenance.origin !== 'ENGINE' || provenance.review !== 'UNREVIEWED';
}

/** A statement where its words stand in the new wording; as it was, and GONE, where they do not. */
export function movedStatement(statement: Statement, moves: Moves): Statement {
  const move = moves.get(statement.revisionId);
  if (move === undefined) return { ...statement, standing: 'GONE' };
  const places = statement.spans.map((span) => move.anchors.find(span));
  // Paragraphs that change places take their parts of the content with them.
  const content = places.filter((place) => place !== null).sort((a, b) => a.start - b.start);
  if (content.length < places.length || doOverlap(content)) return { ...statement, standing: 'GONE' };
  const [first, last] = [content[0], content.at(-1)];
  if (first === undefined || last === undefined) return { ...statement, standing: 'GONE' };
  const spans = content.map((place) => spanAt(move, place));
  const near = { start: first.start, end: last.end };
  const beside = (all: readonly TextSpan[]) => all.flatMap((span) => movedSpan(span, move, near) ?? []);
  const quotations = statement.quotations.flatMap((quotation) => movedQuotation(quotation, move, near, spans));
  const { said } = statement;
  return {
    ...statement,
    ...{ revisionId: move.revision.id, spans, text: statementText(spans), quotations, standing: 'STANDS' },
    kind: kindOf({ id: statement.id, spans, quotations }),
    ...{ speakerSpans: beside(statement.speakerSpans), cueSpans: beside(statement.cueSpans) },
    said: said && { ...said, span: said.span && movedSpan(said.span, move, near) },
    about: statement.about.map((reference): Reference => ({ ...reference, spans: beside(reference.spans) })),
  };
}

/** A figure where it stands in the new wording; as it was, and GONE, where it does not. */
export function movedStatistic(statistic: Statistic, moves: Moves): Statistic {
  const move = moves.get(statistic.revisionId);
  const place = move?.anchors.find(statistic.span) ?? null;
  if (move === undefined || place === null) return { ...statistic, standing: 'GONE' };
  const span = spanAt(move, place);
  const { asOf } = statistic;
  return {
    ...statistic,
    ...{ revisionId: move.revision.id, span, valueText: span.text, standing: 'STANDS' },
    asOf: asOf && { ...asOf, span: asOf.span && movedSpan(asOf.span, move, place) },
  };
}

/** A span that stands beside others where these stand now; null where it does not. */
function movedSpan(span: TextSpan, move: Move, near: Stretch): TextSpan | null {
  const place = move.anchors.findNear(span, near);
  return place && spanAt(move, place);
}

function movedQuotation(
  { span, wordsOfId }: Quotation,
  move: Move,
  near: Stretch,
  content: readonly TextSpan[],
): Quotation[] {
  const moved = movedSpan(span, move, near);
  const isInContent = content.some((part) => moved !== null && moved.start < part.end && moved.end > part.start);
  return moved !== null && isInContent ? [{ span: moved, wordsOfId }] : [];
}

function spanAt({ revision }: Move, { start, end }: Stretch): TextSpan {
  return { revisionId: revision.id, start, end, text: revision.text.slice(start, end) };
}

function doOverlap(stretches: readonly Stretch[]): boolean {
  return stretches.some(({ start }, index) => start < (stretches[index - 1]?.end ?? 0));
}
