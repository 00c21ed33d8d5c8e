/**
 * Text for a header or for one line of a letter: line breaks and other control characters become a blank, so that no name and no
 * subject can add a header or a paragraph of its own.
 */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();

/** One mailbox and nothing else: no list, no name, no comment, no quoted part. */
const ONE_ADDRESS = /^[^\s\p{Cc}<>(),;:"\\[\]@]+@[^\s\p{Cc}<>(),;:"\\[\]@]+$/u;

export const isOneAddress = (address: string): boolean => address.length <= 254 && ONE_ADDRESS.test(address);
