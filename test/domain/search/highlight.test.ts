import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch, type SearchExpression } from '../../../src/domain/search/expression.js';
import { type Highlight, highlightOf } from '../../../src/domain/search/highlight.js';
import { tokensOf } from '../../../src/domain/search/token.js';
import { awkwardString, run, words } from './arbitrary-text.js';

function highlight(text: string, query: string): Highlight | null {
  const expression = parseSearch(query);
  return expression && highlightOf(text, expression);
}

/** The snippet with its ranges in square brackets; “nothing” if there is none. */
function show(text: string, query: string): string {
  const found = highlight(text, query);
  if (found === null) return 'nothing';
  return found.ranges
    .toReversed()
    .reduce(
      (shown, { start, end }) => `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`,
      found.text,
    );
}

/** Words that no query here asks for. */
const filler = (count: number) => Array.from({ length: count }, () => 'filler').join(' ');

describe('what is highlighted in a short text', () => {
  it.each([
    ['a word', 'crates', 'Two crates at sea.', 'Two [crates] at sea.'],
    ['each time it stands there', 'crates', 'Crates, and more crates', '[Crates], and more [crates]'],
    ['all words', 'sea two', 'Two crates at sea.', '[Two] crates at [sea].'],
    ['a phrase as one', '"crates at sea"', 'Crates “at” sea: sea', '[Crates “at” sea]: sea'],
    ['a word in parts', 'short-range', 'a short-range, short boat', 'a [short-range], short boat'],
    ['the whole word that was begun', 'crat*', 'Two crates.', 'Two [crates].'],
    ['an accent as well', 'zoe', 'Zoe\u0308’s crates', '[Zoe\u0308]’s crates'],
    ['a number as it is printed', '8961 21', '8,961 crates, twenty-one boats', '[8,961] crates, [twenty-one] boats'],
    ['either of two', 'crates OR boats', 'Crates, boats', '[Crates], [boats]'],
    ['nothing that is excluded', 'crates NOT boats', 'Crates, boats', '[Crates], boats'],
    ['what is there, if not all is', 'crates harbour', 'Two crates', 'Two [crates]'],
    ['phrases that overlap as one', '"two crates" "crates at"', 'Two crates at sea', '[Two crates at] sea'],
    ['the characters that match in Korean', '신문', '조간신문사에서', '조간[신문]사에서'],
    ['one syllable', '신', '조간신문사, 신', '조간[신]문사, [신]'],
    ['the last syllable', '사', '신문사', '신문[사]'],
    ['Korean in parts', '항구', `새${'항구'.normalize('NFD')}에`, `새[${'항구'.normalize('NFD')}]에`],
    ['a phrase of Korean words', '"항구에 배"', '새 항구에 배가', '새 [항구에 배]가'],
    ['a Chinese character', '闻', '港口新闻社', '港口新[闻]社'],
    ['a Japanese word', 'コーヒー', '港のコーヒーを', '港の[コーヒー]を'],
    ['a Thai word', 'กิน', 'เขากินข้าว', 'เขา[กิน]ข้าว'],
    ['nothing at all', 'harbour', 'Two crates', 'nothing'],
    ['nothing in an empty text', 'harbour', '', 'nothing'],
  ])('is %s', (_, query, text, shown) => {
    expect(show(text, query)).toBe(shown);
  });

  it('stands in the whole text if that has 200 characters or fewer', () => {
    const text = `crates ${'a'.repeat(193)}`;
    expect(show(text, 'crates')).toBe(`[crates] ${'a'.repeat(193)}`);
    expect(show(`${text}a`, 'crates')).toBe('[crates]…');
  });
});

