import { contextOf, type TextSpan } from '../domain/span.js';
import type { Statement } from '../domain/statement.js';
import { type ListedArticle, speakerLabel, uriOf } from './articles.js';
import { CodePoints } from './code-points.js';

const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/**
 * The spans of an article’s statements as annotations of the W3C Web Annotation Data Model: one for each statement, whose
 * targets are its content, the words that name the speaker and the cue, each by position and by quotation. Positions count
 * code points, as the model asks.
 */
export function webAnnotations(listed: ListedArticle): object[] {
  const points = new CodePoints(listed.revision.text);
  return listed.statements.map((statement) => annotation(listed, statement, points));
}

function annotation(listed: ListedArticle, statement: Statement, points: CodePoints): object {
  const { id, spans, speakerSpans, cueSpans, provenance } = statement;
  const targets = (all: readonly TextSpan[], role: string) => all.map((span) => target(listed, span, role, points));
  const speaker = speakerLabel(listed, statement);
  return {
    '@context': ANNOTATION_CONTEXT,
    ...{ id: uriOf(id), type: 'Annotation', motivation: 'identifying' },
    created: provenance.recordedAt.toISOString(),
    generator: { type: 'Software', name: provenance.agent },
    body: [
      { type: 'SpecificResource', source: uriOf(id), purpose: 'identifying' },
      ...(speaker === null ? [] : [{ type: 'TextualBody', value: speaker, purpose: 'describing' }]),
    ],
    target: [...targets(spans, 'content'), ...targets(speakerSpans, 'speaker'), ...targets(cueSpans, 'cue')],
  };
}

function target({ article, revision }: ListedArticle, span: TextSpan, role: string, points: CodePoints): object {
  const { prefix, suffix } = contextOf(span, revision.text);
  return {
    ...{ type: 'SpecificResource', source: article.url ?? uriOf(article.id), scope: uriOf(revision.id) },
    styleClass: role,
    selector: [
      { type: 'TextPositionSelector', start: points.before(span.start), end: points.before(span.end) },
      { type: 'TextQuoteSelector', exact: span.text, prefix, suffix },
    ],
  };
}
