/** The text of Markdown as prose, and its first heading of the first rank, which is then not in the text. */
export interface MarkdownText {
  readonly heading: string | null;
  readonly text: string;
}

const FENCE = /^ {0,3}(?<fence>`{3,}|~{3,})/u;
const HEADING = /^ {0,3}(?<marks>#{1,6})(?:[ \t](?<text>.*))?$/u;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/u;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/u;
const LINK_DEFINITION = /^ {0,3}\[(?<label>[^\]]+)\]:\s*\S+/u;
const ITEM = /^(?:[ \t]*>)*[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/u;
const QUOTE = /^(?:[ \t]*>)+/u;

/**
 * Markdown (CommonMark’s marks) as plain text: headings, list items and quotations become paragraphs, wrapped lines one
 * line, links their words; emphasis, images, code fences, rules and HTML tags leave no mark.
 */
export function markdownText(markdown: string): MarkdownText {
  const reader = new MarkdownReader();
  for (const line of markdown.split('\n')) reader.read(line);
  return reader.end();
}

class MarkdownReader {
  readonly #paragraphs: string[] = [];
  #lines: string[] = [];
  #heading: string | null = null;
  #fence: string | null = null;

  read(line: string): void {
    const fence = FENCE.exec(line)?.groups?.['fence'];
    if (this.#fence !== null) this.#readCode(line, fence);
    else if (fence !== undefined) this.#openCode(fence);
    else this.#readProse(line);
  }

  end(): MarkdownText {
    this.#endParagraph();
    return { heading: this.#heading, text: this.#paragraphs.join('\n\n') };
  }

  #openCode(fence: string): void {
    this.#endParagraph();
    this.#fence = fence;
  }

  #readCode(line: string, fence: string | undefined): void {
    if (fence === undefined || !fence.startsWith(this.#fence ?? '')) this.#lines.push(line);
    else {
      if (this.#lines.length > 0) this.#paragraphs.push(this.#lines.join('\n'));
      this.#lines = [];
      this.#fence = null;
    }
  }

  #readProse(line: string): void {
    const heading = HEADING.exec(line)?.groups;
    if (heading !== undefined) {
      this.#endParagraph();
      this.#addHeading((heading['text'] ?? '').trim().replace(/(?:^|[ \t])#+$/u, ''), heading['marks'] === '#');
    } else if (this.#lines.length > 0 && UNDERLINE.test(line)) {
      const text = this.#lines.join(' ');
      this.#lines = [];
      this.#addHeading(text, line.includes('='));
    } else if (line.trim() === '' || RULE.test(line) || LINK_DEFINITION.test(line)) this.#endParagraph();
    else this.#readLine(line);
  }

  #readLine(line: string): void {
    if (ITEM.test(line)) this.#endParagraph();
    const text = line.replace(ITEM, '').replace(QUOTE, '').trim();
    if (text === '') this.#endParagraph();
    // Two spaces or a backslash at the end of a line break it.
    else this.#lines.push(/(?: {2,}|\\)$/u.test(line) ? `${text.replace(/\\$/u, '')}\n` : text);
  }

  #addHeading(marked: string, isFirstRank: boolean): void {
    const text = withoutMarks(marked);
    if (isFirstRank && this.#heading === null && this.#paragraphs.length === 0) this.#heading = text;
    else if (text !== '') this.#paragraphs.push(text);
  }

  #endParagraph(): void {
    const text = withoutMarks(this.#lines.join(' ').replaceAll('\n ', '\n'));
    if (text !== '') this.#paragraphs.push(text);
    this.#lines = [];
  }
}

/** Characters that a backslash protects, kept from being read as marks by a place in Unicode’s private area. */
const PROTECTED = /\\(?<mark>[!-/:-@[-`{-~])/gu;
const PRIVATE = 0xe000;

/** A paragraph without the marks inside it. */
function withoutMarks(text: string): string {
  return text
    .replace(/[\uE000-\uE07F]/gu, '')
    .replace(PROTECTED, (_, mark: string) => String.fromCharCode(PRIVATE + mark.charCodeAt(0)))
    .replace(/!\[[^\][]{0,500}\](?:\([^)]{0,2000}\)|\[[^\]]{0,200}\])?/gu, '')
    .replace(/\[\^[^\]]{1,40}\]/gu, '')
    .replace(/\[(?<words>[^\][]{1,1000})\](?:\((?:[^()]|\([^()]{0,500}\)){0,1000}\)|\[[^\]]{0,200}\])/gu, '$<words>')
    .replace(/<(?<address>https?:[^<>\s]+)>/gu, '$<address>')
    .replace(/<\/?[a-z][^<>]*>/giu, '')
    .replace(/`{1,3}(?<code>[^`]+)`{1,3}/gu, '$<code>')
    .replace(/(?<![\p{L}\p{N}])(?<marks>_{1,3})(?=\S)(?<words>[^_]*[^\s_])\k<marks>(?![\p{L}\p{N}])/gu, '$<words>')
    .replace(/(?<marks>\*{1,3})(?=\S)(?<words>[^*]*[^\s*])\k<marks>/gu, '$<words>')
    .replace(/(?<marks>\*{1,3})(?=\S)(?<words>[^*]*[^\s*])\k<marks>/gu, '$<words>')
    .replace(/~~(?<words>[^~]+)~~/gu, '$<words>')
    .replace(/[\uE000-\uE07F]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - PRIVATE))
    .trim();
}
