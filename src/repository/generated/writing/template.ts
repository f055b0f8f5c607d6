/** A piece of a template: words as they are, or the name of a slot that something else fills. */
export type TemplatePart = { readonly words: string } | { readonly slot: string };

/** A sentence or a part of one with slots. */
export type Template = readonly TemplatePart[];

const PARSED = new Map<string, Template>();

/** The parts of a template such as `{asset} reopened {when}`. A language's few templates are read once and kept. */
export function templateOf(pattern: string): Template {
  const known = PARSED.get(pattern);
  if (known !== undefined) return known;
  const parts = pattern
    .split(/(\{\w+\})/u)
    .filter((part) => part !== '')
    .map((part): TemplatePart => (part.startsWith('{') ? { slot: part.slice(1, -1) } : { words: part }));
  PARSED.set(pattern, parts);
  return parts;
}
