/** Words that tell what somebody is, not who. */
const OFFICE =
  /\b(?:reporters?|editors?|correspondents?|writers?|columnists?|staff|bureau chief|contributors?|producers?|desk|special to)\b/iu;

/** What is longer than this, in characters, is no byline. */
const LONGEST = 500;

/**
 * The names in a byline: “By Ann Bell and Tom Reed, Staff Writers” is Ann Bell and Tom Reed. What a single part says is
 * kept as it is, so that “Courier Staff” stays a byline.
 */
export function namesInByline(byline: string): string[] {
  const bare = byline
    .slice(0, LONGEST)
    .replace(/\s+/gu, ' ')
    .replace(/^\s*(?:by|words by|written by|reported by|von|par|por|di|door)[:\s]+/iu, '')
    .replace(/\s*[|•·].*$/u, '')
    .trim();
  const parts = bare.split(/\s*(?:,|;|&|\band\b)\s*/u).filter((part) => part !== '');
  const names = parts.filter((part) => !OFFICE.test(part));
  if (names.length === 0) return bare === '' ? [] : [bare];
  return names.every((name) => /^\p{L}[\p{L}\p{M}.’' -]{1,60}$/u.test(name)) ? names : [names.join(', ')];
}
