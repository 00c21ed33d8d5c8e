import type { ParseArgsConfig } from 'node:util';
import { pino } from 'pino';
import { readConfig } from '#ground/config/config.ts';
import type { House } from '../house.ts';
import { openHouse } from '../house.ts';

export interface Given {
  values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  positionals: string[];
  isJson: boolean;
}

export interface Command {
  name: string;
  usage: string;
  summary: string;
  details: string;
  options: NonNullable<ParseArgsConfig['options']>;
  /** How many arguments without a dash. */
  positionals: number;
  /** @returns the exit code: 0 fine, 1 refused or partly failed, 2 wrong usage */
  run: (given: Given) => Promise<number>;
}

/** Opens the house beside a running server, or alone, does the work and closes it. Logs go to the standard error stream. */
export async function inHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  const config = readConfig();
  const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination(2));
  const house = await openHouse(config, { stay: 'visitor', log });
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}
