import fc from 'fast-check';

/** Any string at all, half surrogate pairs and NUL included. */
export const anyString = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
);

/** Strings in which what the analysis treats in its own way comes often, and in every neighbourhood. */
export const awkwardString = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'B',
        'é',
        'e\u0301',
        '\u0301',
        'ß',
        'Σ',
        'İ',
        'ﬁ',
        '½',
        '²',
        '\u00ad',
        '\u200d',
        '·',
        '‘',
        '’',
        '-',
        '*',
      ],
      ...[
        '1',
        '23',
        '456',
        '٣',
        '๗',
        '𝟗',
        ',',
        '.',
        ' ',
        '\u00a0',
        '\u2009',
        '\n',
        'one',
        'twenty',
        'AND',
        'OR',
        'NOT',
      ],
      ...[
        '한',
        '국',
        '한'.normalize('NFD'),
        '\u1112',
        '\u1161',
        '\u11ab',
        'ㄱ',
        'ㅏ',
        'か',
        '\u3099',
        'ｶ',
        'ﾞ',
        'ー',
        '々',
      ],
      ...['港', '\u{20000}', '\ufe0f', 'ท', 'ำ', '\u0e38', '\u0e49', 'ລ', 'ខ', '្', 'မ', 'ה', '\u05b8', '🎲', '\ud800'],
      ...['"', '“', '”', '\0', 'राम', '(', ':', '^'],
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join(''));

/** Words and numbers as a text in English, French or Korean has them, one space between any two. */
export const words = fc.array(
  fc.constantFrom(
    ...['harbour', 'Crates', 'the', "captain's", 'short-range', '8,961', '3.5', 'élan', 'KBS뉴스', '항구에서', '港'],
  ),
  { minLength: 1, maxLength: 40 },
);

/** The characters of a run in a script without spaces. */
export const run = fc.oneof(
  ...['한국말배항구', '港湾新聞貨物', 'みなとカバガー', 'กขคงจฉ', 'ກຂຄງຈ', 'កខគឃង', 'ကခဂဃင'].map((letters) =>
    fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 12 }),
  ),
);
