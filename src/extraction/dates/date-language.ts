import type { CalendarUnit } from './calendar.js';
import type { Bound, DateForm, PartOfStretch, Which } from './date-form.js';

/** What a language has to say about dates: its words, and the expressions that they make. */
export interface DateLanguage {
  /** The words and numbers that a rule’s slots stand for. */
  readonly slots: Readonly<Record<string, Slot>>;
  readonly rules: readonly DateRule[];
  /** What leads into an expression and belongs to it, the longest first. */
  readonly leads: readonly Lead[];
  /** Words before a month or year that show it to be one, though they are no part of the expression. */
  readonly licences: ReadonlySet<string>;
  /** What stands between lead and expression and says when in the day: “late on”, “the morning of”. */
  readonly timesBefore: readonly string[];
  /** What follows a day and says when in it: “evening”, “at {clock}”. */
  readonly timesBehind: readonly string[];
  readonly parts: readonly { readonly says: string; readonly part: PartOfStretch }[];
  /** Between the first and the last of a range: “to”, “–”; with a lead that opens a range, also “and”. */
  readonly rangeWords: readonly string[];
  readonly betweenWord: string;
  readonly listWords: readonly string[];
  /** Words before an expression that make a habit or no certain day of it: “every Monday”. */
  readonly habits: ReadonlySet<string>;
  /** Words that make a name or a thing of the weekday before or behind them: “Good Friday”, “Sunday best”. */
  readonly namesBefore: ReadonlySet<string>;
  readonly thingsBehind: ReadonlySet<string>;
  /** Words that make a bare weekday behind them describe what follows: “the Friday meeting”. */
  readonly determiners: ReadonlySet<string>;
  /** The ending that makes a possessor of an expression; what leads in then belongs to what is possessed. */
  readonly possessive: string;
  readonly tense: TenseWords;
}

/** The words by which a clause looks ahead, in lower case; of verbs the lemmas. */
export interface TenseWords {
  readonly future: ReadonlySet<string>;
  readonly infinitiveMark: string;
  /** Verbs whose infinitive tells what has happened: “managed to leave”. */
  readonly implicative: ReadonlySet<string>;
  /** Words that leave it to the future what a past tense is about: “was due on Friday”. */
  readonly planned: ReadonlySet<string>;
  /** What stands before a day that owns an event to come: “before Friday’s vote”. */
  readonly beforehand: ReadonlySet<string>;
  readonly auxiliariesOfPast: ReadonlySet<string>;
  readonly auxiliariesOfPresent: ReadonlySet<string>;
  /** Verbs that report, after which a date is that of the report. */
  readonly reporting: ReadonlySet<string>;
}

/** A word that leads into an expression and what it does to its ends. */
export interface Lead {
  readonly says: string;
  readonly bound: Bound | null;
  /** Whether a second date may follow, to which the range runs. */
  readonly range?: 'TO' | 'AND';
}

export type SlotValue = number | CalendarUnit | Which | DateForm;

/**
 * What a place in a rule takes. `source` is a regular expression without groups that matches it, `read` its value, `firsts`
 * the first words that it can begin with in lower case, “#” for digits.
 */
export interface Slot {
  readonly source: string;
  readonly firsts: readonly string[];
  /** Whether it brings the gap before it, or those on both sides, itself. */
  readonly joins?: 'BEFORE' | 'BOTH';
  readonly read: (text: string) => SlotValue | undefined;
}

/**
 * An expression and what it means. In `says`, words are parted by spaces, “{month}” is a slot and “{last:day}” one under
 * another name, “(a|b)” are alternatives, “?” behind a word makes it optional.
 */
export interface DateRule {
  readonly says: string;
  /** The form; null where these values make no date. */
  readonly means: (values: SlotValues) => DateForm | null;
  /** LEAD: only behind a lead or a licence. PART: only behind a part, as “the year” in “the end of the year”. */
  readonly needs?: 'LEAD' | 'PART';
  /** Only behind one of these leads. */
  readonly after?: readonly string[];
  readonly notAfter?: readonly string[];
  /** Not before these words, or not before a noun, which it would then describe. */
  readonly notBefore?: readonly string[] | 'NOUN';
  /** It may count from what follows: “a day before the vote”. */
  readonly countsFromNext?: true;
}

/** The values of the slots of a rule that has matched. */
export interface SlotValues {
  /** The number of a slot that the rule is sure to have. */
  number(name: string): number;
  unit(name: string): CalendarUnit;
  which(name: string): Which;
  form(name: string): DateForm | null;
  /** Whether the slot has been filled. */
  has(name: string): boolean;
  /** Whether this word is among those that have matched. */
  says(word: string): boolean;
}
