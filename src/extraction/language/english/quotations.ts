/** Ends of what stands before a word in quotation marks that is spoken of as a word, or kept at a distance. */
export const NAMES_A_WORD: RegExp =
  /(?:so-called|\b(?:the|a|his|her|its|their) (?:word|term|phrase|label|nickname|acronym|slogan)|known as|nicknamed|dubbed|aka)[ ,]*$/iu;

/** Ends of what stands before the title of a work or the name of a ship. */
export const NAMES_A_TITLE: RegExp =
  /(?:book|novel|memoir|film|movie|documentary|song|single|album|hymn|ballad|poem|play|musical|opera|series|show|sitcom|drama|magazine|painting|essay|article|ship|boat|ferry|trawler|yacht|titled|entitled|headlined)s?,? (?:called |named |titled |entitled )?$/iu;

/** Words that stand small in a title: “The Lord of the Rings”. */
export const SMALL_IN_TITLES: ReadonlySet<string> = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'but',
  'by',
  'for',
  'from',
  'in',
  'into',
  'is',
  'of',
  'on',
  'or',
  'the',
  'to',
  'vs',
  'with',
]);

/** Verbs of speech whose presence beside words in quotation marks makes them somebody’s words. */
export const SPOKEN_BESIDE: RegExp = new RegExp(
  `\\b(?:${[
    '(?:sa(?:y|ys|id|ying)|t(?:ell|ells|elling|old)|writ(?:e|es|ing|ten)|wrote|call(?:s|ed|ing)?|read(?:s|ing)?)',
    '(?:quot|not|describ|declar|stat|argu|conced|announc|denounc|acknowledg|accus|promis|prais|advis)(?:e|es|ed|ing)',
    '(?:vow|warn|ask|add|claim|explain|insist|answer|assert|label|lament|mock|predict|pronounc|recall|refer|remark)\\p{L}{0,4}',
    '(?:report|respond|shout|suggest|tout|tweet|urg|complain|comment|confirm|admit|dismiss|defend|decr[iy]|critici[sz])\\p{L}{0,4}',
    '(?:repl(?:y|ies|ied|ying)|den(?:y|ies|ied|ying)|characteri[sz](?:e|es|ed|ing)|according|put it|words)',
  ].join('|')})\\b`,
  'iu',
);
