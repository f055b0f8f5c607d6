/** Forms of auxiliaries that can open a group of verbs. */
export const AUXILIARIES: ReadonlySet<string> = new Set(
  `have has had having be is are was were been being am do does did will would shall should can could may might must ’s ’ve
  ’d ’re ’ll 's 've 'd 're 'll wo ca`.split(/\s+/u),
);

/** Auxiliaries behind which nothing has been said yet. */
export const MODALS: ReadonlySet<string> = new Set(
  "would should can could may might must shall ’d ’ll 'd 'll".split(' '),
);

export const NEGATIONS: ReadonlySet<string> = new Set(
  "not n’t n't never nt neither nor hardly nobody none no-one noone nothing".split(' '),
);

export const FORMS_OF_BE: ReadonlySet<string> = new Set('be is are was were been being am'.split(' '));

/** Words that open a condition, under which nothing has been said. */
export const CONDITIONS: ReadonlySet<string> = new Set('if unless whether until once lest should'.split(' '));

export const RELATIVE_PRONOUNS: ReadonlySet<string> = new Set('who which that'.split(' '));

export const SUBJECT_PRONOUNS: ReadonlySet<string> = new Set(
  'i we he she they it you who both others one some many all several everyone everybody somebody someone most'.split(
    ' ',
  ),
);

/** Prepositions within a noun phrase: “the mayor of Marrowby”, “people close to Quill”. */
export const INSIDE_NOUN_PHRASE: ReadonlySet<string> = new Set(
  'of for at from with in to on by under near behind about against within'.split(' '),
);

/** Words that open what says when, where or how something was said. */
export const OPENS_CIRCUMSTANCE: ReadonlySet<string> = new Set(
  `in on at during after before by through via to from as when while with last this earlier later yesterday today tonight
  tomorrow recently monday tuesday wednesday thursday friday saturday sunday`.split(/\s+/u),
);

/** Words that stand for a time without a preposition. */
export const TIME_WORDS: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday yesterday today tonight recently earlier later afterwards
  afterward again repeatedly publicly privately once then simply flatly morning afternoon evening night week month year
  last this early late next ago january february march april may june july august september october november december
  jan. feb. mar. apr. aug. sept. oct. nov. dec. previously`.split(/\s+/u),
);
