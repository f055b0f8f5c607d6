import { CURRENCIES } from '../language/english/currencies.js';
import { pluralOf } from '../language/english/nouns.js';
import { UNITS } from '../language/english/units.js';
import { adjoins, type Lexeme, wordAt } from './lexeme.js';

/** What a unit measures, as far as it changes how a figure reads. */
export type UnitKind = 'SHARE' | 'MONEY' | 'MEASURE';

export interface KnownUnit {
  readonly name: string;
  readonly kind: UnitKind;
}

/** A unit found at a place, up to the lexeme `end`. */
export interface FoundUnit extends KnownUnit {
  readonly end: number;
}

const SHARES: ReadonlySet<string> = new Set(['percentage', 'percentage point', 'basis point', 'permille']);
const LONGEST_UNIT = 6;
const LONGEST_TEXT = 40;

const symbols = new Map<string, KnownUnit>();
const words = new Map<string, KnownUnit>();
/** Signs of money, which can stand before the number, without white space. */
const moneySigns = new Map<string, KnownUnit>();

for (const { name, symbols: written, words: spelt } of UNITS) {
  const unit: KnownUnit = { name, kind: SHARES.has(name) ? 'SHARE' : 'MEASURE' };
  for (const symbol of written) symbols.set(symbol.replaceAll(' ', ''), unit);
  for (const word of spelt) for (const form of forms(word)) words.set(form, unit);
}
for (const { name, signs, words: spelt } of CURRENCIES) {
  const unit: KnownUnit = { name, kind: 'MONEY' };
  for (const sign of signs) {
    moneySigns.set(sign, unit);
    if (/^\p{L}+\$$/u.test(sign)) moneySigns.set(`$${sign.slice(0, -1)}`, unit);
  }
  for (const word of spelt) for (const form of forms(word)) words.set(form, unit);
}

/** A unit’s words in the singular and the plural, with spaces for hyphens: “miles per hour”, “degrees celsius”. */
function forms(word: string): string[] {
  const plain = word.toLowerCase().replaceAll('-', ' ');
  const counted =
    /^(.+?)( (?:per|an|to the|of) .*| (?:celsius|centigrade|fahrenheit|kelvin|hour|force|metre|meter))$/u.exec(plain);
  const plural = counted === null ? pluralOf(plain) : `${pluralOf(counted[1] ?? '')}${counted[2] ?? ''}`;
  return plain.endsWith('hour') ? [plain, plural, pluralOf(plain)] : [plain, plural];
}

/** Letters that are a unit with a space before them, where no word or number follows; others have to adjoin the number. */
const SPACED_LETTERS: ReadonlySet<string> = new Set(['W', 'V', 'g', 'm', 'b', 'B', 'h', 'l', 'L', 'K', 'N', 'J', 'R']);
/** Signs of money that are words or abbreviations of something else unless they adjoin the number. */
const AMBIGUOUS_SIGNS: ReadonlySet<string> = new Set([
  'PS',
  'ALL',
  'TRY',
  'CUP',
  'MAD',
  'PEN',
  'TL',
  'R',
  'Re',
  'Sh',
  'SR',
]);

/** The first words and signs of all units, by which most words are seen to be none. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  [...symbols.keys(), ...words.keys(), ...moneySigns.keys()].flatMap(
    (written) => /^(?:\p{L}[\p{L}\p{M}]*|.)/u.exec(written)?.[0].toLowerCase() ?? [],
  ),
);

/** The longest unit that begins at a lexeme. */
export function unitAt(text: string, lexemes: readonly Lexeme[], first: number): FoundUnit | undefined {
  const start = lexemes[first]?.start;
  if (start === undefined || !BEGINNINGS.has(wordAt(lexemes, first))) return undefined;
  for (let end = Math.min(first + LONGEST_UNIT, lexemes.length); end > first; end--) {
    const last = lexemes[end - 1];
    if (last === undefined || last.end - start > LONGEST_TEXT || cutsAWord(lexemes, end)) continue;
    const written = text.slice(start, last.end);
    const found = words.get(written.toLowerCase().replace(/[-‑\s]+/gu, ' ')) ?? symbolAt(lexemes, first, written);
    if (found !== undefined) return { ...found, end };
  }
  return undefined;
}

function cutsAWord(lexemes: readonly Lexeme[], end: number): boolean {
  const [last, next] = [lexemes[end - 1], lexemes[end]];
  return last?.kind !== 'SIGN' && next?.kind !== 'SIGN' && adjoins(last, next);
}

function symbolAt(lexemes: readonly Lexeme[], first: number, written: string): KnownUnit | undefined {
  const symbol = written.replace(/\s+/gu, '');
  const joined = adjoins(lexemes[first - 1], lexemes[first]);
  if (/^\p{L}$/u.test(symbol) && !joined && !SPACED_LETTERS.has(symbol)) return undefined;
  return symbols.get(symbol) ?? (AMBIGUOUS_SIGNS.has(symbol) ? undefined : moneySigns.get(symbol));
}

/** The last words and signs of all signs of money. */
const MONEY_ENDINGS: ReadonlySet<string> = new Set(
  [...moneySigns.keys()].flatMap((sign) => /(?:\p{L}[\p{L}\p{M}]*|.)$/u.exec(sign)?.[0] ?? []),
);

/** The sign of money that ends right before a lexeme, with the lexeme it begins at: “$”, “US $”, “RM”. */
export function moneyBefore(
  lexemes: readonly Lexeme[],
  end: number,
): (KnownUnit & { readonly first: number }) | undefined {
  const last = lexemes[end - 1];
  if (last === undefined || !MONEY_ENDINGS.has(last.text)) return undefined;
  for (let first = Math.max(0, end - 5); first < end; first++) {
    const parts = lexemes.slice(first, end);
    const sign = parts.map((part) => part.text).join('');
    const found = moneySigns.get(sign);
    if (found !== undefined && standsTogether(parts, lexemes[end], sign) && !adjoinsLetter(lexemes, first))
      return { ...found, first };
  }
  return undefined;
}

function adjoinsLetter(lexemes: readonly Lexeme[], first: number): boolean {
  const before = lexemes[first - 1];
  return before?.kind === 'WORD' && lexemes[first]?.kind === 'WORD' && adjoins(before, lexemes[first]);
}

function standsTogether(parts: readonly Lexeme[], number: Lexeme | undefined, sign: string): boolean {
  const last = parts.at(-1);
  if (AMBIGUOUS_SIGNS.has(sign) && !adjoins(last, number)) return false;
  // “A $5 note” is no Australian one.
  return parts.every((part, i) => i === 0 || part.start - (parts[i - 1]?.end ?? 0) <= (parts[0]?.text === 'A' ? 0 : 1));
}
