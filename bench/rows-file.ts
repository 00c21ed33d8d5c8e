// Writes an export of applications: FILE ROWS SEED. A process of its own, so that making the rows takes no memory from what is measured.
import { writeApplications } from './rows.ts';

const [file = '', rows, seed] = process.argv.slice(2);
await writeApplications(file, Number(rows), Number(seed));
