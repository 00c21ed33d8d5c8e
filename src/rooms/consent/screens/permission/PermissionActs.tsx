import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Section } from '#ground/ui/Page.tsx';
import type { TalentPermission } from '../../person/schema.ts';
import { AskForm } from './AskForm.tsx';
import { ConsentForm } from './ConsentForm.tsx';
import { useOpenedForm } from '../use-opened-form.ts';
import { InformForm } from './InformForm.tsx';
import { ObjectionForm, SCOPES } from './ObjectionForm.tsx';
import styles from './permission-page.module.css';
import { SilenceForm } from './SilenceForm.tsx';
import { WithdrawForm } from './WithdrawForm.tsx';

export const PERMISSION_ACTS = ['ask', 'note', 'silence', 'objection', 'withdraw', 'inform'] as const;
export type PermissionAct = (typeof PERMISSION_ACTS)[number];

export interface ActFormProps {
  talentId: string;
  permission: TalentPermission;
  onLeave: () => void;
}

const FORMS = {
  ask: AskForm,
  note: ConsentForm,
  silence: SilenceForm,
  objection: ObjectionForm,
  withdraw: WithdrawForm,
  inform: InformForm,
};

interface ActsProps {
  talentId: string;
  permission: TalentPermission;
  open: PermissionAct | undefined;
  onOpen: (act?: PermissionAct) => void;
}

/** What helps: ask, note, agree on silence, log an objection. One form is open at a time; its name stands in the address. */
export function PermissionActs({ talentId, permission, open, onOpen }: ActsProps) {
  const t = useMessages('consent');
  const acts = PERMISSION_ACTS.filter((act) => hasUse(act, permission));
  const OpenForm = open && acts.includes(open) ? FORMS[open] : undefined;
  const place = useOpenedForm(open);
  return (
    <Section title={t('may.helps')}>
      {OpenForm ? (
        <div ref={place} className={styles.form}>
          <h3>{t(`may.act.${open}`)}</h3>
          <OpenForm talentId={talentId} permission={permission} onLeave={() => onOpen()} />
        </div>
      ) : (
        <ul className={styles.helps}>
          {acts.map((act) => (
            <li key={act}>
              <Button look={act === 'ask' ? 'filled' : 'plain'} onClick={() => onOpen(act)}>
                {t(`may.act.${act}`)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Nobody is told twice; and where every objection stands, there is none to log. */
function hasUse(act: PermissionAct, { duty, objections }: TalentPermission): boolean {
  if (act === 'inform') return duty !== null && duty.informedAt === null;
  return act !== 'objection' || new Set(objections.map(({ scope }) => scope)).size < SCOPES.length;
}
