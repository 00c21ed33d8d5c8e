import { useMessages } from '#ground/i18n/use-messages.ts';
import { Mode } from '#ground/ui/Phase.tsx';
import styles from './shared.module.css';

interface ForWhomProps {
  whom: { kind: 'pool' | 'segment'; name: string; mode: 'volume' | 'boutique' | null };
}

/** A pool with the drawing of its mode, or a segment, by name. */
export function ForWhom({ whom: { kind, name, mode } }: ForWhomProps) {
  const t = useMessages('care');
  return (
    <span className={styles.whom}>
      {mode && <Mode mode={mode === 'volume' ? 'volumen' : 'boutique'} word={t(`mode.${mode}`)} />}
      {kind === 'segment' && <span className={styles.kind}>{t('for.segment')}</span>}
      <span>{name}</span>
    </span>
  );
}
