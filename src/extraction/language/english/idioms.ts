/** Nouns of “in her view”, “in the mayor’s words”. */
export const NOUNS_OF_A_VIEW: ReadonlySet<string> = new Set(
  'words view opinion eyes mind telling estimation judgment judgement phrase account version'.split(' '),
);

/** Adverbs that report what nobody is named for. */
export const REPORTING_ADVERBS: ReadonlySet<string> = new Set(
  'reportedly allegedly supposedly purportedly ostensibly'.split(' '),
);

/** Adjectives with “that” that say what somebody thinks: “is certain that”. */
export const ADJECTIVES_OF_THOUGHT: ReadonlySet<string> = new Set(
  `certain sure convinced confident adamant hopeful worried concerned aware optimistic doubtful skeptical sceptical afraid
  fearful disappointed glad proud pleased surprised clear`.split(/\s+/u),
);

/** Participles of “it was said”. */
export const IMPERSONAL_PARTICIPLES: ReadonlySet<string> = new Set(
  'said reported announced believed claimed thought alleged rumored rumoured understood'.split(' '),
);

/** Participles of “residents were told to …”. */
export const ADDRESSING_PARTICIPLES: ReadonlySet<string> = new Set(
  'told urged asked advised ordered warned instructed encouraged reminded'.split(' '),
);

/** Nouns with a possessive and “that” that report: “her promise that”. */
export const REPORTING_NOUNS: ReadonlySet<string> = new Set(
  `promise pledge vow warning claim assertion belief statement announcement insistence suggestion allegation accusation
  argument contention admission acknowledgment acknowledgement declaration complaint prediction assurance hope fear denial
  conviction conclusion view opinion remark`.split(/\s+/u),
);
