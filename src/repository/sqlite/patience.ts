import { setTimeout as sleep } from 'node:timers/promises';
import { isBusy } from './errors.js';

/** How long a write waits for another process's to end, in milliseconds, and how often it asks. */
const PATIENCE = 10_000;
const INTERVAL = 20;

/**
 * Tries until no other connection holds the lock, for ten seconds. SQLite's own waiting would stop the event loop, and
 * with it every reader of this process.
 */
export async function whenUnlocked<T>(attempt: () => T | Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
    }
    await sleep(INTERVAL);
  }
}
