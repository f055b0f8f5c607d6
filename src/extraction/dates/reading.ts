import type { Stretch } from '../../domain/span.js';
import type { DateForm } from './date-form.js';
import type { DateLanguage, DateRule, Lead } from './date-language.js';
import { compilePattern, type Pattern } from './pattern.js';
import { PatternIndex } from './pattern-index.js';
import type { Surroundings } from './surroundings.js';

/** An expression as it is read, before it is known which days it comes to. */
export interface ReadDate extends Stretch {
  readonly form: DateForm;
  /** Whether it goes on a list: “Saturday” in “on Friday and Saturday”. */
  readonly listed: boolean;
}

interface Read {
  readonly form: DateForm;
  readonly start: number;
  readonly end: number;
}

/** What has been read before the core of an expression. */
interface Before {
  readonly lead: Lead | null;
  readonly part: boolean;
  /** Whether something else shows it to be a date: a range or list that it goes on. */
  readonly licensed: boolean;
  /** Whether another expression counts from it. */
  readonly counted?: true;
}

const NOTHING: Before = { lead: null, part: false, licensed: false };
const LICENSED: Before = { ...NOTHING, licensed: true };
const COUNTED: Before = { ...LICENSED, counted: true };
const DAY_FORMS: ReadonlySet<DateForm['is']> = new Set(['DATE', 'WEEKDAY', 'NTH_WEEKDAY']);
const RANGE_FORMS: ReadonlySet<DateForm['is']> = new Set([...DAY_FORMS, 'MONTH', 'YEAR', 'CLOCK', 'PART', 'PERIOD']);
const LISTED_FORMS: ReadonlySet<DateForm['is']> = new Set(['DATE', 'WEEKDAY', 'MONTH', 'YEAR']);
const PART_FORMS: ReadonlySet<DateForm['is']> = new Set(['MONTH', 'PERIOD', 'YEAR', 'SEASON', 'DECADE', 'ANCHORED']);

/** Reads the date expressions of a language. */
export class DateReader {
  readonly #language: DateLanguage;
  readonly #rules: PatternIndex<DateRule>;
  readonly #leads: PatternIndex<Lead>;
  readonly #parts: PatternIndex<DateLanguage['parts'][number]>;
  readonly #timesBefore: PatternIndex<{ readonly says: string }>;
  readonly #firstWords: ReadonlySet<string>;
  readonly #timesBehind: readonly Pattern[];
  readonly #rangeWords: RegExp;
  readonly #betweenWord: RegExp;
  readonly #listWords: RegExp;
  readonly #possessive: RegExp;

  constructor(language: DateLanguage) {
    const { slots } = language;
    const indexed = <T extends { readonly says: string }>(items: readonly T[]) => new PatternIndex(items, slots);
    this.#language = language;
    this.#rules = indexed(language.rules);
    this.#leads = indexed(language.leads);
    this.#parts = indexed(language.parts);
    this.#timesBefore = indexed(language.timesBefore.map((says) => ({ says })));
    this.#firstWords = new Set(
      [this.#rules, this.#leads, this.#parts, this.#timesBefore].flatMap(({ firstWords }) => [...firstWords]),
    );
    this.#timesBehind = language.timesBehind.map((says) => compilePattern(says, slots));
    this.#rangeWords = wordsBetween(language.rangeWords);
    this.#betweenWord = wordsBetween([language.betweenWord]);
    this.#listWords = wordsBetween(language.listWords);
    this.#possessive = new RegExp(`${language.possessive}(?![\\p{L}\\p{N}])`, 'uy');
  }

  /** Whether an expression can begin with a word; “#” stands for a number. */
  canBegin(word: string): boolean {
    return this.#firstWords.has(word);
  }

