import { webAddress } from '../draft.js';
import { namesInByline } from './byline.js';
import { lineOf, type PageDocument, type PageElement } from './dom.js';
import { htmlText } from './html-text.js';
import { type LinkedArticle, linkedArticle } from './json-ld.js';

/** What a page says about its article, raw; `dates` with the most trusted first. */
export interface PageMetadata extends Omit<LinkedArticle, 'isFree'> {
  /** Whether the page says that its article has to be paid for. */
  readonly isPaid: boolean;
}

/** Where a page’s date of publication stands, after JSON-LD: the most trusted first. */
const DATE_META = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'date',
];
const AUTHOR_META = ['author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'byl'];
/** Parts of a page whose dates and authors are those of something else. */
const ELSEWHERE =
  'nav, aside, [class*="related"], [class*="comment"], [id*="comment"], [class*="most-"], [class*="recommend"], [class*="teaser"], [class*="popular"], [class*="latest"], [class*="card"]';

/** Reads the metadata of a page that is at `url`, if that is known: JSON-LD before meta elements before what readers see. */
export function pageMetadata(document: PageDocument, url: string | undefined): PageMetadata {
  const meta = metaOf(document);
  const base = url ?? meta.one('og:url') ?? undefined;
  const address = ownAddress(document, meta.one('og:url'), base, url);
  const siteName = meta.one('og:site_name') ?? meta.one('application-name') ?? null;
  const heading = headingOf(document);
  const documentTitle = lineOf(document.querySelector('title'));
  const titles = [meta.one('og:title'), meta.one('twitter:title'), heading, documentTitle].filter(
    (title) => title !== null,
  );
  const linked = linkedArticle(document, { url: address, titles: titles.filter((title) => title !== '') });
  const publisher = linked?.publisher ?? siteName ?? publisherIn(document) ?? meta.one('dc.publisher');
  const visible = titles.map((title) => withoutSite(title, publisher)).find((title) => title !== '') ?? null;
  return {
    title: visible !== null && isCut(linked?.title) ? visible : (linked?.title ?? visible),
    publisher,
    bylines: bylinesOf(document, linked, meta, publisher),
    dates: [...(linked?.dates ?? []), ...DATE_META.flatMap((name) => meta.one(name) ?? []), ...visibleDates(document)],
    language:
      linked?.language ??
      document.documentElement.getAttribute('lang') ??
      meta.one('og:locale') ??
      meta.one('content-language'),
    url: address ?? linked?.url ?? null,
    topics: topicsOf(linked, meta),
    isPaid:
      linked?.isFree === false || /^(?:locked|metered|paid|premium)$/iu.test(meta.one('article:content_tier') ?? ''),
  };
}

/** The meta elements of a page: the first value of a name, or all. */
interface Meta {
  one(name: string): string | null;
  all(name: string): readonly string[];
}

/** Whether a title is only the beginning of one. */
function isCut(title: string | null | undefined): boolean {
  return /(?:…|\.\.\.)$/u.test(title?.trim() ?? '');
}

/** What is longer in a meta element, in characters, is cut. */
const LONGEST_META = 2000;

/** Meta elements by their name, property, itemprop or http-equiv, whatever its case. */
function metaOf(document: PageDocument): Meta {
  const values = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta')) {
    const content = element.getAttribute('content')?.slice(0, LONGEST_META).trim() ?? '';
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name !== undefined && content !== '') values.set(name, [...(values.get(name) ?? []), content]);
    }
  }
  return { one: (name) => values.get(name)?.[0] ?? null, all: (name) => values.get(name) ?? [] };
}

/** The page’s own address: its canonical link, unless that leads every page of the site to the front page. */
function ownAddress(
  document: PageDocument,
  openGraph: string | null,
  base: string | undefined,
  fetched: string | undefined,
): string | null {
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href');
  const candidates = [canonical, openGraph].map((address) => webAddress(address, base));
  const isFront = (address: string | null): boolean => address !== null && new URL(address).pathname === '/';
  return candidates.find((address) => address !== null && !isFront(address)) ?? webAddress(fetched);
}

/** The heading of the article: the first of the first rank that is no logo. */
function headingOf(document: PageDocument): string | null {
  const headings = [...document.querySelectorAll('[itemprop~="headline"], h1')].filter(
    (heading) => lineOf(heading) !== '',
  );
  const inArticle = headings.find((heading) => heading.closest('article, main') !== null);
  const heading = inArticle ?? headings[0];
  return heading === undefined ? null : (heading.getAttribute('content') ?? lineOf(heading));
}

