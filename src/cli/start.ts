import type { Command } from './command.ts';

export const startCommand: Command = {
  name: 'start',
  usage: 'start [--demo]',
  summary: 'Runs web server and worker.',
  details: 'The same as "npm start". --demo plants a believable company into an empty installation.',
  options: { demo: { type: 'boolean' } },
  positionals: 0,
  run: async () => {
    await import('../../scripts/start.ts');
    return 0;
  },
};
