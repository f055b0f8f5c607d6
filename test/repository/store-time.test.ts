import { expect, test } from 'vitest';
import { StoreTime } from '../../src/repository/store-time.js';

/** Does nothing, as a thread does that waits for the disk. */
function wait(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function checkAfter(most: number, work: () => void): void {
  const time = new StoreTime(most);
  time.spend(() => {
    work();
    time.check();
  });
}

test('work is ended at its limit', () => {
  const work = (milliseconds: number) => () => {
    const began = process.threadCpuUsage();
    let worked = 0;
    while (worked < milliseconds) {
      const { user, system } = process.threadCpuUsage(began);
      worked = (user + system) / 1000;
    }
  };
  expect(() => checkAfter(50, work(60))).toThrow('more than 50 ms of work');
  expect(() => checkAfter(2000, work(60))).not.toThrow();
});

test('a wait counts half, so that it is ended at twice the limit', () => {
  expect(() => checkAfter(50, () => wait(110))).toThrow('more than 50 ms of work');
  // Also where the machine lets it wait for longer.
  expect(() => checkAfter(1000, () => wait(1200))).not.toThrow();
});
