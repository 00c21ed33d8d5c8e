import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';

let isListFresh = false;

/**
 * Installs a Debian package that the tests need. Only as root on Debian or a relative of it; elsewhere nothing is touched.
 * @returns a sentence on why it did not work, or undefined
 */
export function installDebianPackage(name: string): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return `please install "${name}"; as root on Debian the tests do that themselves`;
  process.stdout.write(`Installing ${name} (once) …\n`);
  if (!isListFresh) apt(['update', '-qq']);
  isListFresh = true;
  return apt(['install', '-y', '-qq', '--no-install-recommends', name])
    ? undefined
    : `"apt-get install ${name}" failed`;
}

function apt(options: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', options, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}
