import { useMessages } from '#ground/i18n/use-messages.ts';

/** How a field is called on the screen, with what stands there where it is not known. */
export function useFieldWords(): (field: { field: string; fallback: string }) => string {
  const t = useMessages('campaigns');
  return ({ field, fallback }) => {
    const name = t(`editor.field.${field}`);
    return fallback === '' ? name : t('editor.field_else', { name, fallback });
  };
}
