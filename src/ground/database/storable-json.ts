/** JSON for a column or a parameter. PostgreSQL stores no NUL characters, so they are left out. */
export function storableJson(value: object): string {
  const json = JSON.stringify(value);
  return json.includes('\\u0000') ? json.replaceAll(/(?<!\\)((?:\\\\)*)\\u0000/g, '$1') : json;
}
