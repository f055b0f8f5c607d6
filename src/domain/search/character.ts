/** What a character is to the analysis of text. */
export const CharacterKind = {
  /** Stands between words. */
  SEPARATOR: 1,
  /** A letter, mark or numeral of a script that puts spaces between words. */
  LETTER: 2,
  /** A decimal digit of any script. */
  DIGIT: 3,
  /** Belongs to a script in which no space tells where a word ends, or (Hangul) where its particle begins. */
  SPACELESS: 4,
  /** An accent, or an invisible hyphen or joiner: part of the word that it follows, of whatever script. */
  EXTENDER: 5,
} as const;
export type CharacterKind = (typeof CharacterKind)[keyof typeof CharacterKind];

/** The first that fits is the kind of a character; where none does it is a separator. */
const KINDS: readonly (readonly [CharacterKind, RegExp])[] = [
  [CharacterKind.DIGIT, /\p{Nd}/u],
  [CharacterKind.EXTENDER, /[[\p{M}&&\p{Script=Inherited}]\u00ad\u200c\u200d\u2060\ufeff]/v],
  [
    CharacterKind.SPACELESS,
    // The signs for repetition and length are shared by several scripts, and so are of none.
    /[[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3006\u3031-\u3035\u30fc\uff70\uff9e\uff9f]&&[\p{L}\p{M}\p{N}]]/v,
  ],
  [CharacterKind.LETTER, /[\p{L}\p{M}\p{N}]/u],
];

/** The kinds found so far, by code point: property classes are too slow to ask twice about one character. */
const seen = new Uint8Array(0x110000);

/** The kind of a character. Half of a surrogate pair is a separator, and so is what lies behind the end of a text. */
export function kindOf(codePoint: number | undefined): CharacterKind {
  if (codePoint === undefined) return CharacterKind.SEPARATOR;
  const known = seen[codePoint] as CharacterKind | 0;
  if (known !== 0) return known;
  const character = String.fromCodePoint(codePoint);
  const kind = KINDS.find(([, pattern]) => pattern.test(character))?.[0] ?? CharacterKind.SEPARATOR;
  seen[codePoint] = kind;
  return kind;
}

/** Where the characters of the given kinds that stand from `start` on end. */
export function endOfKinds(text: string, start: number, kinds: ReadonlySet<CharacterKind>): number {
  let end = start;
  while (end < text.length) {
    const codePoint = text.codePointAt(end);
    if (!kinds.has(kindOf(codePoint))) break;
    end += widthOf(codePoint);
  }
  return end;
}

/** How many UTF-16 units a character takes. */
export function widthOf(codePoint: number | undefined): 1 | 2 {
  return codePoint !== undefined && codePoint > 0xffff ? 2 : 1;
}

/** Whether this is one character, of a script written without spaces. */
export function isSpacelessCharacter(text: string): boolean {
  const codePoint = text.codePointAt(0);
  return kindOf(codePoint) === CharacterKind.SPACELESS && text.length === widthOf(codePoint);
}

/** The value of a decimal digit of any script: Unicode has them in unbroken rows that begin with a zero. */
export function digitValue(codePoint: number): number {
  let zero = codePoint;
  while (kindOf(zero - 1) === CharacterKind.DIGIT) zero--;
  return (codePoint - zero) % 10;
}
