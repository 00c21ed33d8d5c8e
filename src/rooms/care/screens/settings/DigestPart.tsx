import { useMessages } from '#ground/i18n/use-messages.ts';
import { Switch } from '#ground/ui/Checkbox.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { useSession } from '#ground/ui/session/session.ts';
import type { TodaySettings } from '../../schema-today.ts';
import { RegionField } from '../shared/RegionField.tsx';
import styles from './settings.module.css';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

interface DigestPartProps {
  settings: TodaySettings;
  onChange: (next: Partial<TodaySettings>) => void;
}

/** The same five by mail, at the hour I want, on the days I work. */
export function DigestPart({ settings: { digestOn, digestHour, region }, onChange }: DigestPartProps) {
  const t = useMessages('care');
  const timeZone = useSession()?.member.timeZone ?? '';
  return (
    <div className={styles.fields}>
      <Switch checked={digestOn} help={t('settings.digest_help')} onMark={(on) => onChange({ digestOn: on })}>
        {t('settings.digest_on')}
      </Switch>
      {digestOn && (
        <SelectField
          label={t('settings.hour')}
          help={t('settings.hour_help', { timeZone })}
          value={String(digestHour)}
          options={HOURS.map((hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }))}
          onChoose={(hour) => onChange({ digestHour: Number(hour) })}
        />
      )}
      <RegionField
        label={t('settings.region')}
        help={t('settings.region_help')}
        none={t('settings.no_region')}
        value={region ?? ''}
        onChoose={(next) => onChange({ region: next === '' ? null : next })}
      />
    </div>
  );
}
