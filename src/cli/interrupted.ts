/** That the person at the terminal ended a command before it was done; the message says how far it got. */
export class Interrupted extends Error {}

/** Runs work that is told by its signal when SIGINT or SIGTERM asks it to end. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const end = new AbortController();
  const abort = () => end.abort();
  process.once('SIGINT', abort).once('SIGTERM', abort);
  try {
    return await work(end.signal);
  } finally {
    process.off('SIGINT', abort).off('SIGTERM', abort);
  }
}
