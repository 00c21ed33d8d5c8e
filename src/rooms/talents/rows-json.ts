/** Rows for `jsonb_to_recordset`. PostgreSQL stores no NUL characters, so they are left out. */
export const asRows = (rows: readonly object[]): string =>
  JSON.stringify(rows).replaceAll(/(?<!\\)((?:\\\\)*)\\u0000/g, '$1');
