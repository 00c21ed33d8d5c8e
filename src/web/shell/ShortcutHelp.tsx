import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { isApple } from '#ground/ui/shortcuts/keys.ts';
import { useShownShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import styles from './shortcut-help.module.css';

const LIST_KEYS = ['j', 'k', 'x', 'Shift ↓', 'Enter', 'Esc'] as const;

/** All keys of the screen one stands on, and those of every list. */
export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useMessages('web');
  const shortcuts = useShownShortcuts();
  const mod = isApple() ? '⌘' : t('keys.mod');
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('keys.help')}
      answers={
        <Button keys="escape" onClick={onClose}>
          {t('keys.close')}
        </Button>
      }
    >
      <dl className={styles.keys}>
        {shortcuts.map(({ keys, label }) => (
          <KeyLine key={keys + label} keys={keys.replace('mod', mod)} label={label} />
        ))}
      </dl>
      <h3 className={styles.head}>{t('keys.lists')}</h3>
      <dl className={styles.keys}>
        {LIST_KEYS.map((keys) => (
          <KeyLine key={keys} keys={keys} label={t(`keys.list.${keys.toLowerCase().replace(' ↓', '')}`)} />
        ))}
      </dl>
      <p className={styles.note}>{t('keys.note')}</p>
    </Dialog>
  );
}

function KeyLine({ keys, label }: { keys: string; label: string }) {
  return (
    <>
      <dt>
        {keys.split('+').map((key) => (
          <kbd key={key}>{key.length === 1 ? key.toUpperCase() : key}</kbd>
        ))}
      </dt>
      <dd>{label}</dd>
    </>
  );
}
