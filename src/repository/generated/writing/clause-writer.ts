import { type ArticleDraft, credit, type StatementDraft } from './article-draft.js';
import type { Clause, Segment } from './clause.js';
import type { Mark } from './text-builder.js';

/** Writes clauses into an article: what a statement says, or what the article says itself. */
export class ClauseWriter {
  readonly #draft: ArticleDraft;

  constructor(draft: ArticleDraft) {
    this.#draft = draft;
  }

  /** Writes a clause. What it names is what the statement is about, and its figures are the statement’s. */
  write(clause: Clause, statement: StatementDraft | null): Mark {
    return this.#draft.text.marking(() => {
      for (const segment of clause) this.#writeSegment(segment, statement);
    });
  }

  #writeSegment(segment: Segment, statement: StatementDraft | null): void {
    const { text, statistics } = this.#draft;
    if ('words' in segment) {
      text.write(segment.words);
    } else if ('named' in segment) {
      const mark = this.#draft.name(segment.named, segment.name);
      if (statement !== null)
        statement.about.set(segment.named.entity.id, [...(statement.about.get(segment.named.entity.id) ?? []), mark]);
    } else if ('quoted' in segment) {
      const mark = this.write(segment.quoted, statement);
      if (statement !== null) credit(mark, statement);
    } else if ('figure' in segment) {
      statistics.push({
        figure: segment.figure,
        mark: text.write(segment.number),
        subject: segment.subject,
        asOfMark: null,
        statement,
      });
    } else {
      const mark = text.write(segment.asOf);
      const last = statistics.pop();
      if (last !== undefined) statistics.push({ ...last, asOfMark: mark });
    }
  }
}
