import { createContext, use } from 'react';
import { type Translate, useMessages } from '#ground/i18n/use-messages.ts';
import type { AddressForm } from '../../sign-up/schema.ts';

/** How the person on a public page is addressed; unknown is Sie. */
export const AddressFormContext = createContext<AddressForm>('sie');

/** The words of the page for somebody who is addressed like this: a German sentence may have a Du of its own beside it. */
export function useWordsFor(form: AddressForm | undefined): Translate {
  const t = useMessages('consent');
  return form === 'du' ? (key, values) => t(key, { ...values, context: 'du' }) : t;
}

/** The same for what stands inside a public page. */
export const usePublicWords = (): Translate => useWordsFor(use(AddressFormContext));
