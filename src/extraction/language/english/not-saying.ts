/** Reports, as “source | cue | content”, that say that something was not said. */
export const NOT_SAYING: readonly RegExp[] = [
  /^all \| told \|/iu,
  /^ \| asked\b/iu,
  /^(?:nobody|no one|none|neither|nothing)\b[^|]*\|[^|]*\|/iu,
  /^[^|]*\|[^|]*\b(?:not|n[’']t|never|cannot|declined to|refused to)\b[^|]*\b(?:say|comment|tell|disclose|elaborate|specify)\b[^|]*\| (?:whether|if|who|how|why|what|when|where|which)\b/iu,
  /^[^|]*\|[^|]*\b(?:declined|refused)\b[^|]*\| (?:to )?comment\b/iu,
  // Of an official “who asked not to be named”, “for anonymity”, “that her name be left out”.
  /^[^|]*\bwho \|[^|]*\| (?:(?:not )?to (?:not )?be (?:named|identified|quoted)\b|(?:for |on (?:condition of )?)?anonymity\b|that (?:his|her|their|the) (?:full )?names?\b)/iu,
  // Of one who speaks “on condition that they not be named”.
  /^[^|]*\|[^|]*\| (?:that )?(?:he|she|they|his|her|their|the) [^|]{0,40}?\bnot be (?:named|identified|quoted)\b/iu,
  /^[^|]*\|[^|]*\bnot (?:allowed|authori[sz]ed|permitted|cleared) to\b/iu,
  /^[^|]*\|[^|]*\b(?:not|n[’']t|never) (?:yet )?(?:seen|read|received|obtained)\b[^|]*\|/iu,
  // What somebody looked at: “observed the launch”.
  /^[^|]*\|[^|]*\bobserv(?:ed|es|ing) \| (?:the|an?|his|her|its|their) /iu,
  // What somebody “was asked about”.
  /^[^|]*\| (?:is|was|were|been|being) asked(?: about)? \| (?!to\b)/iu,
];

/** What stands before a report that has not been made: “If she says …”. */
export const CONDITIONAL_REPORT: RegExp = /(?:^|[\s,.;—–])(?:if|unless)\s+$/iu;
