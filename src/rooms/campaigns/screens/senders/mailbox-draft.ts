import type { NewMailbox } from '../../schema-sending.ts';
import { isHost, isPort, noServer, type ServerFields, serverUrl } from './server-url.ts';

export interface MailboxDraft {
  name: string;
  folder: string;
  fields: ServerFields;
}

export const emptyMailbox: MailboxDraft = { name: '', folder: 'INBOX', fields: noServer };

export type MailboxMistake = 'name' | 'host' | 'port' | 'user' | 'folder';

export const mailboxMistakes = ({ name, folder, fields }: MailboxDraft): MailboxMistake[] =>
  (
    [
      ['name', name.trim() !== ''],
      ['host', isHost(fields.host)],
      ['port', isPort(fields.port)],
      ['user', fields.user.trim() !== ''],
      ['folder', folder.trim() !== ''],
    ] as const
  ).flatMap(([mistake, isFine]) => (isFine ? [] : [mistake]));

export const mailboxFrom = ({ name, folder, fields }: MailboxDraft): NewMailbox => ({
  name,
  folder,
  imapUrl: serverUrl(fields, { kind: 'imap' }),
});
