import type { ArticleRevision } from '../domain/article.js';
import { quotedStretches } from '../domain/quotation-marks.js';
import { overlaps, type Stretch, spanAt, type TextSpan } from '../domain/span.js';
import { type Quotation, type Statement, statementText } from '../domain/statement.js';

/** The content of a statement: where it stands, and what of it is quoted. */
type Content = Pick<Statement, 'spans' | 'text' | 'quotations'>;

/**
 * The content that stands at these spans. Quotations that are known and still in it are kept, and the words between
 * quotation marks that none of them covers are added.
 */
export function contentAt(
  spans: readonly TextSpan[],
  revision: ArticleRevision,
  known: readonly Quotation[] = [],
): Content {
  const inContent = (quoted: Stretch) => spans.some((span) => overlaps(span, quoted));
  const marked = quotedStretches(revision.text).filter(inContent);
  const kept = known.filter(({ span, wordsOfId }) => {
    const isWhole = wordsOfId !== null || !marked.some((stretch) => exceeds(stretch, span));
    return span.revisionId === revision.id && inContent(span) && isWhole;
  });
  const added = marked
    .filter((stretch) => !kept.some(({ span }) => overlaps(span, stretch)))
    .map(({ start, end }) => ({ span: spanAt(revision, start, end), wordsOfId: null }));
  const quotations = [...kept, ...added].sort((a, b) => a.span.start - b.span.start);
  return { spans, text: statementText(spans), quotations };
}

/** Whether one holds the other and more. */
function exceeds(whole: Stretch, part: Stretch): boolean {
  return whole.start <= part.start && part.end <= whole.end && whole.end - whole.start > part.end - part.start;
}
