import type { ContactLine } from '../../person/schema.ts';
import { useReasonWords } from './reason-words.ts';

/** Why a way is open or closed, in whole sentences, for pages of other rooms. */
export const ReasonWords = ({ reason }: { reason: Pick<ContactLine['reasons'][number], 'code' | 'params'> }) =>
  useReasonWords()(reason);
