import type { Condition, Rule } from '../../schema-rule.ts';
import { isCondition } from '../../schema-rule.ts';

/** Whole clauses and what joins them, from the message file of the reader's language. */
export interface RuleWords {
  /** One condition as a clause; its term stands in brackets: "deren Stufe [bereit] ist". */
  clause: (condition: Condition, sense: 'is' | 'not') => string;
  say: (key: 'start' | 'end' | 'and' | 'or' | 'everyone') => string;
  group: (kind: 'group' | 'not_group', inside: string) => string;
}

/** A piece of the sentence; terms are what somebody chose. */
export interface Piece {
  text: string;
  isTerm: boolean;
}

/** The whole rule as one sentence, groups in brackets, in pieces. */
export function ruleSentence(rule: Rule, words: RuleWords): Piece[] {
  if (isEmpty(rule)) return [{ text: words.say('everyone'), isTerm: false }];
  return piecesOf(`${words.say('start')}${inside(rule, words)}${words.say('end')}`);
}

/** The same as plain text, for titles and screen readers. */
export const ruleText = (rule: Rule, words: RuleWords): string =>
  ruleSentence(rule, words)
    .map(({ text }) => text)
    .join('');

const isEmpty = (rule: Rule) => ('all' in rule && rule.all.length === 0) || ('any' in rule && rule.any.length === 0);

function inside(rule: Rule, words: RuleWords): string {
  if (isCondition(rule)) return words.clause(rule, 'is');
  if ('all' in rule) return joined(rule.all, words.say('and'), words);
  if ('any' in rule) return joined(rule.any, words.say('or'), words);
  return part(rule, words);
}

const joined = (parts: readonly Rule[], joint: string, words: RuleWords) =>
  parts.map((one) => part(one, words)).join(joint);

/** A part of a group: a group with several parts keeps its brackets. */
function part(rule: Rule, words: RuleWords): string {
  if (isCondition(rule)) return words.clause(rule, 'is');
  if ('not' in rule) {
    return isCondition(rule.not) ? words.clause(rule.not, 'not') : words.group('not_group', inside(rule.not, words));
  }
  const parts = 'all' in rule ? rule.all : rule.any;
  return parts.length === 1 ? inside(rule, words) : words.group('group', inside(rule, words));
}

// What somebody typed may hold brackets of its own: they travel as signs that no keyboard has.
const [OPEN, CLOSE] = ['\u{E000}', '\u{E001}'];

/** A word that was typed, safe inside a clause. */
export const typed = (word: string): string => word.replaceAll('[', OPEN).replaceAll(']', CLOSE);

const asTyped = (text: string) => text.replaceAll(OPEN, '[').replaceAll(CLOSE, ']');

function piecesOf(sentence: string): Piece[] {
  return sentence
    .split(/(\[[^\]]*\])/)
    .filter((text) => text !== '')
    .map((text) => {
      const isTerm = text.startsWith('[');
      return { text: asTyped(isTerm ? text.slice(1, -1) : text), isTerm };
    });
}
