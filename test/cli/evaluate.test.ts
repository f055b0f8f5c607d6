import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { test } from '../support/command.js';

const TEXT = 'Ada Quill said the pier will hold. Bo Larch denied it. The tide rose by 3 metres.';

function at(words: string): [number, number] {
  return [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];
}

const ARTICLE = {
  id: 'pier',
  text: TEXT,
  publishedOn: '2031-05-04',
  attributions: [
    { source: [at('Ada Quill')], cue: [at('said')], content: [at('the pier will hold')] },
    { source: [at('Bo Larch')], cue: [at('denied')], content: [at('it')] },
  ],
};
const RESULT = {
  id: 'pier',
  statements: [
    { source: [at('Quill')], cue: [at('said')], content: [at('the pier will hold')], confidence: 0.97 },
    { source: [at('The tide')], cue: [at('rose')], content: [at('by 3 metres')], confidence: 0.2 },
  ],
};
const SENTENCE = {
  text: 'The tide rose by 3 metres.',
  quantities: [{ change: 'up', value: '3', unit: 'metres', normalized_unit: 'metre', referred_concepts: 'tide' }],
};

function lines(...rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

describe.concurrent('onrecord evaluate', () => {
  test('scores results that extract has written', async ({ folder, onrecord }) => {
    writeFileSync(join(folder, 'gold.jsonl'), lines(ARTICLE, { ...ARTICLE, id: 'other' }));
    writeFileSync(join(folder, 'out.jsonl'), lines(RESULT));
    const args = ['evaluate', '--gold', 'gold.jsonl', '--predicted', 'out.jsonl'];
    const { code, stdout, stderr } = await onrecord.run([...args, '--json', '--examples', '1']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      scores: {
        articles: 2,
        missing: 1,
        exact: { source: { f1: 0 }, cue: { precision: 50, recall: 25, f1: 33.3 } },
        endToEnd: { precision: 50, recall: 25, f1: 33.3 },
        speakerRightWhenFound: 100,
      },
      calibration: { sure: { statements: 1, share: 50, right: 100 } },
      errors: [
        {
          kind: 'missed',
          count: 3,
          examples: [{ article: 'pier', gold: { source: 'Bo Larch', content: 'it' }, predicted: null }],
        },
        {
          kind: 'spurious',
          count: 1,
          examples: [{ article: 'pier', gold: null, predicted: { content: 'by 3 metres' } }],
        },
      ],
    });
    const shown = await onrecord.run(args);
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toMatch(/^2 articles, 1 of them without a row of results\n/);
    expect(shown.stdout).toMatch(/^end to end +50\.0 +25\.0 +33\.3$/m);
    expect(shown.stdout).toContain('At 0.9 or more: 1 statements, 50.0 % of all, of which 100.0 % are right.');
    expect(shown.stdout).toMatch(/^missed +3 {2}a statement of which nothing is found$/m);
    expect(shown.stdout).toContain('\n  pier\n    gold  [Bo Larch] denied: “it”\n');
  });

  test('runs the engine where there are no results, in either grade', async ({ folder, onrecord }) => {
    writeFileSync(join(folder, 'gold.jsonl'), lines(ARTICLE));
    for (const grade of [[], ['--accurate']]) {
      const { code, stdout, stderr } = await onrecord.run(['evaluate', '--gold', 'gold.jsonl', '--json', ...grade]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(JSON.parse(stdout)).toMatchObject({ scores: { articles: 1, missing: 0 } });
    }
  });

  test('scores quantities, in the order of the rows', async ({ folder, onrecord }) => {
    writeFileSync(join(folder, 'gold.jsonl'), lines(SENTENCE, SENTENCE));
    const right = { value: 3, upperValue: null, unit: 'metre', comparator: 'up', about: 'the tide' };
    writeFileSync(join(folder, 'out.jsonl'), lines({ quantities: [right] }, { quantities: [{ ...right, unit: '-' }] }));
    const args = ['evaluate', '--gold', 'gold.jsonl', '--kind', 'quantities'];
    const { code, stdout, stderr } = await onrecord.run([...args, '--predicted', 'out.jsonl', '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      scores: { sentences: 2, value: { f1: 100 }, valueUnit: { f1: 50 }, valueChange: { f1: 100 } },
      errors: [{ kind: 'wrong unit', count: 1 }],
    });
    const own = await onrecord.run(args);
    expect(own).toMatchObject({ code: 0, stderr: '' });
    expect(own.stdout).toMatch(/^2 sentences\n/);
  });

  test.for([
    { gold: [SENTENCE], args: [], says: 'gold.jsonl:1: The row has no “attributions”: it is no gold data for them.' },
    {
      gold: [ARTICLE],
      args: ['--kind', 'quantities'],
      says: 'gold.jsonl:1: The row has no “quantities”: it is no gold data for them.',
    },
    {
      gold: [SENTENCE],
      args: ['--kind', 'quantities', '--predicted', 'out.jsonl'],
      says: 'out.jsonl:2: There are more rows of results than of gold data, which has 1.',
    },
    {
      gold: [ARTICLE],
      args: ['--predicted', 'out.jsonl'],
      says: 'out.jsonl:2: [5,99] in “cue” is no span: it takes [start, end] with 0 <= start < end <= 81.',
    },
    { gold: [ARTICLE], args: ['--predicted', 'none.jsonl'], says: /none\.jsonl: Cannot be read: ENOENT/ },
  ])('says which row cannot be used: $says', async ({ gold, args, says }, { folder, onrecord }) => {
    writeFileSync(join(folder, 'gold.jsonl'), lines(...gold));
    writeFileSync(join(folder, 'out.jsonl'), lines({ id: 'x' }, { id: 'pier', statements: [{ cue: [[5, 99]] }] }));
    const { code, stdout, stderr } = await onrecord.run(['evaluate', '--gold', 'gold.jsonl', ...args]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    if (typeof says === 'string') expect(stderr).toBe(`onrecord: ${says}\n`);
    else expect(stderr).toMatch(says);
  });
});
