import type { Provenance } from '../../domain/provenance.js';
import type { TextSpan } from '../../domain/span.js';
import {
  kindOf,
  Medium,
  type Quotation,
  relationId,
  type Statement,
  StatementForce,
  type StatementRelation,
  StatementRelationKind,
  statementText,
} from '../../domain/statement.js';
import type { Draft, StatementDraft } from './draft.js';
import { type Library, ownStatement, ownStatistic } from './library.js';
import { referenceOf, speakingOf } from './naming.js';
import type { SeedValue } from './seed-value.js';

/** Reads the statements of a brief. */
export function readStatements(draft: Draft, library: Library, provenance: Provenance): Statement[] {
  const quotations = readQuotations(draft);
  return [...draft.statements.values()].map((statement) =>
    readStatement(statement, draft, quotations, library, provenance),
  );
}

function readStatement(
  statement: StatementDraft,
  draft: Draft,
  credited: readonly Credited[],
  library: Library,
  provenance: Provenance,
): Statement {
  const { id, spans, fields } = statement;
  const { anchor, naming } = draft;
  const quotations = quotationsOf(statement, credited);
  const parent = fields.optional('parent');
  return {
    id,
    articleId: naming.brief.article.id,
    revisionId: naming.brief.revision.id,
    kind: kindOf({ id, spans, quotations }),
    text: statementText(spans),
    spans,
    quotations,
    ...speakingOf(naming, fields.optional('speaker')),
    speakerSpans: anchor.spans(fields.optional('speakerText')),
    speakerRole: anchor.optionalSpan(fields.optional('role'))?.text ?? null,
    cueSpans: anchor.spans(fields.optional('cue')),
    force: fields.optional('force')?.oneOf(StatementForce) ?? 'STATED',
    medium: fields.optional('medium')?.oneOf(Medium) ?? null,
    mediumText: anchor.optionalSpan(fields.optional('mediumText'))?.text ?? null,
    said: anchor.date(fields.optional('said')),
    parentId: parent === undefined ? null : ownStatement(draft, parent).id,
    about: fields.items('about').map((subject) => referenceOf(naming, subject, spans)),
    utteranceId: library.utteranceOf({ draft, statement }),
    standing: 'STANDS',
    lastChange: null,
    provenance,
  };
}

/** A quotation as it is annotated: once, with the statement whose words it is. */
interface Credited {
  readonly quotation: Quotation;
  readonly owner: StatementDraft;
}

function readQuotations(draft: Draft): Credited[] {
  const sofar = new Map<number, Credited>();
  for (const owner of draft.statements.values()) {
    for (const value of owner.fields.items('quotations')) {
      const span = draft.anchor.span(value);
      const other = sofar.get(span.start);
      if (other !== undefined) {
        throw value.error(`These words are credited to “${other.owner.key.text()}” already: write a quotation once.`);
      }
      sofar.set(span.start, { quotation: { span, wordsOfId: owner.id }, owner });
    }
  }
  return [...sofar.values()];
}

/**
 * The quotations in a statement: its own, and those of others that its content overlaps. So words that stand in a
 * report and in the statement it reports are quotations of both, credited to the one whose words they are.
 */
function quotationsOf(statement: StatementDraft, credited: readonly Credited[]): Quotation[] {
  return credited
    .filter(
      ({ owner, quotation }) => owner === statement || statement.spans.some((span) => overlap(span, quotation.span)),
    )
    .map(({ quotation }) => quotation)
    .sort((a, b) => a.span.start - b.span.start);
}

function overlap(a: TextSpan, b: TextSpan): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A relation, and where it is annotated. */
export interface PlacedRelation {
  readonly relation: StatementRelation;
  readonly value: SeedValue;
}

/** Reads what the statements of a brief do to others. Where the text says so it is STATED; the rest are an editor's. */
export function readRelations(draft: Draft, library: Library, provenance: Provenance): PlacedRelation[] {
  const ids = new Set<string>();
  return [...draft.statements.values()].flatMap((from) =>
    from.fields.items('relations').map((value) => {
      const relation = readRelation(value, from, draft, library, provenance);
      if (ids.has(relation.id)) throw value.error('This relation stands here twice; leave one out.');
      ids.add(relation.id);
      return { relation, value };
    }),
  );
}

function readRelation(
  value: SeedValue,
  from: StatementDraft,
  draft: Draft,
  library: Library,
  provenance: Provenance,
): StatementRelation {
  const fields = value.record(['kind', 'to', 'figure', 'text']);
  const kind = fields.required('kind').oneOf(StatementRelationKind);
  const { draft: other, statement: to } = library.find(fields.required('to'), draft);
  const figure = fields.optional('figure');
  const toStatisticId = figure === undefined ? null : figureIn(to, other, figure);
  const span = draft.anchor.optionalSpan(fields.optional('text'));
  return {
    id: relationId(kind, from.id, to.id, toStatisticId),
    kind,
    fromId: from.id,
    toId: to.id,
    toStatisticId,
    basis: span === null ? 'EDITOR' : 'STATED',
    span,
    provenance,
  };
}

/** The figure that a relation is to, which the statement that it is to must carry. */
function figureIn(to: StatementDraft, draft: Draft, value: SeedValue): StatementRelation['toStatisticId'] {
  const { id, fields } = ownStatistic(draft, value);
  const carrier = fields.optional('statement');
  if (carrier !== undefined && ownStatement(draft, carrier) === to) return id;
  throw value.error(`The figure “${value.text()}” is not one that the statement “${to.key.text()}” carries.`);
}
