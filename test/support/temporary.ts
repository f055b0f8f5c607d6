import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from 'vitest';

/** Tests with a `folder` of their own, which is gone when they end. */
export const test = base.extend('folder', ({ onTestFinished }) => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
});
