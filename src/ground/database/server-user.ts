import { readFileSync } from 'node:fs';
import process from 'node:process';

export interface ServerUser {
  uid: number;
  gid: number;
  name: string;
}

/**
 * PostgreSQL refuses to run as root. Started by root, the embedded server runs as `postgres` where that user exists, else as `nobody`.
 * @returns undefined when this process is not root and the server simply runs as the same user
 */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  if (!found)
    throw new Error(
      'PostgreSQL cannot run as root, and this machine has neither a user "postgres" nor "nobody". Please start Wiedersehen as an ordinary user.',
    );
  return { name: found[0] ?? '', uid: Number(found[2]), gid: Number(found[3]) };
}
