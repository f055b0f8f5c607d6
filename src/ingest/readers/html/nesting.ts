import { DEEPEST_HTML, MOST_ELEMENTS } from '../../limits.js';
import { Refusal } from '../../source-document.js';

const VOID = new Set('area base basefont br col embed frame hr img input link meta param source track wbr'.split(' '));
const TAG = /<(?<slash>\/?)(?<name>[a-z][a-z0-9-]*)/giu;

/** Which open elements a start tag ends, as the parser (htmlparser2) has it. */
const ENDS = new Map<string, ReadonlySet<string>>([
  ['tr', new Set(['tr', 'th', 'td'])],
  ['th', new Set(['th'])],
  ['td', new Set(['thead', 'th', 'td'])],
  ['li', new Set(['li'])],
  ['dd', new Set(['dt', 'dd'])],
  ['dt', new Set(['dt', 'dd'])],
  ['option', new Set(['option'])],
  ['optgroup', new Set(['optgroup', 'option'])],
  ['rt', new Set(['rt', 'rp'])],
  ['rp', new Set(['rt', 'rp'])],
  ['tbody', new Set(['thead', 'tbody'])],
  ['tfoot', new Set(['thead', 'tbody'])],
  ...'p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer form header main nav ol pre section table ul'
    .split(' ')
    .map((name) => [name, new Set(['p'])] as const),
]);

/**
 * Throws a Refusal where HTML has too many elements or nests them too deep. The parser’s time grows with the square of
 * the depth, so that this is counted before it begins.
 */
export function checkNesting(html: string, place: string): void {
  const open: string[] = [];
  let elements = 0;
  for (const { groups } of html.matchAll(TAG)) {
    const name = (groups?.['name'] ?? '').toLowerCase();
    if (groups?.['slash'] === '/') {
      const from = open.lastIndexOf(name);
      if (from >= 0) open.length = from;
      continue;
    }
    elements++;
    startElement(open, name);
    if (elements > MOST_ELEMENTS)
      throw new Refusal('TOO_LARGE', place, `The page has more than ${MOST_ELEMENTS} elements: it cannot be read.`);
    if (open.length > DEEPEST_HTML)
      throw new Refusal(
        'TOO_DEEP',
        place,
        `The page nests elements more than ${DEEPEST_HTML} deep: it cannot be read.`,
      );
  }
}

function startElement(open: string[], name: string): void {
  const ends = ENDS.get(name);
  while (ends?.has(open.at(-1) ?? '')) open.pop();
  if (!VOID.has(name)) open.push(name);
}
