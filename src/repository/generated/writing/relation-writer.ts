import type { StatementRelationKind } from '../../../domain/statement.js';
import type { Language } from '../languages/language.js';
import type { Random } from '../random.js';
import type { ArticleDraft, RecalledStatement, StatementDraft } from './article-draft.js';
import type { Recall } from './recall.js';
import { templateOf } from './template.js';
import type { Mark } from './text-builder.js';
import type { Voices } from './voices.js';

const KINDS: readonly (readonly [StatementRelationKind, number])[] = [
  ['CONFIRMS', 22],
  ['DISPUTES', 20],
  ['DOUBTS', 12],
  ['DENIES', 12],
  ['RESPONDS_TO', 14],
  ['REPEATS', 12],
  ['CORRECTS', 8],
];
const BASES = [
  ['STATED', 70],
  ['INFERRED', 22],
  ['EDITOR', 8],
] as const;
/** How many per cent of the relations lead to a statement of an earlier article. */
const TO_EARLIER = 65;
/** How many per cent of those to a statement with a figure lead to the figure. */
const TO_FIGURE = 70;

/** Relates statements to others, in words where the article says it. */
export class RelationWriter {
  readonly #draft: ArticleDraft;
  readonly #language: Language;
  readonly #voices: Voices;
  readonly #recall: Recall;
  readonly #random: Random;

  constructor(draft: ArticleDraft, language: Language, voices: Voices, recall: Recall, random: Random) {
    this.#draft = draft;
    this.#language = language;
    this.#voices = voices;
    this.#recall = recall;
    this.#random = random;
  }

  /** Relates the statement to one before it, if there is one, and to the figure in it where that is in question. */
  write(from: StatementDraft, earlierHere: readonly StatementDraft[]): void {
    const { statements } = this.#recall;
    const isToEarlier = statements.length > 0 && (earlierHere.length === 0 || this.#random.chance(TO_EARLIER));
    const targets: readonly (StatementDraft | RecalledStatement)[] = isToEarlier
      ? statements.toReversed()
      : earlierHere;
    if (targets.length === 0) return;
    const to = this.#random.pickRanked(targets);
    const kind = this.#random.weighted(KINDS);
    const basis = this.#random.weighted(BASES);
    const toFigure = this.#hasFigure(to) && this.#random.chance(TO_FIGURE);
    const mark = basis === 'STATED' ? this.#writeSentence(kind, to) : null;
    this.#draft.relations.push({ kind, from, to, toFigure, basis, mark });
  }

  #hasFigure(to: StatementDraft | RecalledStatement): boolean {
    if ('id' in to) return to.statisticId !== null;
    return this.#draft.statistics.some(({ statement }) => statement === to);
  }

  #writeSentence(kind: StatementRelationKind, { voice }: StatementDraft | RecalledStatement): Mark {
    const { text } = this.#draft;
    text.startSentence(this.#language.space);
    return text.marking(() => {
      for (const part of templateOf(this.#random.pick(this.#language.relations[kind]))) {
        if ('words' in part) text.write(part.words);
        else if (voice.status === 'NAMED') this.#voices.write(voice);
        else text.write(this.#language.earlierReport);
      }
    });
  }
}
