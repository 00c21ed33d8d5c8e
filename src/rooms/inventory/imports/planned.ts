import { copyOf } from '../values/remembered.ts';
import { CompactIndex } from './compact.ts';
import type { IdentityKey, KnownName } from './identify.ts';
import { keyText } from './identify.ts';

/** The person that a row made or added to, or who waits because of it. */
export interface RowOwner {
  talentId: string | null;
  heldId: string | null;
}

/** More people under one address are a reception desk; whoever is beyond is found by the search for duplicates. */
const PEOPLE_PER_KEY = 50;

/**
 * People that were planned and that the database does not know yet: those of the rows before in a batch and of the batch that is being
 * written, and all of a dry run, which never writes. A hundred thousand of them take about 25 megabytes.
 */
export class PlannedPeople {
  #ids: string[] = [];
  #names: KnownName[] = [];
  #byKey = new CompactIndex();
  #rows = new CompactIndex();
  #owners: RowOwner[] = [];
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

  /** Whose a row with this content is, when one was planned. */
  ownerOf(rowHash: string): RowOwner | undefined {
    const number = this.#rows.of(rowHash)[0];
    return number === undefined ? undefined : this.#owners[number];
  }

  addRow(rowHash: string, owner: RowOwner): void {
    this.#rows.add(rowHash, this.#owners.push(owner) - 1);
  }

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
