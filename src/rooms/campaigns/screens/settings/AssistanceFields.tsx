import { useMessages } from '#ground/i18n/use-messages.ts';
import { Checkbox, Switch } from '#ground/ui/Checkbox.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import partStyles from '../shared/parts.module.css';
import { type RoomSettings, type SettingsDraft, type SettingsMistake, staysOnThisMachine } from './settings-draft.ts';
import styles from './settings.module.css';

interface AssistanceFieldsProps {
  draft: SettingsDraft;
  assistance: RoomSettings['assistance'];
  idOf: (mistake: SettingsMistake) => string;
  errorOf: (mistake: SettingsMistake) => string | undefined;
  onDraft: (change: Partial<SettingsDraft>) => void;
}

/** Off until somebody wants it; first what it is told and what never. */
export function AssistanceFields(props: AssistanceFieldsProps) {
  const t = useMessages('campaigns');
  const { draft, assistance, onDraft } = props;
  const isImpossible = assistance.addresses.length === 0;
  return (
    <>
      <p className={partStyles.quiet}>{t('settings.assistance_help')}</p>
      <dl className={styles.told}>
        <div>
          <dt>{t('settings.told')}</dt>
          <dd>{t('settings.told_words')}</dd>
        </div>
        <div>
          <dt>{t('settings.never_told')}</dt>
          <dd>{t('settings.never_told_words')}</dd>
        </div>
      </dl>
      {isImpossible ? (
        <p className={styles.impossible}>{t('settings.no_addresses')}</p>
      ) : (
        <>
          <Switch checked={draft.isOn} help={t('settings.on_help')} onMark={(isOn) => onDraft({ isOn })}>
            {t('settings.on')}
          </Switch>
          {draft.isOn && <ModelFields {...props} />}
        </>
      )}
    </>
  );
}

function ModelFields({ draft, assistance, idOf, errorOf, onDraft }: AssistanceFieldsProps) {
  const t = useMessages('campaigns');
  const stays = staysOnThisMachine(draft.url);
  return (
    <>
      <SelectField
        id={idOf('url')}
        label={t('settings.url')}
        help={t('settings.url_help')}
        error={errorOf('url')}
        value={draft.url}
        options={assistance.addresses.map((value) => ({ value, label: value }))}
        onChoose={(url) => onDraft({ url })}
      />
      <p className={styles.where} data-stays={stays}>
        {t(stays ? 'settings.stays' : 'settings.leaves')}
      </p>
      <TextField
        id={idOf('model')}
        label={t('settings.model')}
        help={t('settings.model_help')}
        error={errorOf('model')}
        maxLength={120}
        autoComplete="off"
        value={draft.model}
        onChange={(event) => onDraft({ model: event.target.value })}
      />
      <KeyField draft={draft} hasKey={assistance.hasKey && draft.url === assistance.url} onDraft={onDraft} />
      {!stays && (
        <div className={partStyles.pair}>
          <TextField
            id={idOf('country')}
            label={t('settings.country')}
            help={t('settings.country_help')}
            error={errorOf('country')}
            maxLength={2}
            value={draft.country}
            onChange={(event) => onDraft({ country: event.target.value })}
          />
          <TextField
            id={idOf('contractOn')}
            type="date"
            label={t('settings.contract_on')}
            help={t('settings.contract_help')}
            error={errorOf('contractOn')}
            value={draft.contractOn}
            onChange={(event) => onDraft({ contractOn: event.target.value })}
          />
        </div>
      )}
    </>
  );
}

function KeyField({ draft, hasKey, onDraft }: Pick<AssistanceFieldsProps, 'draft' | 'onDraft'> & { hasKey: boolean }) {
  const t = useMessages('campaigns');
  return (
    <>
      <TextField
        type="password"
        label={t('settings.key')}
        help={t(hasKey ? 'settings.key_kept' : 'settings.key_help')}
        optional
        autoComplete="new-password"
        disabled={draft.dropsKey}
        value={draft.key}
        onChange={(event) => onDraft({ key: event.target.value })}
      />
      {hasKey && (
        <Checkbox checked={draft.dropsKey} onMark={(dropsKey) => onDraft({ dropsKey })}>
          {t('settings.key_drop')}
        </Checkbox>
      )}
    </>
  );
}
