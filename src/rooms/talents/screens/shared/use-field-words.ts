import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { listTeam } from '#rooms/accounts/contract.ts';

/** Where the words of fields with fixed values stand. */
const CHOICES: Record<string, string> = {
  stage: 'stage',
  language: 'language',
  addressForm: 'address_form',
  preferredChannel: 'channel',
};

const MEMBERS = ['ownerId', 'deputyId'];

/** What the value of a field reads like, for conflicts and the timeline. */
export function useFieldWords(): (field: string, value: unknown) => string {
  const t = useMessages('talents');
  const formats = useFormats();
  const { data: team } = useRead(listTeam, {});
  const memberWord = (id: string) => team?.items.find((one) => one.id === id)?.name ?? t('member.unknown');
  const regionWord = (code: string) => new Intl.DisplayNames([formats.locale], { type: 'region' }).of(code) ?? code;
  const special: Record<string, (text: string) => string> = {
    nextStepOn: formats.dateLong,
    availableFrom: formats.dateLong,
    ownerId: memberWord,
    deputyId: memberWord,
    country: regionWord,
  };
  const wordOf = (field: string, text: string) =>
    CHOICES[field] ? t(`${CHOICES[field]}.${text}`) : (special[field]?.(text) ?? text);
  return (field, value) => {
    if (Array.isArray(value) && value.length > 0) return formats.list(value.map(String));
    if (typeof value === 'string' && value !== '') return wordOf(field, value);
    return t(MEMBERS.includes(field) ? 'member.none' : 'value.none');
  };
}
