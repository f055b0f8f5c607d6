import type { UnnamedSourceKind } from '../../domain/speaker.js';
import type { Document, Token } from '../document.js';
import { ORGANIZATION_HEADS } from '../language/english/organizations.js';
import { OTHERNESS, SOURCE_KINDS } from '../language/english/source-nouns.js';
import type { Cast, OrganizationEntry, SourceEntry, SpeakerEntry } from './cast.js';
import { mentionOf } from './descriptions.js';
import { type Meaning, oneOf } from './reading.js';
import { endOfDescription, type NounPhrase } from './source-phrase.js';

/** How many sources back a description can reach. */
const FARTHEST_SOURCE = 24;

/** The unnamed source that a noun phrase describes: one already met, or a new one. */
export function unnamedSource(document: Document, cast: Cast, phrase: NounPhrase): Meaning {
  const endToken = endOfDescription(document, phrase);
  const mention = mentionOf(document, phrase.firstToken, endToken);
  const description = document.text.slice(mention.start, mention.end);
  const head = headOf(document, phrase, endToken);
  const plural = isPlural(document, phrase, head);
  const affiliation = affiliationIn(document, cast, phrase.firstToken, endToken, phrase.head);
  const known = knownSources(
    document,
    cast,
    { ...phrase, endToken },
    { description, head: singular(head), plural, affiliation },
  );
  const [only] = known;
  if (known.length === 1 && only !== undefined) cast.mention(only, mention);
  if (known.length > 0) return oneOf(known);
  const source = cast.source({
    type: 'SOURCE',
    description,
    head: singular(head),
    kind: kindOf(document, phrase, head),
    plural,
    affiliation,
    mentions: [],
  });
  cast.mention(source, mention);
  return oneOf([source]);
}

/** Those already met that a description can mean; none where it brings in somebody new. */
function knownSources(
  document: Document,
  cast: Cast,
  { firstToken, endToken }: NounPhrase,
  described: Pick<SourceEntry, 'description' | 'head' | 'plural' | 'affiliation'>,
): readonly SourceEntry[] {
  const { tokens } = document;
  const first = tokens[firstToken];
  const words = tokens.slice(firstToken, endToken);
  if (first === undefined || words.some(({ lower }) => OTHERNESS.has(lower))) return [];
  const near = cast.sources.slice(-FARTHEST_SOURCE);
  if (!/^(?:the|this|that|these|those|both)$/u.test(first.lower)) {
    const isBare = described.plural && words.length <= 2 && first.pos !== 'NUM';
    return isBare
      ? near.filter(({ description }) => description.toLowerCase() === described.description.toLowerCase())
      : [];
  }
  const alike = near.filter(
    ({ head, plural, affiliation }) =>
      plural === described.plural &&
      (head === described.head ||
        (/^(?:man|woman|person|source)$/u.test(described.head) && head !== described.head && !plural)) &&
      (described.affiliation === null || affiliation === described.affiliation),
  );
  const exact = alike.filter(({ head }) => head === described.head);
  const last = (exact.length > 0 ? exact : alike).at(-1);
  const introduced = described.affiliation === null ? introducedBefore(tokens, firstToken, described.head) : null;
  if (introduced !== null && (exact.length === 0 || !isMentionedFrom(last, introduced.firstToken)))
    return unnamedSource(document, cast, introduced).speakers.filter(isSource);
  return last === undefined ? [] : [last];
}

/** Whether somebody is mentioned at a token or behind it. */
function isMentionedFrom(source: SourceEntry | undefined, token: number): boolean {
  return source?.mentions.some(({ endToken }) => endToken > token) ?? false;
}

function isSource(entry: SpeakerEntry): entry is SourceEntry {
  return entry.type === 'SOURCE';
}

/** How far back somebody who has not spoken yet can have been brought in, in tokens. */
const FARTHEST_INTRODUCTION = 60;
/** How many words “a senior ministry official” has at most before its noun, and one more. */
const LONGEST_INTRODUCTION = 5;

