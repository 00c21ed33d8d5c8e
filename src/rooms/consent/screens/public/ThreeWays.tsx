import { type ReactNode, useId, useState } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Said } from '#ground/ui/Said.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import type { PreferenceAct, Preferences } from '../../requests/schema.ts';
import { usePublicWords } from './address-form.ts';
import styles from './public.module.css';

type Way = 'extend' | 'pause' | 'leave';

interface Deciding {
  preferences: Preferences;
  busy: boolean;
  onDecide: (act: PreferenceAct) => void;
}

/** Extend, pause, leave: the same size, the same colour, the same two steps. No choice is louder than another. */
export function ThreeWays({ preferences, busy, onDecide }: Deciding) {
  const t = usePublicWords();
  const formats = useFormats();
  const [open, setOpen] = useState<Way>();
  const toggle = (way: Way) => setOpen(open === way ? undefined : way);
  const stayUntil = formats.dateLong(preferences.stayUntil);
  return (
    <section className={styles.ways} aria-label={t('preferences.ways')}>
      <WayRow
        way="extend"
        isOpen={open === 'extend'}
        onToggle={toggle}
        effect={t('preferences.extend.effect', { date: stayUntil })}
      >
        {preferences.staying.map(({ purpose, text }) => (
          <div key={purpose} className={styles.wording}>
            <Said size="small" lang={preferences.language}>
              {text}
            </Said>
          </div>
        ))}
        <Button size="big" disabled={busy} onClick={() => onDecide({ act: 'extend' })}>
          {t('preferences.extend.act', { date: stayUntil })}
        </Button>
      </WayRow>
      <WayRow way="pause" isOpen={open === 'pause'} onToggle={toggle} effect={t('preferences.pause.effect')}>
        <PauseForm preferences={preferences} busy={busy} onDecide={onDecide} />
      </WayRow>
      <WayRow way="leave" isOpen={open === 'leave'} onToggle={toggle} effect={t('preferences.leave.effect')}>
        <p>{t('preferences.leave.what', { company: preferences.company })}</p>
        <Button size="big" disabled={busy} onClick={() => onDecide({ act: 'leave' })}>
          {t('preferences.leave.act')}
        </Button>
      </WayRow>
    </section>
  );
}

interface WayRowProps {
  way: Way;
  effect: string;
  isOpen: boolean;
  onToggle: (way: Way) => void;
  children: ReactNode;
}

function WayRow({ way, effect, isOpen, onToggle, children }: WayRowProps) {
  const t = usePublicWords();
  const id = useId();
  return (
    <div className={styles.way}>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its words stand two elements deep */}
      <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => onToggle(way)}>
        <span>
          <b>{t(`preferences.${way}.word`)}</b> <span className={styles.effect}>{effect}</span>
        </span>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={isOpen ? 'M4 6.5 8 10.5 12 6.5' : 'M6.5 4 10.5 8 6.5 12'} />
        </svg>
      </button>
      <div id={id} hidden={!isOpen} className={styles.step}>
        {children}
      </div>
    </div>
  );
}

function PauseForm({ preferences, busy, onDecide }: Deciding) {
  const t = usePublicWords();
  const [until, setUntil] = useState('');
  const [isMissing, setMissing] = useState(false);
  const pause = () => {
    setMissing(until === '');
    if (until !== '') onDecide({ act: 'pause', until });
  };
  return (
    <>
      <TextField
        type="date"
        label={t('preferences.pause.until')}
        max={preferences.eraseOn}
        value={until}
        error={isMissing ? t('preferences.pause.missing') : undefined}
        onChange={(event) => setUntil(event.target.value)}
      />
      <Button size="big" disabled={busy} onClick={pause}>
        {t('preferences.pause.act')}
      </Button>
      {preferences.pausedUntil && (
        <Button size="big" disabled={busy} onClick={() => onDecide({ act: 'resume' })}>
          {t('preferences.pause.end')}
        </Button>
      )}
    </>
  );
}
