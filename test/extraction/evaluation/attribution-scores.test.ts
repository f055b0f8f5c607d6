import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stretch } from '../../../src/domain/span.js';
import type {
  PredictedRelation,
  Relation,
  ScoredArticle,
} from '../../../src/extraction/evaluation/attribution-match.js';
import { scoreAttributions } from '../../../src/extraction/evaluation/attribution-scores.js';
import type { Ratios } from '../../../src/extraction/evaluation/ratios.js';
import { relation, spans, TEXT } from './relations.js';

function article(gold: PredictedRelation[], predicted: PredictedRelation[] | null): ScoredArticle {
  return { id: 'a', text: TEXT, gold, predicted };
}

const QUILL = relation('Ada Quill', 'said', 'the pier will hold');
const LARCH = relation('Bo Larch', 'denied', 'that “the bell is cracked”');
const TIDE = relation('she', 'added', 'The tide is late');

describe('scores of attributions', () => {
  it('count a span when both of its ends agree without marks and punctuation', () => {
    const predicted = [
      relation('Ada Quill', 'said', 'the pier will hold,'),
      relation('Larch', 'denied', 'the bell is cracked'),
    ];
    expect(scoreAttributions([article([QUILL, LARCH], predicted)]).exact).toEqual({
      source: { precision: 50, recall: 50, f1: 50 },
      cue: { precision: 100, recall: 100, f1: 100 },
      content: { precision: 50, recall: 50, f1: 50 },
    });
  });

  it('count the characters of all contents once', () => {
    const predicted = [relation('', '', 'the pier'), relation('', '', 'the pier will'), relation('', '', 'laughed')];
    const { contentCharacters } = scoreAttributions([article([QUILL], predicted)]);
    expect(contentCharacters).toEqual({ precision: 65, recall: 72.2, f1: 68.4 });
  });

  it('match relations one to one by the best overlap of their contents', () => {
    const loose = relation('Bo Larch', '', 'the pier will');
    const both = scoreAttributions([article([QUILL, TIDE], [loose, QUILL])]);
    expect(both.contentFound).toEqual({ precision: 50, recall: 50, f1: 50 });
    expect(both.speakerRightWhenFound).toBe(100);
    const alone = scoreAttributions([article([QUILL, TIDE], [loose])]);
    expect(alone.contentFound).toEqual({ precision: 100, recall: 50, f1: 66.7 });
    expect(alone.endToEnd).toEqual({ precision: 0, recall: 0, f1: 0 });
  });

  it('match nothing below a Jaccard index of 0.5', () => {
    const [span] = spans('the pier will hold');
    const half = { ...QUILL, content: [{ start: span?.start ?? 0, end: (span?.start ?? 0) + 9 }] };
    expect(scoreAttributions([article([QUILL], [half])]).contentFound.f1).toBe(100);
    const less = { ...QUILL, content: [{ start: span?.start ?? 0, end: (span?.start ?? 0) + 8 }] };
    expect(scoreAttributions([article([QUILL], [less])]).contentFound.f1).toBe(0);
  });

  it('leave relations without source or content out of what is matched', () => {
    const sourceless = relation('', 'said', 'the pier will hold');
    const { contentFound, contentCharacters } = scoreAttributions([article([sourceless, LARCH], [sourceless, LARCH])]);
    expect(contentFound).toEqual({ precision: 100, recall: 100, f1: 100 });
    expect(contentCharacters.f1).toBe(100);
    expect(scoreAttributions([article([sourceless], [QUILL])]).contentFound).toEqual({
      precision: 0,
      recall: 0,
      f1: 0,
    });
  });

  it('count an article without a row of results as one in which nothing is found', () => {
    const scores = scoreAttributions([article([QUILL], null), article([QUILL], [QUILL])]);
    expect(scores).toMatchObject({ articles: 2, missing: 1, endToEnd: { precision: 100, recall: 50, f1: 66.7 } });
  });

  it('are 0 where there is nothing', () => {
    const none = { precision: 0, recall: 0, f1: 0 };
    expect(scoreAttributions([])).toMatchObject({ articles: 0, contentFound: none, speakerRightWhenFound: 0 });
  });
});

const LETTERS = 'ab “.,';
const text = fc.array(fc.constantFrom(...LETTERS), { minLength: 8, maxLength: 40 }).map((units) => units.join(''));

