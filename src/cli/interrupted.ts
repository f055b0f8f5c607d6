/** That the person at the terminal ended a command before it was done; the message says how far it got. */
export class Interrupted extends Error {}

/** SIGHUP comes when the terminal is closed. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs work that is told by its signal when SIGINT, SIGTERM or SIGHUP asks it to end. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const end = new AbortController();
  const abort = () => end.abort();
  for (const ending of ENDINGS) process.once(ending, abort);
  try {
    return await work(end.signal);
  } finally {
    for (const ending of ENDINGS) process.off(ending, abort);
  }
}
