import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSeeds } from '../../../src/repository/seed/read-seeds.js';
import { problemOf } from './seed-breaks.js';
import { type SeedFiles, SMALL_SEEDS, writeSeeds } from './seed-directory.js';

const RECORDED_AT = new Date('2031-05-03T00:00:00Z');

const read = (files: SeedFiles) => readSeeds(writeSeeds(files), RECORDED_AT);

describe('a seed directory', () => {
  it('gives one record for each brief, in the order of their names', () => {
    expect(read(SMALL_SEEDS).map(({ article }) => article.title)).toEqual(['The tide', 'Its echo']);
  });

  it('is read from a path or a URL alike', () => {
    const directory = writeSeeds(SMALL_SEEDS);
    expect(readSeeds(pathToFileURL(`${directory}/`), RECORDED_AT)).toEqual(readSeeds(directory, RECORDED_AT));
  });

  it('gives the same records from files with the line ends and the byte order mark of Windows', () => {
    const windows = Object.entries(SMALL_SEEDS).map(([name, text]) => [name, `\uFEFF${text.replaceAll('\n', '\r\n')}`]);
    expect(read(Object.fromEntries(windows))).toEqual(read(SMALL_SEEDS));
  });

  it('may hold a README and files of other kinds', () => {
    expect(read({ ...SMALL_SEEDS, 'README.md': 'How to annotate.', 'notes.txt': '[' })).toEqual(read(SMALL_SEEDS));
  });

  it.each<[string, SeedFiles, RegExp]>([
    ['is empty', {}, /^DIRECTORY: There are no briefs here/],
    ['has a cast alone', { 'cast.yaml': 'people:' }, /^DIRECTORY: There are no briefs here/],
    ['has no cast', { ...SMALL_SEEDS, 'cast.yaml': undefined }, /^DIRECTORY\/cast\.yaml: Cannot be read: ENOENT/],
    ['has an empty cast', { ...SMALL_SEEDS, 'cast.yaml': '' }, /^DIRECTORY\/cast\.yaml:1: The file takes a mapping/],
    [
      'lacks annotations',
      { ...SMALL_SEEDS, '01-tide.yaml': undefined },
      /^DIRECTORY\/01-tide\.md: .*write 01-tide\.yaml/,
    ],
    ['lacks a text', { ...SMALL_SEEDS, '01-tide.md': undefined }, /^DIRECTORY\/01-tide\.yaml: .*write 01-tide\.md/],
    [
      'has empty annotations',
      { ...SMALL_SEEDS, '02-echo.yaml': '' },
      /^DIRECTORY\/02-echo\.yaml:1: The file takes a mapp/,
    ],
    [
      'has a list of annotations',
      { ...SMALL_SEEDS, '02-echo.yaml': '- a' },
      /^DIRECTORY\/02-echo\.yaml:1: The file takes/,
    ],
    [
      'has a brief without a number',
      { ...SMALL_SEEDS, 'tide.md': '' },
      /^DIRECTORY\/tide\.md: .*01-slug\.md.*rename it/,
    ],
    ['has a brief in capitals', { ...SMALL_SEEDS, '03-Ebb.md': '' }, /^DIRECTORY\/03-Ebb\.md: .*rename it/],
    ['has annotations in a .yml file', { ...SMALL_SEEDS, '03-ebb.yml': '' }, /^DIRECTORY\/03-ebb\.yml: .*rename it/],
    [
      'has two briefs of one slug',
      { ...SMALL_SEEDS, '03-tide.md': SMALL_SEEDS['01-tide.md'], '03-tide.yaml': SMALL_SEEDS['01-tide.yaml'] },
      /^DIRECTORY\/03-tide\.md: 01-tide has the slug “tide” as well/,
    ],
    [
      'has one article twice',
      { ...SMALL_SEEDS, '03-ebb.md': SMALL_SEEDS['01-tide.md'], '03-ebb.yaml': SMALL_SEEDS['01-tide.yaml'] },
      /^DIRECTORY\/03-ebb\.md:1: .*publisher and URL of DIRECTORY\/01-tide\.md/,
    ],
    [
      'has a file that is not UTF-8',
      { ...SMALL_SEEDS, '01-tide.md': new Uint8Array([0x2d, 0xff, 0xfe]) },
      /^DIRECTORY\/01-tide\.md: The file is not UTF-8/,
    ],
    [
      'has utterances that refer to one another in a circle',
      {
        ...SMALL_SEEDS,
        '01-tide.yaml': SMALL_SEEDS['01-tide.yaml'].replace('  rise:', '  rise:\n    utterance: echo#rise'),
      },
      /^DIRECTORY\/01-tide\.yaml:21: These utterances refer to one another in a circle/,
    ],
  ])('is refused when it %s', (_, files, says) => {
    const directory = writeSeeds(files);
    expect(problemOf(directory).message.replaceAll(directory, 'DIRECTORY')).toMatch(says);
  });

  it('is refused when it is not there, or is a file', () => {
    const directory = writeSeeds({ file: '' });
    expect(problemOf(join(directory, 'nowhere')).message).toBe(
      `${directory}/nowhere: Cannot be read: ENOENT: no such file or directory, scandir '${directory}/nowhere'`,
    );
    expect(problemOf(join(directory, 'file')).message).toMatch(/\/file: Cannot be read: ENOTDIR/);
  });

  it('is refused with the code of bad input, whatever is wrong', () => {
    expect(problemOf(writeSeeds({})).code).toBe('BAD_USER_INPUT');
    const directory = writeSeeds(SMALL_SEEDS);
    mkdirSync(join(directory, 'cast.md'));
    expect(readSeeds(directory, RECORDED_AT), 'a directory within is no brief').toHaveLength(2);
  });
});

