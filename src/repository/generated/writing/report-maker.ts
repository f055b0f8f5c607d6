import type { Language, ReportPattern } from '../languages/language.js';
import type { Random } from '../random.js';
import type { RecalledStatement, Voice } from './article-draft.js';
import type { Clause } from './clause.js';
import type { ClauseMaker } from './clause-maker.js';
import type { Report } from './report-writer.js';
import type { Voices } from './voices.js';

/** What a sentence of reported speech is, by weight; chains of two and three make every fifth statement a nested one. */
const FORMS = [
  ['INDIRECT', 38],
  ['DIRECT', 20],
  ['INTERRUPTED', 4],
  ['MIXED', 15],
  ['ABSENT', 7],
  ['EITHER', 3],
  ['CHAIN_OF_TWO', 11],
  ['CHAIN_OF_THREE', 7],
  ['QUOTED_REPORT', 4],
] as const;

/** Decides who says what, and in what form. */
export class ReportMaker {
  readonly #language: Language;
  readonly #voices: Voices;
  readonly #clauses: ClauseMaker;
  readonly #random: Random;

  constructor(language: Language, voices: Voices, clauses: ClauseMaker, random: Random) {
    this.#language = language;
    this.#voices = voices;
    this.#clauses = clauses;
    this.#random = random;
  }

  /** A report of something new. `figure` is the clause that it has to say, if there is one. */
  compose(figure: Clause | null): Report {
    const { reports } = this.#language;
    const form = this.#random.weighted(FORMS);
    switch (form) {
      case 'INDIRECT':
        return this.#plain(reports.indirect, this.#voices.choose(), figure);
      case 'DIRECT':
        return { ...this.#plain(reports.direct, this.#voices.choose(), figure), kind: 'DIRECT' };
      case 'INTERRUPTED':
        return { ...this.#plain(reports.interrupted, this.#voices.person(), figure, 1), kind: 'DIRECT' };
      case 'MIXED':
        return this.#partlyQuoted(reports.indirect, this.#voices.choose());
      case 'ABSENT':
        return this.#plain(reports.absent, { status: 'ABSENT' }, figure);
      case 'EITHER':
        return this.#either(figure);
      case 'CHAIN_OF_TWO':
        return this.#link(reports.outer, this.#voices.agency(), this.#innermost(figure));
      case 'CHAIN_OF_THREE': {
        const spokesperson = this.#link(reports.middle, this.#voices.choose(), this.#innermost(figure));
        return this.#link(reports.outer, this.#voices.agency(), spokesperson);
      }
      case 'QUOTED_REPORT': {
        const told = this.#plain(reports.inner, this.#voices.person(), figure);
        return { ...this.#link(reports.quotedReport, this.#voices.choose(), told), kind: 'DIRECT' };
      }
    }
  }

  /** A report of what an earlier article has reported already. */
  composeAgain({ voice, clause, kind, utteranceId, said }: RecalledStatement): Report {
    const patterns = kind === 'DIRECT' ? this.#language.reports.direct : this.#language.reports.indirect;
    return { pattern: this.#random.pick(patterns), voice, kind, clauses: [clause], again: { utteranceId, said } };
  }

  #plain(patterns: readonly ReportPattern[], voice: Voice, figure: Clause | null, more = 0): Report {
    const first = figure ?? this.#clauses.compose(this.#language.clauses);
    const rest = Array.from({ length: more }, () => this.#clauses.compose(this.#language.clauses));
    return { pattern: this.#random.pick(patterns), voice, kind: 'INDIRECT', clauses: [first, ...rest] };
  }

  #partlyQuoted(patterns: readonly ReportPattern[], voice: Voice): Report {
    const clause = this.#clauses.compose(this.#language.partlyQuoted);
    return { pattern: this.#random.pick(patterns), voice, kind: 'MIXED', clauses: [clause] };
  }

  #either(figure: Clause | null): Report {
    const voice = this.#voices.oneOfTwo();
    const { either, indirect } = this.#language.reports;
    return this.#plain(voice.status === 'AMBIGUOUS' ? either : indirect, voice, figure);
  }

  #innermost(figure: Clause | null): Report {
    const { inner, innerQuoted } = this.#language.reports;
    const voice = this.#voices.choose();
    if (this.#random.chance(35)) return { ...this.#plain(innerQuoted, voice, figure), kind: 'DIRECT' };
    return this.#random.chance(20) ? this.#partlyQuoted(inner, voice) : this.#plain(inner, voice, figure);
  }

  /** A link of a chain. Nobody reports what they say themselves: a source takes the place of one who would. */
  #link(patterns: readonly ReportPattern[], voice: Voice, told: Report): Report {
    const inner = isSameSpeaker(voice, told.voice) ? { ...told, voice: this.#voices.source() } : told;
    return { pattern: this.#random.pick(patterns), voice, kind: 'INDIRECT', clauses: [], inner };
  }
}

function isSameSpeaker(one: Voice, other: Voice): boolean {
  if (one.status === 'UNNAMED')
    return other.status === 'UNNAMED' && one.source.description === other.source.description;
  return one.status === 'NAMED' && other.status === 'NAMED' && one.speaker === other.speaker;
}
