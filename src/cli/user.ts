import process from 'node:process';
import { createMember, makeInvitation, ROLES } from '#rooms/accounts/index.ts';
import type { Command } from './command.ts';
import { inHouse } from './command.ts';

export const userCommand: Command = {
  name: 'user',
  usage: 'user create --name NAME --email MAIL --role ROLE [--json]',
  summary: 'Adds a team member and prints the one-time link for the password.',
  details: `ROLE is one of ${ROLES.join(', ')}. The link is valid for 7 days and once.`,
  options: { name: { type: 'string' }, email: { type: 'string' }, role: { type: 'string' } },
  positionals: 1,
  run: async ({ positionals, values, isJson }) => {
    const { name, email, role } = values;
    const wanted = ROLES.find((one) => one === role);
    if (positionals[0] !== 'create' || typeof name !== 'string' || typeof email !== 'string' || !wanted) {
      process.stderr.write('Usage: wiedersehen user create --name NAME --email MAIL --role ROLE\n');
      return 2;
    }
    return inHouse(async (house) => {
      const ctx = await house.systemCtx();
      const { memberId } = await createMember(ctx, { name, email, role: wanted, entityIds: ctx.actor.entityIds });
      const { link } = await makeInvitation(ctx, house.parts.accounts, memberId);
      process.stdout.write(
        isJson ? `${JSON.stringify({ memberId, link })}\n` : `${name} can set a password here:\n${link}\n`,
      );
      return 0;
    });
  },
};
