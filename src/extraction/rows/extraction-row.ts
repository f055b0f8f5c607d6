import type { Stretch } from '../../domain/span.js';
import type {
  DateExpression,
  ExtractedName,
  ExtractedPerson,
  ExtractedStatement,
  ExtractedStatistic,
  Extraction,
  Quantity,
} from '../extraction.js';
import type { ArticleRow } from './article-row.js';

/** `[start, end)` in UTF-16 units of the text. */
type Offsets = readonly [start: number, end: number];

/**
 * What the engine finds in one article, as a line of JSON has it: spans as pairs, fields in a fixed order.
 * docs/extraction.md describes them.
 */
export function extractionRow(id: ArticleRow['id'], found: Extraction) {
  return {
    id,
    statements: found.statements.map(statementOf),
    people: found.people.map(personOf),
    organizations: found.organizations.map((organization) => ({
      ...nameOf(organization),
      kind: organization.kind,
      aliases: organization.aliases,
    })),
    places: found.places.map(nameOf),
    topics: found.topics.map(nameOf),
    unnamedSources: found.unnamedSources.map(({ id: source, description, kind, plural, affiliation, mentions }) => ({
      id: source,
      description,
      kind,
      plural,
      affiliation,
      mentions: mentions.map(offsets),
    })),
    unresolved: found.unresolved.map(({ span, candidates }) => ({ span: offsets(span), candidates })),
    quantities: found.quantities.map(quantityOf),
    statistics: found.statistics.map(statisticOf),
    dates: found.dates.map(dateOf),
    relations: found.relations.map(({ kind, from, to, span, confidence }) => ({
      kind,
      from,
      to,
      span: span && offsets(span),
      confidence,
    })),
  };
}

function offsets({ start, end }: Stretch): Offsets {
  return [start, end];
}

function statementOf(statement: ExtractedStatement) {
  const { id, kind, force, source, cue, content, speaker, speakerStatus, candidates } = statement;
  const { parent, medium, mediumSpan, said, about, quotations, confidence } = statement;
  return {
    id,
    kind,
    force,
    source: source.map(offsets),
    cue: cue.map(offsets),
    content: content.map(offsets),
    speaker,
    speakerStatus,
    candidates,
    parent,
    medium,
    mediumSpan: mediumSpan && offsets(mediumSpan),
    said: said && dateOf(said),
    about,
    quotations: quotations.map(({ span, wordsOf }) => ({ span: offsets(span), wordsOf })),
    confidence,
  };
}

function nameOf({ id, name, mentions }: ExtractedName) {
  return { id, name, mentions: mentions.map(offsets) };
}

function personOf({ id, name, aliases, roles, relationships, mentions }: ExtractedPerson) {
  return {
    id,
    name,
    aliases,
    roles: roles.map(({ title, organization, span }) => ({ title, organization, span: offsets(span) })),
    relationships: relationships.map(({ kind, to, span }) => ({ kind, to, span: offsets(span) })),
    mentions: mentions.map(offsets),
  };
}

function quantityOf({ span, value, upperValue, unit, comparator, about }: Quantity) {
  return { span: offsets(span), value, upperValue, unit, comparator, about };
}

function statisticOf(statistic: ExtractedStatistic) {
  const { quantity, metric, subject, place, asOf, claimedBy, statement, confidence } = statistic;
  const { comparator, measure, change } = statistic;
  return {
    quantity,
    metric,
    subject,
    place,
    asOf: asOf && dateOf(asOf),
    claimedBy,
    statement,
    comparator,
    measure,
    change,
    confidence,
  };
}

function dateOf({ from, to, precision, span }: DateExpression) {
  return { from, to, precision, span: offsets(span) };
}
