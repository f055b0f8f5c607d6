import { expect, test } from 'vitest';
import { isSameItem, wikidataItem } from '../../src/domain/wikidata.js';

test.each([
  ['http://www.wikidata.org/entity/Q42', 'Q42'],
  ['https://www.wikidata.org/wiki/Q7', 'Q7'],
  ['https://www.wikidata.org/wiki/P31', undefined],
  ['https://www.wikidata.org/wiki/Q0', undefined],
  ['https://www.wikidata.org/wiki/Q42#sitelinks', undefined],
  ['https://wikidata.example/entity/Q42', undefined],
])('the item of %s is %s', (address, item) => {
  expect(wikidataItem(address)).toBe(item);
});

test('the page and the entity of an item are of one item, and no others', () => {
  expect(isSameItem('http://www.wikidata.org/entity/Q42', 'https://www.wikidata.org/wiki/Q42')).toBe(true);
  expect(isSameItem('https://www.wikidata.org/wiki/Q42', 'https://www.wikidata.org/wiki/Q4')).toBe(false);
  expect(isSameItem('https://names.example/1', 'https://names.example/2')).toBe(false);
  expect(isSameItem('https://names.example/1', 'https://names.example/1')).toBe(true);
});
