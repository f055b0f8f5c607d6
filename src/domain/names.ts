/**
 * Accents and what else stands on a letter without making it another one. Not so the vowel signs of Indic and Southeast
 * Asian scripts (which are marks of these scripts), nor the voicing marks of Japanese: without them it is another name.
 */
const ACCENTS = /[[\p{M}&&[\p{Script=Inherited}\p{Script=Hebrew}]]--[\u3099\u309a]]+/gv;

/**
 * The key by which names and titles are compared and put in order: compatibility-decomposed, without accents,
 * case-folded, white space folded. Made here and stored, so that every store compares the same strings.
 */
export function nameKey(name: string): string {
  return foldCase(name).replace(/\s+/gu, ' ').trim();
}

/** Nearly all names are ASCII, where nothing but case is to be folded. */
const ASCII = /^[\0-\x7f]*$/;

function foldCase(name: string): string {
  if (ASCII.test(name)) return name.toLowerCase();
  return (
    name
      .normalize('NFKD')
      .replace(ACCENTS, '')
      // JavaScript has no case folding; upper case in between makes one of “ß”, “ẞ” and “SS”.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .normalize('NFC')
  );
}

/** A readable name for use in an address: the letters and digits of the name key, joined by hyphens; may be empty. */
export function slugOf(name: string): string {
  return nameKey(name)
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}

/**
 * Compares by Unicode code point. JavaScript's own `<` compares UTF-16 code units, which puts characters outside the
 * Basic Multilingual Plane before some inside it; stores that compare UTF-8 bytes do not.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return surrogateRank(x) - surrogateRank(y);
  }
  return a.length - b.length;
}

/** Moves the surrogates (which stand for U+10000 and above) behind U+E000–U+FFFF, where their code points belong. */
function surrogateRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
