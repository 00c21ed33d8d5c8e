import process from 'node:process';
import { plantDemo } from '../demo.ts';
import type { Command } from './command.ts';
import { inHouse } from './command.ts';

export const seedCommand: Command = {
  name: 'seed',
  usage: 'seed',
  summary: 'Plants the sample company into an empty installation.',
  details: 'Refused when the installation is already set up. "npm start -- --demo" does the same before starting.',
  options: {},
  positionals: 0,
  run: ({ isJson }) =>
    inHouse(async (house) => {
      const planted = await plantDemo(house);
      process.stdout.write(
        isJson
          ? `${JSON.stringify(planted)}\n`
          : `${planted.people} people of ${planted.company}. Sign in as ${planted.email} with ${planted.password}\n`,
      );
      return 0;
    }),
};
