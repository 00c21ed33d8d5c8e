import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { DataTable } from '#ground/ui/DataTable.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { readModel } from '../contract-model.ts';
import { MODEL_STATES, type ModelSettings } from '../schema-model.ts';
import styles from './matches.module.css';
import { ModelForm } from './ModelForm.tsx';

/** The optional model: what it may do, whether it is on, and what was sent to it. */
export function ModelSection() {
  const t = useMessages('matching');
  const mayManage = useMay('matching.manage');
  const { data, error } = useRead(readModel, {});
  return (
    <Section title={t('model.title')}>
      <p className={styles.words}>{t('model.what')}</p>
      {error && <ProblemNote problem={error} />}
      {data && (
        <>
          <State settings={data} />
          {mayManage && data.addresses.length > 0 && <ModelForm key={data.settings?.changedAt ?? ''} settings={data} />}
          {data.calls.length > 0 && <Calls calls={data.calls} />}
        </>
      )}
    </Section>
  );
}

function State({ settings: { settings, addresses, prepared, agreedCount } }: { settings: ModelSettings }) {
  const t = useMessages('matching');
  const formats = useFormats();
  if (!settings?.isOn)
    return <p className={styles.words}>{t(addresses.length > 0 ? 'model.off' : 'model.off_for_all')}</p>;
  const isElsewhere = !addresses.some(({ address, isThisMachine }) => address === settings.address && isThisMachine);
  return (
    <>
      <p className={styles.words}>
        {t('model.on', {
          model: settings.model,
          address: settings.address,
          name: settings.changedBy,
          date: formats.dateLong(settings.changedAt),
        })}{' '}
        {isElsewhere && <b>{t('model.elsewhere')}</b>}
      </p>
      <p className={styles.words}>
        {t('model.prepared', { seen: formats.number(prepared.seen), all: formats.number(prepared.all) })}{' '}
        {t('model.agreed', { count: agreedCount, people: formats.number(agreedCount) })}
      </p>
    </>
  );
}

const STATES: ReadonlySet<string> = new Set(MODEL_STATES);

/** Sizes and outcomes; what was sent is names of the directory and of demands, and is not kept a second time. */
function Calls({ calls }: Pick<ModelSettings, 'calls'>) {
  const t = useMessages('matching');
  const formats = useFormats();
  return (
    <details className={styles.calls}>
      <summary>{t('model.log')}</summary>
      <DataTable
        caption={t('model.log')}
        rows={calls}
        rowKey={({ at, by, characters, tookMs }) => `${at} ${by} ${characters} ${tookMs}`}
        columns={[
          { key: 'at', head: t('log.at'), cell: ({ at }) => formats.dateTime(at) },
          { key: 'by', head: t('log.by'), cell: ({ by }) => by ?? t('log.program') },
          { key: 'model', head: t('model.which'), cell: ({ model }) => model },
          {
            key: 'outcome',
            head: t('model.outcome'),
            cell: ({ outcome }) => (STATES.has(outcome) ? t(`model.short.${outcome}`) : outcome),
          },
          { key: 'texts', head: t('model.texts'), align: 'right', cell: ({ texts }) => formats.number(texts) },
          {
            key: 'characters',
            head: t('model.characters'),
            align: 'right',
            cell: ({ characters }) => formats.number(characters),
          },
        ]}
      />
    </details>
  );
}
