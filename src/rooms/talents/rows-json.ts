import { storableJson } from '#ground/database/storable-json.ts';

/** Rows for `jsonb_to_recordset`. */
export const asRows = (rows: readonly object[]): string => storableJson(rows);
