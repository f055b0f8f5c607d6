import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../../src/domain/search/token.js';
import { anyString, awkwardString } from './arbitrary-text.js';

const keysOf = (text: string) => tokensOf(text).map(({ key }) => key);

/** The keys with the words of the text that they stand for. */
const analysisOf = (text: string) => tokensOf(text).map(({ key, start, end }) => [key, text.slice(start, end)]);

describe('a word', () => {
  it.each([
    ['ends at white space and punctuation', 'Ahoy, harbour!', ['ahoy', 'harbour']],
    ['ends at an apostrophe', "Kim's d’Example", ['kim', 's', 'd', 'example']],
    ['ends at a hyphen', 'short-range', ['short', 'range']],
    ['has no case', 'KIM Kim kim', ['kim', 'kim', 'kim']],
    ['has no accents or final letters in Greek', 'ΆΔΗΣ άδης', ['αδησ', 'αδησ']],
    ['has no accents', 'Zoë Nguyễn Čapek', ['zoe', 'nguyen', 'capek']],
    ['has no accents that are written apart', 'Zoe\u0308', ['zoe']],
    ['has no vowel points', 'דָּנָה مُحَمَّد', ['דנה', 'محمد']],
    ['keeps the vowel signs that make it another one', 'राम', ['राम']],
    ['is the same in any style', 'ﬁnn Ａｄａ 𝐀𝐝𝐚', ['finn', 'ada', 'ada']],
    ['has letters and digits', 'B52 covid19 3rd 10km', ['b52', 'covid19', '3rd', '10km']],
    ['goes on behind an invisible hyphen', 'har\u00adbour', ['harbour']],
    ['goes on behind an invisible joiner', 'می\u200cخواهم', ['میخواهم']],
    ['is not a lone accent', '\u0301 ́', []],
    ['is not a symbol', '🎲 © § $ ™ \0 \ud800', []],
  ])('%s: %s', (_, text, keys) => {
    expect(keysOf(text)).toEqual(keys);
  });
});

describe('a number', () => {
  it.each([
    ['grouped by commas', '8,961 1,234,567', ['8961', '1234567']],
    ['grouped by spaces that do not break', '8\u00a0961 8\u2009961 8\u202f961', ['8961', '8961', '8961']],
    ['not grouped', '8961', ['8961']],
    ['with decimals', '3.5 1,234.50', ['3·5', '1234·50']],
    ['with its unit', '1,500kg 3.5bn', ['1500kg', '3·5bn']],
    ['before the end of a sentence', 'in 2026. And 7, too', ['in', '2026', 'and', '7', 'too']],
    ['in a list', '1,2,3 12,34 2024,2025', ['1', '2', '3', '12', '34', '2024', '2025']],
    ['grouped by two signs', '1,234\u00a0567', ['1234', '567']],
    ['in a version or a date', '1.2.3 24.12.2026', ['1', '2', '3', '24', '12', '2026']],
    ['with digits of other scripts', '٣٫٥ ٨٬٩٦١ ๗ ８', ['3·5', '8961', '7', '8']],
    ['that is a fraction', '½ 1½ 1/2', ['½', '1½', '1', '2']],
  ])('%s: %s', (_, text, keys) => {
    expect(keysOf(text)).toEqual(keys);
  });

  it.each([
    ['two', '2'],
    ['zero', '0'],
    ['Nineteen', '19'],
    ['TWENTY', '20'],
    ['twenty-one', '21'],
    ['ninety nine', '99'],
    ['ninety\u2011nine', '99'],
    ['twenty-one-year-old', '21 year old'],
    ['two hundred and thirty-four', '2 hundred and 34'],
    ['twenty, one', '20 1'],
    ['twenty one one', '21 1'],
    ['twenty ten', '20 10'],
    ['twenty 1', '20 1'],
    ['20 one', '20 1'],
    ['tens of someone', 'tens of someone'],
  ])('as a word: %s is %s', (text, keys) => {
    expect(keysOf(text).join(' ')).toBe(keys);
  });
});

