import type { Language } from '../languages/language.js';
import type { Random } from '../random.js';
import type { Cast, Story } from '../story.js';
import type { World } from '../world/world.js';
import { ArticleDraft, type StatementDraft } from './article-draft.js';
import { ClauseMaker } from './clause-maker.js';
import { ClauseWriter } from './clause-writer.js';
import type { Recall } from './recall.js';
import { RelationWriter } from './relation-writer.js';
import { ReportMaker } from './report-maker.js';
import { ReportWriter } from './report-writer.js';
import { templateOf } from './template.js';
import { Voices } from './voices.js';

/** What an article is to be about, and in which language. */
export interface Assignment {
  readonly language: Language;
  readonly story: Story;
  readonly cast: Cast;
  readonly world: World;
  readonly recall: Recall;
  readonly random: Random;
}

/** An article that is written: its headline, and its text with what stands where. */
export interface WrittenArticle {
  readonly title: string;
  readonly draft: ArticleDraft;
}

/** Lengths in words, of which half the articles have about 500. */
const LENGTHS: readonly (readonly [readonly [shortest: number, longest: number], weight: number])[] = [
  [[330, 440], 34],
  [[440, 560], 36],
  [[560, 700], 20],
  [[700, 830], 10],
];
/** One sentence of reported speech for so many words; some of them report several statements. */
const WORDS_A_REPORT = 55;
/** Shares in per cent: of reports that carry a figure, that repeat what another article reported, that relate to another. */
const WITH_FIGURE = 32;
const AGAIN = 7;
const RELATED = 14;
const OWN_FIGURES = 2;

/** Writes an article. */
export function writeArticle(assignment: Assignment): WrittenArticle {
  return new ArticleWriter(assignment).write();
}

class ArticleWriter {
  readonly #assignment: Assignment;
  readonly #draft = new ArticleDraft();
  readonly #maker: ClauseMaker;
  readonly #clauses: ClauseWriter;
  readonly #voices: Voices;
  readonly #reportMaker: ReportMaker;
  readonly #reports: ReportWriter;
  readonly #relations: RelationWriter;

  constructor(assignment: Assignment) {
    const { language, cast, world, story, recall, random } = assignment;
    this.#assignment = assignment;
    this.#maker = new ClauseMaker(language, cast, random);
    this.#clauses = new ClauseWriter(this.#draft);
    this.#voices = new Voices(this.#draft, language, cast, world, random);
    this.#reportMaker = new ReportMaker(language, this.#voices, this.#maker, random);
    this.#reports = new ReportWriter(this.#draft, language, this.#voices, this.#clauses, story, random);
    this.#relations = new RelationWriter(this.#draft, language, this.#voices, recall, random);
  }

  write(): WrittenArticle {
    const { language, random } = this.#assignment;
    const [shortest, longest] = random.weighted(LENGTHS);
    const words = random.int(shortest, longest);
    const reports = Math.max(4, Math.round(words / WORDS_A_REPORT) + random.int(-2, 2));
    const steps = random.shuffled([
      ...Array.from({ length: reports }, () => () => this.#report()),
      ...Array.from({ length: random.int(1, OWN_FIGURES) }, () => () => this.#ownFigure()),
      ...(random.chance(6) ? [() => this.#stranger()] : []),
    ]);
    this.#background();
    for (const [index, step] of steps.entries()) {
      if (random.chance(40)) this.#draft.text.startParagraph();
      step();
      const due = ((index + 1) / steps.length) * words * language.charactersPerWord;
      while (this.#draft.text.text.length < due) this.#background();
    }
    return { title: this.#title(), draft: this.#draft };
  }

  #report(): void {
    const { random } = this.#assignment;
    const earlier = this.#draft.statements.filter(({ parent }) => parent === null);
    this.#draft.text.startSentence(this.#assignment.language.space);
    const statement =
      this.#again() ??
      this.#reports.write(this.#reportMaker.compose(random.chance(WITH_FIGURE) ? this.#figure() : null));
    if (random.chance(RELATED)) this.#relations.write(statement, earlier);
  }

  /** Reports once more what an article in the same language has reported; not what this one has reported again already. */
  #again(): StatementDraft | undefined {
    const { random, recall, language } = this.#assignment;
    if (!random.chance(AGAIN)) return undefined;
    const used = new Set(this.#draft.statements.map(({ utteranceId }) => utteranceId));
    const known = recall.statements.filter(
      ({ voice, language: tag, utteranceId }) =>
        voice.status === 'NAMED' && tag === language.tag && !used.has(utteranceId),
    );
    if (known.length === 0) return undefined;
    return this.#reports.write(this.#reportMaker.composeAgain(random.pickRanked(known.toReversed())));
  }

  #figure() {
    const { story, cast, world } = this.#assignment;
    return this.#maker.composeFigure(story, cast, world);
  }

  /** A figure that the article states itself. */
  #ownFigure(): void {
    this.#sentence(() => this.#clauses.write(this.#figure(), null));
  }

  #background(): void {
    this.#sentence(() => this.#clauses.write(this.#maker.compose(this.#assignment.language.background), null));
  }

  /** Somebody whose name the text leaves open: nobody knows who it is, or which of two namesakes. */
  #stranger(): void {
    const { language, world, random, cast } = this.#assignment;
    const { text } = this.#draft;
    const namesake = cast.people.find(({ sibling }) => sibling !== null);
    const other = namesake?.sibling == null ? null : world.people.withNumber(namesake.sibling);
    const candidates = namesake === undefined || other === null ? [] : [namesake, other];
    const name = namesake?.surname ?? world.people.withNumber(random.int(1, 1_000_000)).surname;
    text.startSentence(language.space);
    for (const part of templateOf(random.pick(language.strangers))) {
      const mark = text.write('words' in part ? part.words : name);
      if ('slot' in part) this.#draft.unresolved.push({ mark, candidates });
    }
  }

  #sentence(compose: () => void): void {
    const { language } = this.#assignment;
    this.#draft.text.startSentence(language.space);
    compose();
    this.#draft.text.write(language.fullStop);
  }

  #title(): string {
    const { language } = this.#assignment;
    const draft = new ArticleDraft();
    new ClauseWriter(draft).write(this.#maker.compose(language.titles), null);
    return draft.text.text;
  }
}
