import { isElement, lineOf, type PageDocument, type PageElement } from './dom.js';
import { asksForSubscription } from './paywall.js';

/** What is never prose of an article, by what HTML says it is. */
const NEVER_PROSE = [
  'script, style, title, meta, link, base, noscript, template, nav, footer, aside, form, button, select, textarea, input, label, dialog',
  'iframe, object, embed, svg, canvas, video, audio, picture, img, map, figcaption, menu, amp-ad, amp-sidebar, amp-social-share',
  '[hidden], [aria-hidden="true"], [role="navigation"], [role="banner"], [role="complementary"], [role="contentinfo"]',
  '[role="dialog"], [role="alertdialog"], [role="search"], [role="menu"], [role="toolbar"], [role="button"]',
  '[itemprop="author"], [itemprop="comment"], [rel="author"], [style*="display:none"], [style*="display: none"]',
].join(', ');

/** What content systems call the boxes around an article, in the words of a class or id joined by hyphens. */
const BOX_NAMES = new RegExp(
  `(?:^|-)(?:${[
    'related|recommend(?:ed|ations?)?|read-(?:more|next|also)|also-(?:read|in)|see-also|more-(?:on|from|stories|news|coverage)|further-reading',
    'most-(?:read|popular|viewed|shared)|trending|popular|latest-news|top-stories|up-next|next-article|prev-next|post-navigation',
    'share|shares|sharing|sharebar|sharedaddy|social|addtoany|follow-us|newsletter|signup|sign-up|subscribe|subscription|mailing-list|donate|appeal',
    'promo|promos|promotion|promoted|advert|adverts|advertisement|advertising|ad|ads|adslot|adsbygoogle|sponsor|sponsored|dfp|gpt|mpu|outbrain|taboola',
    'cookie|cookies|consent|gdpr|cmp|onetrust|didomi|breadcrumb|breadcrumbs|nav|navbar|navigation|menu|sidebar|rail|footer|masthead|skip-link',
    'comments?|disqus|respond|caption|credit|credits|gallery|slideshow|carousel|lightbox',
    'byline|bylines|author|authors|author-(?:box|bio|info|card)|bio|about-the-author|contributor|contributors|timestamp|dateline-time|posted-on|published-date|pubdate|last-updated',
    'post-meta|entry-meta|article-meta|story-meta|meta-data|tags|tag-list|tagcloud|topics|keywords|rating|poll|quiz',
    'pull-?quote|pq|teaser|teasers|toolbar|tools|print-only|visually-hidden|sr-only|screen-reader-text|modal|popup|overlay|toast',
    'paywall-(?:prompt|banner|box|message)|regwall|piano|live-nav|key-events-nav|jump-links|table-of-contents|toc|links-block|link-list',
  ].join('|')})(?:$|-)`,
  'u',
);

/** Elements inside a line of prose: of these only what hides from readers goes. */
const INLINE = new Set('a abbr b bdi bdo cite code data em i ins mark q s small span strong sub sup time u'.split(' '));
const HIDDEN_INLINE =
  /(?:^|-)(?:visually-hidden|sr-only|screen-reader-text|caption|credit|advertisement|footnote-ref|byline|author|timestamp|posted-on)(?:$|-)/u;
/** Lines that lead away from the article. */
const LEADS_AWAY =
  /^(?:read (?:more|next|also|the full)|also read|related(?: (?:stories|articles|coverage))?\b|see also|more (?:on this|from|stories)|watch(?: live)?:|listen:|follow us|sign up|share this|advertisement|continue reading|click here)/iu;
const LINES = 'p, div, li, td, h2, h3, h4, h5, h6';
/** Above this share of links, text is a menu. */
const MENU_LINKS = 0.8;

/**
 * Takes out of a page what is around an article and inside it without being its prose: menus, related links, cookie notes,
 * captions, share buttons, author boxes, comments, advertisements. What holds most of the page’s paragraphs stays,
 * whatever it is called.
 */
export function removeFurniture(document: PageDocument): void {
  const prose = proseLengths(document.body);
  const enough = (prose.get(document.body) ?? 0) / 2;
  const holdsArticle = (element: PageElement): boolean => enough > 0 && (prose.get(element) ?? 0) >= enough;
  // A whole article inside a form, as older systems have it, is an article.
  remove(document, NEVER_PROSE, (element) => element.localName !== 'form' || !holdsArticle(element));
  remove(document, 'header', isPageHeader);
  remove(
    document,
    'body [class], body [id], body [data-component]',
    (element) => isBox(element) && !holdsArticle(element),
  );
  remove(document, LINES, isDateline);
  remove(document, 'time', (time) => time.closest('p, li, td, blockquote') === null);
  remove(document, 'figure', (figure) => figure.querySelector('blockquote, table, pre, p') === null);
  for (const list of [...document.querySelectorAll('ul, ol')]) removeMenu(list);
  remove(document, LINES, leadsAway);
}

