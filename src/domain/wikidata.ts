const ADDRESS = /^https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/(Q[1-9]\d*)$/;

/** The item that an address at Wikidata is of, `Q42`; undefined for any other address. */
export function wikidataItem(address: string): string | undefined {
  return ADDRESS.exec(address)?.[1];
}

/** Whether two addresses are of one item: it has a page and an entity, over HTTP and HTTPS. */
export function isSameItem(a: string, b: string): boolean {
  return a === b || (wikidataItem(a) !== undefined && wikidataItem(a) === wikidataItem(b));
}
