/** Ends of lines, what no screen shows, and what turns the direction of everything after it. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** One line of words, whoever wrote them. */
export const oneLine = (words: string): string => words.toWellFormed().replace(UNSEEN, ' ').replace(TURNING, '');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Words for an element or an attribute. */
export const escapeHtml = (words: string): string => words.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
