import { z } from 'zod';

const names = z.object({ de: z.string(), en: z.string() });

/** How a page speaks to people in German. */
export const addressForm = z.enum(['sie', 'du']);
export type AddressForm = z.infer<typeof addressForm>;

export const slug = z
  .string()
  .min(3)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const signUpForm = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  intro: names,
  topicIds: z.array(z.uuid()),
  addressForm,
  isOn: z.boolean(),
  /** The public address. */
  link: z.string(),
  /** Confirmed sign-ups of the last thirty days, and those whose mailbox has not answered yet. */
  confirmed: z.number(),
  waiting: z.number(),
});
export type SignUpForm = z.infer<typeof signUpForm>;

const intro = z.object({ de: z.string().trim().max(600), en: z.string().trim().max(600) }).strict();
export const newSignUpForm = z
  .object({
    slug,
    name: z.string().trim().min(1).max(80),
    intro: intro.default({ de: '', en: '' }),
    topicIds: z.array(z.uuid()).max(20).default([]),
    addressForm: addressForm.default('sie'),
    isOn: z.boolean().default(false),
  })
  .strict();
export type NewSignUpForm = z.output<typeof newSignUpForm>;
export const signUpFormChange = z
  .object({
    name: z.string().trim().min(1).max(80),
    intro,
    topicIds: z.array(z.uuid()).max(20),
    addressForm,
    isOn: z.boolean(),
  })
  .partial()
  .strict();
export type SignUpFormChange = z.output<typeof signUpFormChange>;

/** Reading the form in a language: each choice with the very text that it stands for. */
export const joinPage = z.object({
  company: z.string(),
  name: z.string(),
  intro: z.string(),
  language: z.enum(['de', 'de-CH', 'en']),
  addressForm,
  stay: z.object({ text: z.string(), until: z.string() }),
  topics: z.array(z.object({ id: z.uuid(), names, text: z.string() })),
  notice: z.string(),
});
export type JoinPage = z.infer<typeof joinPage>;

export const joinLanguage = z.object({ language: z.enum(['de', 'en']).default('de') });

export const joining = z
  .object({
    firstName: z.string().trim().min(1).max(100),
    lastName: z.string().trim().min(1).max(100),
    email: z.email().trim().max(254),
    language: z.enum(['de', 'en']),
    /** To stay is what the form is for; each topic is a choice of its own. */
    stays: z.literal(true),
    topicIds: z.array(z.uuid()).max(20).default([]),
    /** People do not see this field; programs fill it in. */
    website: z.string().max(200).default(''),
  })
  .strict();
export type Joining = z.output<typeof joining>;

/** What was typed, until the mailbox has answered. */
export const sealedPerson = joining.pick({ firstName: true, lastName: true, email: true });
export type SealedPerson = z.infer<typeof sealedPerson>;
