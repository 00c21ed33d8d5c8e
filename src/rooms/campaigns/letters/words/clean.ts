/** Ends of lines, what no screen shows, and what turns the direction of everything after it. */
const UNSEEN = /[\p{Cc}\u2028\u2029]+/gu;
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** One line of words, whoever wrote them. */
export const oneLine = (words: string): string => words.toWellFormed().replace(UNSEEN, ' ').replace(TURNING, '');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Words for an element or an attribute. */
export const escapeHtml = (words: string): string => words.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
