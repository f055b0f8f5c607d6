import { describe, expect, it } from 'vitest';
import { InvariantError } from '../../src/domain/errors.js';
import { extract } from '../../src/extraction/extract.js';

const TEXT = 'Ada Quill said on Saturday that the pier will hold.';

describe('the day of publication of a text', () => {
  it('may be left out: relative dates stay open', () => {
    const open = extract(TEXT);
    expect(open.dates).toMatchObject([{ from: null, to: null }]);
    expect(extract(TEXT, {})).toEqual(open);
    expect(extract(TEXT, { published: null })).toEqual(open);
    expect(extract(TEXT, { published: '2031-05-05' }).dates).toMatchObject([{ from: '2031-05-03', to: '2031-05-03' }]);
  });

  it.each([
    ['2031-02-30', 'not “2031-02-30”.'],
    ['abc', 'not “abc”.'],
    ['', 'not “”.'],
    ['2031-05-04T18:00:00Z', 'not “2031-05-04T18:00:00Z”.'],
    [new Date('2031-05-04'), 'not a value of the type object.'],
    [['2031-05-04'], 'not a value of the type object.'],
    [20310504, 'not a value of the type number.'],
  ])('has to exist, as text: %j', (published, says) => {
    const reading = () => Reflect.apply(extract, undefined, [TEXT, { published }]);
    expect(reading).toThrow(InvariantError);
    expect(reading).toThrow(`“published” takes an existing day as text, such as '2031-05-04', or null`);
    expect(reading).toThrow(says);
  });
});