describe('the record of a brief', () => {
  it('is the front matter and the text, trimmed, with its paragraphs', () => {
    const [tide, echo] = read(SMALL_SEEDS);
    expect(tide?.article).toMatchObject({
      bylines: ['Mara Drift'],
      publishedAt: new Date('2031-05-01T06:00:00Z'),
      publishedPrecision: 'TIME',
      url: 'https://messenger.example/tide',
      language: 'en',
      wordCount: 27,
      retraction: null,
    });
    expect(tide?.revision.text).toMatch(
      /^SANDPORT – The tide rose .* by 3 metres\.\n\nAda Fathom, .* Fathom laughed\.$/,
    );
    expect(echo?.article).toMatchObject({ url: null, bylines: [], publishedPrecision: 'DAY' });
  });

  it('brings those of the cast whom the brief names, and the places that they belong to', () => {
    const [tide, echo] = read(SMALL_SEEDS);
    expect(tide?.people.map(({ name }) => name)).toEqual(['Ada Fathom', 'Ben Fathom']);
    expect(echo?.people).toEqual([]);
    expect(echo?.organizations.map(({ name }) => name)).toEqual(['Tide Office']);
    expect(echo?.places.map(({ name }) => name)).toEqual(['Examplia', 'Sandport']);
    expect(echo?.topics).toEqual([]);
    expect(echo?.metrics).toEqual([]);
  });

  it('has each relationship both ways', () => {
    const [tide] = read(SMALL_SEEDS);
    const [ada, ben] = tide?.people.map(({ id }) => id) ?? [];
    expect(tide?.relationships.map(({ personId, otherId }) => [personId, otherId])).toEqual([
      [ada, ben],
      [ben, ada],
    ]);
  });

  it('takes the unit of a figure from its metric, and its claimant from its statement', () => {
    const [tide] = read(SMALL_SEEDS);
    const [rise] = tide?.statements ?? [];
    expect(tide?.statistics).toMatchObject([
      { unit: 'metres', comparator: 'EQUAL', measure: 'LEVEL', claimedById: rise?.speakerId, claimantStatus: 'NAMED' },
    ]);
  });

  it('has a relation that the text states where it is said, and one that it does not as an editor’s', () => {
    const [tide] = read(SMALL_SEEDS);
    expect(tide?.relations).toMatchObject([{ kind: 'DOUBTS', basis: 'STATED', span: { text: 'doubts it' } }]);
    const silent = read({
      ...SMALL_SEEDS,
      '01-tide.yaml': SMALL_SEEDS['01-tide.yaml'].replace(', text: doubts it', ''),
    });
    expect(silent[0]?.relations).toMatchObject([{ kind: 'DOUBTS', basis: 'EDITOR', span: null }]);
  });

  it('shares the utterance of a statement in another brief that it refers to', () => {
    const [tide, echo] = read(SMALL_SEEDS);
    expect(echo?.statements[0]?.utteranceId).toBe(tide?.statements[0]?.utteranceId);
    expect(echo?.statements[0]?.id).not.toBe(tide?.statements[0]?.id);
  });

  it('says that it comes from the seeds, when it was recorded and that nobody has reviewed it', () => {
    const [tide] = read(SMALL_SEEDS);
    expect(tide?.statements[0]?.provenance).toEqual({
      origin: 'SEED',
      agent: 'seeds',
      agentVersion: null,
      recordedAt: RECORDED_AT,
      confidence: null,
      review: 'UNREVIEWED',
      reviewedBy: null,
      reviewedAt: null,
    });
  });
});
