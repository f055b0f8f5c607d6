import type { CalendarUnit } from './calendar.js';
import type { DateForm, Which } from './date-form.js';
import type { Slot, SlotValues } from './date-language.js';

/** White space within an expression: blanks, or one line break. */
const GAP = String.raw`(?:[^\S\r\n]{1,4}|\r?\n)`;
/** An expression ends where its last word or number does. */
const END = String.raw`(?![\p{L}\p{N}]|[-‐]\p{Ll}|[.,]\d)`;

/** A rule’s words, ready to be matched at a place in a text. */
export interface Pattern {
  readonly beginnings: readonly Beginning[];
  /** Matches at exactly this place; undefined where the text says something else. */
  matchAt(text: string, at: number): PatternMatch | undefined;
}

/** A word that a pattern can begin with. */
export interface Beginning {
  /** In lower case; “#” for digits. */
  readonly first: string;
  /** The words that can come second; null where that is not known. */
  readonly seconds: ReadonlySet<string> | null;
}

export interface PatternMatch {
  readonly end: number;
  readonly values: SlotValues;
}

type Slots = Readonly<Record<string, Slot>>;

/** Compiles the words of a rule; see `DateRule.says` for how they are written. */
export function compilePattern(says: string, slots: Slots): Pattern {
  const tokens = [...says.matchAll(/\([^)]*\)\??|\S+/gu)].map(([token]) => readToken(token, slots));
  const expression = new RegExp(`${sourceOf(tokens)}${END}`, 'uy');
  const slotOf = new Map(tokens.flatMap(({ names }) => [...names]));
  return {
    beginnings: beginningsOf(tokens),
    matchAt(text, at) {
      expression.lastIndex = at;
      const match = expression.exec(text);
      if (match === null) return undefined;
      return { end: expression.lastIndex, values: valuesOf(match, slotOf, slots) };
    },
  };
}

interface PatternToken {
  readonly source: string;
  readonly optional: boolean;
  readonly joins: Slot['joins'];
  readonly firsts: readonly string[];
  /** Whether it takes single words that the rule itself gives. */
  readonly plain: boolean;
  /** The names of its groups and the slots that these are. */
  readonly names: ReadonlyMap<string, string>;
}

function readToken(written: string, slots: Slots): PatternToken {
  const optional = written.endsWith('?') || written.endsWith('?}');
  const token = written.replace(/\?(?=\}?$)/u, '');
  const names = new Map<string, string>();
  if (token.startsWith('(')) {
    const choices = token.slice(1, -1).split('|');
    const source = `(?:${choices.map((choice) => choice.split(' ').map(anyCase).join(GAP)).join('|')})`;
    return { source, optional, joins: undefined, firsts: choices.map(firstWord), plain: !/\s/u.test(token), names };
  }
  let firsts: readonly string[] = [];
  let joins: Slot['joins'] = token === ',' ? 'BEFORE' : undefined;
  const source = token.replace(/\{(?:(\w+):)?(\w+)\}|[^{}]+/gu, (piece, alias, name, at) => {
    const slot = name === undefined ? undefined : slots[name];
    if (at === 0) {
      firsts = slot?.firsts ?? [firstWord(piece)];
      joins ??= slot?.joins;
    }
    if (slot === undefined) return anyCase(piece);
    names.set(alias ?? name, name);
    return `(?<${alias ?? name}>${slot.source})`;
  });
  return { source, optional, joins, firsts, plain: /^\p{L}+$/u.test(token), names };
}

function sourceOf(tokens: readonly PatternToken[]): string {
  let source = '';
  let gap = '';
  for (const { source: token, optional, joins } of tokens) {
    const before = joins === undefined ? gap : '';
    if (!optional) source += `${before}${token}`;
    else source += gap === '' ? `(?:${token}${GAP})?` : `(?:${before}${token})?`;
    if (!optional || gap !== '') gap = joins === 'BOTH' ? '' : GAP;
  }
  return source;
}

function firstsOf(tokens: readonly PatternToken[]): string[] {
  const first = tokens.findIndex(({ optional }) => !optional);
  return tokens.slice(0, first + 1).flatMap(({ firsts }) => firsts);
}

function beginningsOf(tokens: readonly PatternToken[]): Beginning[] {
  return tokens.slice(0, tokens.findIndex(({ optional }) => !optional) + 1).flatMap(({ firsts, plain }, i) => {
    const rest = tokens.slice(i + 1);
    const known = plain && rest[0]?.joins === undefined && rest.some(({ optional }) => !optional);
    const seconds = known ? new Set(firstsOf(rest)) : null;
    return firsts.map((first) => ({ first, seconds }));
  });
}

function firstWord(word: string): string {
  return /^\p{L}+/u.exec(word.toLowerCase())?.[0] ?? word;
}

function anyCase(word: string): string {
  return word.replace(/^[a-z]/u, (letter) => `[${letter.toUpperCase()}${letter}]`);
}

function valuesOf(match: RegExpExecArray, slotOf: ReadonlyMap<string, string>, slots: Slots): SlotValues {
  const valueAt = (name: string) => {
    const text = match.groups?.[name];
    const slot = slots[slotOf.get(name) ?? ''];
    return text === undefined ? undefined : slot?.read(text);
  };
  return {
    number: (name) => Number(valueAt(name)),
    unit: (name) => valueAt(name) as CalendarUnit,
    which: (name) => valueAt(name) as Which,
    form: (name) => (valueAt(name) as DateForm | undefined) ?? null,
    has: (name) => match.groups?.[name] !== undefined,
    says: (word) => new RegExp(`\\b${word}\\b`, 'iu').test(match[0]),
  };
}
