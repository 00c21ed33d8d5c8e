import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import styles from './letter.module.css';
import { fieldId } from './use-mistakes.ts';

interface PasswordFieldProps {
  name: 'password' | 'currentPassword' | 'newPassword';
  value: string;
  onType: (value: string) => void;
  error?: string;
  autoFocus?: boolean;
}

/** Managers and pasting work, and one may look at what one types. A new password says what it needs. */
export function PasswordField({ name, value, onType, error, kind }: PasswordFieldProps & { kind: 'known' | 'new' }) {
  const t = useMessages('accounts');
  const [isShown, setShown] = useState(false);
  return (
    <div className={styles.password}>
      <TextField
        id={fieldId(name)}
        name={name}
        type={isShown ? 'text' : 'password'}
        autoComplete={kind === 'new' ? 'new-password' : 'current-password'}
        label={t(`field.${name}.label`)}
        help={kind === 'new' ? t('field.password_help') : undefined}
        error={error}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
      <Checkbox checked={isShown} onMark={setShown}>
        {t('field.show_password')}
      </Checkbox>
    </div>
  );
}
