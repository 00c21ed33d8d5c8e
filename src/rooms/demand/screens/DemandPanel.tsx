import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Form, FormActions } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SidePanel } from '#ground/ui/SidePanel.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { changeDemand, createDemand, listDemands, readDemand } from '../contract.ts';
import type { Demand } from '../schema.ts';
import { draftOf, EMPTY_DRAFT, fieldsOf, type Mistake, mistakesIn } from './demand-draft.ts';
import { DemandFields, FIELD_OF } from './DemandFields.tsx';
import styles from './demands.module.css';

/** Plans a demand, or changes one, beside what it belongs to. */
export function DemandPanel({ demand, onClose }: { demand?: Demand; onClose: () => void }) {
  const t = useMessages('demand');
  const title = demand ? t('change.open') : t('plan.open');
  return (
    <SidePanel label={title} onClose={onClose}>
      <div className={styles.panel}>
        <h2>{title}</h2>
        <DemandForm demand={demand} onClose={onClose} />
      </div>
    </SidePanel>
  );
}

function DemandForm({ demand, onClose }: { demand: Demand | undefined; onClose: () => void }) {
  const t = useMessages('demand');
  const [draft, setDraft] = useState(() => (demand ? draftOf(demand) : EMPTY_DRAFT));
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const { save, error, isPending } = useSaving(demand, onClose);
  const submit = () => {
    const found = mistakesIn(draft);
    setMistakes(found);
    if (found.length === 0) save(draft);
  };
  return (
    <Form
      onSubmit={submit}
      mistakes={mistakes.map((mistake) => ({ fieldId: FIELD_OF[mistake], message: t(`mistake.${mistake}`) }))}
    >
      <DemandFields draft={draft} mistakes={mistakes} isKindFixed={demand !== undefined} onDraft={setDraft} />
      {error && <ProblemNote problem={error} kept={t('kept')} />}
      <FormActions>
        <Button type="submit" look="filled" busy={isPending}>
          {demand ? t('change.save') : t('plan.save')}
        </Button>
        <Button look="bare" onClick={onClose}>
          {t('leave')}
        </Button>
      </FormActions>
    </Form>
  );
}

function useSaving(demand: Demand | undefined, onClose: () => void) {
  const t = useMessages('demand');
  const navigate = useNavigate();
  const create = useAct(createDemand, {
    stale: [listDemands],
    onDone: ({ id }) => {
      showToast({ message: t('plan.done') });
      void navigate({ to: '/demands/$demandId', params: { demandId: id } });
    },
  });
  const change = useAct(changeDemand, {
    stale: [listDemands, readDemand],
    onDone: () => {
      showToast({ message: t('change.done') });
      onClose();
    },
  });
  const save = (draft: Parameters<typeof fieldsOf>[0]) => {
    const fields = fieldsOf(draft);
    if (demand) change.mutate({ params: { demandId: demand.id }, body: { ...fields, version: demand.version } });
    else create.mutate({ body: { ...fields, kind: draft.kind } });
  };
  return { save, error: create.error ?? change.error, isPending: create.isPending || change.isPending };
}
