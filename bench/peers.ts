import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folders of the programs that the service is compared with, in `peers`. */
const FOLDERS = ['stock-apollo', 'yoga', 'mercurius', 'postgraphile'] as const;

/** Installs what each peer’s lockfile names, where that is not installed yet; throws an Error when npm cannot. */
export function installPeers(): void {
  for (const folder of FOLDERS) {
    const path = fileURLToPath(new URL(`peers/${folder}/`, import.meta.url));
    if (isInstalled(path)) continue;
    process.stderr.write(`Installing bench/peers/${folder} …\n`);
    const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: path,
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0) {
      throw new Error(
        `npm ci in bench/peers/${folder} ended with ${error?.message ?? status}; \`--peers none\` measures without peers.`,
      );
    }
  }
}

/** Whether npm installed from this lockfile: it leaves a copy of its own, written last. */
function isInstalled(path: string): boolean {
  const installed = `${path}node_modules/.package-lock.json`;
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${path}package-lock.json`).mtimeMs;
}

if (import.meta.main) installPeers();
