/** Lets what waits for the next turn begin. */
let waiting: (() => void)[] = [];
/** Lets what waits for the end of the turn begin. */
let ending: (() => void)[] = [];
let isTaken = false;

/**
 * Does work in the next turn of the event loop, together with all else that waits for one, of whichever request it is.
 * Between turns other requests are taken in, and a client that went away is noticed.
 */
export function inNextTurn(work: () => void): void {
  // What follows from a promise belongs to the request that made it; what follows from the turn would belong to one of them.
  void new Promise<void>((begin) => {
    waiting.push(begin);
    take();
  }).then(work);
}

/** Does work when all that waited for a turn is done: at the end of the one that is being taken, or of the next one. */
export function atEndOfTurn(work: () => void): void {
  ending.push(work);
  take();
}

function take(): void {
  if (isTaken) return;
  isTaken = true;
  setImmediate(beginTurn);
}

function beginTurn(): void {
  const begun = waiting;
  waiting = [];
  for (const begin of begun) begin();
  // Behind all that has begun.
  queueMicrotask(endTurn);
}

function endTurn(): void {
  const ended = ending;
  ending = [];
  for (const end of ended) end();
  isTaken = false;
  if (waiting.length > 0 || ending.length > 0) take();
}
