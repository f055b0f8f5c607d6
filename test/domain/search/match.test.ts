import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch } from '../../../src/domain/search/expression.js';
import { matchesDocument } from '../../../src/domain/search/match.js';
import { run, words } from './arbitrary-text.js';

function finds(query: string, ...texts: string[]): boolean {
  const expression = parseSearch(query);
  return expression !== null && matchesDocument(expression, texts);
}

describe('a search', () => {
  it.each([
    ['words in any order', 'sea crates', 'Crates lost at sea'],
    ['whatever their case and accents', 'ZOE', 'Zoë Example'],
    ['with accents that the text has not', 'Zoë', 'Zoe Example'],
    ['a phrase', '"lost at sea"', 'Crates lost at sea'],
    ['a phrase over punctuation', '"lost at sea"', 'Crates “lost”, at sea'],
    ['a word with a hyphen, written as two', 'short-range', 'a short range'],
    ['how a word begins', 'crat*', 'Crates'],
    ['how the last word of several begins', 'short-ra*', 'short-range'],
    ['a word that is its own beginning', 'crates*', 'Crates'],
    ['a number by its digits', '8961', '8,961 crates'],
    ['a number grouped in another way', '8,961', '8\u202f961 crates'],
    ['a number word by its digits', '2 boats', 'Two boats'],
    ['digits by their number word', '"twenty-one boats"', '21 boats'],
    ['a compound number by its words', 'twenty one', 'twenty-one'],
    ['a starred number word', 'ten*', 'ten boats'],
    ['what a starred number word begins', 'ten*', 'tension'],
    ['one of two', 'crates OR boats', 'two boats'],
    ['one without the other', 'crates NOT boats', 'two crates'],
    ['a Korean word behind which a particle stands', '항구', '항구에서 배가'],
    ['a Korean word inside another', '신문', '조간신문사'],
    ['a Korean word of one syllable', '배', '새 배가 왔다'],
    ['a Korean phrase', '"항구에서 배가"', '새 항구에서 배가 왔다'],
    ['Korean in parts', '항구'.normalize('NFD'), '항구에서'],
    ['a Chinese word', '新闻', '港口新闻社'],
    ['a Chinese character', '闻', '港口新闻'],
    ['a Japanese word', 'コーヒー', '港のコーヒーを飲む'],
    ['Japanese at half width', 'ｺｰﾋｰ', 'コーヒー'],
    ['a Thai word', 'กิน', 'เขากินข้าว'],
    ['a name of two scripts', 'KBS뉴스', 'KBS 뉴스'],
  ])('finds %s', (_, query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['one of two words', 'crates boats', 'Crates'],
    ['a part of a word', 'rate', 'crates'],
    ['a phrase in another order', '"sea at"', 'at sea'],
    ['a phrase with a word between', '"lost sea"', 'lost at sea'],
    ['a single digit of a number', '8', '8,961'],
    ['the parts of a compound number', 'twenty', 'twenty-one'],
    ['the whole number of a decimal', '3', '3.5'],
    ['neither of two', 'crates OR boats', 'at sea'],
    ['what is excluded', 'crates NOT boats', 'crates and boats'],
    ['a Korean word in which the syllables stand apart', '항구', '항의 구'],
    ['a Chinese word in another order', '闻新', '新闻'],
    ['another vowel sign of Thai', 'กิน', 'กันนิ'],
  ])('does not find %s', (_, query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  it('finds its words in any of the texts of a document, but a phrase in one of them', () => {
    expect(finds('crates harbour', 'Crates', 'At the harbour')).toBe(true);
    expect(finds('"crates at"', 'Crates', 'At the harbour')).toBe(false);
    expect(finds('crates NOT harbour', 'Crates', 'At the harbour')).toBe(false);
    expect(finds('crates')).toBe(false);
  });

  it('finds every text by any of its words, side by side', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (text, a, b) => {
        const from = a % text.length;
        const part = text.slice(from, from + 1 + (b % (text.length - from))).join(' ');
        expect(finds(part, text.join(' '))).toBe(true);
        expect(finds(`"${part}"`, text.join(' '))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('finds every run of a script without spaces by any of its characters, side by side', () => {
    fc.assert(
      fc.property(run, fc.nat(), fc.nat(), (characters, a, b) => {
        const from = a % characters.length;
        const part = characters.slice(from, from + 1 + (b % (characters.length - from))).join('');
        expect(finds(part, characters.join(''))).toBe(true);
        expect(finds(`"${part}"`, `Crates ${characters.join('')}`)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
