// Words and verbs by which a clause that reports is known within what somebody else says.

/** Verbs that take a clause with or without “that”: “said the cellar was flooded”. */
export const CLAUSE_VERBS = `
  acknowledge add admit affirm agree allege announce argue assert assume aver believe boast claim complain concede conclude
  confess confirm contend declare deny disclose doubt emphasize estimate explain find hint imply indicate insist
  maintain mention note observe pledge predict proclaim promise protest read recall reiterate remark repeat reply report
  respond reveal say shout state stress suggest suspect swear testify think threaten tweet vow warn write`;

/** Those of them that often leave “that” out. */
export const BARE_CLAUSE_VERBS = 'believe claim doubt insist say think';

/** Phrases that take a clause with “that”. */
export const CLAUSE_PHRASES: readonly (readonly string[])[] = [
  'let it be known',
  'made it clear',
  'made it known',
  'made clear',
  'made known',
  'pointed out',
  'points out',
].map((phrase) => phrase.split(' '));

/** Verbs that take whom they are said to before their clause: “told her the miller”. */
export const ADDRESSING_VERBS = 'advise assure caution inform notify promise remind tell warn';

/** Verbs that words in quotation marks follow, beside those that take a clause. */
export const SPEAKING_VERBS = 'answer ask bark chant cry joke quip reply roar scream shout whisper yell';

/** Those of the verbs that take a clause that report a thought. */
export const THINKING_VERBS = 'assume believe doubt suspect think';

/** Verbs whose object alone is content: “denied the fire”. */
export const OBJECT_VERBS = 'confirm deny';

/** Verbs whose object is content where it is in quotation marks, if only in part: “called the stairs “a trap””. */
export const NAMING_VERBS = 'brand call describe dub label term';

/** Verbs by which a document says something of an object, beside those that report a clause: “the letter asks for rope”. */
export const DOCUMENT_VERBS = `
  accuse ask beg blame breathe call claim condemn confirm convey criticise criticize deny declare demand describe detail
  express lament list mention note offer promise propose plead quote recommend reject repeat reveal say show state suggest
  threaten urge voice warn welcome`;

/** Nouns of documents that do not name a medium. */
export const DOCUMENTS_WITHOUT_MEDIUM = 'analysis audit inquiry investigation poll review sign study survey';

/** Prepositions that belong to a verb: “asks for rope”. */
export const VERB_PARTICLES: ReadonlySet<string> = new Set(['for', 'from', 'of', 'out', 'on']);

/** Auxiliaries with which nothing has been said yet, and “to”. */
export const UNREAL: ReadonlySet<string> = new Set(
  'can ca could may might must ought shall should will wo would ’ll ’d to'.split(' '),
);

/** What stands before a clause that may not be so. */
export const CONDITIONS: ReadonlySet<string> = new Set([
  'if',
  'unless',
  'whether',
  'until',
  'suppose',
  'should',
  'once',
]);

/** What a clause can begin behind, besides marks. */
export const CLAUSE_OPENERS: ReadonlySet<string> = new Set(
  'and although as because but since so that though what when where which while yet'.split(' '),
);

/** Subjects of which nobody is one who speaks. */
export const NO_SPEAKERS: ReadonlySet<string> = new Set(
  'i we you me us anybody anyone everybody everyone neither nobody none nothing somebody someone who what which that this there'.split(
    ' ',
  ),
);

export const SUBJECT_PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it']);

export const OBJECT_PRONOUNS: ReadonlySet<string> = new Set(['me', 'us', 'him', 'her', 'them', 'you', 'it']);

/** Prepositions that join a noun to the noun before it: “a spokesman for the council”. */
export const NOUN_PREPOSITIONS: ReadonlySet<string> = new Set(['of', 'for', 'from', 'at', 'in', 'with', 'by', 'to']);

/** Prepositions before the one whom a document is by. */
export const AUTHOR_PREPOSITIONS: ReadonlySet<string> = new Set(['from', 'by', 'of']);

/** Whoever is spoken through: “through his lawyer”. */
export const GO_BETWEENS: ReadonlySet<string> = new Set(
  'agent aide attorney counsel lawyer representative solicitor spokesman spokesperson spokeswoman'.split(' '),
);

/** What those who carry the words of others are called. */
export const OUTLETS: ReadonlySet<string> = new Set(
  'agency broadcaster channel daily journal magazine network newspaper outlet paper radio service station television weekly wire'.split(
    ' ',
  ),
);
