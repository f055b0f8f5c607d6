import { Refusal } from '../../source-document.js';
import type { Draft } from '../draft.js';
import { articleBody } from './article-body.js';
import { lineOf, type PageDocument, parsePage } from './dom.js';
import { removeFurniture } from './furniture.js';
import { htmlText } from './html-text.js';
import { pageMetadata } from './page-metadata.js';
import { asksForSubscription, isStub } from './paywall.js';

/** The article of a web page; a Refusal where it is nested too deep, or only the beginning of what has to be paid for. */
export function readPage(html: string, place: string, url: string | undefined): Draft {
  const document = parsePage(html, place);
  const metadata = pageMetadata(document, url);
  const asks = asksForSubscription(textOutsideMenus(document));
  const text = articleBody(document, metadata.title);
  if (isStub(text, asks || metadata.isPaid)) {
    throw new Refusal(
      'PAYWALL',
      place,
      'The page shows only the beginning of the article and asks for a subscription: take the text from where you may read it.',
    );
  }
  return { ...metadata, text };
}

/** The text of HTML that is an article’s content and nothing else, as feeds and agencies have it. */
export function contentText(html: string, place: string): string {
  const document = parsePage(`<html><body>${html}</body></html>`, place);
  removeFurniture(document);
  return htmlText(document.body);
}

/** “Subscribe” in a menu is on every page, and no paywall. */
function textOutsideMenus({ body }: PageDocument): string {
  return [...body.querySelectorAll('p, div, h2, h3, h4, a, button, span')]
    .filter((element) => element.children.length === 0 || element.localName === 'p')
    .filter((element) => element.closest('header, nav, footer') === null)
    .map(lineOf)
    .join(' ');
}
