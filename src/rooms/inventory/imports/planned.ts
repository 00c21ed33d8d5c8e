import { copyOf } from '../values/remembered.ts';
import { CompactIndex } from './compact.ts';
import type { IdentityKey, KnownName } from './identify.ts';
import { keyText } from './identify.ts';

/** More people under one address are a reception desk; whoever is beyond is found by the search for duplicates. */
const PEOPLE_PER_KEY = 50;

/**
 * People that were planned and that the database does not know: those of the rows before in a batch, and all of a dry run, which
 * never writes. A hundred thousand of them take about 25 megabytes.
 */
export class PlannedPeople {
  #ids: string[] = [];
  #names: KnownName[] = [];
  #byKey = new CompactIndex();
  #rows = new CompactIndex();
  #heldIds: string[] = [];
  #heldByKey = new CompactIndex();
  /** Names repeat: each is kept once. */
  #words = new Map<string, string>();

  under(key: IdentityKey): { id: string; name: KnownName }[] {
    return this.#byKey.of(keyText(key)).map((number) => ({
      id: this.#ids[number] ?? '',
      name: this.#names[number] ?? { firstName: '', lastName: '' },
    }));
  }

  add(id: string, { firstName, lastName }: KnownName, keys: IdentityKey[]): void {
    const number = this.#ids.push(id) - 1;
    this.#names.push({ firstName: this.#once(firstName), lastName: this.#once(lastName) });
    for (const key of keys) {
      const text = keyText(key);
      if (this.#byKey.of(text).length < PEOPLE_PER_KEY) this.#byKey.add(text, number);
    }
  }

  hasRow = (rowHash: string): boolean => this.#rows.has(rowHash);
  addRow = (rowHash: string): void => this.#rows.add(rowHash);

  /** Who waits under this key, e.g. `source:B17`; the last one counts. */
  heldUnder(key: string): string | undefined {
    const number = this.#heldByKey.of(key).at(-1);
    return number === undefined ? undefined : this.#heldIds[number];
  }

  addHeld(id: string, keys: string[]): void {
    const number = this.#heldIds.push(id) - 1;
    for (const key of keys) this.#heldByKey.add(key, number);
  }

  #once(word: string): string {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const own = copyOf(word);
    this.#words.set(own, own);
    return own;
  }
}
