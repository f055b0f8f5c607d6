import { describe, expect, it } from 'vitest';
import { attributionErrorsIn } from '../../../src/extraction/evaluation/attribution-errors.js';
import type { PredictedRelation } from '../../../src/extraction/evaluation/attribution-match.js';
import { relation, TEXT } from './relations.js';

const QUILL = relation('Ada Quill', 'said', 'the pier will hold');
const LARCH = relation('Bo Larch', 'denied', 'the bell is cracked');

function kindsOf(gold: PredictedRelation[], predicted: PredictedRelation[] | null): string[] {
  return attributionErrorsIn({ id: 'a', text: TEXT, gold, predicted }).map(({ kind }) => kind);
}

describe('errors of attributions', () => {
  it.each([
    ['nothing wrong', [QUILL, LARCH], [QUILL, LARCH], []],
    ['nothing wrong but a comma', [QUILL], [relation('Ada Quill', '', 'the pier will hold,')], []],
    ['missed', [QUILL], [], ['missed']],
    ['no row of results', [QUILL], null, ['missed']],
    ['spurious', [], [QUILL], ['spurious']],
    ['wrong source', [QUILL], [relation('Bo Larch', '', 'the pier will hold')], ['wrong source']],
    ['source not found', [QUILL], [relation('', '', 'the pier will hold')], ['source not found']],
    ['source invented', [relation('', 'said', 'the pier will hold')], [QUILL], ['source invented']],
    ['content too long', [QUILL], [relation('Ada Quill', '', 'said the pier will hold')], ['content too long']],
    ['content too short', [QUILL], [relation('Ada Quill', '', 'the pier will')], ['content too short']],
    ['content elsewhere', [QUILL], [relation('Ada Quill', '', 'said the pier will')], ['content elsewhere']],
    ['too little overlap', [QUILL], [relation('Ada Quill', '', 'hold')], ['too little overlap']],
    [
      'merged with a neighbour',
      [QUILL, LARCH],
      [relation('Ada Quill', '', 'the pier will hold, and Bo Larch denied that “the bell is cracked')],
      ['merged with a neighbour', 'merged with a neighbour'],
    ],
    [
      'split in parts',
      [relation('she', 'added', 'the bell is cracked”. The tide is late')],
      [relation('she', '', 'the bell is'), relation('she', '', 'tide is late')],
      ['split in parts', 'split in parts'],
    ],
    ['same words twice', [QUILL], [QUILL, relation('Bo Larch', '', 'the pier')], ['same words twice']],
  ] as const)('are told: %s', (_, gold, predicted, kinds) => {
    expect(kindsOf([...gold], predicted && [...predicted])).toEqual(kinds);
  });
});