function spansOf(length: number): fc.Arbitrary<Stretch[]> {
  const span = fc
    .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 12 }))
    .map(([start, size]) => ({ start, end: Math.min(start + size, length) }));
  return fc.array(span, { maxLength: 2 });
}

const scored: fc.Arbitrary<ScoredArticle> = text.chain((words) => {
  const role = spansOf(words.length);
  const relations = fc.array(fc.record({ source: role, cue: role, content: role, confidence: fc.constant(0.5) }), {
    maxLength: 5,
  });
  return fc.record({ id: fc.constant('a'), text: fc.constant(words), gold: relations, predicted: relations });
});

function sure(relations: readonly Relation[]): PredictedRelation[] {
  return relations.map((relation) => ({ ...relation, confidence: 1 }));
}

/** Precision, recall and F1 of two sets, written plainly. */
function ratiosOfSets(predicted: ReadonlySet<string>, gold: ReadonlySet<string>): Ratios {
  const hits = [...predicted].filter((one) => gold.has(one)).length;
  const precision = predicted.size === 0 ? 0 : hits / predicted.size;
  const recall = gold.size === 0 ? 0 : hits / gold.size;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const percent = (value: number) => Math.round(1000 * value) / 10;
  return { precision: percent(precision), recall: percent(recall), f1: percent(f1) };
}

/** Where the letters of a span begin and end, as a text. */
function lettersOf(words: string, { start, end }: Stretch, which: number): string[] {
  const at = [...words].flatMap((unit, index) => (index >= start && index < end && /[ab]/.test(unit) ? [index] : []));
  return at.length === 0 ? [] : [`${which}:${at[0]}–${at.at(-1)}`];
}

/** The characters from the first letter of each content to its last. */
function charactersOf(words: string, relations: readonly Relation[], which: number): string[] {
  return relations.flatMap(({ content }) =>
    content.flatMap((span) =>
      lettersOf(words, span, 0).flatMap((ends) => {
        const [from = 0, to = 0] = ends.slice(2).split('–').map(Number);
        return Array.from({ length: to - from + 1 }, (_, index) => `${which}:${from + index}`);
      }),
    ),
  );
}

describe('scores of any attributions', () => {
  it('are those of sets of spans and of characters, over all articles', () => {
    fc.assert(
      fc.property(fc.array(scored, { maxLength: 3 }), (articles) => {
        const { exact, contentCharacters } = scoreAttributions(articles);
        for (const role of ['source', 'cue', 'content'] as const) {
          const setOf = (pick: (one: ScoredArticle) => readonly Relation[] | null) =>
            new Set(
              articles.flatMap((one, which) =>
                (pick(one) ?? []).flatMap((found) => found[role].flatMap((span) => lettersOf(one.text, span, which))),
              ),
            );
          const gold = setOf((one) => one.gold);
          expect(exact[role]).toEqual(
            ratiosOfSets(
              setOf(({ predicted }) => predicted),
              gold,
            ),
          );
        }
        const characters = (pick: (one: ScoredArticle) => readonly Relation[] | null) =>
          new Set(articles.flatMap((one, which) => charactersOf(one.text, pick(one) ?? [], which)));
        const gold = characters((one) => one.gold);
        expect(contentCharacters).toEqual(
          ratiosOfSets(
            characters(({ predicted }) => predicted),
            gold,
          ),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('are 100 for the gold data themselves, and change places when gold data and results do', () => {
    fc.assert(
      fc.property(scored, ({ predicted, gold, ...rest }) => {
        const own = scoreAttributions([{ ...rest, gold, predicted: sure(gold) }]);
        if (own.contentFound.f1 > 0) expect(own.contentFound).toEqual({ precision: 100, recall: 100, f1: 100 });
        expect(own.endToEnd).toEqual(own.contentFound);
        const ahead = scoreAttributions([{ ...rest, gold, predicted }]);
        const back = scoreAttributions([{ ...rest, gold: predicted ?? [], predicted: sure(gold) }]);
        for (const role of ['source', 'cue', 'content'] as const) {
          expect(back.exact[role]).toEqual({
            precision: ahead.exact[role].recall,
            recall: ahead.exact[role].precision,
            f1: ahead.exact[role].f1,
          });
        }
      }),
      { numRuns: 300 },
    );
  });
});
