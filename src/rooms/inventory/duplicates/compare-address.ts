import { levelOf } from './fields.ts';
import { setLevel, type Outcome } from './outcome.ts';
import type { CountedValue, PlainValue, PreparedRecord, Street } from './prepared.ts';
import { isAlike, isWithinTypingErrors, type Spelling } from './similarity.ts';

const LEVEL = {
  sameHouse: levelOf('address', 'same_house'),
  sameStreet: levelOf('address', 'same_street'),
  similar: levelOf('address', 'similar'),
  samePlace: levelOf('address', 'same_place'),
  nearPlace: levelOf('address', 'near_place'),
  different: levelOf('address', 'different'),
};

type Nearness = 'same' | 'near' | 'apart' | 'unknown';

/**
 * Street, postcode and city are one field: they follow from each other, and three weights for one agreement would
 * make one person out of every household.
 */
export function compareAddresses(a: PreparedRecord, b: PreparedRecord, out: Outcome): void {
  const place = placeNearness(a, b);
  if (!a.street || !b.street) return comparePlaces(a, b, place, out);
  const level = streetLevel(a.street, b.street, place);
  if (level === 0) return comparePlaces(a, b, place === 'unknown' ? 'apart' : place, out);
  setLevel(out, 'address', level, level === LEVEL.sameHouse ? a.street.house : undefined);
}

function comparePlaces(a: PreparedRecord, b: PreparedRecord, place: Nearness, out: Outcome): void {
  if (place === 'same') return setLevel(out, 'address', LEVEL.samePlace, rarerPlace(a, b));
  if (place === 'near') return setLevel(out, 'address', LEVEL.nearPlace);
  if (place === 'apart') setLevel(out, 'address', LEVEL.different);
}

/** 0 when the streets have nothing in common. */
function streetLevel(a: Street, b: Street, place: Nearness): number {
  const isSameNumber = a.number === b.number;
  if (a.street === b.street) return sameStreetLevel(isSameNumber ? 'same' : 'apart', place);
  if (place === 'apart' || !isSimilarStreet(a.name, b.name)) return 0;
  return isSameNumber ? LEVEL.sameStreet : LEVEL.similar;
}

function sameStreetLevel(number: Nearness, place: Nearness): number {
  // Every town has a Bahnhofstraße 2.
  if (place === 'apart') return number === 'same' ? LEVEL.similar : 0;
  if (number === 'same') return LEVEL.sameHouse;
  return place === 'unknown' ? LEVEL.similar : LEVEL.sameStreet;
}

function isSimilarStreet(a: Spelling, b: Spelling): boolean {
  return isNear(a, b) || isAlike(a, b, 0.93);
}

function placeNearness(a: PreparedRecord, b: PreparedRecord): Nearness {
  const postcode = nearness(a.postcode, b.postcode);
  const city = nearness(a.city, b.city);
  if (postcode === 'same' || city === 'same') return 'same';
  if (postcode === 'near' || city === 'near') return 'near';
  return postcode === 'apart' || city === 'apart' ? 'apart' : 'unknown';
}

function nearness(a: PlainValue | undefined, b: PlainValue | undefined): Nearness {
  if (!a || !b) return 'unknown';
  if (a.exact === b.exact) return 'same';
  return isNear(a.written, b.written) ? 'near' : 'apart';
}

function isNear(a: Spelling, b: Spelling): boolean {
  const length = Math.min(a.text.length, b.text.length);
  return length >= 4 && isWithinTypingErrors(a, b, length >= 7 ? 2 : 1);
}

function rarerPlace(a: PreparedRecord, b: PreparedRecord): CountedValue | undefined {
  const postcode = commonValue(a.postcode, b.postcode);
  const city = commonValue(a.city, b.city);
  if (!postcode || !city) return postcode ?? city;
  return postcode.people < city.people ? postcode : city;
}

function commonValue(a: PlainValue | undefined, b: PlainValue | undefined): CountedValue | undefined {
  return a && b && a.exact === b.exact ? a.exact : undefined;
}
