import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { installDebianPackage } from '../../scripts/testing/debian-packages.ts';

const DOVECOT = '/usr/sbin/dovecot';
const READY_WITHIN_MS = 20_000;

export interface ImapServerForTests {
  /** `imap://…`, without encryption: it stays on this machine. */
  url: string;
  /** Puts a message into the mailbox, as a mail server would. */
  deliver: (text: string) => void;
  /** Takes everything out of the mailbox. */
  empty: () => void;
  /** Numbers all messages anew, as after the loss of an index. */
  renumber: () => Promise<void>;
  stop: () => Promise<void>;
  start: () => Promise<void>;
}

/** Why there is no IMAP server on this machine, or undefined. */
export function imapServerMissing(): string | undefined {
  if (existsSync(DOVECOT)) return undefined;
  return (
    installDebianPackage('dovecot-imapd') ?? (existsSync(DOVECOT) ? undefined : 'dovecot did not come with its package')
  );
}

/** The Dovecot of this machine on a port of its own, as a user without rights, in a folder that goes afterwards. */
export async function imapServerForTests(): Promise<ImapServerForTests & { remove: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'wiedersehen-imap-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const user = serverUser();
  const mail = path.join(folder, 'mail', 'ilse');
  for (const name of ['run', 'state', 'mail', 'mail/ilse', 'mail/ilse/new', 'mail/ilse/cur', 'mail/ilse/tmp']) {
    mkdirSync(path.join(folder, name), { recursive: true });
    chownSync(path.join(folder, name), user.uid, user.gid);
  }
  writeFileSync(path.join(folder, 'users'), `ilse:{PLAIN}geheim:${user.uid}:${user.gid}::${mail}\n`);
  writeFileSync(path.join(folder, 'dovecot.conf'), configOf({ folder, port, user }));
  const { start, stop } = processFor(path.join(folder, 'dovecot.conf'), port);
  await start();
  return {
    url: `imap://ilse:geheim@127.0.0.1:${port}`,
    start,
    stop,
    deliver: deliveryInto(mail, user),
    empty: () => {
      for (const name of ['new', 'cur'])
        for (const file of readdirSync(path.join(mail, name))) rmSync(path.join(mail, name, file));
    },
    renumber: async () => {
      await stop();
      rmSync(path.join(mail, 'dovecot-uidlist'), { force: true });
      rmSync(path.join(mail, 'dovecot-uidvalidity'), { force: true });
      // UIDVALIDITY is a time in seconds.
      await wait(1100);
      await start();
    },
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function processFor(config: string, port: number) {
  let child: ChildProcess | undefined;
  return {
    start: async () => {
      child = spawn(DOVECOT, ['-F', '-c', config], { stdio: 'ignore' });
      await untilItAnswers(port);
    },
    stop: async () => {
      if (!child || child.exitCode !== null) return;
      const ended = new Promise((resolve) => {
        child?.once('exit', resolve);
      });
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** As a mail server puts a message into a maildir. */
function deliveryInto(mail: string, user: User): (text: string) => void {
  let number = 0;
  return (text) => {
    number += 1;
    const file = path.join(mail, 'new', `${Date.now()}.M${number}.test`);
    writeFileSync(file, text.replaceAll(/\r?\n/g, '\n'));
    chownSync(file, user.uid, user.gid);
  };
}

interface User {
  name: string;
  group: string;
  uid: number;
  gid: number;
}

/** Started by root, everything that touches mail runs as nobody; otherwise as who started the tests. */
function serverUser(): User {
  const id = (...options: string[]) => spawnSync('id', options, { encoding: 'utf8' }).stdout.trim();
  const who = process.getuid?.() === 0 ? ['nobody'] : [];
  return {
    name: id('-un', ...who),
    group: id('-gn', ...who),
    uid: Number(id('-u', ...who)),
    gid: Number(id('-g', ...who)),
  };
}

const configOf = ({ folder, port, user }: { folder: string; port: number; user: User }) => `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
default_login_user = ${user.name}
default_internal_user = ${user.name}
default_internal_group = ${user.group}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:~
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/users
}
userdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;

async function untilItAnswers(port: number): Promise<void> {
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end) {
    if (await greets(port)) return;
    await wait(100);
  }
  throw new Error('The IMAP server for the tests did not become ready.');
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', (data) => done(data.toString().startsWith('* OK')));
    socket.once('error', () => done(false));
    socket.setTimeout(2000, () => done(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
