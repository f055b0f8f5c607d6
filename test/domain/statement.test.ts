import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeId } from '../../src/domain/identity.js';
import { spanAt, type TextSpan } from '../../src/domain/span.js';
import { kindOf, relationId, type StatementKind, statementText, utteranceId } from '../../src/domain/statement.js';

const STATEMENT = makeId('Statement', 'a made-up article', 'a made-up statement', 0);
const REVISION = makeId('ArticleRevision', 'a made-up article', 1);

/**
 * A statement as the table below writes it: `[` and `]` around each stretch of content, `<` and `>` around each
 * quotation; none of these stands in the text itself.
 */
function marked(written: string): { spans: TextSpan[]; quotations: TextSpan[] } {
  const text = written.replace(/[[\]<>]/g, '');
  const stretches = (open: string, close: string) => {
    const places: number[] = [];
    let length = 0;
    for (const unit of written.split('')) {
      if (unit === open || unit === close) places.push(length);
      else if (!'[]<>'.includes(unit)) length++;
    }
    return places.flatMap((start, index) => {
      const end = places[index + 1];
      return index % 2 === 0 && end !== undefined ? [spanAt({ id: REVISION, text }, start, end)] : [];
    });
  };
  return { spans: stretches('[', ']'), quotations: stretches('<', '>') };
}

function kindIn(written: string): StatementKind {
  const { spans, quotations } = marked(written);
  return kindOf({ id: STATEMENT, spans, quotations: quotations.map((span) => ({ span, wordsOfId: null })) });
}

describe('a statement', () => {
  it.each([
    ['all of its words are quoted', '[“<The tide is rising>”], she said.'],
    ['the marks are taken for a part of the quotation', '[<“The tide is rising”>], she said.'],
    ['only a comma and the marks are left over', '[“<The tide>”, <“is rising”>.]'],
    ['it is quoted in two parts, with the cue between them', '[“<The tide,>”] she said, [“<is rising.>”]'],
    ['a number is quoted', '[“<8,961>”], she said.'],
    ['a question is quoted', '[«<Is it rising?!>» …]'],
    ['Chinese words are quoted', '她说：[“<潮水在上涨>”]。'],
    ['one word is quoted by two quotations that adjoin', '[“<ris><ing>”]'],
    ['there is nothing but an emoji, and it is quoted', '[“<👍>”], she wrote.'],
    ['words outside of its content are not quoted', 'It was late. [“<Go home,>”] she said.'],
  ])('is DIRECT where %s', (_, written) => {
    expect(kindIn(written)).toBe('DIRECT');
  });

  it.each([
    ['only some words are quoted', 'She said [the tide was “<rising fast>”].'],
    ['the first word alone is not', '[the “<tide is rising>”]'],
    ['the last word alone is not', '[“<the tide is>” rising]'],
    ['a single letter is not', '[“<the tide>” s]'],
    ['a number is not', '[“<the tide rose by>” 3]'],
    ['one of its stretches is not', '[“<The tide is rising,>”] she said, and [boats are lost].'],
    ['half of a word is not', '[“<ris>ing”]'],
    ['half of the Chinese words are not', '[潮水“<在上涨>”]'],
    ['an accented letter is not', '[“<tid>é”]'],
    ['words in another script are not', '[“<the tide>” поднимается]'],
  ])('is MIXED where %s', (_, written) => {
    expect(kindIn(written)).toBe('MIXED');
  });

  it.each([
    ['nothing is quoted', 'She said [the tide was rising].'],
    ['marks stand around nothing that is a quotation', 'She said [the “tide” was rising].'],
    ['the quotation is of other words', '“<Go home>,” she said; [the tide was rising].'],
    ['the quotation takes up but a punctuation mark', '[the tide is rising<.>]'],
  ])('is INDIRECT where %s', (_, written) => {
    expect(kindIn(written)).toBe('INDIRECT');
  });

  it('is DIRECT, MIXED or INDIRECT as all, some or none of its letters are quoted', () => {
    const units = fc.array(fc.tuple(fc.constantFrom('a', '7', '新', '𐐗', ' ', ',', '“'), fc.boolean()), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(units, (letters) => {
        fc.pre(letters.some(([, isQuoted]) => isQuoted));
        const written = letters.map(([unit, isQuoted]) => (isQuoted ? `<${unit}>` : unit)).join('');
        const words = letters.filter(([unit]) => !' ,“'.includes(unit));
        const count = words.filter(([, isQuoted]) => isQuoted).length;
        const some = count === 0 ? 'INDIRECT' : 'MIXED';
        expect(kindIn(`[${written}]`)).toBe(count === words.length ? 'DIRECT' : some);
      }),
      { numRuns: 500 },
    );
  });

  it('is INDIRECT where the quoted words are credited to the statement that reports it', () => {
    const { spans, quotations } = marked('The letter, she said, “<expressed [his intent to help]>”.');
    const reporter = makeId('Statement', 'a made-up article', 'her statement', 0);
    const kindIfWordsOf = (wordsOfId: typeof reporter) =>
      kindOf({ id: STATEMENT, spans, quotations: quotations.map((span) => ({ span, wordsOfId })) });
    expect(kindIfWordsOf(reporter)).toBe('INDIRECT');
    expect(kindIfWordsOf(STATEMENT)).toBe('DIRECT');
  });

  it('reads as its content, with an ellipsis where the article says something else in between', () => {
    const { spans } = marked('[“The tide is rising,”] she said, [“and boats are lost.”]');
    expect(statementText(spans)).toBe('“The tide is rising,” … “and boats are lost.”');
    expect(statementText(spans.slice(0, 1))).toBe('“The tide is rising,”');
    expect(statementText([])).toBe('');
  });
});

describe('the id', () => {
  const [one, other] = [makeId('Statement', 'one'), makeId('Statement', 'other')];
  const figure = makeId('Statistic', 'a figure');

  it('of a relation tells its kind, its direction and the figure apart', () => {
    const ids = [
      relationId('DISPUTES', one, other, null),
      relationId('DENIES', one, other, null),
      relationId('DISPUTES', other, one, null),
      relationId('DISPUTES', one, other, figure),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(relationId('DISPUTES', one, other, null)).toBe(ids[0]);
  });

  it('of an utterance comes from the first report of it', () => {
    expect(utteranceId(one)).toBe(utteranceId(one));
    expect(utteranceId(one)).not.toBe(utteranceId(other));
  });
});
