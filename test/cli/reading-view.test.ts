import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readingView } from '../../src/cli/extraction/reading-view.js';
import type { ExtractedStatement, Extraction } from '../../src/extraction/extraction.js';

const TEXT =
  'The Tide Office said on Friday that a letter by Ada Quill promised “forty new boats”.\n\nBo Larch called it \u001b[31mrubbish\u001b[0m.';

function at(words: string) {
  const start = TEXT.indexOf(words);
  expect(start, words).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length };
}

const STATEMENT = {
  kind: 'INDIRECT',
  force: 'STATED',
  speakerStatus: 'NAMED',
  candidates: [],
  parent: null,
  medium: null,
  mediumSpan: null,
  said: null,
  about: [],
  quotations: [],
  confidence: 0.914,
} as const satisfies Partial<ExtractedStatement>;

const FRIDAY = { span: at('on Friday'), from: '2031-05-02', to: '2031-05-02', precision: 'DAY' } as const;

const FOUND: Extraction = {
  statements: [
    {
      ...STATEMENT,
      id: 's1',
      source: [at('The Tide Office')],
      cue: [at('said')],
      content: [at('a letter by Ada Quill promised “forty new boats')],
      speaker: 'o1',
      said: FRIDAY,
      about: ['t1'],
    },
    {
      ...STATEMENT,
      id: 's2',
      force: 'PROMISED',
      kind: 'DIRECT',
      source: [at('Ada Quill')],
      cue: [at('promised')],
      content: [at('forty new boats')],
      speaker: 'p1',
      parent: 's1',
      medium: 'LETTER',
    },
    {
      ...STATEMENT,
      id: 's3',
      source: [at('Bo Larch')],
      cue: [at('called')],
      content: [at('it')],
      speaker: null,
      speakerStatus: 'AMBIGUOUS',
      candidates: ['p1', 'o1'],
    },
  ],
  people: [
    {
      id: 'p1',
      name: 'Ada Quill',
      aliases: ['Quill'],
      roles: [{ title: 'harbour master', organization: 'o1', span: at('Ada') }],
      relationships: [],
      mentions: [at('Ada Quill')],
    },
  ],
  organizations: [
    { id: 'o1', name: 'Tide Office', kind: 'GOVERNMENT', aliases: [], mentions: [at('The Tide Office')] },
  ],
  places: [],
  unnamedSources: [],
  topics: [{ id: 't1', name: 'boats', mentions: [at('boats')] }],
  unresolved: [{ span: at('Larch'), candidates: [] }],
  quantities: [
    { span: at('forty new boats'), value: 40, upperValue: null, unit: 'boat', comparator: '=', about: 'new boats' },
  ],
  statistics: [
    {
      quantity: 0,
      metric: 'new boats',
      subject: null,
      place: null,
      asOf: FRIDAY,
      claimedBy: 'p1',
      statement: 's2',
      comparator: 'EQUAL',
      measure: 'LEVEL',
      change: 'NONE',
      confidence: 0.8,
    },
  ],
  dates: [FRIDAY],
  relations: [{ kind: 'DISPUTES', from: 's3', to: 's2', span: at('called it'), confidence: 0.7 }],
};

const plain = readingView(TEXT, FOUND, { colour: false, width: 60 });
const coloured = readingView(TEXT, FOUND, { colour: true, width: 60 });

describe('the reading view', () => {
  it('shows the whole text and has the id of each statement before its words', () => {
    expect(plain).toMatch(
      /^The Tide Office said on Friday that \[s1\] a letter by Ada\nQuill promised \[s2\] “forty new boats”\.\n\n/,
    );
  });

  it('lists each statement with speaker, cue, force, medium, date, chain and confidence', () => {
    const [, list = ''] = plain.split('\nStatements (3)\n');
    expect(list.split('\n').slice(0, 10)).toEqual([
      's1  Tide Office: a letter by Ada Quill promised “forty new',
      '    boats',
      '    “said” · stated · indirect · 2031-05-02 · about boats ·',
      '    confidence 0.91',
      's2  Ada Quill: forty new boats',
      '    “promised” · promised · direct · medium: letter ·',
      '    confidence 0.91',
      '    chain: Tide Office (s1) › Ada Quill (s2)',
      's3  either Ada Quill or Tide Office: it',
      '    “called” · stated · indirect · confidence 0.91',
    ]);
  });

  it('lists people, organizations, figures, relations and names that stay open', () => {
    expect(plain).toContain('\nPeople (1)\np1  Ada Quill (also Quill) · harbour master (Tide Office)\n');
    expect(plain).toContain('\nOrganizations (1)\no1  Tide Office · government\n');
    expect(plain).toContain('\nFigures (1)\n1  “forty new boats” = 40 boat · new boats\n');
    expect(plain).toContain('new boats · 2031-05-02 · claimed by Ada Quill (s2) ·');
    expect(plain).toContain('\nRelations (1)\ns3  disputes s2 · “called it” · confidence 0.70\n');
    expect(plain).toContain('\nNames that stay open (1)\n?  “Larch” · nobody the text introduces\n');
    expect(plain).not.toContain('Places');
  });

  it('marks statements, speakers, cues and figures in different colours, with a legend', () => {
    const looksOf = (words: string) => new RegExp(`\u001b\\[([\\d;]+)m${words}`).exec(coloured)?.[1];
    const looks = ['statement', 'statement within a statement', 'cue', 'speaker', 'figure'].map(looksOf);
    expect(new Set(looks).size).toBe(5);
    const [statement, , cue, speaker, figure] = looks;
    const [, text = ''] = coloured.split('\n\n');
    expect(text).toContain(`\u001b[${speaker}mThe Tide Office\u001b[0m`);
    expect(text).toContain(`\u001b[${cue}msaid\u001b[0m`);
    expect(text).toContain(`\u001b[${statement}ma letter by \u001b[0m`);
    expect(text).toContain(`\u001b[${figure}mforty new boats\u001b[0m`);
  });

  it('has no line that is wider than the page, and the same words with colours as without', () => {
    const bare = stripVTControlCharacters(coloured);
    expect(bare.slice(bare.indexOf('\n\n') + 2)).toBe(plain);
    for (const line of plain.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
  });

  it('shows control characters of the text and does not let the terminal obey them', () => {
    expect(plain).not.toContain('\u001b');
    expect(plain).toContain('\ufffd[31mrubbish\ufffd[0m.');
  });

  it('is nothing but the text where nothing is found', () => {
    const none = { ...FOUND };
    for (const section of Object.keys(FOUND)) Object.assign(none, { [section]: [] });
    expect(readingView('A  calm \ud83d day.\n', none, { colour: false, width: 60 })).toBe('A calm \ufffd day.\n');
  });
});
