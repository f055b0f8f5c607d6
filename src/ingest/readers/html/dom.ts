import { parseHTML } from 'linkedom';
import { checkNesting } from './nesting.js';

/** As much of the DOM as reading needs: the project has no other use for a browser’s types. */
export interface PageNode {
  /** 1 for an element, 3 for text. */
  readonly nodeType: number;
  readonly childNodes: Iterable<PageNode>;
  readonly textContent: string | null;
  remove(): void;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly id: string;
  readonly children: Iterable<PageElement> & { readonly length: number };
  readonly parentElement: PageElement | null;
  readonly previousElementSibling: PageElement | null;
  getAttribute(name: string): string | null;
  closest(selector: string): PageElement | null;
  replaceWith(...nodes: readonly PageNode[]): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export interface PageDocument extends Pick<PageElement, 'querySelector' | 'querySelectorAll'> {
  readonly documentElement: PageElement;
  readonly body: PageElement;
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}

/** Text with its white space as one line. */
export function lineOf(node: PageNode | null): string {
  return (node?.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

/** The document of a page or a piece of HTML; a Refusal where it is nested too deep or has too many elements. */
export function parsePage(html: string, place: string): PageDocument {
  const bare = withoutScripts(html.replaceAll('\0', ''));
  checkNesting(bare, place);
  const { document }: { readonly document: PageDocument } = parseHTML(inOneBody(bare));
  return document;
}

const SCRIPT_START = /<(?<name>script|style)\b(?<attributes>[^<>]{0,1000})>/giu;

/** Without what a parser need not see; the data of JSON-LD is needed. A script without an end goes on to the end, as in a browser. */
function withoutScripts(html: string): string {
  const kept: string[] = [];
  let at = 0;
  for (const { index, groups } of html.matchAll(SCRIPT_START)) {
    if (index < at) continue;
    const end = endOfScript(html, index, groups?.['name'] ?? '');
    const isData = /ld\+json/iu.test(groups?.['attributes'] ?? '');
    kept.push(html.slice(at, isData ? end : index));
    at = end;
  }
  return kept.join('') + html.slice(at);
}

function endOfScript(html: string, start: number, name: string): number {
  const end = new RegExp(`</${name}`, 'giu');
  end.lastIndex = start;
  const found = end.exec(html);
  const close = found === null ? -1 : html.indexOf('>', found.index);
  return close < 0 ? html.length : close + 1;
}

const SKELETON =
  /<!doctype\b[^>]{0,1000}>|<\/?(?:html|head|body)(?=[\s>/])(?:[^>"']|"[^"]{0,1000}"|'[^']{0,1000}'){0,1000}>/giu;
const ROOT = /<html\s(?:[^>"']|"[^"]{0,1000}"|'[^']{0,1000}'){0,1000}>/iu;

/**
 * A page with exactly one root, head and body, whatever it leaves out or repeats. All it has is in the body: where its
 * metadata stands does not matter to reading it.
 */
function inOneBody(html: string): string {
  const root = ROOT.exec(html)?.[0] ?? '<html>';
  return `<!doctype html>${root}<head></head><body>${html.replace(SKELETON, '')}</body></html>`;
}
