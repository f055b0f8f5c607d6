import type { Document, Sentence, Token } from '../document.js';
import { ISSUED_DOCUMENTS, ISSUING } from '../language/english/source-nouns.js';
import { wordsBeforeRemarks } from '../remarks.js';
import type { Cast, SpeakerEntry } from './cast.js';
import { personMeantBy } from './pronouns.js';

/** How far back “the statement” can reach, in sentences. */
const FARTHEST_DOCUMENT = 6;

/** Who has issued the statement, letter or report that a noun means, where the text before it says so. */
export function authorOf(document: Document, cast: Cast, noun: Token): SpeakerEntry | undefined {
  if (!ISSUED_DOCUMENTS.has(noun.lower)) return undefined;
  const own = namedAuthor(document, cast, noun);
  if (own !== undefined) return own;
  const earliest = document.sentences[Math.max(0, noun.sentence - FARTHEST_DOCUMENT)]?.firstToken ?? 0;
  for (let at = noun.index - 1; at >= Math.max(earliest, noun.index - 300); at--) {
    const token = document.tokens[at];
    if (token === undefined || token.lower !== noun.lower) continue;
    const author = issuerOf(document, cast, token);
    if (author !== undefined) return author;
  }
  return undefined;
}

/** Who has issued the very statement, letter or report that a noun names. */
export function issuerOf(document: Document, cast: Cast, noun: Token): SpeakerEntry | undefined {
  return ISSUED_DOCUMENTS.has(noun.lower)
    ? (namedAuthor(document, cast, noun) ?? issuer(document, cast, noun))
    : undefined;
}

/** “Quill’s letter”, “a letter from Quill”, “the KCNA statement”. */
function namedAuthor({ tokens }: Document, cast: Cast, noun: Token): SpeakerEntry | undefined {
  const before = tokens[noun.index - 1];
  if (before !== undefined && /^[’']s?$/u.test(before.text)) return speakerAt(cast, noun.index - 2);
  if (noun.lower === 'statement' && cast.at(noun.index - 1)?.entry.type === 'ORGANIZATION')
    return speakerAt(cast, noun.index - 1);
  const after = tokens[noun.index + 1];
  if (after === undefined || !/^(?:by|from)$/u.test(after.lower)) return undefined;
  return speakerAt(cast, noun.index + 2) ?? speakerAt(cast, noun.index + 3) ?? speakerAt(cast, noun.index + 5);
}

/** “The Tide Office issued a statement”; “in a letter to the council, Runa Malk wrote”. */
function issuer({ tokens, sentences }: Document, cast: Cast, noun: Token): SpeakerEntry | undefined {
  const sentence = sentences[noun.sentence];
  if (sentence === undefined) return undefined;
  const verb = tokens
    .slice(Math.max(sentence.firstToken, noun.index - 6), noun.index)
    .find(({ lower }) => ISSUING.has(lower));
  const mentions = cast
    .mentionsIn(noun.sentence)
    .slice(0, 20)
    .filter(({ entry }) => entry.type !== 'PLACE');
  if (verb !== undefined) {
    const subject = mentions.findLast(({ endToken }) => endToken <= verb.index);
    return subject?.entry.type === 'PLACE' ? undefined : subject?.entry;
  }
  const remarks = remarksBy(tokens, cast, sentence, noun);
  if (remarks !== undefined) return remarks;
  const opening = tokens[noun.index - 2];
  if (opening?.lower !== 'in' || opening.sentence !== noun.sentence) return undefined;
  const verbBefore = tokens[opening.index - 1];
  if (verbBefore?.pos === 'VERB' && verbBefore.sentence === noun.sentence) {
    // “Quill has offered in a letter to …”
    const subject = mentions.findLast(({ endToken }) => endToken <= opening.index);
    if (subject !== undefined && subject.entry.type !== 'PLACE') return subject.entry;
  }
  const addressed = tokens[noun.index + 1]?.lower === 'to' ? cast.at(noun.index + 2) : undefined;
  const writer = mentions.find(
    (mention) => mention.firstToken > noun.index && mention.firstToken !== addressed?.firstToken,
  );
  return writer?.entry.type === 'PLACE' ? undefined : writer?.entry;
}

/** “Her comments came in a statement published by the agency”: hers, whoever has published it. */
function remarksBy(
  tokens: readonly Token[],
  cast: Cast,
  { firstToken }: Sentence,
  noun: Token,
): SpeakerEntry | undefined {
  const before = wordsBeforeRemarks(tokens.slice(firstToken, noun.index));
  const owner = before.find(({ lower }) => /^(?:his|her)$/u.test(lower));
  return owner === undefined ? undefined : personMeantBy(owner, cast, []);
}

function speakerAt(cast: Cast, token: number): SpeakerEntry | undefined {
  const entry = cast.at(token)?.entry;
  return entry === undefined || entry.type === 'PLACE' ? undefined : entry;
}
