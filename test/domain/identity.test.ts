import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isId, makeId, type NodeType, typeOfId } from '../../src/domain/identity.js';
import { organizationId, personId } from '../../src/domain/speaker.js';
import { statementId } from '../../src/domain/statement.js';

const PREFIX_OF = {
  Article: 'art',
  ArticleRevision: 'rev',
  Publisher: 'pub',
  Topic: 'top',
  Place: 'plc',
  Person: 'per',
  Organization: 'org',
  UnnamedSource: 'src',
  Statement: 'stm',
  Utterance: 'utt',
  StatementRelation: 'rel',
  Metric: 'met',
  Statistic: 'stc',
  Change: 'chg',
  IdentityCandidate: 'idc',
} as const satisfies Record<NodeType, string>;

const TYPES = Object.keys(PREFIX_OF) as NodeType[];
const parts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.integer()), { maxLength: 4 });

describe('the id of a record', () => {
  it('never changes from one release to the next', () => {
    expect(makeId('Person', 'ada example', '')).toBe('per_f4soj9grmh220pfej8pd90lo');
    expect(makeId('ArticleRevision', 'art_000000000000000000000000', 1)).toBe('rev_d9ncd0cphhihteueqdj754rb');
    expect(personId('Zoë  ÉXAMPLE')).toBe('per_ko9j3m8ft81peamud7eggk2i');
  });

  it('is the same whenever it is made of the same parts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TYPES), parts, (type, given) => {
        expect(makeId(type, ...given)).toBe(makeId(type, ...given));
      }),
    );
  });

  it('differs where any part, the order of the parts or the type differs', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TYPES), parts, fc.constantFrom(...TYPES), parts, (type, given, other, others) => {
        const same = type === other && JSON.stringify(given) === JSON.stringify(others);
        expect(makeId(type, ...given) === makeId(other, ...others)).toBe(same);
      }),
    );
    expect(makeId('Topic', 'tides', 'storms')).not.toBe(makeId('Topic', 'storms', 'tides'));
  });

  it('keeps its parts apart, so that what moves from one to the next makes another id', () => {
    expect(makeId('Topic', 'ab', 'c')).not.toBe(makeId('Topic', 'a', 'bc'));
    expect(makeId('Topic', 'a","b')).not.toBe(makeId('Topic', 'a', 'b'));
    expect(makeId('Topic', 'a')).not.toBe(makeId('Topic', 'a', ''));
    expect(makeId('Topic', 1)).not.toBe(makeId('Topic', '1'));
  });

  it('is its prefix and 24 characters, however the hash turns out', () => {
    fc.assert(
      fc.property(parts, (given) => {
        expect(makeId('Metric', ...given)).toMatch(/^met_[0-9a-v]{24}$/);
      }),
    );
  });

  it.each(TYPES)('tells by its prefix that it is of a %s', (type) => {
    const id = makeId(type, 'anything');
    expect(id.slice(0, 4)).toBe(`${PREFIX_OF[type]}_`);
    expect(typeOfId(id)).toBe(type);
    expect(isId(id, type)).toBe(true);
  });
});

describe('what is not an id', () => {
  const hash = '0123456789abcdefghijklmn';

  it('is told from one that is well formed', () => {
    expect(typeOfId(`per_${hash}`)).toBe('Person');
  });

  it.each([
    ['nothing', ''],
    ['a prefix alone', 'per_'],
    ['a hash alone', hash],
    ['a prefix that no type has', `xyz_${hash}`],
    ['the name of an object property', `constructor_${hash}`],
    ['a character too few', `per_${hash.slice(1)}`],
    ['a character too many', `per_${hash}0`],
    ['a letter that no hash has', `per_w${hash.slice(1)}`],
    ['capitals', `per_${hash.toUpperCase()}`],
    ['a prefix in capitals', `PER_${hash}`],
    ['a hyphen in place of the underscore', `per-${hash}`],
    ['white space before it', ` per_${hash}`],
    ['a line break after it', `per_${hash}\n`],
    ['a full-width digit', `per_０${hash.slice(1)}`],
  ])('is refused: %s', (_, text) => {
    expect(typeOfId(text)).toBeUndefined();
    expect(isId(text, ...TYPES)).toBe(false);
  });

  it('is refused, whatever text it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeOfId(text)).toBeUndefined();
      }),
    );
  });

  it.each(TYPES)('is refused where another type than %s is asked for', (type) => {
    const others = TYPES.filter((other) => other !== type);
    expect(isId(makeId(type, 'anything'), ...others)).toBe(false);
    expect(isId(makeId(type, 'anything'), ...others, type)).toBe(true);
  });
});

describe('two things of one name', () => {
  it('have one id when only case, accents or spaces differ, and two when a disambiguator tells them apart', () => {
    expect(personId('Ada Éxample')).toBe(personId(' ADA  example '));
    expect(personId('Ada Example', 'the baker')).not.toBe(personId('Ada Example'));
    expect(personId('Ada Example', 'the baker')).not.toBe(personId('Ada Example', 'the judge'));
    expect(organizationId('Ada Example')).not.toBe(personId('Ada Example'));
  });

  it('have two ids when both statements of an article are the same words', () => {
    const article = makeId('Article', 'somewhere');
    expect(statementId(article, 'Yes.', 0)).not.toBe(statementId(article, 'Yes.', 1));
    expect(statementId(article, 'Yes.', 0)).not.toBe(statementId(makeId('Article', 'elsewhere'), 'Yes.', 0));
  });
});