/** A title without the name of the site that many pages put behind or before it. */
function withoutSite(title: string, site: string | null): string {
  if (site === null) return title;
  const key = site.toLowerCase();
  if (title.toLowerCase() === key) return '';
  const [separator] = title.match(/\s+[|\-–—·•»:]+\s+|:\s+/u) ?? [''];
  const opening = `${key}${separator}`;
  if (separator !== '' && title.toLowerCase().startsWith(opening)) return title.slice(opening.length);
  const ending = title.slice(-site.length).toLowerCase() === key ? title.slice(0, -site.length) : '';
  return /(?:\s[|\-–—·•»:]+|:)\s+$/u.test(ending) ? ending.replace(/(?:\s+[|\-–—·•»:]+|:)\s+$/u, '') : title;
}

function publisherIn(document: PageDocument): string | null {
  const element = document.querySelector('[itemprop~="publisher"]');
  const name = element?.querySelector('[itemprop~="name"]') ?? null;
  const text = name?.getAttribute('content') ?? lineOf(name ?? element);
  return text === '' ? null : text;
}

/** Who wrote the article, from the first place that names somebody beside the publisher. */
function bylinesOf(
  document: PageDocument,
  linked: LinkedArticle | null,
  meta: Meta,
  publisher: string | null,
): string[] {
  const places = [
    () => linked?.bylines ?? [],
    ...AUTHOR_META.map((name) => () => meta.all(name).filter((author) => !/^https?:|^@/u.test(author))),
    ...AUTHORS_SHOWN.map((selector) => () => outside(document, selector).map(shownByline)),
    // What is only called a byline may be one of another article further down: the first counts.
    ...BYLINES_SHOWN.map((selector) => () => outside(document, selector).map(shownByline).slice(0, 1)),
  ];
  for (const place of places) {
    const names = place().flatMap(namesInByline);
    const people = names.filter((name) => name !== publisher && name.length <= LONGEST_NAME);
    if (people.length > 0) return people;
  }
  return [];
}

/** Where readers see who wrote an article: where the page says that it is the author, and where a class does. */
const AUTHORS_SHOWN = ['[itemprop~="author"]', '[rel~="author"]'];
const BYLINES_SHOWN = ['[class*="byline" i]', '[data-component*="byline"]', '[class*="author" i]'];
/** What is longer than this, in characters, is no name. */
const LONGEST_NAME = 80;

/** The line of an element that names somebody: its name, its link, or the first of its lines. */
function shownByline(element: PageElement): string {
  const name = element.querySelector('[itemprop~="name"], [rel~="author"]');
  const whole = htmlText(name ?? element).split('\n', 1)[0] ?? '';
  const [only, ...others] = element.querySelectorAll('a');
  return name === null && only !== undefined && others.length === 0 ? lineOf(only) : whole;
}

/** Dates that readers see, with the machine’s form beside them: the first that is not of an update. */
function visibleDates(document: PageDocument): string[] {
  const marked = outside(document, '[itemprop~="datePublished"], time[pubdate], time[datetime]');
  const isUpdate = (element: PageElement): boolean =>
    /updat|modif/iu.test(
      `${element.getAttribute('class')} ${element.getAttribute('itemprop')} ${element.parentElement?.getAttribute('class')}`,
    ) || /(?:updated|modified)[^\d]{0,20}$/iu.test(textBefore(element));
  const rank = (element: PageElement): number => (element.getAttribute('itemprop')?.includes('datePublished') ? 0 : 1);
  return marked
    .filter((element) => !isUpdate(element))
    .toSorted((left, right) => rank(left) - rank(right))
    .map((element) => element.getAttribute('datetime') ?? element.getAttribute('content') ?? lineOf(element))
    .slice(0, 1);
}

/** What stands in an element’s parent up to it, with its own words. */
function textBefore(element: PageElement): string {
  const parent = lineOf(element.parentElement);
  const own = lineOf(element);
  const before = parent.slice(0, Math.max(0, parent.indexOf(own)));
  return before === '' && /^(?:updated|modified)/iu.test(own) ? 'updated' : before;
}

function outside(document: PageDocument, selector: string): PageElement[] {
  return [...document.querySelectorAll(selector)].filter((element) => {
    const footer = element.closest('footer');
    // The footer of an article is about the article.
    return element.closest(ELSEWHERE) === null && (footer === null || footer.closest('article') !== null);
  });
}

function topicsOf(linked: LinkedArticle | null, meta: Meta): readonly string[] {
  if (linked !== null && linked.topics.length > 0) return linked.topics;
  const tags = meta.all('article:tag');
  const keywords = (meta.one('news_keywords') ?? meta.one('keywords') ?? '').split(',');
  return [...(meta.one('article:section') ?? '').split(','), ...(tags.length > 0 ? tags : keywords)];
}
