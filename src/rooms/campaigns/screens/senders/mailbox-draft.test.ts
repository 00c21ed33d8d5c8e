import { describe, expect, it } from 'vitest';
import { newMailbox } from '../../schema-sending.ts';
import { emptyMailbox, mailboxFrom, mailboxMistakes } from './mailbox-draft.ts';

describe('a mailbox that is being added', () => {
  it('needs a name, a server and a user', () => {
    expect(mailboxMistakes(emptyMailbox)).toEqual(['name', 'host', 'user']);
  });

  it('is what the server accepts', () => {
    const fields = {
      ...emptyMailbox.fields,
      host: 'imap.firma.example',
      user: 'zurueck@firma.example',
      password: '#1',
    };
    const filled = { ...emptyMailbox, name: 'Rückläufer', fields };

    expect(mailboxMistakes(filled)).toEqual([]);
    expect(newMailbox.parse(mailboxFrom(filled)).imapUrl).toBe(
      'imaps://zurueck%40firma.example:%231@imap.firma.example',
    );
  });
});