  /** The expression that begins here and those that go on its list; none where there is none. */
  readAt(around: Surroundings, at: number): ReadDate[] {
    const lead = this.#leads.longestAt(around.text, at);
    const first =
      (lead && this.#readBehindLead(around, at, lead.item, afterGap(around.text, lead.end))) ??
      this.#readBody(around, at, NOTHING);
    return first === undefined ? [] : this.#readList(around, first);
  }

  #readBehindLead(around: Surroundings, start: number, lead: Lead, at: number): Read | undefined {
    const read = this.#readBody(around, at, { ...NOTHING, lead });
    if (read === undefined || this.isPossessor(around.text, read.end)) return read;
    const isRange = read.form.is === 'BETWEEN';
    if (lead.range === 'AND' && !isRange) return undefined;
    if (lead.range === 'TO' && !isRange && !DAY_FORMS.has(read.form.is)) return read;
    const open = lead.bound !== null && !isRange && !(read.form.is === 'CLOCK' && lead.bound !== 'UNTIL');
    return { ...read, start, form: open && lead.bound ? { is: 'BOUNDED', by: lead.bound, of: read.form } : read.form };
  }

  /** Whether an expression that ends here owns what follows: “Friday’s vote”. */
  isPossessor(text: string, at: number): boolean {
    this.#possessive.lastIndex = at;
    return this.#possessive.test(text);
  }

  /** An expression without what leads into it. */
  #readBody(around: Surroundings, at: number, before: Before): Read | undefined {
    const first = this.#readTimed(around, at, before);
    return first && this.#readRange(around, first, before);
  }

  /** A day with its time and date, or a part or whole of anything longer. */
  #readTimed(around: Surroundings, at: number, before: Before): Read | undefined {
    const timed = this.#timesBefore.longestAt(around.text, at);
    if (timed !== undefined) {
      const day = this.#readCore(around, afterGap(around.text, timed.end), LICENSED);
      if (day !== undefined && isDay(day.form))
        return this.#withTime(around, this.#withDate(around, day), at, timed.values.has('clock'));
    }
    const core = this.#readPartOrCore(around, at, before);
    return core && this.#withTime(around, this.#withDate(around, core), core.start, false);
  }

  #readPartOrCore(around: Surroundings, at: number, before: Before): Read | undefined {
    const part = this.#parts.longestAt(around.text, at);
    if (part !== undefined) {
      const of = this.#readCore(around, afterGap(around.text, part.end, true), { ...before, part: true });
      if (of !== undefined && PART_FORMS.has(of.form.is))
        return { form: { is: 'PART', part: part.item.part, of: of.form }, start: at, end: of.end };
    }
    return this.#readCore(around, at, before);
  }

  /** The longest match of a rule that may stand here. */
  #readCore(around: Surroundings, at: number, before: Before): Read | undefined {
    let longest: Read | undefined;
    for (const { item: rule, pattern } of this.#rules.beginningAt(around.text, at)) {
      if (!this.#mayStand(rule, around, at, before)) continue;
      const match = pattern.matchAt(around.text, at);
      if (match === undefined || match.end <= (longest?.end ?? at)) continue;
      const form = rule.means(match.values);
      const read = form && this.#counted(around, rule, before, { form, start: at, end: match.end });
      if (read && around.allows(read, before.lead !== null || before.licensed) && around.allowsBehind(rule, read.end))
        longest = read;
    }
    return longest;
  }

  #mayStand(rule: DateRule, around: Surroundings, at: number, { lead, part, licensed }: Before): boolean {
    if (rule.needs === 'PART' && !part) return false;
    const shown = lead !== null || part || licensed || this.#language.licences.has(around.wordBefore(at));
    if (rule.needs === 'LEAD' && !shown) return false;
    if (rule.after !== undefined && !licensed && (lead === null || !rule.after.includes(lead.says))) return false;
    return lead === null || part || rule.notAfter?.includes(lead.says) !== true;
  }

  /** What counts from the words behind it: from a date there, or from something that the text gives no date of. */
  #counted(around: Surroundings, rule: DateRule, before: Before, read: Read): Read | undefined {
    if (rule.countsFromNext === undefined || before.counted) return read;
    const at = afterGap(around.text, read.end);
    const next = at === read.end ? undefined : this.#readCore(around, at, COUNTED);
    if (next !== undefined && read.form.is === 'SHIFTED' && !this.isPossessor(around.text, next.end))
      return { ...next, start: read.start, form: { ...read.form, of: next.form } };
    switch (around.phraseAt(at)) {
      case 'NOUN':
        return { form: { is: 'OPEN' }, start: read.start, end: around.nounPhraseEnd(at) };
      case 'PRONOUN':
        return { ...read, form: { is: 'OPEN' } };
      case 'PARTICIPLE':
        return undefined;
      default:
        return read;
    }
  }

  /** A weekday beside its date: “Saturday, 3 May”, “Friday (May 9)”. */
  #withDate(around: Surroundings, read: Read): Read {
    if (read.form.is !== 'WEEKDAY') return read;
    const { 0: gap = '' } = /^,? ?\(?/u.exec(around.text.slice(read.end, read.end + 3)) ?? [];
    if (gap === '') return read;
    const date = this.#readCore(around, read.end + gap.length, LICENSED);
    if (date?.form.is !== 'DATE') return read;
    const closing = gap.endsWith('(') ? 1 : 0;
    if (closing === 1 && around.text[date.end] !== ')') return read;
    return { form: date.form, start: read.start, end: date.end + closing };
  }

  /** A day with the time of day behind it. */
  #withTime(around: Surroundings, read: Read, start: number, hasClock: boolean): Read {
    if (!isDay(read.form)) return { ...read, start };
    let { end } = read;
    let clock = hasClock;
    for (const pattern of this.#timesBehind) {
      const match = pattern.matchAt(around.text, afterGap(around.text, end)) ?? pattern.matchAt(around.text, end);
      if (match === undefined) continue;
      end = match.end;
      clock ||= match.values.has('clock');
    }
    return { form: clock ? { is: 'CLOCK', of: read.form } : read.form, start, end };
  }

  /** The last day of a range, where there is one. */
  #readRange(around: Surroundings, first: Read, { lead }: Before): Read {
    if (!RANGE_FORMS.has(first.form.is)) return first;
    const words = lead?.range === 'AND' ? this.#betweenWord : this.#rangeWords;
    const at = matchEnd(words, around.text, first.end);
    if (at === undefined) return first;
    const last = this.#readTimed(around, at, LICENSED);
    if (last === undefined || !RANGE_FORMS.has(last.form.is)) return first;
    return { form: { is: 'BETWEEN', first: first.form, last: last.form }, start: first.start, end: last.end };
  }

  /** Expressions of the same kind behind the first: “on Wednesday and Saturday”, “in March, April and May”. */
  #readList(around: Surroundings, first: Read): ReadDate[] {
    const read: ReadDate[] = [{ ...first, listed: false }];
    const kind = kindOf(first.form);
    for (let last = first; LISTED_FORMS.has(kind); ) {
      const at = matchEnd(this.#listWords, around.text, last.end);
      if (at === undefined) break;
      const next = this.#readCore(around, at, LICENSED);
      if (next === undefined || next.form.is !== kind) break;
      last = this.#withTime(around, next, next.start, false);
      read.push({ ...last, listed: true });
    }
    return read;
  }
}

