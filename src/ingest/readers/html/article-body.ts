import { Readability } from '@mozilla/readability';
import { lineOf, type PageDocument, type PageElement, type PageNode } from './dom.js';
import { removeFurniture } from './furniture.js';
import { htmlText, isNoteMark } from './html-text.js';

/**
 * The text of the article in a page: where the page marks it (`articleBody` of schema.org, the entries of a live blog),
 * what is marked, else what Readability takes for it. Changes the document. Empty where there is none.
 */
export function articleBody(document: PageDocument, title: string | null): string {
  removeFurniture(document);
  const marked = [...document.querySelectorAll(MARKED)].filter(isOutermost);
  const declared = marked.map(htmlText).join('\n\n');
  return withoutTitle(declared.trim() === '' ? readableText(document) : declared, title);
}

const MARKED = '[itemprop~="articleBody"], [itemprop~="liveBlogUpdate"], [name="articleBody"]';

function isOutermost({ parentElement }: PageElement): boolean {
  return parentElement === null || parentElement.closest(MARKED) === null;
}

function readableText(document: PageDocument): string {
  narrow(document);
  for (const paragraph of document.querySelectorAll('p')) unlink(paragraph);
  for (const heading of document.querySelectorAll('h1')) heading.remove();
  const whole = htmlText(document.body);
  const parsed = new Readability<unknown>(asDocument(document), {
    charThreshold: 200,
    disableJSONLD: true,
    serializer: (node: unknown) => node,
  }).parse();
  const content = parsed?.content;
  return isPageNode(content) && lineOf(content) !== '' ? htmlText(content) : whole;
}

/** Leaves of the page only its article element or main element, where it has exactly one with text in it. */
function narrow(document: PageDocument): void {
  for (const selector of ['main, [role="main"]', 'article']) {
    const [found, ...others] = [...document.querySelectorAll(selector)].filter(
      (element) => lineOf(element).length > 100,
    );
    if (found === undefined || others.length > 0) continue;
    for (
      let element = found;
      element.parentElement !== null && element !== document.body;
      element = element.parentElement
    ) {
      for (const sibling of [...element.parentElement.children]) if (sibling !== element) sibling.remove();
    }
  }
}

/** Takes the links out of a paragraph, but not their words: Readability drops what seems to be a list of links. */
function unlink(paragraph: PageElement): void {
  if (!/[.!?…:;,”"’»)]$/u.test(lineOf(paragraph))) return;
  for (const link of [...paragraph.querySelectorAll('a')]) {
    if (!isNoteMark(link)) link.replaceWith(...link.childNodes);
  }
}

/** Readability is written for a browser’s document, which the project’s types do not know. */
function asDocument(document: PageDocument): ConstructorParameters<typeof Readability>[0] {
  return document;
}

function isPageNode(value: unknown): value is PageNode {
  return typeof value === 'object' && value !== null && 'childNodes' in value && 'nodeType' in value;
}

/** The text without a first paragraph that repeats the title. */
function withoutTitle(text: string, title: string | null): string {
  const [first = '', ...others] = text.split('\n\n');
  return title !== null && wordsOf(first) === wordsOf(title) ? others.join('\n\n') : text;
}

function wordsOf(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
