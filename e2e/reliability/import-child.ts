// A worker that may be killed at any moment. Says "ready", waits for one line of JSON, works, says "ended".
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { openDatabase } from '#ground/database/database.ts';
import { runImport } from '#rooms/inventory/imports/run.ts';
import { undoImport } from '#rooms/inventory/imports/undo.ts';
import type { Place } from './place.ts';
import { contextAt } from './place.ts';

export interface Order {
  place: Place;
  importId: string;
  work: 'run' | 'undo';
}

process.stdout.write('ready\n');
const [line] = (await once(createInterface({ input: process.stdin }), 'line')) as [string];
const { place, importId, work }: Order = JSON.parse(line);
const { db, close } = openDatabase({ connectionString: place.connectionString, maxConnections: 6 });
await (work === 'run' ? runImport : undoImport)(contextAt(place, db), importId);
await close();
process.stdout.write('ended\n');
process.exit(0);