const GAP = /[^\S\r\n]{1,4}|\r?\n/uy;
const GAP_OR_HYPHEN = /[^\S\r\n]{1,4}|\r?\n|[-‐]/uy;

/** Behind the white space that stands here, if any; behind a part also behind a hyphen. */
function afterGap(text: string, at: number, hyphen = false): number {
  return matchEnd(hyphen ? GAP_OR_HYPHEN : GAP, text, at) ?? at;
}

function matchEnd(expression: RegExp, text: string, at: number): number | undefined {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : undefined;
}

/** These words with white space around them, which marks need not have. */
function wordsBetween(words: readonly string[]): RegExp {
  const sources = words.map((word) => {
    const marks = word.replace(/^, /u, ',\\s');
    if (/^[–—-]$/u.test(word)) return `\\s?${word}\\s?`;
    return word.startsWith(',') ? `${marks}\\s` : `\\s${marks}\\s`;
  });
  return new RegExp(`(?:${sources.sort((a, b) => b.length - a.length).join('|')})`, 'uy');
}

function isDay(form: DateForm): boolean {
  if (form.is === 'PERIOD' || form.is === 'ANCHORED') return form.unit === 'DAY';
  return form.is === 'SHIFTED' || DAY_FORMS.has(form.is);
}

/** What a form is of, whatever its bounds and time of day. */
function kindOf(form: DateForm): DateForm['is'] {
  if (form.is === 'BOUNDED') return kindOf(form.of);
  return form.is === 'CLOCK' && form.of !== null ? form.of.is : form.is;
}
