import { articleId, revisionId } from '../../../domain/article.js';
import type { ResolvedDate } from '../../../domain/dates.js';
import type { Id } from '../../../domain/identity.js';
import type { TextSpan } from '../../../domain/span.js';
import type { Mark } from '../writing/text-builder.js';

/** The ids of a written article, and its spans. */
export class ArticleIdentity {
  readonly articleId: Id<'Article'>;
  readonly revisionId: Id<'ArticleRevision'>;
  readonly #text: string;

  constructor(publisher: Id<'Publisher'>, url: string | null, text: string) {
    this.articleId = articleId(publisher, url, text);
    this.revisionId = revisionId(this.articleId, 1);
    this.#text = text;
  }

  span({ start, end }: Mark): TextSpan {
    return { revisionId: this.revisionId, start, end, text: this.#text.slice(start, end) };
  }

  /** A date that the calendar gave, and where the text says it. */
  date(days: Omit<ResolvedDate, 'span'>, mark: Mark | null): ResolvedDate {
    return { ...days, span: mark === null ? null : this.span(mark) };
  }

  spans(marks: readonly Mark[]): TextSpan[] {
    return marks.map((mark) => this.span(mark));
  }
}

/** Counts how often something came before: the ordinals by which equal things have different ids. */
export class Ordinals {
  readonly #counts = new Map<string, number>();

  next(...parts: readonly string[]): number {
    const key = parts.join('\n');
    const ordinal = this.#counts.get(key) ?? 0;
    this.#counts.set(key, ordinal + 1);
    return ordinal;
  }
}
