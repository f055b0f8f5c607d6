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

/** A row of results with a span outside of its text. */
const WRONG = { id: 'pier', statements: [{ source: [], cue: [[5, 99]], content: [] }], quantities: [] };

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
    writeFileSync(join(folder, 'out.jsonl'), lines({ id: 'x', statements: [], quantities: [] }, WRONG));
    const { code, stdout, stderr } = await onrecord.run(['evaluate', '--gold', 'gold.jsonl', ...args]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    if (typeof says === 'string') expect(stderr).toBe(`onrecord: ${says}\n`);
    else expect(stderr).toMatch(says);
  });

  test('takes gold data or results from standard input, not both', async ({ folder, onrecord }) => {
    writeFileSync(join(folder, 'gold.jsonl'), lines(ARTICLE));
    writeFileSync(join(folder, 'out.jsonl'), lines(RESULT));
    const files = await onrecord.run(['evaluate', '--gold', 'gold.jsonl', '--predicted', 'out.jsonl']);
    const gold = await onrecord.run(['evaluate', '--gold', '-', '--predicted', 'out.jsonl'], {}, lines(ARTICLE));
    expect(gold).toEqual({ ...files, code: 0, stderr: '' });
    const results = await onrecord.run(['evaluate', '--gold', 'gold.jsonl', '--predicted', '-'], {}, lines(RESULT));
    expect(results).toEqual(gold);
    const wrong = await onrecord.run(['evaluate', '--gold', '-'], {}, '[]\n');
    expect(wrong.stderr).toMatch(/^onrecord: standard input:1: Every line is one JSON object/);
  });

  test('takes a number and the same number as text for one id', async ({ folder, onrecord }) => {
    writeFileSync(join(folder, 'gold.jsonl'), lines({ ...ARTICLE, id: 1 }));
    writeFileSync(join(folder, 'out.jsonl'), lines({ ...RESULT, id: '1' }));
    const args = ['evaluate', '--gold', 'gold.jsonl', '--predicted', 'out.jsonl', '--json'];
    const { code, stdout } = await onrecord.run(args);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ scores: { missing: 0, endToEnd: { f1: 50 } } });
  });

  const QUANTITY = { change: '=', value: '3', normalized_unit: 'metre', referred_concepts: 'tide' };
  const SPANS = { source: [], cue: [], content: [] };
  test.for([
    { gold: '\n', says: 'gold.jsonl: There are no rows, so that there is nothing to measure.' },
    {
      gold: lines(ARTICLE, { ...ARTICLE, id: 'b' }, ARTICLE),
      says: 'gold.jsonl:3: The id “pier” is that of line 1 too: it has to be told which row of results is whose.',
    },
    {
      gold: lines({ ...ARTICLE, id: 1 }, { ...ARTICLE, id: '1' }),
      says: 'gold.jsonl:2: The id “1” is that of line 1 too: it has to be told which row of results is whose.',
    },
    {
      predicted: lines(RESULT, RESULT),
      says: 'out.jsonl:2: The id “pier” is that of line 1 too: it has to be told which row of results is whose.',
    },
    {
      predicted: lines(RESULT, ARTICLE),
      says: 'out.jsonl:2: The row has no “statements”: it is no result of extract.',
    },
    {
      predicted: '[]\n',
      says: 'out.jsonl:1: Every line is one JSON object, such as {"id": "…", "statements": […]}.',
    },
    {
      kind: 'quantities',
      gold: lines(SENTENCE),
      predicted: lines(SENTENCE, RESULT),
      says: 'out.jsonl:2: The row has no “quantities”: it is no result of extract.',
    },
    ...(['source', 'cue', 'content'] as const).map((role) => ({
      gold: lines({ ...ARTICLE, attributions: [{ ...SPANS, [role]: undefined }] }),
      says: `gold.jsonl:1: The field “${role}” takes a list of [start, end], which may be empty, not nothing.`,
    })),
    ...['normalized_unit', 'change', 'referred_concepts'].map((field) => ({
      kind: 'quantities',
      gold: lines(SENTENCE, { ...SENTENCE, quantities: [{ ...QUANTITY, [field]: 5 }] }),
      says: `gold.jsonl:2: The field “${field}” takes text, not 5.`,
    })),
    ...[undefined, null, '', 'three', {}].map((value) => ({
      kind: 'quantities',
      gold: lines({ ...SENTENCE, quantities: [{ ...QUANTITY, value }] }),
      says: `gold.jsonl:1: The field “value” takes a number, or “low-high” for a range, not ${JSON.stringify(value) ?? 'nothing'}.`,
    })),
  ])('refuses what can only be measured wrongly: $says', async ({ kind, gold, predicted, says }, {
    folder,
    onrecord,
  }) => {
    writeFileSync(join(folder, 'gold.jsonl'), gold ?? lines(ARTICLE));
    writeFileSync(join(folder, 'out.jsonl'), predicted ?? '');
    const args = [
      ...(kind === undefined ? [] : ['--kind', kind]),
      ...(predicted === undefined ? [] : ['--predicted', 'out.jsonl']),
    ];
    const refused = await onrecord.run(['evaluate', '--gold', 'gold.jsonl', ...args]);
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: `onrecord: ${says}\n` });
  });
});
