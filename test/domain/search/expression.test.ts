import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch, type SearchExpression } from '../../../src/domain/search/expression.js';
import { anyString, awkwardString } from './arbitrary-text.js';

/** An expression as a query with every operator and bracket written out: `"a b"` is a phrase, `a*` a prefix. */
function print(expression: SearchExpression | null): string {
  if (expression === null) return 'nothing';
  switch (expression.kind) {
    case 'PHRASE': {
      const words = expression.keys.join(' ') + (expression.isPrefix ? '*' : '');
      return expression.keys.length > 1 ? `"${words}"` : words;
    }
    case 'NOT':
      return `(${print(expression.include)} NOT ${print(expression.exclude)})`;
    default:
      return `(${expression.parts.map(print).join(` ${expression.kind} `)})`;
  }
}

const meaningOf = (query: string) => print(parseSearch(query));

describe('a query', () => {
  it.each([
    ['crates', 'crates'],
    ['Crates HARBOUR', '(crates AND harbour)'],
    ['Zoë', 'zoe'],
    ['short-range', '"short range"'],
    ["captain's", '"captain s"'],
    ['3.5', '3·5'],
    ['8,961 8961', '(8961 AND 8961)'],
    ['8\u00a0961', '8961'],
    ['two', '2'],
    ['twenty one boats', '(21 AND boats)'],
    ['crates\u00a0harbour\u3000boat\tsea', '(crates AND harbour AND boat AND sea)'],
    ['', 'nothing'],
    [' \n', 'nothing'],
    ['— * "" ()', 'nothing'],
  ])('of words: %j means %s', (query, meaning) => {
    expect(meaningOf(query)).toBe(meaning);
  });

  it.each([
    ['"Crates at sea"', '"crates at sea"'],
    ['“Crates at sea”', '"crates at sea"'],
    ['„Crates at sea“', '"crates at sea"'],
    ['"crates" harbour', '(crates AND harbour)'],
    ['boat"crates at sea"harbour', '(boat AND "crates at sea" AND harbour)'],
    ['"crates at', '(crates AND at)'],
    ['"crates at" sea" boat', '("crates at" AND sea AND boat)'],
    ['"" crates " "', 'crates'],
    ['"short-range, at sea"', '"short range at sea"'],
    ['"crates AND boats"', '"crates and boats"'],
    ['"crates at se*"', '"crates at se"'],
  ])('with quotation marks: %s means %s', (query, meaning) => {
    expect(meaningOf(query)).toBe(meaning);
  });

  it.each([
    ['crat*', 'crat*'],
    ['short-ra*', '"short ra*"'],
    ['89*', '89*'],
    ['cr*', 'cr*'],
    ['c*', 'c'],
    ['éa*', 'ea*'],
    ['*', 'nothing'],
    ['*crates', 'crates'],
    ['cra*tes', '"cra tes"'],
    ['crat *', 'crat'],
    ['(crat*)', 'crat*'],
    ['ten*', '(10 OR ten*)'],
    ['short-ten*', '("short 10" OR "short ten*")'],
    ['8,961*', '8961*'],
  ])('with a star: %s means %s', (query, meaning) => {
    expect(meaningOf(query)).toBe(meaning);
  });

  it.each([
    ['crates AND boats', '(crates AND boats)'],
    ['crates OR boats', '(crates OR boats)'],
    ['crates NOT boats', '(crates NOT boats)'],
    ['"at sea"OR"in port"', '("at sea" OR "in port")'],
    ['a OR b c', '(a OR (b AND c))'],
    ['a b OR c AND d', '((a AND b) OR (c AND d))'],
    ['a b NOT c', '(a AND (b NOT c))'],
    ['a NOT b c', '((a NOT b) AND c)'],
    ['a NOT b NOT c', '((a NOT b) NOT c)'],
    ['a OR b NOT c', '(a OR (b NOT c))'],
    ['a NOT ten*', '(a NOT (10 OR ten*))'],
  ])('with operators: %s means %s', (query, meaning) => {
    expect(meaningOf(query)).toBe(meaning);
  });

  it.each([
    ['crates and boats or sea not port', '(crates AND and AND boats AND or AND sea AND not AND port)'],
    ['AND', 'and'],
    ['OR crates', '(or AND crates)'],
    ['crates NOT', '(crates AND not)'],
    ['NOT', 'not'],
    ['a OR NOT b', '(a AND (or NOT b))'],
    ['a AND OR NOT b', '(a AND and AND (or NOT b))'],
    ['OR OR', '(or AND or)'],
    ['OR OR OR', '(or AND or AND or)'],
    ['AND OR crates', '(and OR crates)'],
    ['a OR — b', '(a OR b)'],
    ['— OR a', '(or AND a)'],
    ['a OR ""', '(a AND or)'],
    ['a OR, b', '(a AND or AND b)'],
    ['a (OR) b', '(a AND or AND b)'],
    ['a AND-OR b', '(a AND "and or" AND b)'],
    ['a "OR" b', '(a AND or AND b)'],
    ['a OR* b', '(a AND or* AND b)'],
    ['a ＯＲ b', '(a AND or AND b)'],
  ])('with operators in odd places: %s means %s', (query, meaning) => {
    expect(meaningOf(query)).toBe(meaning);
  });

  it.each([
    ['(crates OR boats) sea', '(crates OR (boats AND sea))'],
    ['-crates +boats', '(crates AND boats)'],
    ['title:crates', '"title crates"'],
    ['^crates', 'crates'],
    ['NEAR(crates boats, 5)', '("near crates" AND boats AND 5)'],
    ['{title} : crates', '(title AND crates)'],
    ["'; DROP TABLE article; --", '(drop AND table AND article)'],
  ])('with the signs of other languages: %s means %s', (query, meaning) => {
    expect(meaningOf(query)).toBe(meaning);
  });

  it.each([
    ['한국', '한국'],
    ['한국말', '"한국 국말"'],
    ['한국말'.normalize('NFD'), '"한국 국말"'],
    ['한', '한*'],
    ['한*', '한*'],
    ['한국*', '한국'],
    ['항구 신문', '(항구 AND 신문)'],
    ['"항구 신문"', '"항구 구 신문"'],
    ['"항구의 배"', '"항구 구의 의 배*"'],
    ['KBS뉴스', '"kbs 뉴스"'],
    ['港口新闻', '"港口 口新 新闻"'],
    ['港', '港*'],
    ['港口。新闻', '"港口 口 新闻"'],
    ['2026年', '"2026 年*"'],
    ['コーヒー', '"コー ーヒ ヒー"'],
    ['กิน', '"กิ ิน"'],
    ['항구 OR 港', '(항구 OR 港*)'],
  ])('in a script without spaces: %s means %s', (query, meaning) => {
    expect(meaningOf(query)).toBe(meaning);
  });

  it('is looked for up to its 64th term', () => {
    const terms = Array.from({ length: 100 }, (_, i) => `word${i}x`);
    expect(meaningOf(terms.join(' '))).toBe(`(${terms.slice(0, 64).join(' AND ')})`);
    expect(meaningOf(terms.join(' OR '))).toBe(`(${terms.slice(0, 64).join(' OR ')})`);
  });

  it('has phrases that are looked for up to their 64th word', () => {
    const words = Array.from({ length: 100 }, (_, i) => `word${i}x`);
    const phrase = `"${words.slice(0, 64).join(' ')}"`;
    expect(meaningOf(`"${words.join(' ')}"`)).toBe(phrase);
    expect(meaningOf(`${words.join('-')}*`)).toBe(phrase);
  });

  it('is never wrong', () => {
    fc.assert(
      fc.property(fc.oneof(anyString, awkwardString), (query) => {
        expect(() => parseSearch(query)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    'a ',
    'a',
    'OR ',
    '"',
    '"" ',
    '"a" ',
    '* ',
    '港',
    'one ',
    '\ud800',
  ])('is read in a moment: many times %j', (piece) => {
    const start = performance.now();
    parseSearch(piece.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
