import { dayOf } from '../../domain/dates.js';
import { FURTHEST_AHEAD, MOST_TOPICS } from '../limits.js';
import { normalizeLine, normalizeText } from '../normalize-text.js';
import { parsePublished } from '../published.js';
import { type Known, type Published, type ReadResult, Refusal } from '../source-document.js';
import { languageTag } from './language-tag.js';

/** What a reader found, raw: nothing is normalized, checked or complete yet. */
export interface Draft {
  readonly title?: string | null | undefined;
  readonly text: string;
  readonly publisher?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly bylines?: readonly string[];
  /** What may be the date of publication, the most trusted first. The first that is one is taken. */
  readonly dates?: readonly string[];
  readonly language?: string | null | undefined;
  readonly topics?: readonly string[];
}

/** What is known beside the document, and the time of the clock. */
export interface Completion {
  /** What somebody says explicitly: it wins over the document. */
  readonly given: Known;
  /** What fills the document’s gaps. */
  readonly otherwise: Known;
  readonly now: Date;
}

/** The document of a draft, or the refusal that names what is missing. */
export function completed(draft: Draft, place: string, { given, otherwise, now }: Completion): ReadResult {
  try {
    const text = normalizeText(draft.text);
    if (text === '')
      throw new Refusal(
        'NO_TEXT',
        place,
        'There is no text in it that could be an article: give a page or file that has the text itself.',
      );
    const publisher = firstLine(given.publisher, draft.publisher, otherwise.publisher);
    if (publisher === null)
      throw new Refusal('NO_PUBLISHER', place, 'The document does not name its publisher: name it (--publisher).');
    const published = publishedOf(draft.dates ?? [], place, { given, otherwise, now });
    const document = {
      title: firstLine(given.title, draft.title, otherwise.title),
      text,
      publisher,
      url: webAddress(given.url) ?? webAddress(draft.url) ?? webAddress(otherwise.url),
      bylines: firstLines(given.bylines, draft.bylines, otherwise.bylines),
      publishedAt: published.at,
      publishedPrecision: published.precision,
      language: languageTag(given.language) ?? languageTag(draft.language) ?? languageTag(otherwise.language) ?? 'und',
      topics: firstLines(given.topics, draft.topics, otherwise.topics).slice(0, MOST_TOPICS),
    };
    return { kind: 'document', place, document };
  } catch (error) {
    return refused(error, place);
  }
}

/** The result for what was thrown; rethrows what is a defect. */
export function refused(error: unknown, place: string): ReadResult {
  if (error instanceof Refusal) return { kind: 'refusal', place, error };
  throw error;
}

function publishedOf(dates: readonly string[], place: string, { given, otherwise, now }: Completion): Published {
  const latest = now.getTime() + FURTHEST_AHEAD;
  const candidates = [given.published, ...dates.map(parsePublished), otherwise.published].filter(
    (date) => date !== null && date !== undefined,
  );
  const isPast = ({ at }: Published): boolean => at.getTime() <= latest;
  const [first] = candidates;
  const found = given.published === undefined ? candidates.find(isPast) : [given.published].find(isPast);
  if (found !== undefined) return found;
  if (first !== undefined) {
    const day = dayOf(first.at);
    throw new Refusal(
      'FUTURE_DATE',
      place,
      `The publication date ${day} is in the future: correct it (--published-at).`,
    );
  }
  const [unreadable] = dates;
  if (unreadable === undefined)
    throw new Refusal('NO_DATE', place, 'The document does not say when it was published: say it (--published-at).');
  throw new Refusal(
    'UNREADABLE_DATE',
    place,
    `The publication date “${normalizeLine(unreadable).slice(0, 60)}” cannot be read: write a day such as 2031-05-04 or a time such as 2031-05-04T18:00:00Z.`,
  );
}

function firstLine(...candidates: readonly (string | null | undefined)[]): string | null {
  for (const candidate of candidates) {
    const line = normalizeLine(candidate ?? '');
    if (line !== '') return line;
  }
  return null;
}

function firstLines(...candidates: readonly (readonly string[] | undefined)[]): string[] {
  for (const candidate of candidates) {
    const lines = (candidate ?? []).map(normalizeLine).filter((line) => line !== '');
    if (lines.length > 0) return [...new Set(lines)];
  }
  return [];
}

/** An http or https address without a fragment, or null. */
export function webAddress(address: string | null | undefined, base?: string): string | null {
  const written = address?.trim() ?? '';
  const url = written === '' ? null : URL.parse(written, base);
  if (url === null || !/^https?:$/u.test(url.protocol)) return null;
  url.hash = '';
  return url.href;
}
