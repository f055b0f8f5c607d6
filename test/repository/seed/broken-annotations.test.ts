import { type Break, describeBreaks } from './seed-breaks.js';

const BREAKS: readonly Break[] = [
  {
    seedsWith: 'YAML with a wrong indentation',
    replace: ['  ada-fathom: Ada', ' ada-fathom: Ada'],
    says: /not valid YAML/,
  },
  { seedsWith: 'an unknown section', replace: ['roles:', 'jobs:'], says: /no field “jobs”.*mentions, sources/ },
  {
    seedsWith: 'a mention of somebody unknown',
    replace: ['  sandport: SAND', '  sandhaven: SAND'],
    says: /no person, organization or place with the key “sandhaven”/,
  },
  { seedsWith: 'a mention of a topic', replace: ['  sandport: SAND', '  tides: SAND'], says: /“tides” is a topic/ },
  { seedsWith: 'a mention without words', replace: ['sandport: SANDPORT', 'sandport:'], says: /sandport takes text/ },
  {
    seedsWith: 'every place of words that stand nowhere',
    replace: [': SANDPORT', ': { every: SAND }'],
    says: /“SAND” does not stand in the text as whole words/,
  },
  {
    seedsWith: 'words that do not stand in the text',
    replace: ['content: The tide rose', 'content: The tide fell'],
    says: /“The tide fell “far too high”” does not stand in the text/,
  },
  {
    seedsWith: 'words that stand in the text several times',
    replace: ['text: "[Fathom] laughed"', 'text: Fathom'],
    says: /“Fathom” stands 3 times in the text.*square brackets/,
  },
  {
    seedsWith: 'brackets that are no pair',
    replace: ['"[Fathom] laughed"', '"[Fathom laughed"'],
    says: /one pair of square brackets/,
  },
  {
    seedsWith: 'a source under a key of the cast',
    replace: ['  nobody:', '  ada-fathom:'],
    says: /“ada-fathom” is the key of something else/,
  },
  {
    seedsWith: 'an unresolved name under the key of a source',
    replace: ['  which-fathom:', '  nobody:'],
    says: /“nobody” is the key of something else/,
  },
  {
    seedsWith: 'a source of an unknown kind',
    replace: ['kind: OTHER', 'kind: RELATIVE'],
    says: /kind takes one of OFFICIAL, SPOKESPERSON/,
  },
  {
    seedsWith: 'a source that is perhaps several',
    replace: ['kind: OTHER', 'kind: OTHER, plural: perhaps'],
    says: /plural takes true or false/,
  },
  {
    seedsWith: 'a source with an unknown affiliation',
    replace: ['kind: OTHER', 'kind: OTHER, affiliation: guild'],
    says: /no “guild” under organizations/,
  },
  {
    seedsWith: 'an unresolved name with one candidate',
    replace: ['[ada-fathom, ben-fathom]', '[ada-fathom]'],
    says: /two different candidates or more/,
    at: 'which-fathom:',
  },
  {
    seedsWith: 'an unresolved name with one candidate twice',
    replace: ['[ada-fathom, ben-fathom]', '[ada-fathom, ada-fathom]'],
    says: /two different candidates or more/,
    at: 'which-fathom:',
  },
  {
    seedsWith: 'a role of somebody unknown',
    replace: ['person: ada-fathom\n    title', 'person: cy-fathom\n    title'],
    says: /no “cy-fathom” under people/,
  },
  {
    seedsWith: 'a role that begins on no day',
    replace: ['title: sister', 'title: sister\n    from: 2031'],
    says: /from takes/,
  },
  {
    seedsWith: 'a role that ends on a day that does not exist',
    replace: ['title: sister', 'title: sister\n    to: 2031-02-30'],
    says: /to takes a day as YYYY-MM-DD, not “2031-02-30”/,
  },
  {
    seedsWith: 'a relationship to oneself',
    replace: ['other: ben-fathom', 'other: ada-fathom'],
    says: /no relationship to themselves/,
  },
  {
    seedsWith: 'a relationship of an unknown kind',
    replace: ['kind: SIBLING', 'kind: SISTER'],
    says: /kind takes one of SIBLING, PARENT/,
  },
  { seedsWith: 'a statement that stands twice', replace: ['  doubt:', '  rise:'], says: /second time/ },
  {
    seedsWith: 'a statement without content',
    replace: ['    content: The tide rose “far too high”\n', ''],
    says: /rise needs the field “content”/,
    at: 'rise:',
  },
  {
    seedsWith: 'a statement with an unknown field',
    replace: ['    cue: doubts', '    verb: doubts'],
    says: /no field “verb”.*speaker, speakerText/,
  },
  {
    seedsWith: 'a statement of an unknown force',
    replace: ['DOUBTED', 'DOUBTFUL'],
    says: /force takes one of STATED, CLAIMED/,
  },
  {
    seedsWith: 'a statement through an unknown medium',
    replace: ['force: DOUBTED', 'medium: TELEGRAM'],
    says: /medium takes one of LETTER/,
  },
  {
    seedsWith: 'a statement by somebody unknown',
    replace: ['speaker: ada-fathom', 'speaker: cy-fathom'],
    says: /No person, organization, source or unresolved name has the key “cy-fathom”/,
  },
  {
    seedsWith: 'a statement by an unresolved name without candidates',
    replace: ['speaker: ada-fathom', 'speaker: which-fathom'],
    and: ['    candidates: [ada-fathom, ben-fathom]\n', ''],
    says: /“which-fathom” cannot speak/,
    at: 'speaker: which-fathom',
  },
  {
    seedsWith: 'a statement by one of two places',
    replace: ['speaker: ada-fathom', 'speaker: which-fathom'],
    and: ['[ada-fathom, ben-fathom]', '[examplia, sandport]'],
    says: /“which-fathom” cannot speak.*people or organizations/,
    at: 'speaker: which-fathom',
  },
  {
    seedsWith: 'a statement about something unknown',
    replace: ['about: [sandport', 'about: [seaport'],
    says: /no person, organization or place with the key “seaport”/,
  },
  {
    seedsWith: 'a statement about a topic that the brief is not about',
    replace: ['sandport, tides]', 'sandport, weather]'],
    says: /not about the topic “weather”.*front matter/,
  },
  {
    seedsWith: 'a parent that there is not',
    replace: ['force: DOUBTED', 'parent: fall'],
    says: /no statement “fall” in the brief “tide”, which has: rise, doubt/,
  },
  {
    seedsWith: 'a date on a day that does not exist',
    replace: ['on: 2031-05-01', 'on: 2031-02-29'],
    says: /“2031-02-29” is not a date/,
  },
  {
    seedsWith: 'a date that ends before it begins',
    replace: ['on: 2031-05-01', 'from: 2031-05-02, to: 2031-05-01'],
    says: /cannot end/,
  },
  {
    seedsWith: 'a date with a day and a range',
    replace: ['on: 2031-05-01', 'on: 2031-05-01, to: 2031-05-02'],
    says: /either “on” or “from” and “to”/,
  },
  { seedsWith: 'a date without a day', replace: ['on: 2031-05-01, ', ''], says: /needs a first or a last day/ },
  {
    seedsWith: 'a date of an unknown precision',
    replace: ['on: 2031-05-01', 'on: 2031-05-01, precision: HOUR'],
    says: /precision takes one of/,
  },
  {
    seedsWith: 'a range that is said to be a day',
    replace: ['on: 2031-05-01', 'from: 2031-05-01, to: 2031-05-02, precision: DAY'],
    says: /precision DAY is one day/,
  },
  {
    seedsWith: 'a relation of an unknown kind',
    replace: ['kind: DOUBTS', 'kind: MOCKS'],
    says: /kind takes one of CONFIRMS/,
  },
  { seedsWith: 'a relation without a target', replace: ['to: rise, ', ''], says: /relations needs the field “to”/ },
  {
    seedsWith: 'a relation to a statement that there is not',
    replace: ['to: rise', 'to: fall'],
    says: /no statement “fall”/,
  },
  {
    seedsWith: 'a relation to a figure that there is not',
    replace: ['figure: three', 'figure: four'],
    says: /no figure “four” in the brief “tide”, which has: three/,
  },
  {
    seedsWith: 'a relation to a figure of another statement',
    replace: ['    statement: rise\n', '    statement: doubt\n'],
    says: /“three” is not one that the statement “rise” carries/,
    at: '- { kind: DOUBTS',
  },
  {
    seedsWith: 'a relation that stands twice',
    replace: ['text: doubts it }', 'text: doubts it }\n      - { kind: DOUBTS, to: rise, figure: three }'],
    says: /stands here twice/,
  },
  {
    seedsWith: 'a quotation that stands at two statements',
    replace: ['force: DOUBTED', 'quotations: far too high'],
    says: /credited to “rise” already/,
  },
  {
    seedsWith: 'a figure of an unknown metric',
    replace: ['metric: tide', 'metric: ebb'],
    says: /no “ebb” under metrics/,
  },
  {
    seedsWith: 'a figure without a value',
    replace: ['    value: 3\n', ''],
    says: /three needs the field “value”/,
    at: 'three:',
  },
  { seedsWith: 'a value that is no number', replace: ['value: 3', 'value: 3,000'], says: /value takes a number/ },
  {
    seedsWith: 'a figure by an unknown comparator',
    replace: ['value: 3', 'value: 3\n    comparator: ABOUT'],
    says: /comparator takes one of EQUAL, APPROXIMATE/,
  },
  {
    seedsWith: 'a figure for an unknown place',
    replace: ['    place: sandport\n', '    place: sandhaven\n'],
    says: /no “sandhaven” under places/,
  },
  {
    seedsWith: 'a figure in a statement that there is not',
    replace: ['    statement: rise\n', '    statement: fall\n'],
    says: /no statement “fall”/,
  },
];