/** “A person close to the minister was less certain: “…,” the person said.” */
function introducedBefore(tokens: readonly Token[], before: number, head: string): NounPhrase | null {
  for (let at = before - 1; at > Math.max(0, before - FARTHEST_INTRODUCTION); at--) {
    const noun = tokens[at];
    if (noun?.lower !== head || noun.pos !== 'NOUN') continue;
    const opening = tokens.slice(Math.max(0, at - LONGEST_INTRODUCTION), at).findLast(({ pos }) => pos === 'DET');
    if (opening === undefined || !/^(?:an?|another)$/u.test(opening.lower) || opening.sentence !== noun.sentence)
      return null;
    return { firstToken: opening.index, endToken: endOfIntroduction(tokens, at + 1), head: noun };
  }
  return null;
}

/** Where what says who somebody is ends: before a mark or a verb. */
function endOfIntroduction(tokens: readonly Token[], from: number): number {
  let end = from;
  while (end < from + 8 && tokens[end] !== undefined && !/^(?:PUNCT|VERB|AUX|PRON)$/u.test(tokens[end]?.pos ?? ''))
    end++;
  return end;
}

/** The noun of a phrase; of “one of the clerks” it is the clerks’. */
function headOf({ tokens }: Document, { head }: NounPhrase, endToken: number): Token {
  if (!/^(?:one|some|many|several|most|two|three|others|another|both|none|number|group|members?)$/u.test(head.lower))
    return head;
  for (let at = head.index + 1; at < Math.min(endToken, head.index + 8); at++) {
    const token = tokens[at];
    if (token?.pos === 'NOUN') return token;
    if (token !== undefined && !/^(?:of|the|these|those|his|her|its|their)$/u.test(token.lower) && token.pos !== 'ADJ')
      break;
  }
  return head;
}

function singular({ lower, lemma }: Token): string {
  if (/^(?:people|persons)$/u.test(lower)) return 'people';
  return lower.replace(/men$/u, 'man') === lower ? lemma.toLowerCase() : lower.replace(/men$/u, 'man');
}

const PLURAL_WORDS =
  /^(?:people|they|police|men|women|children|some|many|several|most|both|others|we|those|minutes|spokespeople)$/u;

function isPlural({ tokens }: Document, { firstToken }: NounPhrase, head: Token): boolean {
  const first = tokens[firstToken]?.lower ?? '';
  if (/^(?:an?|one|another|this|that)$/u.test(first)) return false;
  if (isDocument(head)) return head.lower !== head.lemma.toLowerCase() && head.lower !== 'minutes';
  if (PLURAL_WORDS.test(head.lower) || /(?:men|women)$/u.test(head.lower)) return true;
  return /[^s]s$/u.test(head.lower) && (head.pos === 'PROPN' || head.lemma.toLowerCase() !== head.lower);
}

function isDocument(head: Token): boolean {
  return SOURCE_KINDS.get(head.lower) === 'DOCUMENT' || SOURCE_KINDS.get(singular(head)) === 'DOCUMENT';
}

function kindOf({ tokens }: Document, { firstToken, endToken }: NounPhrase, head: Token): UnnamedSourceKind {
  const word = singular(head);
  if (word === 'people' || word === 'person') {
    const words = tokens.slice(firstToken, Math.min(endToken, firstToken + 10));
    return words.some(({ lower }) => /^(?:close|familiar|briefed|knowledge|involved)$/u.test(lower))
      ? 'INSIDER'
      : 'OTHER';
  }
  return SOURCE_KINDS.get(head.lower) ?? SOURCE_KINDS.get(word) ?? 'OTHER';
}

/** The organization that a description names or, by its noun alone (“ministry official”), means. */
function affiliationIn(
  { tokens }: Document,
  cast: Cast,
  firstToken: number,
  endToken: number,
  head: Token,
): OrganizationEntry | null {
  for (let at = firstToken; at < Math.min(endToken, firstToken + 16); at++) {
    const token = tokens[at];
    if (token === undefined || /^(?:who|which|whose)$/u.test(token.lower)) break;
    const entry = cast.at(at)?.entry;
    if (entry?.type === 'ORGANIZATION') return entry;
    if (at < head.index && ORGANIZATION_HEADS.has(token.lower)) {
      const [only, another] = cast.organizationsWith(token.lower);
      if (only !== undefined && another === undefined) return only;
    }
  }
  return null;
}
