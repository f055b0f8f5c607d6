/** Words that begin with an apostrophe for what is left out, without it: “’em”, “’tis”, “rock ’n’ roll”. */
export const ELIDED_BEGINNINGS: ReadonlySet<string> = new Set([
  'bout',
  'cause',
  'cept',
  'cos',
  'cuz',
  'em',
  'ere',
  'fraid',
  'hood',
  'n',
  'neath',
  'nother',
  'nuff',
  'round',
  'scuse',
  'til',
  'till',
  'tis',
  'twas',
  'tween',
  'twere',
  'twill',
  'twixt',
  'twould',
]);

/** Ends of words behind which an apostrophe is likely no closing mark: “the boats’ owners”, “singin’ and dancin’”. */
export const APOSTROPHE_ENDS: RegExp = /(?:s|in|o|th|ol|an)$/iu;
