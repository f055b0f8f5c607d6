import type { StatementKind } from '../../../domain/statement.js';
import { printDay } from '../calendar.js';
import type { Cue, Language, ReportPattern } from '../languages/language.js';
import type { Random } from '../random.js';
import type { Story } from '../story.js';
import { type ArticleDraft, credit, type StatementDraft, type Voice } from './article-draft.js';
import type { Clause } from './clause.js';
import type { ClauseWriter } from './clause-writer.js';
import { templateOf } from './template.js';
import type { Voices } from './voices.js';

/** What is to be reported, and how. */
export interface Report {
  readonly pattern: ReportPattern;
  readonly voice: Voice;
  readonly kind: StatementKind;
  /** What is said; two for an interrupted quotation. Empty where the speaker in turn reports something. */
  readonly clauses: readonly Clause[];
  /** What the speaker in turn reports. */
  readonly inner?: Report;
  /** What is known of a statement that an earlier article reported. */
  readonly again?: { readonly utteranceId: StatementDraft['utteranceId']; readonly said: string | null };
}

/** How many per cent of the statements are dated, and how many of these dates the text gives. */
const DATED = 75;
const DATE_IN_TEXT = 45;
const NO_CUE: Cue = ['', 'STATED'];

/** Writes reports into an article and keeps what stands where. */
export class ReportWriter {
  readonly #draft: ArticleDraft;
  readonly #language: Language;
  readonly #voices: Voices;
  readonly #clauses: ClauseWriter;
  readonly #story: Story;
  readonly #random: Random;

  constructor(
    draft: ArticleDraft,
    language: Language,
    voices: Voices,
    clauses: ClauseWriter,
    story: Story,
    random: Random,
  ) {
    this.#draft = draft;
    this.#language = language;
    this.#voices = voices;
    this.#clauses = clauses;
    this.#story = story;
    this.#random = random;
  }

  /** Writes a report with all that is nested in it; gives its statement. */
  write(report: Report, parent: StatementDraft | null = null): StatementDraft {
    const { pattern, voice, again } = report;
    const [cue, force] = pattern.cues.length === 0 ? NO_CUE : this.#random.pick(pattern.cues);
    const statement: StatementDraft = {
      voice,
      parent,
      kind: report.kind,
      force,
      clause: report.clauses[0] ?? null,
      content: [],
      quotations: [],
      speakerMarks: [],
      cueMarks: [],
      about: new Map(),
      medium: pattern.medium ?? null,
      mediumText: null,
      said: this.#saidOf(again),
      utteranceId: again?.utteranceId ?? null,
    };
    this.#draft.statements.push(statement);
    for (const part of templateOf(pattern.pattern)) {
      if ('words' in part) this.#writeWords(part.words);
      else this.#writeSlot(part.slot, cue, report, statement);
    }
    return statement;
  }

  /** A quotation after a colon begins with a capital. */
  #writeWords(words: string): void {
    this.#draft.text.write(words);
    if (words.endsWith(': “')) this.#draft.text.expectCapital();
  }

  #writeSlot(slot: string, cue: string, report: Report, statement: StatementDraft): void {
    const { voice, clauses, inner } = report;
    switch (slot) {
      case 'speaker':
        statement.speakerMarks.push(this.#voices.introduce(voice));
        break;
      case 'brief':
        statement.speakerMarks.push(this.#voices.write(voice));
        break;
      case 'other':
        if (voice.status === 'AMBIGUOUS') statement.speakerMarks.push(this.#voices.writeCharacter(voice.candidates[1]));
        break;
      case 'cue':
        statement.cueMarks.push(this.#draft.text.write(cue));
        break;
      case 'circumstance':
        this.#writeCircumstance(statement);
        break;
      case 'place':
        this.#draft.name({ kind: 'PLACE', entity: this.#story.place }, this.#story.place.name);
        break;
      case 'content':
        this.#writeContent(clauses[0] ?? [], statement);
        break;
      case 'rest':
        this.#writeContent(clauses[1] ?? [], statement);
        break;
      case 'report':
        if (inner !== undefined) this.#writeInner(inner, statement);
        break;
      default:
        throw new RangeError(`A report has no {${slot}}.`);
    }
  }

  #writeContent(clause: Clause, statement: StatementDraft): void {
    const mark = this.#clauses.write(clause, statement);
    statement.content.push(mark);
    if (statement.kind === 'DIRECT') credit(mark, statement);
  }

  /** What the speaker reports: their content is the whole of it, and what it is about is what they speak about. */
  #writeInner(inner: Report, statement: StatementDraft): void {
    const written: StatementDraft[] = [];
    const mark = this.#draft.text.marking(() => written.push(this.write(inner, statement)));
    statement.content.push(mark);
    for (const child of written) {
      for (const [subject, marks] of child.about) statement.about.set(subject, marks);
      if (statement.kind !== 'DIRECT') continue;
      statement.quotations.push({ mark, wordsOf: null });
      child.quotations.push({ mark, wordsOf: statement });
    }
  }

  #saidOf(again: Report['again']): StatementDraft['said'] {
    if (again !== undefined) return again.said === null ? null : { day: again.said, mark: null };
    if (!this.#random.chance(DATED)) return null;
    return { day: printDay(this.#story.day - this.#random.rank(6)), mark: null };
  }

  /** When it was said, where the text says so, or in what. */
  #writeCircumstance(statement: StatementDraft): void {
    const { text } = this.#draft;
    const { space, weekdays, media } = this.#language;
    if (statement.said !== null && this.#random.chance(DATE_IN_TEXT)) {
      const { day } = statement.said;
      text.write(space);
      statement.said = { day, mark: text.write(weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? day) };
    } else if (this.#random.chance(35)) {
      const [words, medium] = this.#random.pick(media);
      text.write(space);
      text.write(words);
      statement.medium = medium;
      statement.mediumText = words;
    }
  }
}