const ACROSS_BRIEFS: readonly Break[] = [
  {
    seedsWith: 'a parent in another brief',
    replace: ['utterance: tide#rise', 'parent: tide#rise'],
    says: /no statement “tide#rise” in the brief “echo”/,
  },
  {
    seedsWith: 'an utterance of a brief that there is not',
    replace: ['tide#rise', 'tides#rise'],
    says: /no brief “tides”; there are: tide, echo/,
  },
  {
    seedsWith: 'an utterance of a statement that there is not',
    replace: ['tide#rise', 'tide#fall'],
    says: /no statement “fall” in the brief “tide”/,
  },
  { seedsWith: 'an utterance that refers to itself', replace: ['tide#rise', 'rise'], says: /circle/ },
];

const INVARIANTS: readonly Break[] = [
  {
    seedsWith: 'a statement that is its own parent',
    replace: ['force: DOUBTED', 'parent: doubt'],
    says: /chain of attribution runs in a circle/,
    at: 'doubt:',
  },
  {
    seedsWith: 'two statements that report each other',
    replace: ['force: DOUBTED', 'parent: rise'],
    and: ['cue: said', 'cue: said\n    parent: doubt'],
    says: /chain of attribution runs in a circle/,
    at: 'rise:',
  },
  {
    seedsWith: 'a quotation outside the content of its statement',
    replace: ['quotations: far too high', 'quotations: laughed'],
    says: /“laughed” stands outside the content/,
    at: 'rise:',
  },
  {
    seedsWith: 'a statement that is related to itself',
    replace: ['to: rise, figure: three', 'to: doubt'],
    says: /cannot be related to itself/,
  },
  {
    seedsWith: 'a range without an upper value',
    replace: ['value: 3', 'value: 3\n    comparator: RANGE'],
    says: /A RANGE has an upper value/,
    at: 'three:',
  },
  {
    seedsWith: 'a range that goes down',
    replace: ['value: 3', 'value: 3\n    comparator: RANGE\n    upper: 2'],
    says: /upper value of a range is above/,
    at: 'three:',
  },
  {
    seedsWith: 'a change without a direction',
    replace: ['value: 3', 'value: 3\n    measure: CHANGE'],
    says: /A CHANGE goes UP or DOWN/,
    at: 'three:',
  },
];

describeBreaks('an annotation file', '01-tide.yaml', BREAKS);
describeBreaks('an annotation file that refers to another brief', '02-echo.yaml', ACROSS_BRIEFS);
describeBreaks('an annotation file that breaks an invariant', '01-tide.yaml', INVARIANTS);
