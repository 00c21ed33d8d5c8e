import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { spacedPhone } from '#ground/text/phone.ts';
import { SelectField } from '#ground/ui/SelectField.tsx';
import textStyles from '#ground/ui/text.module.css';
import { TextField } from '#ground/ui/TextField.tsx';
import { addAddress, removeAddress } from '../../../contract.ts';
import type { TalentProfile } from '../../../schema-profile.ts';
import { ADDRESS_KINDS, type AddressKind } from '../../../types.ts';
import { usePartAct } from '../../shared/use-part-act.ts';
import styles from '../talent-profile.module.css';
import { PartForm } from './PartForm.tsx';
import { PartList, RemovePart } from './PartList.tsx';

type Address = NonNullable<TalentProfile['addresses']>[number];

/** Mail, phone, links. What came back is said. */
export function Addresses({ talentId, addresses }: { talentId: string; addresses: readonly Address[] }) {
  const t = useMessages('talents');
  return (
    <PartList
      title={t('address.title')}
      empty={t('address.none')}
      parts={addresses}
      renderLine={(address) => <AddressLine talentId={talentId} address={address} />}
      addLabel={t('address.add')}
      renderForm={(close) => <AddressForm talentId={talentId} onClose={close} />}
    />
  );
}

/** Links are shown by their name, what is written or dialled by hand as it is. */
const SHOWN_WHOLE: readonly AddressKind[] = ['email', 'phone', 'website'];

function hrefOf(kind: AddressKind, value: string): string | undefined {
  if (kind === 'email') return `mailto:${value}`;
  if (kind === 'phone') return `tel:${value}`;
  return /^https?:\/\//.test(value) ? value : undefined;
}

function AddressLine({ talentId, address }: { talentId: string; address: Address }) {
  const t = useMessages('talents');
  const remove = usePartAct(removeAddress, t('address.removed'));
  const { id, kind, value, label, bouncedAt } = address;
  return (
    <>
      <RemovePart
        label={t('part.remove_named', { name: value })}
        busy={remove.isPending}
        onRemove={() => remove.mutate({ params: { talentId, partId: id } })}
      />
      <a className={textStyles.link} href={hrefOf(kind, value)}>
        {SHOWN_WHOLE.includes(kind) ? spacedPhone(value) : t(`address.kind.${kind}`)}
      </a>{' '}
      <span className={styles.quiet}>{label}</span>{' '}
      {bouncedAt && <span className={styles.quiet}>{t('address.bounced')}</span>}
    </>
  );
}

function AddressForm({ talentId, onClose }: { talentId: string; onClose: () => void }) {
  const t = useMessages('talents');
  const [kind, setKind] = useState<AddressKind>('email');
  const [value, setValue] = useState('');
  const add = usePartAct(addAddress, t('address.done'), onClose);
  return (
    <PartForm
      label={t('address.add')}
      busy={add.isPending}
      isEmpty={value.trim().length < 3}
      problem={add.error}
      onSave={() => add.mutate({ params: { talentId }, body: { kind, value: value.trim() } })}
      onLeave={onClose}
    >
      <SelectField
        label={t('address.which')}
        value={kind}
        options={ADDRESS_KINDS.map((one) => ({ value: one, label: t(`address.kind.${one}`) }))}
        onChoose={(one) => setKind(one as AddressKind)}
      />
      <TextField label={t(`address.kind.${kind}`)} value={value} onChange={(event) => setValue(event.target.value)} />
    </PartForm>
  );
}
