import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Chips } from '#ground/ui/FilterSentence.tsx';
import { MachineDraft } from '#ground/ui/Said.tsx';
import { TextField } from '#ground/ui/TextField.tsx';
import { addSkill, confirmSkill, removeSkill } from '../../../contract.ts';
import type { TalentProfile } from '../../../schema-profile.ts';
import { usePartAct } from '../../shared/use-part-act.ts';
import { useProfileEditing } from '../editing.ts';
import styles from '../talent-profile.module.css';
import { PartForm } from './PartForm.tsx';
import { PartList, RemovePart } from './PartList.tsx';

type Skill = TalentProfile['skills'][number];
const KINDS = ['skill', 'interest'] as const;

/** What somebody can and would like, with where one knows it from. Proposals wait in their dashed frame. */
export function Skills({ talentId, skills }: { talentId: string; skills: readonly Skill[] }) {
  const t = useMessages('talents');
  return (
    <PartList
      title={t('skill.title')}
      empty={t('skill.none')}
      parts={skills}
      renderLine={(skill) => <SkillLine talentId={talentId} skill={skill} />}
      addLabel={t('skill.add')}
      renderForm={(close) => <SkillForm talentId={talentId} onClose={close} />}
    />
  );
}

function SkillLine({ talentId, skill }: { talentId: string; skill: Skill }) {
  const t = useMessages('talents');
  const { mayEdit } = useProfileEditing();
  const remove = usePartAct(removeSkill, t('skill.removed'));
  const confirm = usePartAct(confirmSkill, t('skill.confirmed'));
  const params = { talentId, partId: skill.id };
  const name = skill.kind === 'interest' ? t('skill.interested_in', { name: skill.name }) : skill.name;
  if (skill.isProposed) {
    return (
      <MachineDraft
        onAccept={mayEdit ? () => confirm.mutate({ params }) : undefined}
        onDiscard={mayEdit ? () => remove.mutate({ params }) : undefined}
      >
        {name} {skill.evidence && <span className={styles.quiet}>{skill.evidence}</span>}
      </MachineDraft>
    );
  }
  return (
    <>
      <RemovePart
        label={t('part.remove_named', { name })}
        busy={remove.isPending}
        onRemove={() => remove.mutate({ params })}
      />
      <b>{name}</b> <span className={styles.quiet}>{skill.evidence}</span>
    </>
  );
}

function SkillForm({ talentId, onClose }: { talentId: string; onClose: () => void }) {
  const t = useMessages('talents');
  const [kind, setKind] = useState<Skill['kind']>('skill');
  const [name, setName] = useState('');
  const [evidence, setEvidence] = useState('');
  const add = usePartAct(addSkill, t('skill.done'), onClose);
  return (
    <PartForm
      label={t('skill.add')}
      busy={add.isPending}
      isEmpty={name.trim() === ''}
      problem={add.error}
      onSave={() =>
        add.mutate({ params: { talentId }, body: { kind, name: name.trim(), evidence: evidence.trim() || null } })
      }
      onLeave={onClose}
    >
      <TextField
        label={t('skill.name')}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Chips
        label={t('skill.kind_label')}
        value={kind}
        options={KINDS.map((value) => ({ value, label: t(`skill.kind.${value}`) }))}
        onChoose={setKind}
      />
      <TextField
        label={t('skill.evidence')}
        optional
        maxLength={300}
        value={evidence}
        onChange={(event) => setEvidence(event.target.value)}
      />
    </PartForm>
  );
}
