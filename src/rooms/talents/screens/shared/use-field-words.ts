import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { listTeam } from '#rooms/accounts/contract.ts';

const CHOICES: Record<string, string> = {
  stage: 'stage',
  language: 'language',
  addressForm: 'address_form',
  preferredChannel: 'channel',
};
const DATES = ['nextStepOn', 'availableFrom'];
const MEMBERS = ['ownerId', 'deputyId'];

/** What the value of a field reads like, for conflicts and the timeline. */
export function useFieldWords(): (field: string, value: unknown) => string {
  const t = useMessages('talents');
  const formats = useFormats();
  const { data: team } = useRead(listTeam, {});
  const regions = new Intl.DisplayNames([formats.locale], { type: 'region' });
  return (field, value) => {
    if (value === null || value === undefined || value === '') return t('value.none');
    if (Array.isArray(value)) return value.length > 0 ? formats.list(value.map(String)) : t('value.none');
    const text = String(value);
    if (CHOICES[field]) return t(`${CHOICES[field]}.${text}`);
    if (DATES.includes(field)) return formats.dateLong(text);
    if (MEMBERS.includes(field)) return team?.items.find(({ id }) => id === text)?.name ?? t('member.unknown');
    return field === 'country' ? (regions.of(text) ?? text) : text;
  };
}
