import type { RecalledStatement } from './article-draft.js';

/** How many statements of earlier articles are remembered: about those of the last three stories. */
const KEPT = 96;

/** The statements of the last articles, which later ones relate to and report again. Its size does not grow. */
export class Recall {
  #statements: RecalledStatement[] = [];

  get statements(): readonly RecalledStatement[] {
    return this.#statements;
  }

  remember(statements: readonly RecalledStatement[]): void {
    this.#statements = [...this.#statements, ...statements].slice(-KEPT);
  }

  /** When the news begins with 2030 again, nothing of later years can be known. */
  forget(): void {
    this.#statements = [];
  }
}
