import type { Medium } from '../../../domain/statement.js';

/** Nouns that say through what something was said or written, in the singular; `|` parts them. */
export const MEDIUM_NOUNS: Readonly<Partial<Record<Medium, string>>> = {
  LETTER: 'letter|open letter|note|telegram|cable|postcard|email|e-mail|correspondence',
  WRITTEN_STATEMENT: 'statement|press release|news release|release|communique|communiqué|declaration',
  PRESS_BRIEFING: 'briefing|press briefing|news briefing|press conference|news conference|presser|media availability',
  INTERVIEW: 'interview',
  SPEECH: 'speech|address|keynote|sermon|eulogy|lecture|remarks',
  SOCIAL_MEDIA: `
    tweet|retweet|post|posting|facebook post|blog post|social media|twitter|facebook|instagram|snapchat|reddit|youtube|
    tiktok|mastodon|telegram channel|social network`,
  REPORT: 'report',
  DOCUMENT: `
    document|memo|memorandum|minutes|transcript|filing|court filing|court paper|paper|affidavit|diary|memoir|book|
    autobiography|op-ed|column|essay|editorial|article|complaint|indictment|ruling|lawsuit|petition|manifesto|blog|
    questionnaire|resolution|record|log`,
};

/** Verbs that name their medium themselves, in the base form. */
export const MEDIUM_VERBS: Readonly<Partial<Record<Medium, string>>> = {
  SOCIAL_MEDIA: 'tweet retweet post',
};

/** Prepositions between a cue and the medium. */
export const MEDIUM_PREPOSITIONS: ReadonlySet<string> = new Set([
  'in',
  'at',
  'during',
  'on',
  'via',
  'through',
  'by',
  'told',
  'tells',
]);

/** Verbs by which one passes on what another says or writes, in the base form: “a statement carried by”. */
export const CARRYING_VERBS =
  'air broadcast carry circulate distribute print publish read relay reprint run share transmit';

/** Participles by which an outlet passes on a document, and anybody else its own: “a statement released by the agency”. */
export const RELEASED: ReadonlySet<string> = new Set(['released', 'issued', 'disseminated']);

/** What is passed on like a document without being one: “in comments published by the agency”. */
export const CARRIED_WORDS: ReadonlySet<string> = new Set(['comments', 'remarks', 'words']);
