import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { nameOfKey } from '#ground/ui/KeyCap.tsx';
import { isApple } from '#ground/ui/shortcuts/keys.ts';
import { useShownShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import styles from './shortcut-help.module.css';

const LIST_KEYS = [
  { keys: 'j', key: 'j' },
  { keys: 'k', key: 'k' },
  { keys: 'x', key: 'x' },
  { keys: 'shift+arrowdown', key: 'shift' },
  { keys: 'enter', key: 'enter' },
  { keys: 'escape', key: 'esc' },
] as const;

/** All keys of the screen one stands on, and those of every list. */
export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useMessages('web');
  const shortcuts = useShownShortcuts();
  // Two keys for the same act stand on one line.
  const lines = Map.groupBy(shortcuts, ({ label }) => label);
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
        {[...lines].map(([label, same]) => (
          <KeyLine key={label} ways={same.map(({ keys }) => keys)} label={label} />
        ))}
      </dl>
      <h3 className={styles.head}>{t('keys.lists')}</h3>
      <dl className={styles.keys}>
        {LIST_KEYS.map(({ keys, key }) => (
          <KeyLine key={keys} ways={[keys]} label={t(`keys.list.${key}`)} />
        ))}
      </dl>
      <p className={styles.note}>{t('keys.note')}</p>
    </Dialog>
  );
}

function KeyLine({ ways, label }: { ways: readonly string[]; label: string }) {
  const t = useMessages('web');
  const mod = isApple() ? '⌘' : t('keys.mod');
  return (
    <>
      <dt>
        {ways.flatMap((keys) =>
          keys.split('+').map((key) => <kbd key={keys + key}>{key === 'mod' ? mod : nameOfKey(key)}</kbd>),
        )}
      </dt>
      <dd>{label}</dd>
    </>
  );
}
