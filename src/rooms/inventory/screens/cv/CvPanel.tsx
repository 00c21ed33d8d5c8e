import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem, call } from '#ground/http/client.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { useToday } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { FormActions, FormSection, MistakeSummary, type FormMistake } from '#ground/ui/Form.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SidePanel } from '#ground/ui/SidePanel.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { addStation } from '#rooms/talents/contract-parts.ts';
import { createTalent } from '#rooms/talents/contract-one.ts';
import { readSummary } from '../../contract.ts';
import type { CvAnswer } from '../start/uploads.ts';
import { useSentence } from '../use-sentence.ts';
import { draftOf, stationBodies, talentBody } from './cv-draft.ts';
import { emptyGround, type GroundDraft, groundMistakes, groundOf } from './ground-draft.ts';
import { GroundFields } from './GroundFields.tsx';
import { ProposalFields } from './ProposalFields.tsx';
import styles from './cv-panel.module.css';

interface CvPanelProps {
  fileName: string;
  cv: CvAnswer;
  onClose: () => void;
  onAdded: () => void;
}

/** What a CV seems to say, each with its words. Nothing is stored before somebody confirms, with a legal basis and a source. */
export function CvPanel({ fileName, cv, onClose, onAdded }: CvPanelProps) {
  const t = useMessages('inventory');
  const sentence = useSentence();
  const [draft, setDraft] = useState(() => draftOf(cv.proposals));
  const today = useToday();
  const [ground, setGround] = useState<GroundDraft>(() => emptyGround(fileName, today));
  const [mistakes, setMistakes] = useState<FormMistake[]>([]);
  const { add, isAdding, problem } = useAdd(onAdded, onClose);
  const confirm = () => {
    const found = [
      ...(draft.firstName.trim() || draft.lastName.trim()
        ? []
        : [{ fieldId: 'cv-last-name', message: t('cv.mistake.name') }]),
      ...groundMistakes(ground).map(({ fieldId, code }) => ({ fieldId, message: t(`cv.mistake.${code}`) })),
    ];
    setMistakes(found);
    if (found.length === 0) void add({ talent: talentBody(draft, groundOf(ground)), stations: stationBodies(draft) });
  };
  return (
    <div className={styles.place}>
      <SidePanel label={t('cv.label', { file: fileName })} onClose={onClose} place={fileName}>
        <h2 className={styles.title}>{t('cv.title')}</h2>
        <p className={styles.lede}>{t('cv.lede')}</p>
        {cv.warnings.map((warning) => (
          <p key={warning.code} className={styles.warning}>
            {sentence(warning)}
          </p>
        ))}
        <form
          noValidate
          className={styles.form}
          aria-label={t('cv.title')}
          onSubmit={(event) => {
            event.preventDefault();
            confirm();
          }}
        >
          {mistakes.length > 0 && <MistakeSummary mistakes={mistakes} />}
          <ProposalFields draft={draft} onChange={setDraft} />
          <FormSection title={t('cv.ground_title')}>
            <GroundFields ground={ground} onChange={setGround} />
          </FormSection>
          {problem !== undefined && <ProblemNote problem={problem} kept={t('cv.kept')} />}
          <FormActions>
            <Button type="submit" look="filled" busy={isAdding}>
              {t('cv.add')}
            </Button>
            <Button onClick={onClose}>{t('cv.not_now')}</Button>
          </FormActions>
        </form>
      </SidePanel>
    </div>
  );
}

interface Confirmed {
  talent: Parameters<typeof call<typeof createTalent>>[1]['body'];
  stations: ReturnType<typeof stationBodies>;
}

/** Adds the person, then the stations; a station that fails does not take the person back. */
function useAdd(onAdded: () => void, onClose: () => void) {
  const t = useMessages('inventory');
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [isAdding, setAdding] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const add = async ({ talent, stations }: Confirmed) => {
    setAdding(true);
    setProblem(undefined);
    try {
      const { id } = await call(createTalent, { body: talent });
      const failed = await addStations(id, stations);
      onAdded();
      onClose();
      showToast({
        message:
          failed === 0
            ? t('cv.added', { name: nameOf(talent) })
            : t('cv.added_partly', { name: nameOf(talent), count: failed }),
      });
      void cache.invalidateQueries({ queryKey: keyOf(readSummary) });
      await navigate({ to: `/talents/${id}` });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    } finally {
      setAdding(false);
    }
  };
  return { add, isAdding, problem };
}

async function addStations(talentId: string, stations: Confirmed['stations']): Promise<number> {
  let failed = 0;
  for (const body of stations) {
    await call(addStation, { params: { talentId }, body }).catch(() => {
      failed += 1;
    });
  }
  return failed;
}

const nameOf = ({ firstName, lastName }: Confirmed['talent']) => [firstName, lastName].filter(Boolean).join(' ');
