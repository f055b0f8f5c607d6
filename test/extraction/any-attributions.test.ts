import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribution, ExtractedStatement } from '../../src/extraction/extraction.js';
import { segment } from '../../src/extraction/segmentation.js';
import { assembleStatements } from '../../src/extraction/statements/assemble-statements.js';
import { findChains } from '../../src/extraction/statements/chains/find-chains.js';

const WORDS =
  `according to in a the statement letter report carried by read from out which that and but said says told us
  quoted as saying citing Quill Marrowby Echo agency he she it they nobody who had been heard confirmed denied called
  “ ” ‘ ’ , . : ; — \n\n through his lawyer ’s Ada said, “go”. published wrote believes rumoured was`.split(/ +|\n +/u);

const text = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ unit: 'binary' })), {
  maxLength: 60,
});

/** Attributions anywhere in a text, as no tagger would give them. */
function attributionsIn(length: number, picks: readonly number[]): Attribution[] {
  const span = (at: number) => {
    const start = Math.floor((picks[at % picks.length] ?? 0) * (length - 1));
    return { start, end: Math.min(length, start + 1 + Math.floor((picks[(at + 1) % picks.length] ?? 0) * 30)) };
  };
  return Array.from({ length: Math.min(4, Math.floor(picks.length / 2)) }, (_, i) => ({
    source: i % 3 === 0 ? [] : [span(i * 3)],
    cue: i % 4 === 3 ? [] : [span(i * 3 + 1)],
    content: [span(i * 3 + 2)],
    confidence: 0.5,
  }));
}

function statementsOf(words: string, attributions: readonly Attribution[]): ExtractedStatement[] {
  const document = segment(words);
  const speakersOf = () => ({ status: 'ABSENT', speakers: [], candidates: [] }) as const;
  return assembleStatements(document, findChains(document, attributions), { dates: [], named: [], speakersOf });
}

describe('statements of any attributions in any text', () => {
  it('lie within the text, have content, and end at one that nobody reports', () => {
    fc.assert(
      fc.property(text, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2 }), (words, picks) => {
        const whole = words.join(' ');
        if (whole.length < 2) return;
        const statements = statementsOf(whole, attributionsIn(whole.length, picks));
        const place = new Map(statements.map(({ id }, i) => [id, i]));
        statements.forEach(({ source, cue, content, quotations, mediumSpan, parent }, i) => {
          const spans = [
            ...source,
            ...cue,
            ...content,
            ...quotations.map(({ span }) => span),
            ...(mediumSpan ? [mediumSpan] : []),
          ];
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(whole.length);
          }
          expect(content.length).toBeGreaterThan(0);
          if (parent !== null) expect(place.get(parent)).toBeLessThan(i);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('are found in time in proportion to the length', () => {
    const sentence =
      'In a statement carried by the agency, Quill said the letter “reads” that he said, citing a report, it. ';
    const milliseconds = [500, 4000].map((times) => {
      const whole = sentence.repeat(times);
      const attributions = Array.from({ length: times }, (_, i) => {
        const at = i * sentence.length;
        const span = (words: string) => {
          const start = at + sentence.indexOf(words);
          return [{ start, end: start + words.length }];
        };
        return {
          source: span('Quill'),
          cue: span('said'),
          content: span('the letter “reads” that he said'),
          confidence: 1,
        };
      });
      const started = performance.now();
      statementsOf(whole, attributions);
      return performance.now() - started;
    });
    expect(milliseconds[1]).toBeLessThan(Math.max(milliseconds[0] ?? 0, 50) * 8 * 4);
  });
});
