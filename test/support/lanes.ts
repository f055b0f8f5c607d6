/** Does the work for each item, `lanes` of them at once, and gives the results in the order of the items. */
export async function inLanes<Item, Result>(
  lanes: number,
  items: Iterable<Item>,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = numbered(items);
  const lane = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** All lanes take from this one, so that an item is asked for only when a lane is free for it. */
function* numbered<Item>(items: Iterable<Item>): Generator<[index: number, item: Item]> {
  let index = 0;
  for (const item of items) yield [index++, item];
}
