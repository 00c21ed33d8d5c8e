const MAIL = /[^\s@<>"(),;:]{1,64}@[^\s@<>"(),;:]{1,250}\.[\p{L}\d-]{2,63}/gu;
/** A country code, or a zero, and at least seven more digits; a year or an amount is shorter. */
const PHONE = /(?<![\d.,])(?:\+|00?)\d(?:[\s/().-]{0,2}\d){7,14}(?![\d])/g;

/** Addresses and numbers of people are nothing that a model needs to write well. */
export const withoutContactData = (text: string): string => text.replaceAll(MAIL, '[…]').replaceAll(PHONE, '[…]');