function remove(document: PageDocument, selector: string, isFurniture: (element: PageElement) => boolean): void {
  for (const element of [...document.querySelectorAll(selector)]) {
    if (isFurniture(element)) element.remove();
  }
}

/** The header of the page or of the article; the one of an entry in a live blog has no heading of the first rank. */
function isPageHeader(header: PageElement): boolean {
  return header.closest('article, main') === null || header.querySelector('h1') !== null;
}

/** Elements that older systems and some new ones have for paragraphs, and how long their own text then is at least. */
const LOOSE = 'div, td, font, section, article, center';
const LOOSE_LENGTH = 60;

/** How many characters of paragraphs there are below each element of `root`. */
function proseLengths(root: PageElement): ReadonlyMap<PageElement, number> {
  const lengths = new Map<PageElement, number>();
  const add = (from: PageElement | null, length: number): void => {
    for (let element = from; element !== null; element = element.parentElement) {
      lengths.set(element, (lengths.get(element) ?? 0) + length);
    }
  };
  for (const paragraph of root.querySelectorAll('p')) add(paragraph.parentElement, lineOf(paragraph).length);
  for (const element of root.querySelectorAll(LOOSE)) {
    for (const child of element.childNodes) {
      const length = isElement(child) ? 0 : lineOf(child).length;
      if (length >= LOOSE_LENGTH) add(element, length);
    }
  }
  return lengths;
}

function isBox(element: PageElement): boolean {
  const names = boxNames(element);
  if (INLINE.has(element.localName)) return names.some((name) => HIDDEN_INLINE.test(name));
  if (['article', 'main', 'body'].includes(element.localName)) return false;
  return names.some((name) => BOX_NAMES.test(name));
}

/**
 * The names that a class or id gives an element, in words joined by hyphens. Where a block names its part (`story__share`)
 * only the part counts; what a build adds (`Story_share__x81Kd`) does not.
 */
function boxNames(element: PageElement): string[] {
  const attributes = ['class', 'id', 'data-component'].map((name) => element.getAttribute(name) ?? '');
  const names = attributes.join(' ').split(/\s+/u);
  return names
    .map((name) => name.replace(/^(?<block>[A-Za-z]+_[A-Za-z]+)__[\w-]{3,8}$/u, '$<block>'))
    .map((name) => name.replace(/^.*__/u, '').replace(/--.*$/u, ''))
    .map((name) =>
      name
        .replace(/(?<=[a-z])(?=[A-Z])/gu, '-')
        .replaceAll('_', '-')
        .toLowerCase(),
    );
}

/** A list in which every entry is a link and nothing else leads away; so does a heading above it. */
function removeMenu(list: PageElement): void {
  const items = [...list.children];
  if (items.length === 0 || !items.every((item) => linkShare(item) > MENU_LINKS)) return;
  const above = list.previousElementSibling;
  if (above !== null && /^h[2-6]$/u.test(above.localName)) above.remove();
  list.remove();
}

function linkShare(element: PageElement): number {
  const all = lineOf(element).length;
  if (all === 0) return 1;
  let inLinks = 0;
  for (const link of element.querySelectorAll('a')) inLinks += lineOf(link).length;
  return inLinks / all;
}

/** Words that stand around a date of publication. */
const DATE_LABELS = /^(?:\W|\b(?:first|last|updated?|published|posted|modified|on|at|by|\d+ min(?:ute)?s? read)\b)*$/iu;

/** A line that only says when the article was published or changed. */
function isDateline(line: PageElement): boolean {
  const times = hasBlocks(line) ? [] : [...line.querySelectorAll('time')];
  if (times.length === 0) return false;
  const rest = times.reduce((text, time) => text.replace(lineOf(time), ' '), lineOf(line));
  return rest.length < 200 && DATE_LABELS.test(rest);
}

function hasBlocks(line: PageElement): boolean {
  return [...line.childNodes].some(
    (child) => isElement(child) && !INLINE.has(child.localName) && child.localName !== 'br',
  );
}

/** Whether a line with no blocks in it only leads to something else, or asks for a subscription. */
function leadsAway(line: PageElement): boolean {
  if (hasBlocks(line)) return false;
  const text = lineOf(line);
  if (text.length < 300 && asksForSubscription(text)) return true;
  if (isBareLink(line, text)) return true;
  if (!LEADS_AWAY.test(text)) return false;
  return text.length < 30 ? !/[.!?]$/u.test(text) : linkShare(line) > 0.5;
}

/** A line that is a link and nothing else, and no sentence. Headings that link to themselves are headings. */
function isBareLink(line: PageElement, text: string): boolean {
  return !line.localName.startsWith('h') && text !== '' && linkShare(line) === 1 && !/[.!?…”"»]$/u.test(text);
}
