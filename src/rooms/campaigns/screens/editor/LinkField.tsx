import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import styles from './editor.module.css';
import { linkOf } from './link.ts';

const OWN_PAGES = ['preferences', 'view'] as const;
type Target = 'address' | (typeof OWN_PAGES)[number];

interface LinkFieldProps {
  label: string;
  value: string | undefined;
  onSet: (link: string | undefined) => void;
  takesFocus?: boolean;
  disabled?: boolean;
}

const targetOf = (link: string | undefined): Target => OWN_PAGES.find((page) => page === link) ?? 'address';
const typedOf = (link: string | undefined) =>
  targetOf(link) === 'address' ? (link?.replace(/^mailto:/, '') ?? '') : '';

/** Where words lead: an address, or one of the pages that each reader has for themselves. Kept when the field is left. */
export function LinkField({ label, value, onSet, takesFocus = false, disabled = false }: LinkFieldProps) {
  const t = useMessages('campaigns');
  const [target, setTarget] = useState(targetOf(value));
  const [typed, setTyped] = useState(typedOf(value));
  const [error, setError] = useState<string>();
  const keep = () => {
    const link = linkOf(typed);
    if (typed.trim() !== '' && link === undefined) return setError(t('editor.link.unreadable'));
    setError(undefined);
    return link === value ? undefined : onSet(link);
  };
  const choose = (chosen: string) => {
    const page = OWN_PAGES.find((one) => one === chosen);
    setTarget(page ?? 'address');
    if (page) onSet(page);
  };
  const remove = () => {
    setTyped('');
    setTarget('address');
    onSet(undefined);
  };
  return (
    <div className={styles.link}>
      <SelectField
        label={label}
        value={target}
        disabled={disabled}
        options={[
          { value: 'address', label: t('editor.link.address') },
          ...OWN_PAGES.map((page) => ({ value: page, label: t(`editor.link.${page}`) })),
        ]}
        onChoose={choose}
      />
      {target === 'address' && (
        <TextField
          label={t('editor.link.address')}
          labelHidden
          placeholder={t('editor.link.example')}
          ref={takesFocus ? focusOnce : undefined}
          inputMode="url"
          readOnly={disabled}
          error={error}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            keep();
          }}
        />
      )}
      {value !== undefined && !disabled && (
        <Button look="bare" onClick={remove}>
          {t('editor.link.remove')}
        </Button>
      )}
    </div>
  );
}

const focusOnce = (field: HTMLInputElement | null) => field?.focus();
