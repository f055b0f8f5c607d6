import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseCases, readCases } from './read-cases.js';

const CASES = fileURLToPath(new URL('cases/', import.meta.url));
const FILES = readdirSync(CASES).filter((name) => name.endsWith('.yaml'));

/** How many cases the specification has at least; a group that is not written yet is not counted. */
const MINIMUM: Readonly<Record<string, number>> = {
  'attribution.yaml': 80,
  'nesting.yaml': 30,
  'coreference.yaml': 30,
  'quantities.yaml': 40,
  'dates.yaml': 30,
  'relations.yaml': 20,
};

describe.each(FILES)('%s', (name) => {
  const read = () => readCases(`${CASES}${name}`);

  it('has cases that agree with their texts and the format', () => {
    expect(read).not.toThrow();
  });

  it('has as many cases as its group needs', () => {
    expect(Object.keys(MINIMUM)).toContain(name);
    expect(read().length).toBeGreaterThanOrEqual(MINIMUM[name] ?? 0);
  });
});

const RIGHT = `
- name: a statement that is quoted in another
  published: 2031-05-04
  text: |-
    “The pier ‘will hold’, the report says,” Ada Quill said on Saturday.

    Nobody laughed, she’d 40 boats' owners with her.
  people:
    quill: { name: Ada Quill, mentions: [{ every: Ada Quill }] }
  sources:
    report: { description: the report, kind: DOCUMENT }
  statements:
    s1:
      content: ["The pier ‘will hold’, the report says"]
      source: [Ada Quill]
      cue: ["Quill [said]"]
      kind: DIRECT
      speaker: quill
      said: { from: 2031-05-03, to: 2031-05-03, precision: DAY, text: on Saturday }
      quotations: [{ text: will hold, wordsOf: s2 }]
    s2:
      content: ["The pier ‘[will hold]"]
      source: [the report]
      cue: [says]
      kind: DIRECT
      speaker: report
      parent: s1
  quantities:
    - { text: "40", value: 40, unit: boat, change: "=", about: boats }
`;

describe('a case', () => {
  it('is read, each quotation with its place', () => {
    const [only] = parseCases('cases.yaml', RIGHT);
    expect(only?.statements.get('s2')?.content).toEqual([{ start: 11, end: 20 }]);
    expect(only?.statements.get('s2')?.status).toBe('UNNAMED');
  });

  it.each([
    ['an unknown field', 'cue: [says]', 'cues: [says]', /no field “cues”/],
    ['a quotation that is not in the text', 'source: [Ada Quill]', 'source: [Bo Quill]', /does not stand in the text/],
    ['a quotation that is in it twice', 'cue: [says]', 'cue: [he]', /“he” stands \d times/],
    ['an unknown speaker', 'speaker: quill', 'speaker: mallow', /“mallow”, which is not among quill, report/],
    ['an unknown kind', 'kind: DIRECT', 'kind: QUOTED', /kind takes one of DIRECT/],
    ['a kind that its marks do not have', 'kind: DIRECT', 'kind: INDIRECT', /s1 is DIRECT/],
    ['a quotation mark at the end of content', '["The pier ‘will', '["“The pier ‘will', /quotation mark at an end/],
    ['a quotation without marks', 'text: will hold,', 'text: Ada Quill,', /is not all that stands between/],
    ['a status that the speaker does not have', 'speaker: report', 'status: NAMED', /status is ABSENT/],
    ['a statement that reports itself', 'parent: s1', 'parent: s2', /s2 reports itself/],
    ['a day that does not exist', '2031-05-04', '2031-02-30', /existing day/],
    ['an unknown change', 'change: "="', 'change: "+"', /change takes one of/],
  ])('is refused with %s', (_, from, to, says) => {
    expect(RIGHT).toContain(from);
    expect(() => parseCases('cases.yaml', RIGHT.replace(from, to))).toThrow(says);
  });

  it('is refused with the name of another', () => {
    expect(() => parseCases('cases.yaml', `${RIGHT}${RIGHT}`)).toThrow(/Another case has the name/);
  });
});
