import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodePoints, nameKey, slugOf } from '../../src/domain/names.js';

const text = fc.string({ unit: 'binary' }).map((words) => words.toWellFormed());

describe('a name', () => {
  it.each([
    ['case', 'Ada EXAMPLE', 'ada example'],
    ['accents', 'Zoë Ñandú-Čapek', 'zoe nandu-capek'],
    ['accents written apart', 'Zoe\u0308', 'zoë'],
    ['several accents on one letter', 'Nguyễn Thử', 'nguyen thu'],
    ['Greek accents and the sigma of a word’s end', 'ΆΔΗΣ', 'αδης'],
    ['a sharp s', 'STRASSE', 'straße'],
    ['a capital sharp s', 'STRAẞE', 'strasse'],
    ['a Turkish capital dotted i', 'İpek', 'ipek'],
    ['ligatures', 'ﬁnn', 'Finn'],
    ['full-width letters', 'Ａｄａ', 'ada'],
    ['spaces of every kind', '\u00a0Ada \t\u3000Example\n', 'ada example'],
    ['Hebrew vowel points', 'דָּנָה', 'דנה'],
    ['Arabic vowel marks', 'مُحَمَّد', 'محمد'],
  ])('is the same name whatever its %s', (_, a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  it.each([
    ['another letter', 'Ada Example', 'Ida Example'],
    ['a space', 'Adaexample', 'Ada Example'],
    ['punctuation', 'Ada-Example', 'Ada Example'],
    ['a Hangul syllable', '김가나', '김가다'],
    ['a Hangul final consonant', '가나', '강나'],
    ['a Chinese character', '王小明', '王大明'],
    ['a vowel sign of Devanagari', 'राम', 'रमा'],
    ['a vowel sign of Thai', 'กิน', 'กัน'],
    ['the voicing of a Japanese syllable', 'かぎ', 'かき'],
  ])('is another name where it differs by %s', (_, a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });

  it.each(['김가나', '王小明', 'かぎ', 'राम', 'กิน', 'דנה', 'محمد', '🎲'])('keeps its own script: %s', (name) => {
    expect(nameKey(name)).toBe(name);
  });

  it('has one key whether it comes composed or decomposed, and the key of a key is itself', () => {
    fc.assert(
      fc.property(text, (name) => {
        expect(nameKey(name.normalize('NFD'))).toBe(nameKey(name.normalize('NFC')));
        expect(nameKey(nameKey(name))).toBe(nameKey(name));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the readable name in an address', () => {
  it.each([
    ['Ada Example', 'ada-example'],
    ['  Zoë  d’Éxample, Jr. ', 'zoe-dexample-jr'],
    ["O'Example", 'oexample'],
    ['Storm — 3 boats, 1,500 crates!', 'storm-3-boats-1-500-crates'],
    ['김가나 & Söhne', '김가나-sohne'],
    ['王小明：新闻', '王小明-新闻'],
    ['राम', 'राम'],
    ['☂ ☂', ''],
    ['', ''],
  ])('of “%s” is “%s”', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('has nothing in it that an address would have to escape but letters of other scripts', () => {
    fc.assert(
      fc.property(text, (name) => {
        expect(slugOf(name)).toMatch(/^(?:[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*)?$/u);
      }),
    );
  });
});

describe('the order of names', () => {
  const bytes = (name: string) => Buffer.from(name, 'utf8');

  it('is that of their UTF-8 bytes, as stores order them', () => {
    // Few characters, on both sides of where UTF-16 goes wrong, so that names often begin alike.
    const unit = fc.constantFrom('a', 'b', 'é', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{1f3b2}', '\u{10ffff}');
    const name = fc.oneof(fc.string({ unit, maxLength: 6 }), text);
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(Buffer.compare(bytes(a), bytes(b))));
      }),
      { numRuns: 2000 },
    );
  });

  it('puts an emoji behind a full-width letter, which UTF-16 would not', () => {
    expect(['🎲', 'ａ', 'z', ''].toSorted(compareCodePoints)).toEqual(['', 'z', 'ａ', '🎲']);
    expect('🎲' < 'ａ').toBe(true);
  });

  it('puts a name before one that only goes on', () => {
    expect(compareCodePoints('ada', 'ada example')).toBeLessThan(0);
    expect(compareCodePoints('ada', 'ada')).toBe(0);
  });
});
