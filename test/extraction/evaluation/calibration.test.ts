import { expect, it } from 'vitest';
import { calibrate } from '../../../src/extraction/evaluation/calibration.js';
import { relation, TEXT } from './relations.js';

it('calibration counts in each bin of confidence how many statements have the right content and source', () => {
  const gold = [relation('Ada Quill', 'said', 'the pier will hold'), relation('she', 'added', 'The tide is late')];
  const predicted = [
    relation('Quill', '', 'the pier will', 0.96),
    relation('Bo Larch', '', 'The tide is late', 0.9),
    relation('', '', 'The tide is late', 1),
    relation('Nobody', 'laughed', 'cracked', 0.42),
  ];
  const { bins, sure } = calibrate([{ id: 'a', text: TEXT, gold, predicted }]);
  expect(bins.filter(({ statements }) => statements > 0)).toEqual([
    { from: 0.4, to: 0.5, statements: 1, share: 25, meanConfidence: 42, right: 0 },
    { from: 0.9, to: 0.95, statements: 1, share: 25, meanConfidence: 90, right: 0 },
    { from: 0.95, to: 1, statements: 2, share: 50, meanConfidence: 98, right: 50 },
  ]);
  expect(sure).toEqual({ from: 0.9, to: 1, statements: 3, share: 75, meanConfidence: 95.3, right: 33.3 });
  expect(bins.reduce((sum, bin) => sum + bin.statements, 0)).toBe(4);
});
