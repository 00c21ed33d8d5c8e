import process from 'node:process';
import { parseArgs } from 'node:util';
import { ConfigError } from '#ground/config/config.ts';
import { AppError } from '#ground/errors/app-error.ts';
import { refusalSentence } from '#ground/i18n/messages.node.ts';
import { auditCommand } from './audit.ts';
import type { Command } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { seedCommand } from './seed.ts';
import { startCommand } from './start.ts';
import { taxonomyCommand } from './taxonomy.ts';
import { userCommand } from './user.ts';

const COMMANDS: Command[] = [
  startCommand,
  migrateCommand,
  importCommand,
  userCommand,
  seedCommand,
  taxonomyCommand,
  doctorCommand,
  auditCommand,
];

function help(): string {
  const width = Math.max(...COMMANDS.map(({ usage }) => usage.length));
  return [
    'wiedersehen: relationships with people you may want to work with one day',
    '',
    ...COMMANDS.map(({ usage, summary }) => `  wiedersehen ${usage.padEnd(width)}  ${summary}`),
    '',
    'Every command knows --help and --json. Exit codes: 0 fine, 1 refused or partly failed, 2 wrong usage.',
    '',
  ].join('\n');
}

/** @returns the exit code */
async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  const command = COMMANDS.find((one) => one.name === name);
  if (!command)
    return name === undefined || name === '--help' || name === 'help'
      ? say(help(), 0)
      : complain(`There is no command "${name}".\n\n${help()}`, 2);
  if (rest.includes('--help'))
    return say(`wiedersehen ${command.usage}\n\n${command.summary}\n${command.details}\n`, 0);
  const parsed = parse(command, rest);
  if (typeof parsed === 'string') return complain(`${parsed}\n\nUsage: wiedersehen ${command.usage}`, 2);
  try {
    return await command.run(parsed);
  } catch (error) {
    return complain(sentenceFor(error), 1);
  }
}

function parse(command: Command, args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean' }, ...command.options },
      allowPositionals: true,
      strict: true,
    });
    if (positionals.length !== command.positionals)
      return `"${command.name}" wants ${command.positionals} argument(s), not ${positionals.length}.`;
    return { values, positionals, isJson: values.json === true };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function sentenceFor(error: unknown): string {
  if (error instanceof AppError) return refusalSentence('en', error.code, error.params);
  return error instanceof ConfigError || error instanceof Error ? error.message : String(error);
}

function say(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`);
  return code;
}

process.exitCode = await main(process.argv.slice(2));
