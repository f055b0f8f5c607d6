import { parseHTML } from 'linkedom';

/** Text with the entities of HTML (`&amp;`, `&#8217;`) decoded; what only looks like one stays. */
export function decodeEntities(text: string): string {
  if (!/&[#a-z]/iu.test(text)) return text;
  const { document }: { readonly document: { readonly body: { readonly textContent: string } } } = parseHTML(
    `<html><body>${text.replaceAll('<', '&lt;')}</body></html>`,
  );
  return document.body.textContent;
}
