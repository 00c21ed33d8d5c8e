import process from 'node:process';
import { headsFileFor, readHeads } from '#ground/audit/heads.ts';
import { verifyAudit } from '#ground/audit/verify.ts';
import type { Command } from './command.ts';
import { inHouse } from './command.ts';

export const auditCommand: Command = {
  name: 'audit',
  usage: 'audit [--json]',
  summary: 'Looks whether the audit log was changed, cut or reordered.',
  details:
    'Checks the keyed chain over all entries and the heads that are exported daily. Exit code 1 names the first bad entry.',
  options: {},
  positionals: 0,
  run: ({ isJson }) =>
    inHouse(async ({ db, parts }) => {
      const verdict = await verifyAudit(db, parts.keys, await readHeads(headsFileFor(parts.filesDir)));
      const sentence =
        verdict.kind === 'intact'
          ? 'The audit log is intact.'
          : `The audit log is NOT intact: ${JSON.stringify(verdict)}`;
      process.stdout.write(isJson ? `${JSON.stringify(verdict)}\n` : `${sentence}\n`);
      return verdict.kind === 'intact' ? 0 : 1;
    }),
};
