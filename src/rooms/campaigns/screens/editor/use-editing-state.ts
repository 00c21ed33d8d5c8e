import { useState } from 'react';
import type { Block } from '../../schema-letter.ts';
import type { CampaignDetail } from '../../schema-writing.ts';
import type { LetterLanguage } from '../../types.ts';
import type { Editing } from './editing.ts';
import type { LetterAtWork } from './use-letter.ts';
import { useReach } from './use-reach.ts';
import type { Form } from './words.ts';

/** German, English, or both beside each other. */
export type LanguageView = LetterLanguage | 'both';

const SHOWN: Record<LanguageView, readonly LetterLanguage[]> = { de: ['de'], en: ['en'], both: ['de', 'en'] };

/** Where somebody is in the letter: which block, which field, which language, which form. */
export function useEditingState(campaign: CampaignDetail, { letter, edit }: LetterAtWork) {
  const [view, setView] = useState<LanguageView>(campaign.mainLanguage);
  const [forms, setForms] = useState<Readonly<Record<string, Form>>>({});
  const [active, setActive] = useState<string>();
  const [current, setCurrent] = useState<string>();
  const [menuBehind, openMenu] = useState<string | null>();
  const [asksRule, askRule] = useState<string>();
  const [said, say] = useState('');
  const reach = useReach(campaign, letter);
  const editing: Editing = {
    campaignId: campaign.id,
    letter,
    mayWrite: campaign.may.write && campaign.state === 'draft',
    edit,
    languages: SHOWN[view],
    formOf: (ownerId) => forms[ownerId] ?? 'formal',
    setForm: (ownerId, form) => setForms({ ...forms, [ownerId]: form }),
    active,
    setActive,
    reach,
    current,
    setCurrent,
    menuBehind,
    openMenu,
    askRule,
    say,
  };
  const ruleFor: Block | undefined = letter.blocks.find(({ id }) => id === asksRule);
  return { editing, view, setView, ruleFor, said };
}