describe('the snippet of a long text', () => {
  it('begins with the text if the match does', () => {
    expect(show(`(Crates) ${filler(100)}`, 'crates')).toBe(`([Crates]) ${filler(27)}…`);
  });

  it('ends with the text if the match does', () => {
    expect(show(`${filler(100)} crates.`, 'crates')).toBe(`…${filler(27)} [crates].`);
  });

  it('has the match in the middle otherwise, between whole words', () => {
    expect(show(`${filler(100)} crates ${filler(100)}`, 'crates')).toBe(`…${filler(13)} [crates] ${filler(13)}…`);
  });

  it('is from where most different words stand together, however often one of them stands elsewhere', () => {
    const text = `crates crates crates ${filler(100)} boats with crates ${filler(100)}`;
    expect(show(text, 'crates boats')).toContain('filler [boats] with [crates] filler');
  });

  it('is from the first of several such places', () => {
    const text = ['first', 'second'].map((place) => `${filler(50)} ${place} crates`).join(' ');
    expect(show(text, 'crates')).toContain('filler first [crates] filler');
  });

  it('takes a word that is asked for twice for one', () => {
    const text = `crates ${filler(100)} boats sea`;
    expect(show(text, 'crates crates crates boats sea')).toContain('[boats] [sea]');
  });

  it('is cut between characters where there are no words', () => {
    const found = highlight(`${'港'.repeat(300)}口${'港'.repeat(300)}`, '口');
    expect(found?.text).toBe(`…${'港'.repeat(98)}口${'港'.repeat(99)}…`);
  });

  it('is never cut between a Thai letter and its sign', () => {
    for (const head of ['', 'ก']) {
      const found = highlight(`${head}${'กี'.repeat(300)}ข${'กี'.repeat(300)}`, 'ข');
      expect(found?.text).toMatch(/^…ก.*ี…$/u);
    }
  });

  it('has as much of a word as fits if the word alone is too long', () => {
    expect(show('a'.repeat(1000), `${'a'.repeat(50)}*`)).toBe(`[${'a'.repeat(198)}]…`);
    expect(show(`crates ${'a'.repeat(1000)} boats`, `${'a'.repeat(50)}*`)).toBe(`…[${'a'.repeat(198)}]…`);
  });

  it('has as much of a phrase as fits', () => {
    const found = highlight(filler(100), `"${filler(40)}"`);
    expect(found?.ranges).toEqual([{ start: 0, end: 198 }]);
  });

  it('cuts no letter of a long word in two', () => {
    const word = `a${'\u{1d4b6}'.repeat(300)}`;
    expect(show(word, word)).toBe(`[a${'\u{1d4b6}'.repeat(98)}]…`);
  });
});

describe('a highlight of any text', () => {
  /** All keys that a query asks for. */
  function keysOf(expression: SearchExpression): readonly string[] {
    switch (expression.kind) {
      case 'PHRASE':
        return expression.keys;
      case 'NOT':
        return keysOf(expression.include);
      default:
        return expression.parts.flatMap(keysOf);
    }
  }

  const text = fc.oneof(
    fc.array(words, { maxLength: 8 }).map((parts) => parts.flat().join(' ')),
    fc.array(run, { maxLength: 60 }).map((parts) => parts.flat().join('')),
    fc.array(awkwardString, { maxLength: 30 }).map((parts) => parts.join(' ')),
  );
  const query = fc.oneof(
    words.map((parts) => parts.slice(0, 4).join(' OR ')),
    run.map((parts) => parts.slice(0, 2).join('')),
    awkwardString,
  );

  it('has ranges apart from one another, in order, inside 200 characters, on words that were asked for', () => {
    fc.assert(
      fc.property(text, query, (searched, asked) => {
        const expression = parseSearch(asked);
        const found = expression && highlightOf(searched, expression);
        if (!found) return;
        expect(found.text.length).toBeLessThanOrEqual(200);
        expect(found.ranges.length).toBeGreaterThan(0);
        const keys = keysOf(expression);
        let previous = -1;
        for (const { start, end } of found.ranges) {
          expect(start).toBeGreaterThan(previous);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(found.text.length);
          const covered = tokensOf(found.text.slice(start, end)).map(({ key }) => key);
          expect(covered.some((word) => keys.some((key) => word.startsWith(key)))).toBe(true);
          previous = end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is a piece of the text, with an ellipsis where it was cut out and no character cut in two', () => {
    fc.assert(
      fc.property(text, query, (searched, asked) => {
        const found = highlight(searched.toWellFormed(), asked);
        if (!found) return;
        expect(found.text.isWellFormed()).toBe(true);
        expect(searched.toWellFormed()).toContain(found.text.replace(/^…|…$/gu, ''));
      }),
      { numRuns: 1000 },
    );
  });
});
