/**
 * Works on several items at once, and gives the results one by one in the order of the items, whichever is done first. At
 * most `ahead` items are taken that have not given their result yet; when a work throws, so does its turn.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  ahead: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const begun: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // Whoever stops listening before its turn must not be told of it by the process.
    result.catch(() => undefined);
    begun.push(result);
    while (begun.length >= ahead) yield await next(begun);
  }
  while (begun.length > 0) yield await next(begun);
}

function next<Result>(begun: Promise<Result>[]): Promise<Result> {
  const first = begun.shift();
  if (first === undefined) throw new TypeError('Nothing was begun.');
  return first;
}