describe('a run of a script in which spaces do not set words apart', () => {
  it.each([
    ['Korean', '한국말', '한국 국말 말'],
    ['Korean in parts', '한국말'.normalize('NFD'), '한국 국말 말'],
    ['Korean with spaces', '김 정은', '김 정은 은'],
    ['Korean letters alone', 'ㅋㅋ', 'ᄏᄏ ᄏ'],
    ['Chinese', '港口新闻', '港口 口新 新闻 闻'],
    ['Chinese beyond 16 bits', '\u{20000}港', '\u{20000}港 港'],
    ['one character', '港', '港'],
    ['Japanese', 'バスが', 'バス スが が'],
    ['Japanese in parts', 'バスが'.normalize('NFD'), 'バス スが が'],
    ['Japanese at half width', 'ﾊﾞｽ', 'バス ス'],
    ['Japanese with the signs for length and repetition', 'コーヒー 人々', 'コー ーヒ ヒー ー 人々 々'],
    ['Thai', 'กิน', 'กิ ิน น'],
    ['Thai with a sign that stands for two', 'น\u0e33', 'น\u0e4d \u0e4dา า'],
    ['Lao', 'ລາວ', 'ລາ າວ ວ'],
    ['Khmer', 'ខ្មែរ', 'ខ្ ្ម មែ ែរ រ'],
    ['Myanmar', 'မြန်', 'မြ ြန န် ်'],
    ['next to a word of letters', 'KBS뉴스abc', 'kbs 뉴스 스 abc'],
    ['next to digits', '2026年3月', '2026 年 3 月'],
    ['with Thai digits', 'ปี๒๕', 'ปี ี 25'],
    ['with a variant selected', '港\ufe00口', '港口 口'],
  ])('%s: %s', (_, text, keys) => {
    expect(keysOf(text).join(' ')).toBe(keys);
  });
});

describe('the place of a token', () => {
  it('is that of the whole word', () => {
    expect(analysisOf('“Zoe\u0308’s twenty-one boats, 8,961 crates”')).toEqual([
      ['zoe', 'Zoe\u0308'],
      ['s', 's'],
      ['21', 'twenty-one'],
      ['boats', 'boats'],
      ['8961', '8,961'],
      ['crates', 'crates'],
    ]);
  });

  it('is that of its characters in a run, in however many parts they are written', () => {
    const [han, guk, mal] = ['한', '국', '말'].map((syllable) => syllable.normalize('NFD'));
    expect(analysisOf(`${han}${guk}${mal}`)).toEqual([
      ['한국', `${han}${guk}`],
      ['국말', `${guk}${mal}`],
      ['말', mal],
    ]);
  });

  it('covers a voicing mark that has nothing to voice', () => {
    expect(analysisOf('港\u3099口')).toEqual([
      ['港\u3099', '港\u3099'],
      ['\u3099口', '港\u3099口'],
      ['口', '口'],
    ]);
  });

  it('is in order, inside the text, and cuts no character in two, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(anyString, awkwardString), (text) => {
        let previous = { start: 0, end: 0 };
        for (const { start, end } of tokensOf(text)) {
          expect(start).toBeGreaterThanOrEqual(previous.start);
          expect(end).toBeGreaterThanOrEqual(previous.end);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end).isWellFormed()).toBe(true);
          previous = { start, end };
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a key', () => {
  it('is made of letters, marks, digits and the point of decimals, and its ASCII letters are small', () => {
    fc.assert(
      fc.property(fc.oneof(anyString, awkwardString), (text) => {
        for (const key of keysOf(text)) expect(key).toMatch(/^[[\p{L}\p{M}\p{N}·]--[A-Z]]+$/v);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same whether the text comes composed or decomposed', () => {
    fc.assert(
      fc.property(fc.oneof(anyString, awkwardString), (text) => {
        expect(keysOf(text.normalize('NFD'))).toEqual(keysOf(text.normalize('NFC')));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['letters of one word', 'a'],
    ['words', 'a '],
    ['accents', '\u0301'],
    ['digits', '1'],
    ['groups of digits', '1,111'],
    ['points', '1.'],
    ['decimals', '1.1 '],
    ['number words', 'twenty-one '],
    ['Chinese characters', '港'],
    ['Thai marks that change places', '\u0e38\u0e49'],
    ['Korean letters', '\u1112\u1161'],
    ['half characters', '\ud800'],
  ])('is found in a moment in however many %s', (_, piece) => {
    const start = performance.now();
    tokensOf(piece.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
