import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuotation } from '../../../src/domain/quotation/asked-quotation.js';
import { probePhrases, probeSteps } from '../../../src/domain/quotation/probe.js';
import { matchesDocument } from '../../../src/domain/search/match.js';

const WORDS = [
  'harbour',
  'crane',
  'levy',
  'can’t',
  '8,961',
  'twenty-one',
  'seal',
  'mole',
  'fog',
  'horn',
  'tide',
  'the',
];

function stepsFor(text: string, mostAltered: number, frequency: (words: string) => number = () => 1) {
  const probes = probePhrases(parseQuotation(text)).map((phrase) => {
    return { phrase, frequency: frequency(phrase.keys.join(' ')) };
  });
  return [...probeSteps(probes, mostAltered)];
}

describe('the steps by which a quotation is looked for', () => {
  test('miss nothing that differs in as many words as they allow', () => {
    const asked = fc.shuffledSubarray(WORDS, { minLength: 4 });
    fc.assert(
      fc.property(
        asked,
        fc.array(fc.nat(11), { maxLength: 3 }),
        fc.infiniteStream(fc.nat(99)),
        (words, places, ranks) => {
          const changed = words.map((word, index) => (places.includes(index) ? 'unheard' : word));
          const alterations = changed.filter((word) => word === 'unheard').length;
          const steps = stepsFor(words.join(' '), 3, () => 1 + (ranks.next().value ?? 0));
          for (const { groups, altered } of steps.filter((step) => step.altered >= alterations)) {
            const isFound = groups.some((group) => matchesDocument(group, [changed.join(' ')]));
            expect(isFound, `${changed} with ${altered} altered`).toBe(true);
          }
        },
      ),
    );
  });

  test('miss nothing in a script without spaces', () => {
    const [step] = stepsFor('灯塔将在春天启用', 2).slice(-1);
    for (const text of ['灯塔将在秋天启用', '新灯塔将在春天启', '灯塔会在夏天启用了']) {
      expect(
        step?.groups.some((group) => matchesDocument(group, [text])),
        text,
      ).toBe(true);
    }
  });

  test('begin with the rarest words', () => {
    const [exact] = stepsFor(
      'the tide and the mole and the fog and a horn and a seal and a crane',
      0,
      (words) => words.length * -1 + 99,
    );
    const keys = JSON.stringify(exact);
    expect(keys).toContain('crane');
    expect(keys).not.toContain('"a"');
  });

  test('are none where more words are nowhere than may differ', () => {
    const text = 'harbour crane levy seal';
    expect(stepsFor(text, 1, (words) => (words === 'levy' ? 0 : 5))).toHaveLength(1);
    expect(stepsFor(text, 0, (words) => (words === 'levy' ? 0 : 5))).toEqual([]);
  });

  test('stay few, however long the quotation is', () => {
    const text = Array.from({ length: 330 }, (_, index) => `w${index}`).join(' ');
    const steps = stepsFor(text, 99);
    expect(steps.length).toBeLessThan(8);
    expect(steps.flatMap(({ groups }) => groups).length).toBeLessThan(100);
  });
});
