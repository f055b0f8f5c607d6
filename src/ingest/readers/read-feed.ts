import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { parsePublished } from '../published.js';
import { type Known, type ReadResult, Refusal } from '../source-document.js';
import { type Completion, completed, type Draft, refused, webAddress } from './draft.js';
import { decodeEntities } from './html/entities.js';
import { contentText } from './html/read-page.js';

/** An item of a feed, whatever the feed’s kind. */
interface Item extends Omit<Draft, 'text'> {
  /** The whole article, if the feed has it. */
  readonly html: string | null;
  readonly plain?: string | null;
}

/** A feed as far as its items need it; `items` are described one at a time. */
interface Channel {
  readonly title: string | null;
  readonly language: string | null;
  readonly items: Iterable<Item>;
}

/**
 * The items of an RSS, Atom, RDF or JSON feed, which names the publisher where an item does not: those with their full
 * content are documents, the others links to what has to be fetched.
 */
export function* readFeed(
  text: string,
  place: string,
  base: string | undefined,
  completion: Completion,
): Generator<ReadResult> {
  const channel = parseChannel(text, place);
  const otherwise = {
    ...completion.otherwise,
    publisher: channel.title ?? completion.otherwise.publisher,
    language: channel.language ?? completion.otherwise.language,
  };
  let number = 0;
  for (const item of channel.items) {
    number++;
    yield readItem(item, `${place}, item ${number}`, base, { ...completion, otherwise });
  }
  if (number === 0) yield refused(new Refusal('NO_TEXT', place, 'The feed has no items.'), place);
}

function parseChannel(text: string, place: string): Channel {
  try {
    const parsed = parseFeed(text);
    switch (parsed.format) {
      case 'rss':
        return rssChannel(parsed.feed);
      case 'atom':
        return atomChannel(parsed.feed);
      case 'rdf':
        return rdfChannel(parsed.feed);
      case 'json':
        return jsonChannel(parsed.feed);
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Refusal(
      'MALFORMED',
      place,
      `This is no feed that can be read (${reason}): RSS, Atom, RDF and JSON Feed can.`,
    );
  }
}

function readItem(item: Item, place: string, base: string | undefined, completion: Completion): ReadResult {
  try {
    const url = webAddress(item.url, base);
    const title = item.title === null || item.title === undefined ? null : decodeEntities(item.title);
    const text = item.html === null ? (item.plain ?? '') : contentText(item.html, place);
    if (text.trim() !== '') return completed({ ...item, title, url, text }, place, completion);
    if (url === null)
      throw new Refusal('NO_TEXT', place, 'The item has neither its full content nor an address to fetch it from.');
    return { kind: 'link', place, url, known: knownOf({ ...item, title, url }, completion.otherwise) };
  } catch (error) {
    return refused(error, place);
  }
}

/** What the feed says of an article that is elsewhere. */
function knownOf(
  { title, url, publisher, bylines = [], dates = [], language, topics = [] }: Omit<Draft, 'text'>,
  feed: Known,
): Known {
  const published = dates.map(parsePublished).find((date) => date !== null) ?? feed.published;
  return {
    ...feed,
    ...(title === null || title === undefined ? {} : { title }),
    ...(url === null || url === undefined ? {} : { url }),
    ...(publisher === null || publisher === undefined ? {} : { publisher }),
    ...(language === null || language === undefined ? {} : { language }),
    ...(published === undefined ? {} : { published }),
    ...(bylines.length === 0 ? {} : { bylines }),
    ...(topics.length === 0 ? {} : { topics }),
  };
}

function* mapped<T>(items: readonly T[] | undefined, describe: (item: T) => Item): Generator<Item> {
  for (const item of items ?? []) yield describe(item);
}

function present(...values: readonly (string | undefined)[]): string[] {
  return values.filter((value) => value !== undefined);
}

function rssChannel(feed: RssFeed.Feed<string>): Channel {
  const describe = (item: RssFeed.Item<string>): Item => ({
    title: item.title ?? item.dc?.titles?.[0],
    url: item.link ?? (item.guid?.isPermaLink === false ? null : item.guid?.value),
    html: item.content?.encoded ?? null,
    publisher: item.dc?.publishers?.[0] ?? item.source?.title,
    bylines: item.dc?.creators ?? present(...(item.authors ?? []).map(({ name }) => name)),
    dates: present(item.pubDate, ...(item.dc?.dates ?? [])),
    language: item.dc?.languages?.[0],
    topics: present(...(item.categories ?? []).map(({ name }) => name)),
  });
  return {
    title: feed.title ?? null,
    language: feed.language ?? feed.dc?.languages?.[0] ?? null,
    items: mapped(feed.items, describe),
  };
}

function atomChannel(feed: AtomFeed.Feed<string>): Channel {
  const describe = (entry: AtomFeed.Entry<string>): Item => {
    const { value, type = 'text' } = entry.content ?? {};
    const isHtml = /html/iu.test(type);
    const people = entry.authors ?? entry.source?.authors ?? feed.authors ?? [];
    return {
      title: plainOf(entry.title),
      url: (entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate') ?? entry.links?.[0])?.href,
      html: isHtml ? (value ?? null) : null,
      plain: isHtml ? null : (value ?? null),
      publisher: plainOf(entry.source?.title),
      bylines: present(...people.map(({ name }) => name)),
      dates: present(entry.published, entry.updated),
      language: entry.xml?.lang,
      topics: present(...(entry.categories ?? []).map(({ label, term }) => label ?? term)),
    };
  };
  return { title: plainOf(feed.title), language: feed.xml?.lang ?? null, items: mapped(feed.entries, describe) };
}

/** Atom’s text without the marks that its type allows. */
function plainOf(text: AtomFeed.Text | undefined): string | null {
  if (text === undefined) return null;
  return /html/iu.test(text.type ?? '') ? text.value.replace(/<\/?[a-z][^<>]*>/giu, '') : text.value;
}

function rdfChannel(feed: RdfFeed.Feed<string>): Channel {
  const describe = (item: RdfFeed.Item<string>): Item => ({
    title: item.title,
    url: item.link ?? item.rdf?.about,
    html: item.content?.encoded ?? null,
    publisher: item.dc?.publishers?.[0],
    bylines: item.dc?.creators ?? [],
    dates: item.dc?.dates ?? [],
    language: item.dc?.languages?.[0],
    topics: item.dc?.subjects ?? [],
  });
  return { title: feed.title ?? null, language: feed.dc?.languages?.[0] ?? null, items: mapped(feed.items, describe) };
}

function jsonChannel(feed: JsonFeed.Feed<string>): Channel {
  const describe = (item: JsonFeed.Item<string>): Item => ({
    title: item.title,
    url: item.url ?? item.external_url,
    html: item.content_html ?? null,
    plain: item.content_text ?? null,
    bylines: present(...(item.authors ?? feed.authors ?? []).map(({ name }) => name)),
    dates: present(item.date_published),
    language: item.language,
    topics: item.tags ?? [],
  });
  return { title: feed.title ?? null, language: feed.language ?? null, items: mapped(feed.items, describe) };
}
