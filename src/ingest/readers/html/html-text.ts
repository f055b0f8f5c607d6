import { isElement, type PageElement, type PageNode } from './dom.js';

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const SUPERSCRIPTS = new Map([...'0123456789+-'].map((digit, index) => [digit, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'][index] ?? digit]));

/**
 * The text of HTML as prose: each block a paragraph, paragraphs apart by a blank line, a `<br>` a line end and two of them
 * a new paragraph. A row of a table of data is a paragraph, its cells apart by semicolons; in a table that only lays out
 * the page each cell is read by itself. Exponents are written as such (km²); marks of footnotes are left out.
 */
export function htmlText(root: PageNode): string {
  const writer = new TextWriter();
  writer.read(root);
  return writer.end();
}

class TextWriter {
  readonly #paragraphs: string[] = [];
  #line = '';

  read(node: PageNode): void {
    if (!isElement(node)) {
      if (node.nodeType === 3) this.#line += (node.textContent ?? '').replace(/[ \t\n\r\f]+/gu, ' ');
      return;
    }
    const { localName } = node;
    if (localName === 'br') this.#line += '\n';
    else if (isNoteMark(node)) return;
    else if (localName === 'sup') this.#line += superscript(node);
    else if (localName === 'pre') this.#readVerbatim(node);
    else if (localName === 'tr' && isData(node)) this.#readRow(node);
    else if (BLOCKS.has(localName) || localName === 'td' || localName === 'th') this.#readBlock(node);
    else this.#readChildren(node);
  }

  end(): string {
    this.#endParagraph();
    return this.#paragraphs.join('\n\n');
  }

  #readChildren(element: PageElement): void {
    for (const child of element.childNodes) this.read(child);
  }

  #readBlock(element: PageElement): void {
    this.#endParagraph();
    this.#readChildren(element);
    this.#endParagraph();
  }

  #readVerbatim(element: PageElement): void {
    this.#endParagraph();
    this.#line = element.textContent ?? '';
    this.#endParagraph();
  }

  #readRow(row: PageElement): void {
    this.#endParagraph();
    const cells = [...row.children].map((cell) => (cell.textContent ?? '').replace(/\s+/gu, ' ').trim());
    this.#line = cells.filter((cell) => cell !== '').join('; ');
    this.#endParagraph();
  }

  #endParagraph(): void {
    for (const paragraph of this.#line.split(/\n[^\S\n]*\n\s*/u)) {
      const text = paragraph
        .replace(/[^\S\n\u00A0]+/gu, ' ')
        .replace(/ ?\n ?/gu, '\n')
        .trim();
      if (text !== '') this.#paragraphs.push(text);
    }
    this.#line = '';
  }
}

/** A link to a note below the text, which shows only the note’s number or sign. */
export function isNoteMark(element: PageElement): boolean {
  if (element.localName !== 'a' || element.getAttribute('href')?.startsWith('#') !== true) return false;
  return /^\s*[[(]?(?:\d{1,3}|[*†‡§]+)[\])]?\s*$/u.test(element.textContent ?? '');
}

function superscript(element: PageElement): string {
  const text = (element.textContent ?? '').trim();
  if (element.querySelector('a') !== null || /^[[(*†‡]/u.test(text)) return '';
  return /^[\d+-]+$/u.test(text) ? [...text].map((digit) => SUPERSCRIPTS.get(digit) ?? digit).join('') : text;
}

/** Whether a row belongs to a table of data: none of its cells has blocks of its own, and it has more than one. */
function isData(row: PageElement): boolean {
  return row.children.length > 1 && row.querySelector('p, div, ul, ol, table, br, h1, h2, h3, blockquote') === null;
}
