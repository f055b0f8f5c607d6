import type { TextSpan } from '../domain/span.js';
import type { ListedArticle } from './articles.js';
import { CodePoints } from './code-points.js';

/**
 * An article in the annotation format of Citron, the BBC’s quotation extractor: its text, and for each statement with a cue
 * the cue, the sources and the contents. Citron knows one cue span, which here is the first, and counts code points.
 */
export function citronDocument({ revision, statements }: ListedArticle): object {
  const points = new CodePoints(revision.text);
  const spanOf = ({ start, end, text }: TextSpan) => ({ start: points.before(start), end: points.before(end), text });
  return {
    text: revision.text,
    quotes: statements.flatMap(({ id, cueSpans, speakerSpans, spans, provenance }) => {
      const [cue] = cueSpans;
      if (cue === undefined) return [];
      const confidence = provenance.confidence === null ? {} : { confidence: provenance.confidence };
      return [{ id, cue: spanOf(cue), sources: speakerSpans.map(spanOf), contents: spans.map(spanOf), ...confidence }];
    }),
  };
}
